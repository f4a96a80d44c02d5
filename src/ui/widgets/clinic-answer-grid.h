/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @questions holds list rows, in each of which toggle buttons stand side by side. From now on Up and Down lead from an answer
 * to the same of the next question that is shown, and Down from the last to what follows. With @answering Return chooses the
 * answer that has the keyboard and goes on, and 1, 2 and so on do that with the first, the second… */
void clinic_answer_grid_watch (GtkWidget *questions,
                               gboolean   answering);

G_END_DECLS
