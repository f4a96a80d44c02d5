/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From now on the search of @choice finds words and parts of words, whatever their case and marks, in what its expression
 * says of an item and in what @others says of it besides (taken; NULL: nothing); Return takes the best, which is the marked
 * one, and closes it. */
void clinic_quick_choice_watch (GtkDropDown   *choice,
                                GtkExpression *others);
/* Opens @choice with the keyboard in its search. Once it is closed the keyboard is where it was before. */
void clinic_quick_choice_open  (GtkDropDown   *choice);

G_END_DECLS
