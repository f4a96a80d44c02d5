/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-ingredient.h"

G_DEFINE_FINAL_TYPE (ClinicIngredient, clinic_ingredient, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicIngredient, code,             N_("Code"), .required = TRUE, .max = 60),
  CLINIC_FIELD (ClinicIngredient, name,             N_("Name"), .required = TRUE, .max = 160),
  CLINIC_FIELD (ClinicIngredient, class,            N_("Class"), .format = CLINIC_CHOICE, .choices = clinic_ingredient_classes, .required = TRUE),
  CLINIC_FIELD (ClinicIngredient, role,             N_("Role"), .format = CLINIC_CHOICE, .choices = clinic_ingredient_roles, .required = TRUE),
  CLINIC_FIELD (ClinicIngredient, max_dose,         N_("Maximum dose a session (mg)"), .format = CLINIC_DECIMAL, .max = 100000000),
  CLINIC_FIELD (ClinicIngredient, max_dose_per_kg,  N_("Maximum dose (mg/kg)"), .format = CLINIC_DECIMAL, .max = 10000000),
  CLINIC_FIELD (ClinicIngredient, max_dose_units,   N_("Maximum dose a session (units)"), .format = CLINIC_DECIMAL, .max = 100000000),
  CLINIC_FIELD (ClinicIngredient, withdrawn,        N_("Withdrawn")),
  CLINIC_FIELD (ClinicIngredient, withdrawn_reason, N_("Why withdrawn"), .max = 400),
  CLINIC_FIELD (ClinicIngredient, atc,              N_("ATC code"), .max = 16),
  CLINIC_FIELD (ClinicIngredient, source,           N_("Source"), .max = 400),
  CLINIC_FIELD (ClinicIngredient, note,             N_("Note")),
};
/* *INDENT-ON* */

static void
clinic_ingredient_class_init (ClinicIngredientClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  clinic_record_class_set_fields (record_class, "ingredient", N_("Ingredient"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_ingredient_init (ClinicIngredient *self)
{
}

ClinicIngredient *
clinic_ingredient_new (void)
{
  return g_object_new (CLINIC_TYPE_INGREDIENT, NULL);
}
