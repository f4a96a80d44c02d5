/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From now on Return in the search of @choice takes the first that begins with what was typed, and closes it. */
void clinic_quick_choice_watch (GtkDropDown *choice);
/* Opens @choice with the keyboard in its search. Once it is closed the keyboard is where it was before. */
void clinic_quick_choice_open  (GtkDropDown *choice);

G_END_DECLS
