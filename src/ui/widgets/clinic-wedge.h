/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_WEDGE (clinic_wedge_get_type ())
G_DECLARE_FINAL_TYPE (ClinicWedge, clinic_wedge, CLINIC, WEDGE, GObject)

/* A scanner that types, told from a person by clinic-burst.h. What ends its code is Return, Tab, line feed
 * or silence; what separates the parts of it is whatever chord the keyboard's layout makes of the
 * scanner's Ctrl+], F8 or Alt+029. What reached an entry meanwhile is taken back; once it can only be a
 * machine, nothing more of it reaches anything that is not an entry. Slow typing passes untouched, and so do
 * other texts in an entry.
 *
 * Signals: "began" (a key that may be the first of a code; nothing has seen it yet), "scanned" (const
 * char *text: a machine typed it, whether it is a code or not. What the first keys of it have done is to be
 * taken back to where it was at "began"). */

/* Listens to the window of @widget while @widget is seen. Owned by the caller, who drops it in dispose. */
ClinicWedge *clinic_wedge_new (GtkWidget *widget);

G_END_DECLS
