/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-allergy.h"
#include "clinic-choices.h"

G_DEFINE_FINAL_TYPE (ClinicAllergy, clinic_allergy, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicAllergy, patient_id,        N_("Patient"), .format = CLINIC_LINK, .links = "patient", .required = TRUE),
  CLINIC_FIELD (ClinicAllergy, ingredient_id,     N_("Ingredient"), .format = CLINIC_LINK, .links = "ingredient"),
  CLINIC_FIELD (ClinicAllergy, allergen_group_id, N_("Allergen group"), .format = CLINIC_LINK, .links = "allergen_group"),
  CLINIC_FIELD (ClinicAllergy, reaction,          N_("Reaction"), .max = 400),
  CLINIC_FIELD (ClinicAllergy, severity,          N_("Severity"), .format = CLINIC_CHOICE, .choices = clinic_severities),
  CLINIC_FIELD (ClinicAllergy, noted_on,          N_("Noted on"), .format = CLINIC_DATE),
  CLINIC_FIELD (ClinicAllergy, ended_on,          N_("No longer so since"), .format = CLINIC_DATE),
  CLINIC_FIELD (ClinicAllergy, note,              N_("Note"), .max = 4000),
};
/* *INDENT-ON* */

static void
clinic_allergy_class_init (ClinicAllergyClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->subject = "patient_id";

  clinic_record_class_set_fields (record_class, "allergy", N_("Allergy"), fields, G_N_ELEMENTS (fields));
}

static void
clinic_allergy_init (ClinicAllergy *self)
{
}

ClinicAllergy *
clinic_allergy_new (void)
{
  return g_object_new (CLINIC_TYPE_ALLERGY, NULL);
}
