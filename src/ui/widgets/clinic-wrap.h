/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_WRAP (clinic_wrap_get_type ())
G_DECLARE_FINAL_TYPE (ClinicWrap, clinic_wrap, CLINIC, WRAP, GtkWidget)

/* Children in a row, and in as many more as it takes where the text is large or its words are long. In
 * each row those that expand share what is left; where none does, the row is in the middle or at the end
 * where "halign" says so. Properties: "spacing", "row-spacing" (int, pixels), "shrink" (another row only
 * begins where those before are as narrow as they can be). */

G_END_DECLS
