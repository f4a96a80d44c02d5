/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-grade.h"
#include "clinic-scale.h"

G_DEFINE_FINAL_TYPE (ClinicGrade, clinic_grade, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicGrade, patient_id,   N_("Patient"), .format = CLINIC_LINK, .links = "patient", .required = TRUE),
  CLINIC_FIELD (ClinicGrade, diagnosis_id, N_("Diagnosis"), .format = CLINIC_LINK, .links = "diagnosis"),
  CLINIC_FIELD (ClinicGrade, session_id,   N_("Session"), .format = CLINIC_LINK, .links = "session"),
  CLINIC_FIELD (ClinicGrade, scale,        N_("Scale"), .format = CLINIC_CHOICE, .choices = clinic_scale_names, .required = TRUE),
  CLINIC_FIELD (ClinicGrade, stage,        N_("Stage"), .required = TRUE, .max = 20),
  CLINIC_FIELD (ClinicGrade, graded_on,    N_("Seen on"), .format = CLINIC_DATE, .required = TRUE),
  CLINIC_FIELD (ClinicGrade, note,         N_("Note"), .max = 4000),
  CLINIC_FIELD (ClinicGrade, edition,      N_("Edition of the definitions"), .min = 1, .max = 100000),
};
/* *INDENT-ON* */

static const char *
clinic_grade_check (ClinicRecord *record,
                    const char   *today)
{
  ClinicGrade *self = CLINIC_GRADE (record);

  if (!clinic_scale_allows (self->scale, self->stage))
    return _("Stage: The scale has no such stage.");

  if (strcmp (self->graded_on, today) > 0)
    return _("Seen on: This is in the future.");

  return NULL;
}

static void
clinic_grade_class_init (ClinicGradeClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->subject = "patient_id";
  record_class->check = clinic_grade_check;

  clinic_record_class_set_fields (record_class, "grade", N_("Grade"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_grade_init (ClinicGrade *self)
{
}

ClinicGrade *
clinic_grade_new (void)
{
  return g_object_new (CLINIC_TYPE_GRADE, NULL);
}
