/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A question with a few answers beside it, told by figures from 0: one click, or the figure typed while the row has the
 * keyboard; Backspace takes the answer back. Property "answer": the figure, -1 for none.
 *
 * Signals "answered": by a key, so that the next question may have the keyboard; "done": Enter. */
#define CLINIC_TYPE_ANSWER_ROW (clinic_answer_row_get_type ())
G_DECLARE_FINAL_TYPE (ClinicAnswerRow, clinic_answer_row, CLINIC, ANSWER_ROW, AdwActionRow)

/* @answers: what the figures mean, for gettext; ends with NULL. */
GtkWidget *clinic_answer_row_new        (const char         *question,
                                         const char *const  *answers);
int        clinic_answer_row_get_answer (ClinicAnswerRow    *self);

G_END_DECLS
