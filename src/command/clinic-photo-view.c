/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-audit.h"
#include "clinic-patient.h"
#include "clinic-photo-keep.h"
#include "clinic-photo-view.h"
#include "clinic-photo.h"

typedef struct
{
  const char   *action;
  gint64        patient;
  const gint64 *photos;
  guint         n_photos;
} View;

static gboolean
note_photo (ClinicChange  *change,
            const View    *view,
            gint64         photo,
            GError       **error)
{
  g_autoptr(ClinicRecord) record = clinic_store_find (change->db, CLINIC_TYPE_PHOTO, photo, error);

  if (record == NULL)
    return FALSE;

  if (CLINIC_PHOTO (record)->patient_id == view->patient)
    return clinic_audit_append (change, view->action, "photo", photo, view->patient, NULL, NULL, error);

  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                       _("Patient: This is a photo of another patient."));

  return FALSE;
}

static gboolean
note (ClinicAct     *act,
      ClinicChange  *change,
      gpointer       data,
      GError       **error)
{
  const View *view = data;
  g_autoptr(ClinicRecord) patient = clinic_store_find (act->db, CLINIC_TYPE_PATIENT, view->patient,
                                                       error);

  if (patient == NULL)
    return FALSE;

  if (view->n_photos == 0)
    return clinic_audit_append (change, view->action, "patient", view->patient, view->patient, NULL,
                                NULL, error);

  for (guint i = 0; i < view->n_photos; i++)
    {
      if (!note_photo (change, view, view->photos[i], error))
        return FALSE;
    }

  return TRUE;
}

gboolean
clinic_photo_note_viewed (ClinicAct     *act,
                          gint64         patient,
                          const gint64  *photos,
                          guint          n_photos,
                          GError       **error)
{
  View view = { .action = "view", .patient = patient, .photos = photos, .n_photos = n_photos };

  g_return_val_if_fail (act != NULL && (photos != NULL || n_photos == 0), FALSE);

  return clinic_act_run (act, "photo.view", note, &view, error);
}

static gboolean
check_consent (ClinicDb  *db,
               gint64     patient,
               GError   **error)
{
  gboolean may;

  if (!clinic_photo_may_export (db, patient, &may, error))
    return FALSE;

  if (!may)
    g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                         _("The patient has not agreed to photos being given out."));

  return may;
}

static gboolean
give_out (ClinicAct     *act,
          ClinicChange  *change,
          gpointer       data,
          GError       **error)
{
  const View *view = data;

  return check_consent (act->db, view->patient, error) && note (act, change, data, error);
}

static int
compare_ids (gconstpointer one,
             gconstpointer other)
{
  gint64 first = *(const gint64 *) one;
  gint64 second = *(const gint64 *) other;

  return first < second ? -1 : first > second;
}

/* @asked: patients (gint64) whose consent was looked up already. */
static gboolean
give_out_one (ClinicChange  *change,
              gint64         photo,
              GHashTable    *asked,
              GError       **error)
{
  g_autoptr(ClinicRecord) record = clinic_store_find (change->db, CLINIC_TYPE_PHOTO, photo, error);
  gint64 patient = record != NULL ? CLINIC_PHOTO (record)->patient_id : 0;

  if (record == NULL)
    return FALSE;

  if (!g_hash_table_contains (asked, &patient))
    {
      if (!check_consent (change->db, patient, error))
        return FALSE;

      g_hash_table_add (asked, g_memdup2 (&patient, sizeof patient));
    }

  return clinic_audit_append (change, "export", "photo", photo, patient, NULL, NULL, error);
}

static gboolean
give_out_all (ClinicAct     *act,
              ClinicChange  *change,
              gpointer       data,
              GError       **error)
{
  GArray *photos = data;
  g_autoptr(GHashTable) asked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gint64 last = 0;

  g_array_sort (photos, compare_ids);

  for (guint i = 0; i < photos->len; i++)
    {
      gint64 photo = g_array_index (photos, gint64, i);

      if (photo != last && !give_out_one (change, photo, asked, error))
        return FALSE;

      last = photo;
    }

  return TRUE;
}

gboolean
clinic_photo_give_out (ClinicAct     *act,
                       gint64         patient,
                       const gint64  *photos,
                       guint          n_photos,
                       GError       **error)
{
  View view = { .action = "export", .patient = patient, .photos = photos, .n_photos = n_photos };

  g_return_val_if_fail (act != NULL && photos != NULL && n_photos > 0, FALSE);

  return clinic_act_run (act, "photo.export", give_out, &view, error);
}

gboolean
clinic_photo_give_out_all (ClinicAct  *act,
                           GArray     *photos,
                           GError    **error)
{
  g_autoptr(GArray) copy = NULL;

  g_return_val_if_fail (act != NULL && photos != NULL, FALSE);

  if (photos->len == 0)
    return TRUE;

  copy = g_array_copy (photos);

  return clinic_act_run (act, "photo.export", give_out_all, copy, error);
}
