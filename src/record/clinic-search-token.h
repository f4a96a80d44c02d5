/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-patient.h"

G_BEGIN_DECLS

/* Tokens are of three kinds, told apart by their first byte so that each has a range of its own.
 * Only plain ones, folded words of names and file number and the birth date as YYYYMMDD, are in
 * the signature. */
#define CLINIC_SEARCH_PHONE '#'      /* the last digits of a telephone number */
#define CLINIC_SEARCH_DAY   '.'      /* the birth date as DDMMYYYY */

/* Telephone numbers are found by any beginning of these last digits; longer ones by their last
 * nine. */
#define CLINIC_SEARCH_PHONE_DIGITS 9

/* All tokens of a patient, sorted, each once; caller unrefs. */
GPtrArray *clinic_search_dup_tokens    (ClinicPatient *patient);

/* The bits that tell of a token: one for its first two characters, two each for the first three
 * and four. */
guint64    clinic_search_get_bits      (const char    *token);

/* The bits of all plain tokens. */
guint64    clinic_search_get_signature (GPtrArray     *tokens);

/* Orders equal tokens: below 0 for patients who are here, above for archived and merged ones;
 * the newest first. */
gint64     clinic_search_get_score     (ClinicPatient *patient);

G_END_DECLS
