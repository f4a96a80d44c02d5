/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-reaction-kind.h"
#include "clinic-reaction-known.h"
#include "clinic-reaction.h"

static int
compare_kinds (gconstpointer a,
               gconstpointer b)
{
  const ClinicReactionKind *first = *(ClinicReactionKind *const *) a;
  const ClinicReactionKind *second = *(ClinicReactionKind *const *) b;

  return g_utf8_collate (first->name, second->name);
}

static gpointer
read_known (ClinicDb  *db,
            gpointer   data,
            GError   **error)
{
  g_autoptr(ClinicReactionKnown) known = g_new0 (ClinicReactionKnown, 1);

  known->kinds = clinic_store_list_by (db, CLINIC_TYPE_REACTION_KIND, NULL, 0, error);

  if (known->kinds == NULL)
    return NULL;

  known->reactions = clinic_store_list_by (db, CLINIC_TYPE_REACTION, "patient_id",
                                           *(gint64 *) data, error);

  if (known->reactions == NULL)
    return NULL;

  g_ptr_array_sort (known->kinds, compare_kinds);

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
