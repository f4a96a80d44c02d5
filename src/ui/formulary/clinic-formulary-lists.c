/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-cocktail.h"
#include "clinic-formulary-lists.h"
#include "clinic-ingredient.h"
#include "clinic-lot.h"
#include "clinic-text.h"

static void
string_free (gpointer text)
{
  g_string_free (text, TRUE);
}

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

/* gint64 * → GString: the ingredients of each cocktail. */
static GHashTable *
read_names (ClinicDb  *db,
            GError   **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "formulary-names", error);
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, string_free);
  GError *failure = NULL;

  if (statement == NULL)
    return NULL;

  while (clinic_statement_step (statement, &failure))
    {
      gint64 id = clinic_statement_get_int (statement, 0);
      GString *text = g_hash_table_lookup (names, &id);

      if (text == NULL)
        g_hash_table_insert (names, g_memdup2 (&id, sizeof id), text = g_string_new (NULL));

      g_string_append_printf (text, "%s, %s, ", clinic_statement_get_text (statement, 1),
                              clinic_statement_get_text (statement, 2));
    }

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }

  return g_steal_pointer (&names);
}

static gboolean
is_found (ClinicCocktail *cocktail,
          GHashTable     *names,
          const char     *typed)
{
  gint64 id = clinic_record_get_id (CLINIC_RECORD (cocktail));
  GString *others = g_hash_table_lookup (names, &id);

  return clinic_text_match (typed, cocktail->name, others != NULL ? others->str : NULL) != CLINIC_TEXT_MATCH_NONE;
}

GPtrArray *
clinic_formulary_list_cocktails (ClinicDb    *db,
                                 const char  *argument,
                                 GError     **error)
{
  g_autoptr(GPtrArray) records = clinic_store_list_by (db, CLINIC_TYPE_COCKTAIL, NULL, 0, error);
  g_autoptr(GHashTable) names = records != NULL ? read_names (db, error) : NULL;

  if (names == NULL)
    return NULL;

  for (guint i = records->len; i > 0; i--)
    {
      ClinicCocktail *cocktail = records->pdata[i - 1];

      if (cocktail->archived_on != NULL || !is_found (cocktail, names, argument))
        g_ptr_array_remove_index (records, i - 1);
    }

  g_ptr_array_sort (records, compare_cocktails);

  return g_steal_pointer (&records);
}

gpointer
clinic_formulary_find_lot (ClinicDb  *db,
                           gpointer   id,
                           GError   **error)
{
  return clinic_store_find (db, CLINIC_TYPE_LOT, *(gint64 *) id, error);
}
