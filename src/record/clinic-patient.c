/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-patient.h"

G_DEFINE_FINAL_TYPE (ClinicPatient, clinic_patient, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicPatient, file_number,       N_("File number"), .required = TRUE, .searched = TRUE, .max = 40),
  CLINIC_FIELD (ClinicPatient, family_name,       N_("Family name"), .required = TRUE, .searched = TRUE, .max = 120),
  CLINIC_FIELD (ClinicPatient, given_name,        N_("Given name"), .searched = TRUE, .max = 120),
  CLINIC_FIELD (ClinicPatient, birth_name,        N_("Name at birth"), .searched = TRUE, .max = 120),
  CLINIC_FIELD (ClinicPatient, title,             N_("Title"), .max = 40),
  CLINIC_FIELD (ClinicPatient, suffix,            N_("Suffix"), .max = 40),
  CLINIC_FIELD (ClinicPatient, birth_date,        N_("Date of birth"), .format = CLINIC_DATE, .searched = TRUE),
  CLINIC_FIELD (ClinicPatient, died_on,           N_("Died on"), .format = CLINIC_DATE),
  CLINIC_FIELD (ClinicPatient, sex,               N_("Sex"), .format = CLINIC_CHOICE, .choices = clinic_sexes),
  CLINIC_FIELD (ClinicPatient, phone,             N_("Telephone"), .ltr = TRUE, .searched = TRUE, .max = 40),
  CLINIC_FIELD (ClinicPatient, mobile,            N_("Mobile"), .ltr = TRUE, .searched = TRUE, .max = 40),
  CLINIC_FIELD (ClinicPatient, email,             N_("E-mail"), .max = 120),
  CLINIC_FIELD (ClinicPatient, address,           N_("Address"), .max = 400),
  CLINIC_FIELD (ClinicPatient, postcode,          N_("Postcode"), .max = 20),
  CLINIC_FIELD (ClinicPatient, city,              N_("City"), .max = 120),
  CLINIC_FIELD (ClinicPatient, region,            N_("Region"), .max = 120),
  CLINIC_FIELD (ClinicPatient, country,           N_("Country"), .max = 80),
  CLINIC_FIELD (ClinicPatient, emergency_contact, N_("Emergency contact"), .max = 200),
  CLINIC_FIELD (ClinicPatient, channel,           N_("Reach by"), .format = CLINIC_CHOICE, .choices = clinic_channels),
  CLINIC_FIELD (ClinicPatient, language,          N_("Language"), .max = 16),
  CLINIC_FIELD (ClinicPatient, referral,          N_("Referred by"), .max = 200),
  CLINIC_FIELD (ClinicPatient, notes,             N_("Notes"), .max = 20000),
  CLINIC_FIELD (ClinicPatient, imported,          N_("Brought along"), .max = 20000),
  CLINIC_FIELD (ClinicPatient, archived_on,       N_("Archived on"), .format = CLINIC_DATE),
  CLINIC_FIELD (ClinicPatient, merged_into,       N_("Merged into"), .format = CLINIC_LINK, .links = "patient"),
};
/* *INDENT-ON* */

static const char *
clinic_patient_check (ClinicRecord *record,
                      const char   *today)
{
  ClinicPatient *self = CLINIC_PATIENT (record);

  if (self->birth_date != NULL && strcmp (self->birth_date, today) > 0)
    return _("Date of birth: This is in the future.");

  if (self->died_on != NULL && strcmp (self->died_on, today) > 0)
    return _("Died on: This is in the future.");

  if (self->died_on != NULL && self->birth_date != NULL &&
      strcmp (self->died_on, self->birth_date) < 0)
    return _("Died on: This is before the date of birth.");

  if (self->merged_into != CLINIC_UNKNOWN && self->merged_into == clinic_record_get_id (record))
    return _("Merged into: A patient cannot be merged into the same patient.");

  return NULL;
}

static void
clinic_patient_class_init (ClinicPatientClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->subject = "id";
  record_class->check = clinic_patient_check;

  clinic_record_class_set_fields (record_class, "patient", N_("Patient"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_patient_init (ClinicPatient *self)
{
}

ClinicPatient *
clinic_patient_new (void)
{
  return g_object_new (CLINIC_TYPE_PATIENT, NULL);
}
