/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is looked up in a sheet, and said of it. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-chart-sheet.h"
#include "clinic-cocktail.h"
#include "clinic-component.h"
#include "clinic-direction.h"
#include "clinic-ingredient.h"
#include "clinic-locale.h"

ClinicCocktailVersion *
clinic_chart_sheet_find_version (ClinicChartSheet *self,
                                 gint64            id)
{
  g_return_val_if_fail (CLINIC_IS_CHART_SHEET (self), NULL);

  for (guint i = 0; i < self->versions->len; i++)
    {
      if (clinic_record_get_id (self->versions->pdata[i]) == id)
        return self->versions->pdata[i];
    }

  return NULL;
}

char *
clinic_chart_sheet_dup_cocktail (ClinicChartSheet *self,
                                 gint64            version)
{
  ClinicCocktailVersion *found = clinic_chart_sheet_find_version (self, version);
  ClinicCocktail *cocktail;

  if (found == NULL)
    return g_strdup (_("Not said"));

  cocktail = g_hash_table_lookup (self->cocktails, &found->cocktail_id);

  /* Translators: a cocktail and the number of its version: “Basic v3”. */
  return g_strdup_printf (_("%s v%d"), cocktail->name, (int) found->number);
}

/* An ingredient that comes in two strengths is one. */
static GPtrArray *
list_names (ClinicChartSheet *self,
            gint64            version,
            gboolean          principal)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->components->len; i++)
    {
      ClinicComponent *component = self->components->pdata[i];
      ClinicIngredient *ingredient = g_hash_table_lookup (self->ingredients,
                                                          &component->ingredient_id);

      if (component->cocktail_version_id == version && ingredient != NULL &&
          (!principal || g_strcmp0 (ingredient->role, "principal") == 0) &&
          g_hash_table_add (seen, ingredient))
        g_ptr_array_add (names, g_strdup (ingredient->name));
    }

  return names;
}

GPtrArray *
clinic_chart_sheet_list_principal (ClinicChartSheet *self,
                                   gint64            version)
{
  g_return_val_if_fail (CLINIC_IS_CHART_SHEET (self), NULL);

  return list_names (self, version, TRUE);
}

char *
clinic_chart_sheet_dup_ingredients (ClinicChartSheet *self,
                                    gint64            version)
{
  g_autoptr(GPtrArray) names = NULL;

  g_return_val_if_fail (CLINIC_IS_CHART_SHEET (self), NULL);

  names = list_names (self, version, FALSE);
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

char *
clinic_chart_sheet_dup_injected (ClinicInjection *injection)
{
  g_autofree char *number = clinic_locale_number (injection->points);
  g_autofree char *ml = clinic_locale_decimal (injection->volume_per_point);
  g_autofree char *mm = clinic_locale_decimal (injection->depth);
  g_autofree char *words = NULL;

  if (injection->depth == CLINIC_UNKNOWN)
    /* Translators: points and the volume of each: “24 × 0.05 ml”. */
    words = g_strdup_printf (_("%s × %s ml"), number, ml);
  else
    /* Translators: points, the volume of each, how deep: “24 × 0.05 ml · 2.5 mm”. */
    words = g_strdup_printf (_("%s × %s ml · %s mm"), number, ml, mm);

  return clinic_direction_figures (words);
}

ClinicInjection *
clinic_chart_sheet_find_last (ClinicChartSheet *self,
                              const char       *zone)
{
  g_return_val_if_fail (CLINIC_IS_CHART_SHEET (self), NULL);

  for (guint i = 0; self->last != NULL && i < self->last->injections->len; i++)
    {
      ClinicInjection *injection = self->last->injections->pdata[i];

      if (zone == NULL || g_str_equal (injection->zone, zone))
        return injection;
    }

  return NULL;
}
