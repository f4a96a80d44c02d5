/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_INGREDIENT (clinic_ingredient_get_type ())
G_DECLARE_FINAL_TYPE (ClinicIngredient, clinic_ingredient, CLINIC, INGREDIENT, ClinicRecord)

/* A substance of the formulary. Principal or complementary, after the rule that a cocktail needs
 * two principals. Read the members; write them through properties, so that views hear of it. */
struct _ClinicIngredient
{
  ClinicRecord  parent_instance;

  char         *code;
  char         *name;
  char         *class;
  char         *role;
  gint64        max_dose;
  gint64        max_dose_per_kg;
  gint64        max_dose_units;     /* of what is dosed in units (toxins, enzymes) */
  gboolean      withdrawn;
  char         *withdrawn_reason;
  char         *atc;
  char         *source;
  char         *note;
};

ClinicIngredient *clinic_ingredient_new (void);

G_END_DECLS
