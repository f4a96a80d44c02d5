/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* As gtk_window_present (), for a window just made: its sizes are found out first, in pieces between
 * which the main loop answers, and then it appears, whole. Until then its parent takes no clicks
 * and no keys; Escape closes what is coming. One that is there already, or is coming, only comes to
 * the front. */
void     clinic_present         (GtkWindow *window);
/* As gtk_widget_child_focus (), forward; when the window is still coming, once it is there. The row of a
 * list only takes the keyboard and is not selected. */
void     clinic_present_focus   (GtkWidget *container);
/* A piece of finding out the sizes of what is in @widget, which is in a window and not yet shown. TRUE
 * when that was all, or when there were enough @pieces, counted from 0. */
gboolean clinic_present_measure (GtkWidget *widget,
                                 guint     *pieces);

G_END_DECLS
