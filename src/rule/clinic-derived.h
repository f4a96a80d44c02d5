/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-measurement.h"
#include "clinic-pull-version.h"

G_BEGIN_DECLS

/* What is worked out of what was counted, asked or estimated. Figures are in thousandths unless
 * said otherwise; everything is divided once, at the end, and rounded half away from zero. */

/* SALT of the percents lost in four quadrants, weights 40, 24, 18 and 18 (Olsen 2004). */
gint64      clinic_salt_score     (gint64 top,
                                   gint64 back,
                                   gint64 left,
                                   gint64 right);
/* "S0" to "S5"; half-open: S1 is above 0 and below 25, S2 from 25 to below 50 and so on. */
const char *clinic_salt_band      (gint64 score);
/* In words, translated: mild (up to 20), moderate, severe (from 50), very severe (from 95). */
const char *clinic_salt_severity  (gint64 score);
/* (initial − final) / initial × 100; FALSE where that is undefined: nothing was lost at first. */
gboolean    clinic_salt_regrowth  (gint64  initial,
                                   gint64  final,
                                   double *percent);

/* Hairs per cm² of @counted in @area; 0 < @area. */
gint64      clinic_count_density  (gint64 counted,
                                   gint64 area);

/* The DLQI of ten answers of 0 to 3, -1 for one that is missing: one missing counts 0, with more
 * it is not scored (FALSE). */
gboolean    clinic_dlqi_total     (const int *answers,
                                   gint64    *total);
/* The effect on a life, translated; @total not in thousandths. */
const char *clinic_dlqi_effect    (gint64     total);
/* Seven points from -3 to +3 in words, translated. */
const char *clinic_photo_words    (gint64     score);
/* "+1, slightly improved"; caller frees. */
char       *clinic_photo_score_words (gint64  score);

/* Value and result of @measurement, which is of the metric with this code, from what it is made of
 * (.items, .counted, .area, .grasped, .rule): quadrants of SALT (top, back, left, right), answers
 * of the DLQI ("-" for none), up to three combings, hairs extracted at each place, hairs counted
 * in an area. @own: the clinic's own rule that a pull test is judged by; NULL: the one shipped that .rule names. Left alone where there is nothing to work them out of. CLINIC_ERROR_INVALID says
 * what cannot be. */
gboolean    clinic_derived_apply  (ClinicMeasurement  *measurement,
                                   const char         *code,
                                   ClinicPullVersion  *own,
                                   GError            **error);
/* What is to be said of the value beside the figure ("S2, moderate"); NULL: nothing. Caller
 * frees. */
char       *clinic_derived_say    (ClinicMeasurement  *measurement,
                                   const char         *code);

G_END_DECLS
