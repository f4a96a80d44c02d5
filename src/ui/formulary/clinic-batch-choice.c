/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-batch-choice.h"
#include "clinic-batch.h"
#include "clinic-treatment.h"

static void
choice_free (gpointer data)
{
  ClinicBatchChoice *self = data;

  g_object_unref (self->lot);
  g_free (self);
}

static int
compare_choices (gconstpointer a,
                 gconstpointer b)
{
  ClinicRecord *one = CLINIC_RECORD ((*(ClinicBatchChoice *const *) a)->lot);
  ClinicRecord *other = CLINIC_RECORD ((*(ClinicBatchChoice *const *) b)->lot);
  g_autofree char *first = clinic_lot_dup_usable_until (CLINIC_LOT (one));
  g_autofree char *second = clinic_lot_dup_usable_until (CLINIC_LOT (other));
  int order = (first == NULL) - (second == NULL);

  if (order == 0)
    order = g_strcmp0 (first, second);

  return order != 0 ? order : (clinic_record_get_id (one) > clinic_record_get_id (other)) -
         (clinic_record_get_id (one) < clinic_record_get_id (other));
}

/* @date: NULL for any. */
static gboolean
add (ClinicDb    *db,
     ClinicLot   *lot,
     const char  *date,
     GPtrArray   *choices,
     GError     **error)
{
  g_autofree char *until = clinic_lot_dup_usable_until (lot);
  ClinicBalance balance;
  ClinicBatchChoice *choice;

  if (date != NULL && until != NULL && strncmp (until, date, strlen (date)) < 0)
    return TRUE;

  if (!clinic_lot_read_balance (db, clinic_record_get_id (CLINIC_RECORD (lot)), &balance, error))
    return FALSE;

  if (date != NULL && balance.left != CLINIC_UNKNOWN && balance.left <= 0)
    return TRUE;

  choice = g_new0 (ClinicBatchChoice, 1);
  choice->lot = g_object_ref (lot);
  choice->left = balance.left;
  g_ptr_array_add (choices, choice);

  return TRUE;
}

GPtrArray *
clinic_batch_choice_list (ClinicDb    *db,
                          ClinicLot   *lot,
                          const char  *date,
                          GError     **error)
{
  g_autoptr(GPtrArray) choices = g_ptr_array_new_with_free_func (choice_free);
  g_autoptr(GPtrArray) lots = clinic_store_list_by (db, CLINIC_TYPE_LOT, "ingredient_id", lot->ingredient_id, error);

  if (lots == NULL)
    return NULL;

  for (guint i = 0; i < lots->len; i++)
    {
      gboolean same = clinic_record_get_id (lots->pdata[i]) == clinic_record_get_id (CLINIC_RECORD (lot));

      if (!add (db, lots->pdata[i], same ? NULL : date, choices, error))
        return NULL;
    }

  g_ptr_array_sort (choices, compare_choices);

  return g_steal_pointer (&choices);
}
