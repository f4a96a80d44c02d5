/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

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

static const char *
clinic_allergy_check (ClinicRecord *record,
                      const char   *today)
{
  ClinicAllergy *self = CLINIC_ALLERGY (record);

  if ((self->ingredient_id != CLINIC_UNKNOWN) == (self->allergen_group_id != CLINIC_UNKNOWN))
    return _("Ingredient: An allergy is to one ingredient or to one group of allergens.");

  if (self->noted_on != NULL && strcmp (self->noted_on, today) > 0)
    return _("Noted on: This is in the future.");

  if (self->noted_on != NULL && self->ended_on != NULL &&
      strcmp (self->ended_on, self->noted_on) < 0)
    return _("No longer so since: This is before the allergy was noted.");

  return NULL;
}

static void
clinic_allergy_class_init (ClinicAllergyClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->subject = "patient_id";
  record_class->check = clinic_allergy_check;

  clinic_record_class_set_fields (record_class, "allergy", N_("Allergy"), fields,
                                  G_N_ELEMENTS (fields));
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
