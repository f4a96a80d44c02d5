/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-allergy-status.h"

G_DEFINE_FINAL_TYPE (ClinicAllergyStatus, clinic_allergy_status, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicAllergyStatus, patient_id, N_("Patient"), .format = CLINIC_LINK, .links = "patient", .required = TRUE),
  CLINIC_FIELD (ClinicAllergyStatus, asked_on,   N_("Asked on"), .format = CLINIC_DATE, .required = TRUE),
  CLINIC_FIELD (ClinicAllergyStatus, answer,     N_("Allergies"), .format = CLINIC_CHOICE, .choices = clinic_allergy_answers, .required = TRUE),
  CLINIC_FIELD (ClinicAllergyStatus, staff_id,   N_("Asked by"), .format = CLINIC_LINK, .links = "staff", .required = TRUE),
  CLINIC_FIELD (ClinicAllergyStatus, note,       N_("Note"), .max = 400),
};
/* *INDENT-ON* */

static const char *
clinic_allergy_status_check (ClinicRecord *record,
                             const char   *today)
{
  return strcmp (CLINIC_ALLERGY_STATUS (record)->asked_on, today) > 0
         ? _("Asked on: This is in the future.") : NULL;
}

static void
clinic_allergy_status_class_init (ClinicAllergyStatusClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->subject = "patient_id";
  record_class->check = clinic_allergy_status_check;

  clinic_record_class_set_fields (record_class, "allergy_status", N_("Allergies, as answered"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_allergy_status_init (ClinicAllergyStatus *self)
{
}

ClinicAllergyStatus *
clinic_allergy_status_new (void)
{
  return g_object_new (CLINIC_TYPE_ALLERGY_STATUS, NULL);
}
