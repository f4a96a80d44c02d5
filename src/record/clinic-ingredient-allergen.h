/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_INGREDIENT_ALLERGEN (clinic_ingredient_allergen_get_type ())
G_DECLARE_FINAL_TYPE (ClinicIngredientAllergen, clinic_ingredient_allergen, CLINIC,
                      INGREDIENT_ALLERGEN, ClinicRecord)

/* An ingredient belongs to an allergen group.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicIngredientAllergen
{
  ClinicRecord  parent_instance;

  gint64        ingredient_id;
  gint64        allergen_group_id;
};

ClinicIngredientAllergen *clinic_ingredient_allergen_new (void);

G_END_DECLS
