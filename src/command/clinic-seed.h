/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-store.h"

G_BEGIN_DECLS

/* Writes what is shipped with the program (data/seed: allergen groups, conditions, diagnoses,
 * metrics, ingredients, protocols, cocktails, kinds of reaction) through clinic_store_save (),
 * each row audited, in the caller's transaction. Cocktails are made on change->today.
 * CLINIC_ERROR_CONFLICT when the clinic has such lists already. */
gboolean   clinic_seed_load  (ClinicChange  *change,
                              GError       **error);

/* The forms that patients sign and the aftercare (data/seed/consents.ini, aftercare.ini), each where
 * the clinic has none: clinics that were made before the program had them. */
gboolean   clinic_seed_load_papers (ClinicChange  *change,
                                    GError       **error);

/* The records of @type that are shipped, in the language of whoever asks; their ids are nobody's. Caller unrefs. */
GPtrArray *clinic_seed_list_shipped (GType type);

/* What is wrong with the shipped files themselves, a sentence each; an empty list when all is
 * well: references that lead nowhere, codes and words for a metric given twice, values that
 * their field refuses, rows without a source, cocktails of fewer than two principal agents that
 * do not say that they are published so, kinds of reaction whose grades are not one stretch.
 * Caller frees with g_strfreev (). */
char     **clinic_seed_check (void);

G_END_DECLS
