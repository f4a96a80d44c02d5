/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_WEDGE (clinic_wedge_get_type ())
G_DECLARE_FINAL_TYPE (ClinicWedge, clinic_wedge, CLINIC, WEDGE, GObject)

/* A scanner that types: keys closer together than a person's, a code of a package (GS1), Return. What
 * reached an entry meanwhile is taken back; once it can only be a code, nothing more of it reaches anything
 * that is not an entry. Slow typing and other texts pass untouched.
 *
 * Signals: "began" (a key that may be the first of a code; nothing has seen it yet), "scanned" (const
 * char *text). */

/* Listens to the window of @widget while @widget is seen. Owned by the caller, who drops it in dispose. */
ClinicWedge *clinic_wedge_new (GtkWidget *widget);

G_END_DECLS
