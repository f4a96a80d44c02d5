/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opens the menu of a visit in the agenda at a point of its widget: what can be opened, and what
 * can become of it in this state. Its actions are the widget's. */
void clinic_agenda_visit_menu_popup (GtkWidget   *visit,
                                     const char  *status,
                                     double       x,
                                     double       y);

G_END_DECLS
