/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-check-in-look.h"
#include "clinic-check-in-save.h"

typedef struct
{
  ClinicRecord *record;
  ClinicRecord *saved;
} Save;

static gboolean
keep_pregnancy (ClinicChange  *change,
                gint64         patient,
                const char    *answer,
                const char    *note,
                GError       **error)
{
  g_autoptr(ClinicPregnancyStatus) status = clinic_pregnancy_status_new ();

  g_object_set (status, "patient-id", patient, "asked-on", change->today, "answer", answer,
                "staff-id", change->actor, "note", note, NULL);

  return clinic_store_save (change, CLINIC_RECORD (status), error);
}

/* Said once more on the same day it is no news. */
static gboolean
keep_news (ClinicChange   *change,
           ClinicCheckIn  *check_in,
           GError        **error)
{
  GError *failure = NULL;
  g_autoptr(ClinicPregnancyStatus) before = NULL;

  if (check_in->pregnancy == NULL)
    return TRUE;

  before = clinic_pregnancy_find (change->db, check_in->patient_id, change->today, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  return (before != NULL && g_str_equal (before->asked_on, change->today) &&
          g_str_equal (before->answer, check_in->pregnancy)) ||
         keep_pregnancy (change, check_in->patient_id, check_in->pregnancy, NULL, error);
}

/* What the list of allergies says otherwise cannot be answered. */
static gboolean
keep_allergies (ClinicChange  *change,
                gint64         patient,
                const char    *answer,
                const char    *note,
                GError       **error)
{
  g_autoptr(ClinicAllergyStatus) status = clinic_allergy_status_new ();
  int listed = clinic_allergies_count (change->db, patient, change->today, error);

  if (listed < 0)
    return FALSE;

  g_object_set (status, "patient-id", patient, "asked-on", change->today, "answer", answer,
                "staff-id", change->actor, "note", note, NULL);

  if (!clinic_record_validate (CLINIC_RECORD (status), change->today, error))
    return FALSE;

  if (clinic_allergies_stands (status, (guint) listed))
    return clinic_store_save (change, CLINIC_RECORD (status), error);

  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, listed > 0
                       ? _("Allergies: There are some on the list. End those that are none, or answer “as listed”.")
                       : _("Allergies: There are none on the list. Add what there is, or answer “none known”."));

  return FALSE;
}

static gboolean
keep_allergy_news (ClinicChange   *change,
                   ClinicCheckIn  *check_in,
                   GError        **error)
{
  GError *failure = NULL;
  g_autoptr(ClinicAllergyStatus) before = NULL;

  if (check_in->allergies == NULL)
    return TRUE;

  before = clinic_allergies_find (change->db, check_in->patient_id, change->today, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  return (before != NULL && g_str_equal (before->asked_on, change->today) &&
          g_str_equal (before->answer, check_in->allergies)) ||
         keep_allergies (change, check_in->patient_id, check_in->allergies, NULL, error);
}

static gboolean
save_check_in (ClinicAct     *act,
               ClinicChange  *change,
               gpointer       data,
               GError       **error)
{
  Save *save = data;

  g_clear_object (&save->saved);
  save->saved = clinic_record_copy (save->record);
  g_object_set (save->saved, "asked-on", change->today, "staff-id", change->actor, NULL);

  return clinic_store_save (change, save->saved, error) &&
         keep_news (change, CLINIC_CHECK_IN (save->saved), error) &&
         keep_allergy_news (change, CLINIC_CHECK_IN (save->saved), error);
}

gint64
clinic_check_in_save (ClinicAct      *act,
                      ClinicCheckIn  *check_in,
                      GError        **error)
{
  Save save = { .record = CLINIC_RECORD (check_in) };
  g_autoptr(ClinicRecord) saved = NULL;
  gboolean done;

  g_return_val_if_fail (CLINIC_IS_CHECK_IN (check_in), 0);

  done = clinic_act_run (act, "check-in.save", save_check_in, &save, error);
  saved = save.saved;

  return done ? clinic_act_take_saved (act, CLINIC_RECORD (check_in), saved) : 0;
}

static gboolean
save_status (ClinicAct     *act,
             ClinicChange  *change,
             gpointer       data,
             GError       **error)
{
  Save *save = data;

  g_clear_object (&save->saved);
  save->saved = clinic_record_copy (save->record);
  g_object_set (save->saved, "asked-on", change->today, "staff-id", change->actor, NULL);

  return clinic_store_save (change, save->saved, error);
}

gint64
clinic_pregnancy_ask (ClinicAct   *act,
                      gint64       patient,
                      const char  *answer,
                      const char  *note,
                      GError     **error)
{
  g_autoptr(ClinicPregnancyStatus) status = clinic_pregnancy_status_new ();
  Save save = { .record = CLINIC_RECORD (status) };
  g_autoptr(ClinicRecord) saved = NULL;
  gboolean done;

  g_object_set (status, "patient-id", patient, "answer", answer, "note", note, NULL);
  done = clinic_act_run (act, "check-in.save", save_status, &save, error);
  saved = save.saved;

  return done ? clinic_act_take_saved (act, CLINIC_RECORD (status), saved) : 0;
}

typedef struct
{
  gint64      patient;
  const char *answer;
  const char *note;
} Asked;

static gboolean
save_allergies (ClinicAct     *act,
                ClinicChange  *change,
                gpointer       data,
                GError       **error)
{
  Asked *asked = data;

  return keep_allergies (change, asked->patient, asked->answer, asked->note, error);
}

gboolean
clinic_allergies_ask (ClinicAct   *act,
                      gint64       patient,
                      const char  *answer,
                      const char  *note,
                      GError     **error)
{
  Asked asked = { patient, answer, note };

  return clinic_act_run (act, "check-in.save", save_allergies, &asked, error);
}
