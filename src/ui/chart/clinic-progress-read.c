/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-progress-read.h"
#include "clinic-today-entry.h"

void
clinic_progress_free (ClinicProgress *self)
{
  g_clear_pointer (&self->series, g_ptr_array_unref);
  g_clear_pointer (&self->beside, clinic_progress_beside_unref);
  g_free (self);
}

static gpointer
read_progress (ClinicDb  *db,
               gpointer   data,
               GError   **error)
{
  g_autoptr(ClinicProgress) self = g_new0 (ClinicProgress, 1);
  g_autoptr(GPtrArray) due = NULL;

  self->series = clinic_progress_series_read (db, *(gint64 *) data, &self->beside, error);

  if (self->series == NULL)
    return NULL;

  due = clinic_today_entry_list_decisions_of (db, *(gint64 *) data, error);

  if (due == NULL)
    return NULL;

  self->due = due->len > 0;

  return g_steal_pointer (&self);
}

void
clinic_progress_read_async (ClinicDesk          *desk,
                            gint64               patient,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (CLINIC_IS_DESK (desk));

  clinic_worker_run_async (clinic_desk_get_reader (desk), read_progress,
                           g_memdup2 (&patient, sizeof patient), g_free,
                           (GDestroyNotify) clinic_progress_free, cancellable, callback,
                           user_data);
}

ClinicProgress *
clinic_progress_read_finish (GAsyncResult  *result,
                             GError       **error)
{
  return clinic_worker_run_finish (NULL, result, error);
}
