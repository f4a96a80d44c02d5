/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-diagnosis.h"

G_DEFINE_FINAL_TYPE (ClinicDiagnosis, clinic_diagnosis, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicDiagnosis, patient_id,        N_("Patient"), .format = CLINIC_LINK, .links = "patient", .required = TRUE),
  CLINIC_FIELD (ClinicDiagnosis, diagnosis_kind_id, N_("Diagnosis"), .format = CLINIC_LINK, .links = "diagnosis_kind", .required = TRUE),
  CLINIC_FIELD (ClinicDiagnosis, made_on,           N_("Made on"), .format = CLINIC_DATE),
  CLINIC_FIELD (ClinicDiagnosis, scale,             N_("Scale"), .max = 40),
  CLINIC_FIELD (ClinicDiagnosis, grade,             N_("Grade"), .max = 20),
  CLINIC_FIELD (ClinicDiagnosis, note,              N_("Note"), .max = 4000),
};
/* *INDENT-ON* */

static const char *
clinic_diagnosis_check (ClinicRecord *record,
                        const char   *today)
{
  ClinicDiagnosis *self = CLINIC_DIAGNOSIS (record);

  if (self->made_on != NULL && strcmp (self->made_on, today) > 0)
    return _("Made on: This is in the future.");

  return NULL;
}

static void
clinic_diagnosis_class_init (ClinicDiagnosisClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->subject = "patient_id";
  record_class->check = clinic_diagnosis_check;

  clinic_record_class_set_fields (record_class, "diagnosis", N_("Diagnosis"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_diagnosis_init (ClinicDiagnosis *self)
{
}

ClinicDiagnosis *
clinic_diagnosis_new (void)
{
  return g_object_new (CLINIC_TYPE_DIAGNOSIS, NULL);
}
