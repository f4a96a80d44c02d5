/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-patient-line.h"

G_DEFINE_FINAL_TYPE (ClinicPatientLine, clinic_patient_line, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicPatientLine, file_number, N_("File number")),
  CLINIC_FIELD (ClinicPatientLine, family_name, N_("Family name")),
  CLINIC_FIELD (ClinicPatientLine, given_name,  N_("Given name")),
  CLINIC_FIELD (ClinicPatientLine, birth_date,  N_("Date of birth"), .format = CLINIC_DATE),
  CLINIC_FIELD (ClinicPatientLine, sex,         N_("Sex"), .format = CLINIC_CHOICE, .choices = clinic_sexes),
  CLINIC_FIELD (ClinicPatientLine, phone,       N_("Telephone")),
  CLINIC_FIELD (ClinicPatientLine, email,       N_("E-mail")),
  CLINIC_FIELD (ClinicPatientLine, city,        N_("City")),
  CLINIC_FIELD (ClinicPatientLine, archived_on, N_("Archived on"), .format = CLINIC_DATE),
  CLINIC_FIELD (ClinicPatientLine, last_visit,  N_("Last visit"), .format = CLINIC_WALL),
  CLINIC_FIELD (ClinicPatientLine, next_visit,  N_("Next visit"), .format = CLINIC_WALL),
  CLINIC_FIELD (ClinicPatientLine, course,      N_("Course")),
  CLINIC_FIELD (ClinicPatientLine, courses,     N_("Courses")),
  CLINIC_FIELD (ClinicPatientLine, allergies,   N_("Allergies")),
};
/* *INDENT-ON* */

static void
clinic_patient_line_class_init (ClinicPatientLineClass *klass)
{
  clinic_record_class_set_fields (CLINIC_RECORD_CLASS (klass), "patient_line", N_("Patient"),
                                  fields, G_N_ELEMENTS (fields));
}

static void
clinic_patient_line_init (ClinicPatientLine *self)
{
}
