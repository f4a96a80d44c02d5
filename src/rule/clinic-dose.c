/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-dose.h"

/* Microlitres × thousandths × microlitres leave 64 bits behind. */
typedef __int128 Wide;

static gint64
divide (Wide number,
        Wide by)
{
  return (gint64) (number >= 0 ? (number + by / 2) / by : -((-number + by / 2) / by));
}

/* Thousandths of percent are 1/100 of thousandths of mg a µl; of units/ml, 1/1000 of thousandths
 * of units. */
static Wide
get_scale (gboolean in_units)
{
  return in_units ? 1000 : 100;
}

static gint64
sum_volumes (GPtrArray *components)
{
  gint64 total = 0;

  for (guint i = 0; i < components->len; i++)
    total += CLINIC_COMPONENT (components->pdata[i])->volume;

  return total;
}

gint64
clinic_dose_amount (gint64   injected,
                    gint64   strength,
                    gboolean in_units,
                    gint64   volume,
                    gint64   total)
{
  g_return_val_if_fail (total > 0, CLINIC_UNKNOWN);

  return divide ((Wide) injected * strength * volume, get_scale (in_units) * total);
}

static gboolean
is_in_units (ClinicComponent *component)
{
  return g_strcmp0 (component->strength_unit, "unit_ml") == 0;
}

static gboolean
has_dose (GArray   *doses,
          gint64    ingredient,
          gboolean  in_units)
{
  for (guint i = 0; i < doses->len; i++)
    {
      const ClinicDose *dose = &g_array_index (doses, ClinicDose, i);

      if (dose->ingredient_id == ingredient && dose->in_units == in_units)
        return TRUE;
    }

  return FALSE;
}

/* An ingredient may come twice in a mixture, in two strengths: rounded once, after adding up. */
static gint64
add_up (GPtrArray *components,
        gint64     ingredient,
        gboolean   in_units,
        gint64     injected)
{
  Wide sum = 0;

  for (guint i = 0; i < components->len; i++)
    {
      ClinicComponent *component = components->pdata[i];

      if (component->ingredient_id != ingredient)
        continue;

      if (component->strength == CLINIC_UNKNOWN)
        return CLINIC_UNKNOWN;

      if (is_in_units (component) == in_units)
        sum += (Wide) component->strength * component->volume;
    }

  return divide (sum * injected, get_scale (in_units) * sum_volumes (components));
}

GArray *
clinic_dose_list (GPtrArray *components,
                  gint64     injected)
{
  GArray *doses = g_array_new (FALSE, FALSE, sizeof (ClinicDose));

  for (guint i = 0; i < components->len; i++)
    {
      ClinicComponent *component = components->pdata[i];
      ClinicDose dose = { component->ingredient_id, 0, is_in_units (component) };

      if (has_dose (doses, dose.ingredient_id, dose.in_units))
        continue;

      dose.amount = add_up (components, dose.ingredient_id, dose.in_units, injected);
      g_array_append_val (doses, dose);
    }

  return doses;
}

void
clinic_dose_add (GArray *doses,
                 GArray *more)
{
  for (guint i = 0; i < more->len; i++)
    {
      const ClinicDose *other = &g_array_index (more, ClinicDose, i);

      if (!has_dose (doses, other->ingredient_id, other->in_units))
        {
          g_array_append_vals (doses, other, 1);
          continue;
        }

      for (guint j = 0; j < doses->len; j++)
        {
          ClinicDose *dose = &g_array_index (doses, ClinicDose, j);

          if (dose->ingredient_id != other->ingredient_id || dose->in_units != other->in_units)
            continue;

          if (dose->amount == CLINIC_UNKNOWN || other->amount == CLINIC_UNKNOWN)
            dose->amount = CLINIC_UNKNOWN;
          else
            dose->amount += other->amount;
        }
    }
}

/* Gives the µl that rounding down left over to those that lost most by it. */
static void
hand_out (GArray *volumes,
          GArray *remainders,
          gint64  left)
{
  for (; left > 0; left--)
    {
      guint most = 0;

      for (guint i = 1; i < remainders->len; i++)
        {
          if (g_array_index (remainders, gint64, i) > g_array_index (remainders, gint64, most))
            most = i;
        }

      g_array_index (volumes, gint64, most)++;
      g_array_index (remainders, gint64, most) = -1;
    }
}

GArray *
clinic_dose_volumes (GPtrArray *components,
                     gint64     injected)
{
  GArray *volumes = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) remainders = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 total = sum_volumes (components);
  gint64 left = injected;

  for (guint i = 0; i < components->len; i++)
    {
      Wide share = (Wide) injected * CLINIC_COMPONENT (components->pdata[i])->volume;
      gint64 volume = (gint64) (share / total);
      gint64 remainder = (gint64) (share % total);

      g_array_append_val (volumes, volume);
      g_array_append_val (remainders, remainder);
      left -= volume;
    }

  hand_out (volumes, remainders, left);

  return volumes;
}

gint64
clinic_dose_limit (gint64 maximum,
                   gint64 per_kg,
                   gint64 weight)
{
  gint64 for_weight;

  if (per_kg == CLINIC_UNKNOWN || weight == CLINIC_UNKNOWN)
    return maximum;

  for_weight = divide ((Wide) per_kg * weight, 1000);

  return maximum == CLINIC_UNKNOWN ? for_weight : MIN (maximum, for_weight);
}
