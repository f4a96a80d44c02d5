/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-check-in-look.h"
#include "clinic-check-in-save.h"

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

/* An answer that was not given, or is said once more on the same day, is none. @before: the last one; NULL: none. */
static gboolean
is_news (gpointer    before,
         const char *answer,
         const char *today)
{
  g_autofree char *asked_on = NULL;
  g_autofree char *said = NULL;

  if (before != NULL)
    g_object_get (before, "asked-on", &asked_on, "answer", &said, NULL);

  return answer != NULL && (g_strcmp0 (asked_on, today) != 0 || g_strcmp0 (said, answer) != 0);
}

/* What is answered of pregnancy and allergies stands by itself too, with its day. */
static gboolean
keep_news (ClinicChange   *change,
           ClinicCheckIn  *check_in,
           GError        **error)
{
  gint64 patient = check_in->patient_id;
  GError *failure = NULL;
  g_autoptr(ClinicPregnancyStatus) pregnancy = clinic_pregnancy_find (change->db, patient, change->today, &failure);
  g_autoptr(ClinicAllergyStatus) allergies = NULL;

  if (failure == NULL)
    allergies = clinic_allergies_find (change->db, patient, change->today, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  return (!is_news (pregnancy, check_in->pregnancy, change->today) ||
          keep_pregnancy (change, patient, check_in->pregnancy, NULL, error)) &&
         (!is_news (allergies, check_in->allergies, change->today) ||
          keep_allergies (change, patient, check_in->allergies, NULL, error));
}

/* Whoever saves it asked, today. */
static gboolean
sign_answer (ClinicAct     *act,
             ClinicChange  *change,
             ClinicRecord  *saved,
             gpointer       data,
             GError       **error)
{
  g_object_set (saved, "asked-on", change->today, "staff-id", change->actor, NULL);

  return !CLINIC_IS_CHECK_IN (saved) || keep_news (change, CLINIC_CHECK_IN (saved), error);
}

gint64
clinic_check_in_save (ClinicAct      *act,
                      ClinicCheckIn  *check_in,
                      GError        **error)
{
  g_return_val_if_fail (CLINIC_IS_CHECK_IN (check_in), 0);

  return clinic_act_save_with (act, "check-in.save", CLINIC_RECORD (check_in), sign_answer, NULL, error);
}

gint64
clinic_pregnancy_ask (ClinicAct   *act,
                      gint64       patient,
                      const char  *answer,
                      const char  *note,
                      GError     **error)
{
  g_autoptr(ClinicPregnancyStatus) status = clinic_pregnancy_status_new ();

  g_object_set (status, "patient-id", patient, "answer", answer, "note", note, NULL);

  return clinic_act_save_with (act, "check-in.save", CLINIC_RECORD (status), sign_answer, NULL, error);
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
