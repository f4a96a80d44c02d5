/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-store.h"

G_BEGIN_DECLS

/* Search words of patients: folded name parts, birth date as YYYYMMDD and DDMMYYYY, phone
 * suffixes of 4, 6, 7 and 9 digits, file number. Called by the store with each patient saved;
 * deletes and inserts only what differs. */
gboolean   clinic_search_index  (ClinicDb      *db,
                                 ClinicRecord  *patient,
                                 ClinicRecord  *before,
                                 GError       **error);

/* Patients in whom every word of @text is the beginning of a search word, best first, at most
 * @limit: one word in token order, several from the rarest. When fewer than 5 are found,
 * mistyped words count as well: those of 4 or 5 letters with one error, longer ones with two, or
 * with one when somebody was found as typed; shorter ones never. GPtrArray of ClinicPatient;
 * caller unrefs. Archived and merged patients come last. */
GPtrArray *clinic_search_patients (ClinicDb    *db,
                                   const char  *text,
                                   guint        limit,
                                   GError     **error);

G_END_DECLS
