/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-entry-start.h"

typedef struct
{
  GType                     record_type;
  const ClinicEntryOptions *options;
  gint64                    patient;
  gint64                    id;
} Wanted;

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      property)
{
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  g_object_get (*(GObject *const *) a, property, &one, NULL);
  g_object_get (*(GObject *const *) b, property, &other, NULL);

  return g_utf8_collate (one != NULL ? one : "", other != NULL ? other : "");
}

static gboolean
read_options (ClinicDb          *db,
              const Wanted      *wanted,
              ClinicEntryStart  *start,
              GError           **error)
{
  for (const ClinicEntryOptions *option = wanted->options; option->field != NULL; option++)
    {
      g_autoptr(GPtrArray) records = option->load (db, wanted->patient, error);
      GListStore *store;

      if (records == NULL)
        return FALSE;

      g_ptr_array_sort_with_data (records, compare_names, (gpointer) option->property);
      store = g_list_store_new (CLINIC_TYPE_RECORD);
      g_list_store_splice (store, 0, 0, records->pdata, records->len);
      g_ptr_array_add (start->options, store);
    }

  return TRUE;
}

/* Of the patient, where it is a patient's. */
static ClinicRecord *
make_record (const Wanted *wanted)
{
  ClinicRecord *record = g_object_new (wanted->record_type, NULL);

  if (clinic_record_class_find_field (CLINIC_RECORD_GET_CLASS (record), "patient_id") != NULL)
    g_object_set (record, "patient-id", wanted->patient, NULL);

  return record;
}

static gpointer
read_start (ClinicDb  *db,
            gpointer   data,
            GError   **error)
{
  const Wanted *wanted = data;
  g_autoptr(ClinicEntryStart) start = g_new0 (ClinicEntryStart, 1);

  start->options = g_ptr_array_new_with_free_func (g_object_unref);

  if (wanted->id != 0)
    start->record = clinic_store_find (db, wanted->record_type, wanted->id, error);
  else
    start->record = make_record (wanted);

  if (start->record == NULL || !read_options (db, wanted, start, error))
    return NULL;

  return g_steal_pointer (&start);
}

void
clinic_entry_start_free (ClinicEntryStart *self)
{
  g_clear_object (&self->record);
  g_clear_pointer (&self->options, g_ptr_array_unref);
  g_free (self);
}

void
clinic_entry_start_async (ClinicDesk               *desk,
                          GType                     record_type,
                          const ClinicEntryOptions *options,
                          gint64                    patient,
                          gint64                    id,
                          GAsyncReadyCallback       callback,
                          gpointer                  user_data)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  g_return_if_fail (CLINIC_IS_DESK (desk));

  wanted->record_type = record_type;
  wanted->options = options;
  wanted->patient = patient;
  wanted->id = id;
  clinic_worker_run_async (clinic_desk_get_reader (desk), read_start, wanted, g_free,
                           (GDestroyNotify) clinic_entry_start_free, NULL, callback, user_data);
}

ClinicEntryStart *
clinic_entry_start_finish (GAsyncResult  *result,
                           GError       **error)
{
  return clinic_worker_run_finish (NULL, result, error);
}
