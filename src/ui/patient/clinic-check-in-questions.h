/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-check-in.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CHECK_IN_QUESTIONS (clinic_check_in_questions_get_type ())
G_DECLARE_FINAL_TYPE (ClinicCheckInQuestions, clinic_check_in_questions, CLINIC, CHECK_IN_QUESTIONS, AdwPreferencesGroup)

/* The four questions with their answers as buttons; none is down where nobody asked. */

/* Writes into @record as is answered. @pregnancy: whether that is asked too. */
void clinic_check_in_questions_set_record  (ClinicCheckInQuestions *self,
                                            ClinicCheckIn          *record,
                                            gboolean                pregnancy);
/* No to all that has no answer yet. */
void clinic_check_in_questions_answer_rest (ClinicCheckInQuestions *self);

G_END_DECLS
