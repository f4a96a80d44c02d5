/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-diagnosis-kind.h"

G_DEFINE_FINAL_TYPE (ClinicDiagnosisKind, clinic_diagnosis_kind, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicDiagnosisKind, code,  N_("Code"), .required = TRUE, .max = 40),
  CLINIC_FIELD (ClinicDiagnosisKind, name,  N_("Name"), .required = TRUE, .max = 160),
  CLINIC_FIELD (ClinicDiagnosisKind, icd10, N_("ICD-10"), .max = 16),
  CLINIC_FIELD (ClinicDiagnosisKind, note,  N_("Note")),
};
/* *INDENT-ON* */

static void
clinic_diagnosis_kind_class_init (ClinicDiagnosisKindClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  clinic_record_class_set_fields (record_class, "diagnosis_kind", N_("Kind of diagnosis"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_diagnosis_kind_init (ClinicDiagnosisKind *self)
{
}

ClinicDiagnosisKind *
clinic_diagnosis_kind_new (void)
{
  return g_object_new (CLINIC_TYPE_DIAGNOSIS_KIND, NULL);
}
