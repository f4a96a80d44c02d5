/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

/* Whether what was given caused what happened: the WHO-UMC system (its six categories are
 * clinic_causalities) and the Naranjo scale. Sources: the WHO-UMC categories as in PMC6039921,
 * Box 2; Naranjo's ten questions and their points as in J Med Case Reports
 * 10.1186/s13256-023-04104-8, Table 1, and PMC6136411. All texts are our own words. */

#define CLINIC_NARANJO_QUESTIONS 10
/* In place of an answer where nobody has answered yet: that is not "not known". */
#define CLINIC_NARANJO_OPEN '-'
#define CLINIC_NARANJO_LEAST (-4)
#define CLINIC_NARANJO_MOST 13

/* "definite", "probable", "possible", "doubtful". */
extern const ClinicChoice clinic_naranjo_categories[];

/* What has to be so for a category of clinic_causalities ("certain"); translated, NULL when there
 * is no such category. */
const char *clinic_causality_get_criteria (const char *category);

/* The question asked, 0 to 9; translated. */
const char *clinic_naranjo_get_question   (guint       question);
/* The points that an answer ('y' yes, 'n' no, 'u' not known) to a question brings, −1 to 2. */
int         clinic_naranjo_get_points     (guint       question,
                                           char        answer);
/* How many of the ten questions are answered in @answers ("ny-u------": 3); −1 when these are no such ten letters. */
int         clinic_naranjo_count          (const char *answers);
/* The sum of ten answers ("nyyuyuuuuy"), −4 to 13; FALSE unless all ten are there: a sum of some means nothing. @score may
 * be NULL. */
gboolean    clinic_naranjo_sum            (const char *answers,
                                           int        *score);
/* 9 and more "definite", 5 to 8 "probable", 1 to 4 "possible", less "doubtful". Static. */
const char *clinic_naranjo_categorize     (int         score);

G_END_DECLS
