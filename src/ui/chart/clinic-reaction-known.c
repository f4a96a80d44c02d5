/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-reaction-kind.h"
#include "clinic-reaction-known.h"
#include "clinic-reaction.h"

/* How often each kind was logged lately: pointers to gint64 by pointers to the kind's id. */
static GHashTable *
count_uses (ClinicDb  *db,
            GError   **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "reaction-uses", error);
  g_autoptr(GHashTable) uses = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  GError *failure = NULL;

  if (statement == NULL)
    return NULL;

  while (clinic_statement_step (statement, &failure))
    {
      gint64 kind = clinic_statement_get_int (statement, 0);
      gint64 n = clinic_statement_get_int (statement, 1);

      g_hash_table_insert (uses, g_memdup2 (&kind, sizeof kind), g_memdup2 (&n, sizeof n));
    }

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }

  return g_steal_pointer (&uses);
}

static gint64
get_uses (GHashTable         *uses,
          ClinicReactionKind *kind)
{
  gint64 id = clinic_record_get_id (CLINIC_RECORD (kind));
  const gint64 *n = g_hash_table_lookup (uses, &id);

  return n != NULL ? *n : 0;
}

/* What this clinic sees most comes first; of what it never saw, what must be rare comes last. */
static int
compare_kinds (gconstpointer a,
               gconstpointer b,
               gpointer      uses)
{
  ClinicReactionKind *first = *(ClinicReactionKind *const *) a;
  ClinicReactionKind *second = *(ClinicReactionKind *const *) b;
  gint64 more = get_uses (uses, second) - get_uses (uses, first);

  if (more != 0)
    return more > 0 ? 1 : -1;

  if (first->red_flag != second->red_flag)
    return first->red_flag ? 1 : -1;

  return g_utf8_collate (first->name, second->name);
}

static gpointer
read_known (ClinicDb  *db,
            gpointer   data,
            GError   **error)
{
  g_autoptr(ClinicReactionKnown) known = g_new0 (ClinicReactionKnown, 1);
  g_autoptr(GHashTable) uses = count_uses (db, error);

  if (uses == NULL)
    return NULL;

  known->kinds = clinic_store_list_by (db, CLINIC_TYPE_REACTION_KIND, NULL, 0, error);

  if (known->kinds == NULL)
    return NULL;

  known->reactions = clinic_store_list_by (db, CLINIC_TYPE_REACTION, "patient_id",
                                           *(gint64 *) data, error);

  if (known->reactions == NULL)
    return NULL;

  g_ptr_array_sort_with_data (known->kinds, compare_kinds, uses);

  for (guint i = known->reactions->len; i > 0; i--)
    {
      if (CLINIC_REACTION (known->reactions->pdata[i - 1])->cleared != NULL)
        g_ptr_array_remove_index (known->reactions, i - 1);
    }

  return g_steal_pointer (&known);
}

void
clinic_reaction_known_free (ClinicReactionKnown *self)
{
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_clear_pointer (&self->reactions, g_ptr_array_unref);
  g_free (self);
}

void
clinic_reaction_known_read_async (ClinicDesk          *desk,
                                  gint64               patient,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (CLINIC_IS_DESK (desk));

  clinic_worker_run_async (clinic_desk_get_reader (desk), read_known,
                           g_memdup2 (&patient, sizeof patient), g_free,
                           (GDestroyNotify) clinic_reaction_known_free, NULL, callback,
                           user_data);
}

ClinicReactionKnown *
clinic_reaction_known_read_finish (GAsyncResult  *result,
                                   GError       **error)
{
  return clinic_worker_run_finish (NULL, result, error);
}
