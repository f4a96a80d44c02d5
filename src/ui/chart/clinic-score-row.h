/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Seven points from -3 to +3 beside each other, with the words of the one chosen below the title: one click, or + and −
 * (or the arrows) while the row has the keyboard. Property "score": CLINIC_SCORE_NONE while nothing is chosen. */
#define CLINIC_TYPE_SCORE_ROW (clinic_score_row_get_type ())
G_DECLARE_FINAL_TYPE (ClinicScoreRow, clinic_score_row, CLINIC, SCORE_ROW, AdwActionRow)

#define CLINIC_SCORE_NONE -4

int  clinic_score_row_get_score (ClinicScoreRow *self);
void clinic_score_row_set_score (ClinicScoreRow *self,
                                 int             score);

G_END_DECLS
