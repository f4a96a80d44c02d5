/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-ingredient-allergen.h"

G_DEFINE_FINAL_TYPE (ClinicIngredientAllergen, clinic_ingredient_allergen, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicIngredientAllergen, ingredient_id,     N_("Ingredient"), .format = CLINIC_LINK, .links = "ingredient", .required = TRUE),
  CLINIC_FIELD (ClinicIngredientAllergen, allergen_group_id, N_("Allergen group"), .format = CLINIC_LINK, .links = "allergen_group", .required = TRUE),
};
/* *INDENT-ON* */

static void
clinic_ingredient_allergen_class_init (ClinicIngredientAllergenClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  clinic_record_class_set_fields (record_class, "ingredient_allergen",
                                  N_("Allergen of an ingredient"), fields, G_N_ELEMENTS (fields));
}

static void
clinic_ingredient_allergen_init (ClinicIngredientAllergen *self)
{
}

ClinicIngredientAllergen *
clinic_ingredient_allergen_new (void)
{
  return g_object_new (CLINIC_TYPE_INGREDIENT_ALLERGEN, NULL);
}
