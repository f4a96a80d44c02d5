/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-allergy-status.h"
#include "clinic-check-in.h"
#include "clinic-pregnancy-status.h"
#include "clinic-store.h"

G_BEGIN_DECLS

/* Days after which an answer is old: the rule pregnancy-stale says as much. */
#define CLINIC_ANSWER_FRESH 90

/* Whether pregnancy is asked of somebody of this sex ("F", "M", "X"; NULL: not known), born on
 * @birth_date (NULL: not known), on @today. */
gboolean               clinic_pregnancy_concerns (const char *sex,
                                                  const char *birth_date,
                                                  const char *today);
/* What was last said of pregnancy until @date. NULL without @error when nobody asked. */
ClinicPregnancyStatus *clinic_pregnancy_find (ClinicDb    *db,
                                              gint64       patient,
                                              const char  *date,
                                              GError     **error);
/* What was last answered about allergies until @date. NULL without @error when nobody asked. */
ClinicAllergyStatus   *clinic_allergies_find (ClinicDb    *db,
                                              gint64       patient,
                                              const char  *date,
                                              GError     **error);
/* How many allergies stand on @date; -1 with @error. */
int                    clinic_allergies_count (ClinicDb    *db,
                                               gint64       patient,
                                               const char  *date,
                                               GError     **error);
/* Whether @status (NULL: nobody asked) still says something beside a list of @n_listed allergies: "none" does not once there
 * is one, nor "as listed" once there is none. */
gboolean               clinic_allergies_stands (ClinicAllergyStatus *status,
                                                guint                n_listed);
/* The answers of a session. NULL without @error when nobody asked. */
ClinicCheckIn         *clinic_check_in_find  (ClinicDb    *db,
                                              gint64       session,
                                              GError     **error);
/* What was answered with @answer (NULL: not asked), but for pregnancy and allergies, which are kept by themselves: "a new
 * medicine, hair coloured". @self may be NULL: nobody asked anything. NULL: none was. Caller frees. */
char                  *clinic_check_in_dup_answered (ClinicCheckIn *self,
                                                     const char    *answer);

G_END_DECLS
