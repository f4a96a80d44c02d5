/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-patient.h"
#include "clinic-photo-patient.h"

static gpointer
read_patient (ClinicDb  *db,
              gpointer   data,
              GError   **error)
{
  return clinic_store_find (db, CLINIC_TYPE_PATIENT, *(gint64 *) data, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(AdwWindowTitle) title = user_data;
  g_autoptr(ClinicPatient) patient = clinic_worker_run_finish (NULL, result, NULL);
  g_autofree char *who = NULL;

  if (patient == NULL)
    return;

  who = g_strdup_printf ("%s, %s · %s", patient->family_name,
                         patient->given_name != NULL ? patient->given_name : "", patient->file_number);
  adw_window_title_set_subtitle (title, who);
}

void
clinic_photo_name_patient (AdwWindowTitle *title,
                           ClinicDesk     *desk,
                           gint64          patient)
{
  clinic_worker_run_async (clinic_desk_get_reader (desk), read_patient, g_memdup2 (&patient, sizeof patient),
                           g_free, g_object_unref, NULL, read_cb, g_object_ref (title));
}
