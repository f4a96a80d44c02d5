/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-patient-start.h"
#include "clinic-patient-typed.h"
#include "clinic-register.h"

/* What crosses to the worker. */
typedef struct
{
  gint64  patient;
  char   *typed;
  char   *today;
} Start;

static void
start_free (gpointer data)
{
  Start *start = data;

  g_free (start->typed);
  g_free (start->today);
  g_free (start);
}

static gpointer
read_patient (ClinicDb  *db,
              gpointer   data,
              GError   **error)
{
  Start *start = data;
  g_autofree char *number = NULL;
  ClinicPatient *patient;

  if (start->patient != 0)
    return clinic_store_find (db, CLINIC_TYPE_PATIENT, start->patient, error);

  number = clinic_patient_next_number (db, error);

  if (number == NULL)
    return NULL;

  patient = clinic_patient_new ();
  g_object_set (patient, "file-number", number, NULL);
  clinic_patient_typed_take (patient, start->typed, start->today);

  return patient;
}

void
clinic_patient_start_async (ClinicDesk          *desk,
                            gint64               patient,
                            const char          *typed,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Start *start = g_new0 (Start, 1);

  g_return_if_fail (CLINIC_IS_DESK (desk));

  start->patient = patient;
  start->typed = g_strdup (typed);
  start->today = g_strdup (clinic_desk_get_today (desk));
  clinic_worker_run_async (clinic_desk_get_reader (desk), read_patient, start, start_free,
                           g_object_unref, NULL, callback, user_data);
}

ClinicPatient *
clinic_patient_start_finish (GAsyncResult  *result,
                             GError       **error)
{
  return clinic_worker_run_finish (NULL, result, error);
}

gboolean
clinic_patient_start_save (ClinicAct     *act,
                           ClinicRecord  *patient,
                           gpointer       suggested,
                           GError       **error)
{
  ClinicPatient *self = CLINIC_PATIENT (patient);

  if (clinic_record_get_id (patient) != 0)
    return clinic_patient_edit (act, self, error);

  if (g_strcmp0 (self->file_number, suggested) == 0)
    g_object_set (self, "file-number", NULL, NULL);

  return clinic_patient_register (act, self, error) != 0;
}
