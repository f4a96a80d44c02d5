/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-component-dose.h"
#include "clinic-dose.h"
#include "clinic-locale.h"

gint64
clinic_component_dose_amount (ClinicComponent *component,
                              gboolean        *in_units)
{
  *in_units = component != NULL && g_strcmp0 (component->strength_unit, "unit_ml") == 0;

  if (component == NULL || component->strength == CLINIC_UNKNOWN)
    return CLINIC_UNKNOWN;

  return clinic_dose_amount (component->volume, component->strength, *in_units, 1, 1);
}

/* mg or units in this component. */
static char *
dup_dose (ClinicComponent *component)
{
  gboolean in_units;
  gint64 amount = clinic_component_dose_amount (component, &in_units);
  g_autofree char *number = clinic_locale_decimal (amount);

  if (amount == CLINIC_UNKNOWN)
    return NULL;

  return in_units ? g_strdup_printf (_("%s units"), number) : g_strdup_printf (_("%s mg"), number);
}

static gboolean
is_above (gint64 amount,
          gint64 limit)
{
  return limit != CLINIC_UNKNOWN && amount != CLINIC_UNKNOWN && amount > limit;
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

  *above = is_above (amount, limit);

  if (*above)
    return g_strdup_printf (_("above the maximum of %s mg"), number);

  if (ingredient->max_dose_per_kg != CLINIC_UNKNOWN && weight == CLINIC_UNKNOWN)
    return g_strdup_printf (_("at most %s mg/kg: weight unknown"), per_kg);

  return limit != CLINIC_UNKNOWN ? g_strdup_printf (_("at most %s mg"), number) : NULL;
}

static char *
dup_limit_of_units (ClinicIngredient *ingredient,
                    gint64            amount,
                    gboolean         *above)
{
  g_autofree char *number = clinic_locale_decimal (ingredient->max_dose_units);

  *above = is_above (amount, ingredient->max_dose_units);

  if (ingredient->max_dose_units == CLINIC_UNKNOWN)
    return NULL;

  return *above ? g_strdup_printf (_("above the maximum of %s units"), number)
                : g_strdup_printf (_("at most %s units"), number);
}

void
clinic_component_dose_tell (ClinicComponentDose *self,
                            ClinicIngredient    *ingredient,
                            ClinicComponent     *component,
                            gint64               mg,
                            gint64               units,
                            gint64               weight)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  gboolean above;
  gboolean above_units;
  char *dose = dup_dose (component);
  char *limit = dup_limit (ingredient, weight, mg, &above);
  char *limit_of_units = dup_limit_of_units (ingredient, units, &above_units);

  if (ingredient->withdrawn)
    g_ptr_array_add (words, ingredient->withdrawn_reason != NULL
                     ? g_strdup_printf (_("Withdrawn: %s"), ingredient->withdrawn_reason) : g_strdup (_("Withdrawn")));

  g_ptr_array_add (words, g_strdup (clinic_choice_label (clinic_ingredient_classes, ingredient->class)));
  g_ptr_array_add (words, g_strdup (clinic_choice_label (clinic_ingredient_roles, ingredient->role)));

  if (dose != NULL)
    g_ptr_array_add (words, dose);

  if (limit != NULL)
    g_ptr_array_add (words, limit);

  if (limit_of_units != NULL)
    g_ptr_array_add (words, limit_of_units);

  g_ptr_array_add (words, NULL);
  self->text = g_strjoinv (" · ", (char **) words->pdata);
  self->wrong = above || above_units || ingredient->withdrawn;
}
