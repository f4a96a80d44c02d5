/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-course.h"
#include "clinic-diagnosis.h"
#include "clinic-measure.h"
#include "clinic-session.h"
#include "clinic-scale.h"
#include "clinic-tracking.h"

/* What is saved, as a copy: a command may run twice. */
typedef struct
{
  ClinicRecord *record;
  ClinicRecord *saved;
} Save;

/* Whether the record that @id links to is of @patient; no link is. */
static gboolean
check_owner (ClinicDb    *db,
             GType        type,
             gint64       id,
             gint64       patient,
             const char  *what,
             GError     **error)
{
  g_autoptr(ClinicRecord) linked = NULL;
  gint64 owner;

  if (id == CLINIC_UNKNOWN)
    return TRUE;

  linked = clinic_store_find (db, type, id, error);

  if (linked == NULL)
    return FALSE;

  g_object_get (linked, "patient-id", &owner, NULL);

  if (owner == patient)
    return TRUE;

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, _("%s: This is another patient's."),
               what);

  return FALSE;
}

static gboolean
save_grade (ClinicAct     *act,
            ClinicChange  *change,
            gpointer       data,
            GError       **error)
{
  Save *save = data;
  const ClinicScale *scale;
  ClinicGrade *grade;

  g_clear_object (&save->saved);
  save->saved = clinic_record_copy (save->record);
  grade = CLINIC_GRADE (save->saved);

  if (grade->graded_on == NULL)
    g_object_set (grade, "graded-on", change->today, NULL);

  scale = clinic_scale_find (grade->scale);

  /* By the definitions as they are read today. */
  if (clinic_record_get_id (save->saved) == 0 && scale != NULL)
    g_object_set (grade, "edition", scale->edition, NULL);

  return check_owner (act->db, CLINIC_TYPE_DIAGNOSIS, grade->diagnosis_id, grade->patient_id,
                      _("Diagnosis"), error) &&
         check_owner (act->db, CLINIC_TYPE_SESSION, grade->session_id, grade->patient_id,
                      _("Session"), error) &&
         clinic_store_save (change, save->saved, error);
}

static gint64
run (ClinicAct      *act,
     const char     *command,
     ClinicActFunc   func,
     ClinicRecord   *record,
     GError        **error)
{
  Save save = { .record = record };
  gboolean done = clinic_act_run (act, command, func, &save, error);
  g_autoptr(ClinicRecord) saved = save.saved;

  return done ? clinic_act_take_saved (act, record, saved) : 0;
}

gint64
clinic_grade_save (ClinicAct    *act,
                   ClinicGrade  *grade,
                   GError      **error)
{
  g_return_val_if_fail (CLINIC_IS_GRADE (grade), 0);

  return run (act, "measurement.add", save_grade, CLINIC_RECORD (grade), error);
}

gint64
clinic_track_save (ClinicAct    *act,
                   ClinicTrack  *track,
                   GError      **error)
{
  g_return_val_if_fail (CLINIC_IS_TRACK (track), 0);

  return clinic_act_save (act, "history.save", CLINIC_RECORD (track), error);
}

static gboolean
end_track (ClinicAct     *act,
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
clinic_track_end (ClinicAct   *act,
                  gint64       track,
                  const char  *date,
                  GError     **error)
{
  return clinic_act_edit (act, "history.save", CLINIC_TYPE_TRACK, track, end_track,
                          (gpointer) date, error);
}

/* The one of the same course, metric and zone, with the new value; else @goal itself. Owned. */
static ClinicRecord *
find_goal (ClinicDb    *db,
           ClinicGoal  *goal,
           GError     **error)
{
  g_autoptr(GPtrArray) goals = clinic_store_list_by (db, CLINIC_TYPE_GOAL, "course_id",
                                                     goal->course_id, error);

  if (goals == NULL)
    return NULL;

  for (guint i = 0; clinic_record_get_version (CLINIC_RECORD (goal)) == 0 && i < goals->len; i++)
    {
      ClinicGoal *other = goals->pdata[i];

      if (other->metric_id == goal->metric_id && g_strcmp0 (other->zone, goal->zone) == 0)
        {
          g_object_set (other, "value", goal->value, NULL);
          return g_object_ref (CLINIC_RECORD (other));
        }
    }

  return clinic_record_copy (CLINIC_RECORD (goal));
}

static gboolean
save_goal (ClinicAct     *act,
           ClinicChange  *change,
           gpointer       data,
           GError       **error)
{
  Save *save = data;
  ClinicGoal *goal = CLINIC_GOAL (save->record);
  g_autoptr(ClinicRecord) metric = NULL;

  g_clear_object (&save->saved);

  if (!clinic_record_validate (save->record, change->today, error) ||
      !check_owner (act->db, CLINIC_TYPE_COURSE, goal->course_id, goal->patient_id, _("Course"),
                    error))
    return FALSE;

  metric = clinic_store_find (act->db, CLINIC_TYPE_METRIC, goal->metric_id, error);

  if (metric == NULL || !clinic_metric_check_value (CLINIC_METRIC (metric), _("Goal"), goal->value,
                                                    error))
    return FALSE;

  save->saved = find_goal (act->db, goal, error);

  return save->saved != NULL && clinic_store_save (change, save->saved, error);
}

gint64
clinic_goal_save (ClinicAct   *act,
                  ClinicGoal  *goal,
                  GError     **error)
{
  g_return_val_if_fail (CLINIC_IS_GOAL (goal), 0);

  return run (act, "course.edit", save_goal, CLINIC_RECORD (goal), error);
}
