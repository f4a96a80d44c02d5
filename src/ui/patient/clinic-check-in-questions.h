/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-check-in.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CHECK_IN_QUESTIONS (clinic_check_in_questions_get_type ())
G_DECLARE_FINAL_TYPE (ClinicCheckInQuestions, clinic_check_in_questions, CLINIC, CHECK_IN_QUESTIONS, AdwPreferencesGroup)

/* The five questions with their answers as buttons; none is down where nobody asked. */

/* Writes into @record as is answered. @pregnancy: whether that is asked too. @allergies: whether there are any on
 * the list, for then they are "as listed", else "none known". */
void clinic_check_in_questions_set_record  (ClinicCheckInQuestions *self,
                                            ClinicCheckIn          *record,
                                            gboolean                pregnancy,
                                            gboolean                allergies);
/* No to all that has no answer yet, and allergies as they are on the list. */
void clinic_check_in_questions_answer_rest (ClinicCheckInQuestions *self);

G_END_DECLS
