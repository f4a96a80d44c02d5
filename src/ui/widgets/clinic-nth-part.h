/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Alt+1 and so on show that of the @n parts of the AdwViewStack in a widget of this class, and take the keyboard
 * there. */
void clinic_nth_part_bind (GtkWidgetClass *klass,
                           guint           n);

G_END_DECLS
