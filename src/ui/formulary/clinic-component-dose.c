/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-component-dose.h"
#include "clinic-dose.h"
#include "clinic-locale.h"

/* mg or units in all that is composed. */
static char *
dup_dose (ClinicComponent *component,
          gint64          *amount)
{
  gboolean in_units = component != NULL && g_strcmp0 (component->strength_unit, "unit_ml") == 0;
  g_autofree char *number = NULL;

  *amount = CLINIC_UNKNOWN;

  if (component == NULL || component->strength == CLINIC_UNKNOWN)
    return NULL;

  *amount = clinic_dose_amount (component->volume, component->strength, in_units, 1, 1);
  number = clinic_locale_decimal (*amount);

  if (in_units)
    {
      *amount = CLINIC_UNKNOWN;
      return g_strdup_printf (_("%s units"), number);
    }

  return g_strdup_printf (_("%s mg"), number);
}

static char *
dup_limit (ClinicIngredient *ingredient,
           gint64            weight,
           gint64            amount,
           gboolean         *above)
{
  gint64 limit = clinic_dose_limit (ingredient->max_dose, ingredient->max_dose_per_kg, weight);
  g_autofree char *number = clinic_locale_decimal (limit);
  g_autofree char *per_kg = clinic_locale_decimal (ingredient->max_dose_per_kg);

  *above = limit != CLINIC_UNKNOWN && amount != CLINIC_UNKNOWN && amount > limit;

  if (*above)
    return g_strdup_printf (_("above the maximum of %s mg"), number);

  if (ingredient->max_dose_per_kg != CLINIC_UNKNOWN && weight == CLINIC_UNKNOWN)
    return g_strdup_printf (_("at most %s mg/kg: weight unknown"), per_kg);

  return limit != CLINIC_UNKNOWN ? g_strdup_printf (_("at most %s mg"), number) : NULL;
}

void
clinic_component_dose_tell (ClinicComponentDose *self,
                            ClinicIngredient    *ingredient,
                            ClinicComponent     *component,
                            gint64               weight)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  gboolean above;
  gint64 amount;
  char *dose = dup_dose (component, &amount);
  char *limit = dup_limit (ingredient, weight, amount, &above);

  if (ingredient->withdrawn)
    g_ptr_array_add (words, ingredient->withdrawn_reason != NULL
                     ? g_strdup_printf (_("Withdrawn: %s"), ingredient->withdrawn_reason) : g_strdup (_("Withdrawn")));

  g_ptr_array_add (words, g_strdup (clinic_choice_label (clinic_ingredient_classes, ingredient->class)));
  g_ptr_array_add (words, g_strdup (clinic_choice_label (clinic_ingredient_roles, ingredient->role)));

  if (dose != NULL)
    g_ptr_array_add (words, dose);

  if (limit != NULL)
    g_ptr_array_add (words, limit);

  g_ptr_array_add (words, NULL);
  self->text = g_strjoinv (" · ", (char **) words->pdata);
  self->wrong = above || ingredient->withdrawn;
}
