/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-cocktail.h"
#include "clinic-formulary-lists.h"
#include "clinic-ingredient.h"
#include "clinic-lot.h"

static int
compare_ingredients (gconstpointer a,
                     gconstpointer b)
{
  const ClinicIngredient *one = *(gpointer *) a;
  const ClinicIngredient *other = *(gpointer *) b;

  if (one->withdrawn != other->withdrawn)
    return one->withdrawn ? 1 : -1;

  return g_utf8_collate (one->name, other->name);
}

static int
compare_cocktails (gconstpointer a,
                   gconstpointer b)
{
  const ClinicCocktail *one = *(gpointer *) a;
  const ClinicCocktail *other = *(gpointer *) b;

  return g_utf8_collate (one->name, other->name);
}

GPtrArray *
clinic_formulary_list_ingredients (ClinicDb    *db,
                                   const char  *argument,
                                   GError     **error)
{
  GPtrArray *records = clinic_store_list_by (db, CLINIC_TYPE_INGREDIENT, NULL, 0, error);

  if (records != NULL)
    g_ptr_array_sort (records, compare_ingredients);

  return records;
}

GPtrArray *
clinic_formulary_list_cocktails (ClinicDb    *db,
                                 const char  *argument,
                                 GError     **error)
{
  GPtrArray *records = clinic_store_list_by (db, CLINIC_TYPE_COCKTAIL, NULL, 0, error);

  if (records == NULL)
    return NULL;

  for (guint i = records->len; i > 0; i--)
    {
      if (CLINIC_COCKTAIL (records->pdata[i - 1])->archived_on != NULL)
        g_ptr_array_remove_index (records, i - 1);
    }

  g_ptr_array_sort (records, compare_cocktails);

  return records;
}

gpointer
clinic_formulary_find_lot (ClinicDb  *db,
                           gpointer   id,
                           GError   **error)
{
  return clinic_store_find (db, CLINIC_TYPE_LOT, *(gint64 *) id, error);
}
