/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"
#include "clinic-allergy.h"
#include "clinic-condition.h"
#include "clinic-diagnosis.h"
#include "clinic-medicine.h"

G_BEGIN_DECLS

/* What bears on treatment (history.save). Nothing here is deleted: what no longer stands gets an
 * end. The id; 0 with @error. */

/* Ending an allergy, or changing what it is to, needs a reason (clinic_act_set_reason ()): it
 * opens what a rule would stop. */
gint64   clinic_allergy_save     (ClinicAct        *act,
                                  ClinicAllergy    *allergy,
                                  GError          **error);
gint64   clinic_condition_save   (ClinicAct        *act,
                                  ClinicCondition  *condition,
                                  GError          **error);
gint64   clinic_diagnosis_save   (ClinicAct        *act,
                                  ClinicDiagnosis  *diagnosis,
                                  GError          **error);
/* A new one may be noted by whoever asks on arriving (medicine.add), and is as of today. */
gint64   clinic_medicine_save    (ClinicAct        *act,
                                  ClinicMedicine   *medicine,
                                  GError          **error);
/* Ends an allergy by id on @date (NULL: today), for a reason. */
gboolean clinic_allergy_end      (ClinicAct        *act,
                                  gint64            allergy,
                                  const char       *date,
                                  const char       *reason,
                                  GError          **error);
/* Ends a condition by id on @date (NULL: today). */
gboolean clinic_condition_end    (ClinicAct        *act,
                                  gint64            condition,
                                  const char       *date,
                                  GError          **error);
/* Notes that a medicine is no longer taken since @date (NULL: today). */
gboolean clinic_medicine_stop    (ClinicAct        *act,
                                  gint64            medicine,
                                  const char       *date,
                                  GError          **error);

G_END_DECLS
