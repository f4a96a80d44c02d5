/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-history.h"
#include "clinic-text.h"

/* What the allergy was against no longer counts, wholly or in part. */
static gboolean
weakens (ClinicAllergy *before,
         ClinicAllergy *after)
{
  return (before->ended_on == NULL && after->ended_on != NULL) ||
         before->ingredient_id != after->ingredient_id ||
         before->allergen_group_id != after->allergen_group_id;
}

static gboolean
check_weakening (ClinicChange   *change,
                 ClinicAllergy  *before,
                 ClinicAllergy  *after,
                 GError        **error)
{
  if (!weakens (before, after) || !clinic_text_is_empty (change->reason))
    return TRUE;

  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                       _("Reason: Say why the allergy no longer stands."));

  return FALSE;
}

static gboolean
look_at_allergy (ClinicAct     *act,
                 ClinicChange  *change,
                 ClinicRecord  *saved,
                 gpointer       data,
                 GError       **error)
{
  g_autoptr(ClinicRecord) stored = NULL;

  if (clinic_record_get_version (saved) == 0)
    return TRUE;

  stored = clinic_store_find (act->db, CLINIC_TYPE_ALLERGY, clinic_record_get_id (saved), error);

  return stored != NULL && check_weakening (change, CLINIC_ALLERGY (stored), CLINIC_ALLERGY (saved), error);
}

gint64
clinic_allergy_save (ClinicAct      *act,
                     ClinicAllergy  *allergy,
                     GError        **error)
{
  g_return_val_if_fail (CLINIC_IS_ALLERGY (allergy), 0);

  return clinic_act_save_with (act, "history.save", CLINIC_RECORD (allergy), look_at_allergy, NULL, error);
}

gint64
clinic_condition_save (ClinicAct        *act,
                       ClinicCondition  *condition,
                       GError          **error)
{
  g_return_val_if_fail (CLINIC_IS_CONDITION (condition), 0);

  return clinic_act_save (act, "history.save", CLINIC_RECORD (condition), error);
}

gint64
clinic_diagnosis_save (ClinicAct        *act,
                       ClinicDiagnosis  *diagnosis,
                       GError          **error)
{
  g_return_val_if_fail (CLINIC_IS_DIAGNOSIS (diagnosis), 0);

  return clinic_act_save (act, "history.save", CLINIC_RECORD (diagnosis), error);
}

static gboolean
date_medicine (ClinicAct     *act,
               ClinicChange  *change,
               ClinicRecord  *saved,
               gpointer       data,
               GError       **error)
{
  if (clinic_record_get_version (saved) == 0)
    g_object_set (saved, "noted-on", change->today, NULL);

  return TRUE;
}

gint64
clinic_medicine_save (ClinicAct       *act,
                      ClinicMedicine  *medicine,
                      GError         **error)
{
  g_return_val_if_fail (CLINIC_IS_MEDICINE (medicine), 0);

  return clinic_act_save_with (act,
                               clinic_record_get_version (CLINIC_RECORD (medicine)) == 0 ? "medicine.add" : "history.save",
                               CLINIC_RECORD (medicine), date_medicine, NULL, error);
}

typedef struct
{
  const char *date;
  const char *reason;
} Ending;

static gboolean
end_allergy (ClinicAct     *act,
             ClinicChange  *change,
             ClinicRecord  *record,
             gpointer       data,
             GError       **error)
{
  Ending *ending = data;

  if (clinic_text_is_empty (ending->reason))
    {
      g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                           _("Reason: Say why the allergy no longer stands."));
      return FALSE;
    }

  change->reason = ending->reason;
  g_object_set (record, "ended-on", ending->date != NULL ? ending->date : change->today, NULL);

  return TRUE;
}

gboolean
clinic_allergy_end (ClinicAct   *act,
                    gint64       allergy,
                    const char  *date,
                    const char  *reason,
                    GError     **error)
{
  Ending ending = { date, reason };

  return clinic_act_edit (act, "history.save", CLINIC_TYPE_ALLERGY, allergy, end_allergy, &ending,
                          error);
}

static gboolean
end_condition (ClinicAct     *act,
               ClinicChange  *change,
               ClinicRecord  *record,
               gpointer       data,
               GError       **error)
{
  const char *date = data;

  g_object_set (record, "until", date != NULL ? date : change->today, NULL);

  return TRUE;
}

gboolean
clinic_condition_end (ClinicAct   *act,
                      gint64       condition,
                      const char  *date,
                      GError     **error)
{
  return clinic_act_edit (act, "history.save", CLINIC_TYPE_CONDITION, condition, end_condition,
                          (gpointer) date, error);
}

static gboolean
stop_medicine (ClinicAct     *act,
               ClinicChange  *change,
               ClinicRecord  *record,
               gpointer       data,
               GError       **error)
{
  const char *date = data;

  g_object_set (record, "stopped", date != NULL ? date : change->today, NULL);

  return TRUE;
}

gboolean
clinic_medicine_stop (ClinicAct   *act,
                      gint64       medicine,
                      const char  *date,
                      GError     **error)
{
  return clinic_act_edit (act, "history.save", CLINIC_TYPE_MEDICINE, medicine, stop_medicine, (gpointer) date, error);
}
