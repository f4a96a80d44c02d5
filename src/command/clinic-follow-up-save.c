/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-clock.h"
#include "clinic-date.h"
#include "clinic-follow-up-save.h"
#include "clinic-setting.h"
#include "clinic-setup.h"

#define SHIPPED_GRADE 2
#define SHIPPED_DAYS 1
#define MOST_GRADE 5
#define MOST_DAYS 365

gint64
clinic_follow_up_save (ClinicAct       *act,
                       ClinicFollowUp  *follow_up,
                       GError         **error)
{
  g_return_val_if_fail (CLINIC_IS_FOLLOW_UP (follow_up), 0);

  return clinic_act_save (act, "follow-up.save", CLINIC_RECORD (follow_up), error);
}

static gboolean
check_open (ClinicFollowUp  *follow_up,
            GError         **error)
{
  if (follow_up->done_at == NULL)
    return TRUE;

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT, _("This call was made on %s already."),
               follow_up->done_at);

  return FALSE;
}

/* FALSE with @error. */
static gboolean
end (ClinicChange    *change,
     ClinicFollowUp  *follow_up,
     const char      *now,
     const char      *outcome,
     GError         **error)
{
  g_object_set (follow_up, "done-at", now, "done-by", change->actor, "outcome", outcome, NULL);

  return clinic_store_save (change, CLINIC_RECORD (follow_up), error);
}

typedef struct
{
  gint64      id;
  const char *outcome;
  const char *note;
  gboolean    again;
} Call;

static gboolean
plan_again (ClinicChange    *change,
            ClinicFollowUp  *before,
            GError         **error)
{
  g_autoptr(ClinicFollowUp) next = clinic_follow_up_new ();
  g_autofree char *tomorrow = clinic_date_add_days (change->today, 1);

  g_object_set (next, "patient-id", before->patient_id, "reaction-id", before->reaction_id,
                "staff-id", before->staff_id, "reason", before->reason, "due-on", tomorrow, NULL);

  return clinic_store_save (change, CLINIC_RECORD (next), error);
}

static gboolean
make_call (ClinicAct     *act,
           ClinicChange  *change,
           gpointer       data,
           GError       **error)
{
  Call *call = data;
  g_autofree char *zone = clinic_act_dup_zone (act->db, error);
  g_autofree char *now = zone != NULL ? clinic_clock_wall (zone) : NULL;
  g_autoptr(ClinicRecord) record = NULL;
  ClinicFollowUp *follow_up;

  if (now == NULL)
    return FALSE;

  record = clinic_store_find (act->db, CLINIC_TYPE_FOLLOW_UP, call->id, error);

  if (record == NULL)
    return FALSE;

  follow_up = CLINIC_FOLLOW_UP (record);

  if (call->note != NULL)
    g_object_set (follow_up, "note", call->note, NULL);

  return check_open (follow_up, error) &&
         end (change, follow_up, now, call->outcome, error) &&
         (!call->again || plan_again (change, follow_up, error));
}

gboolean
clinic_follow_up_finish (ClinicAct   *act,
                         gint64       follow_up,
                         const char  *outcome,
                         const char  *note,
                         GError     **error)
{
  Call call = { follow_up, outcome, note, FALSE };

  return clinic_act_run (act, "follow-up.save", make_call, &call, error);
}

gboolean
clinic_follow_up_again (ClinicAct  *act,
                        gint64      follow_up,
                        GError    **error)
{
  Call call = { follow_up, "not_reached", NULL, TRUE };

  return clinic_act_run (act, "follow-up.save", make_call, &call, error);
}

/* A number among the clinic's settings; what is no number counts as not said. FALSE with
 * @error. */
static gboolean
read_setting (ClinicDb    *db,
              const char  *key,
              gint64       shipped,
              gint64       most,
              gint64      *value,
              GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(ClinicRecord) setting = clinic_store_find_by (db, CLINIC_TYPE_SETTING, "key", key, &local_error);

  *value = shipped;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (setting != NULL && CLINIC_SETTING (setting)->value != NULL)
    {
      gint64 said;

      if (g_ascii_string_to_signed (CLINIC_SETTING (setting)->value, 10, 0, most, &said, NULL))
        *value = said;
    }

  return TRUE;
}

gboolean
clinic_follow_up_read_usual (ClinicDb  *db,
                             gint64    *grade,
                             gint64    *days,
                             GError   **error)
{
  return read_setting (db, "follow-up.grade", SHIPPED_GRADE, MOST_GRADE, grade, error) &&
         read_setting (db, "follow-up.days", SHIPPED_DAYS, MOST_DAYS, days, error);
}

static gboolean
set_number (ClinicAct   *act,
            const char  *key,
            gint64       value,
            GError     **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  return clinic_setting_save (act, key, text, error);
}

gboolean
clinic_follow_up_set_usual (ClinicAct  *act,
                            gint64      grade,
                            gint64      days,
                            GError    **error)
{
  if (grade != CLINIC_UNKNOWN && (grade < 1 || grade > MOST_GRADE))
    {
      g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, _("Called from grade: There are grades 1 to 5."));
      return FALSE;
    }

  if (days != CLINIC_UNKNOWN && (days < 0 || days > MOST_DAYS))
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, _("Called after (days): %d at most."), MOST_DAYS);
      return FALSE;
    }

  return (grade == CLINIC_UNKNOWN || set_number (act, "follow-up.grade", grade, error)) &&
         (days == CLINIC_UNKNOWN || set_number (act, "follow-up.days", days, error));
}

gboolean
clinic_follow_up_plan (ClinicChange        *change,
                       ClinicReaction      *reaction,
                       ClinicReactionKind  *kind,
                       GError             **error)
{
  g_autoptr(ClinicFollowUp) follow_up = NULL;
  g_autofree char *due = NULL;
  gint64 grade;
  gint64 days;

  if (!clinic_follow_up_read_usual (change->db, &grade, &days, error))
    return FALSE;

  if (kind->call_grade != CLINIC_UNKNOWN)
    grade = kind->call_grade;

  if (kind->call_days != CLINIC_UNKNOWN)
    days = kind->call_days;

  if (reaction->cleared != NULL ||
      !(kind->red_flag || (reaction->grade != CLINIC_UNKNOWN && reaction->grade >= grade)))
    return TRUE;

  follow_up = clinic_follow_up_new ();
  due = clinic_date_add_days (change->today, days);
  g_object_set (follow_up, "patient-id", reaction->patient_id,
                "reaction-id", clinic_record_get_id (CLINIC_RECORD (reaction)),
                "due-on", due, NULL);

  return clinic_store_save (change, CLINIC_RECORD (follow_up), error);
}

gboolean
clinic_follow_up_end_all (ClinicChange  *change,
                          gint64         reaction,
                          const char    *now,
                          GError       **error)
{
  g_autoptr(GPtrArray) calls = clinic_store_list_by (change->db, CLINIC_TYPE_FOLLOW_UP,
                                                     "reaction_id", reaction, error);

  for (guint i = 0; calls != NULL && i < calls->len; i++)
    {
      ClinicFollowUp *call = calls->pdata[i];

      if (call->done_at == NULL && !end (change, call, now, "cleared", error))
        return FALSE;
    }

  return calls != NULL;
}
