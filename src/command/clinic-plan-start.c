/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Courses as commands: start with all sessions, change, stop, complete. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-alert.h"
#include "clinic-date.h"
#include "clinic-finding.h"
#include "clinic-plan.h"
#include "clinic-session.h"
#include "clinic-text.h"

typedef struct
{
  ClinicCoursePlan *plan;
  gint64            course;
} Start;

/* Every session stays where the plan has it. */
static gboolean
look_again (ClinicDb          *db,
            ClinicCoursePlan  *plan,
            GError           **error)
{
  ClinicPlanned *first = plan->sessions->pdata[0];
  g_autofree char *starts = g_strdup (first->starts);

  for (guint i = 1; i < plan->sessions->len; i++)
    {
      ClinicPlanned *planned = plan->sessions->pdata[i];

      g_hash_table_insert (plan->chosen, GUINT_TO_POINTER (planned->number),
                           g_strdup (planned->starts));
    }

  return clinic_course_plan_choose (db, plan, 1, starts, error);
}

static void
set_conflict (ClinicCoursePlan  *plan,
              GError           **error)
{
  g_autoptr(GString) lines = g_string_new (NULL);

  for (guint i = 0; i < plan->sessions->len; i++)
    {
      ClinicPlanned *planned = plan->sessions->pdata[i];

      if (planned->clash != CLINIC_CLASH_NONE)
        g_string_append_printf (lines, "\n%u. %.10s %s: %s", planned->number, planned->starts,
                                planned->starts + 11,
                                planned->words);
    }

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT,
               _("Nothing was booked: %u of %u sessions cannot be as planned.%s"),
               plan->n_clashes, plan->sessions->len, lines->str);
}

/* Sessions put nearer or farther than their phase foresees. */
static GPtrArray *
find_objections (ClinicCoursePlan *plan)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 1; i < plan->sessions->len; i++)
    {
      ClinicPlanned *planned = plan->sessions->pdata[i];
      g_autofree char *message = NULL;
      ClinicFinding *finding;

      if (planned->days >= planned->min_days && planned->days <= planned->max_days)
        continue;

      message = g_strdup_printf (ngettext ("Session %u would be %d day after the one before; the "
                                           "protocol has %d to %d.",
                                           "Session %u would be %d days after the one before; the "
                                           "protocol has %d to %d.", planned->days),
                                 planned->number, (int) planned->days, (int) planned->min_days,
                                 (int) planned->max_days);
      finding = clinic_finding_new ();
      g_object_set (finding, "rule", CLINIC_RULE_INTERVAL, "rule-version", (gint64) 1, "severity",
                    "warn",
                    "message", message, NULL);
      g_ptr_array_add (found, finding);
    }

  return found;
}

static gint64
known (gint64 id)
{
  return id != 0 ? id : CLINIC_UNKNOWN;
}

static gint64
save_course (ClinicChange      *change,
             ClinicCoursePlan  *plan,
             GError           **error)
{
  const ClinicCourseRequest *request = &plan->request;
  ClinicPlanned *first = plan->sessions->pdata[0];
  g_autofree char *date = clinic_wall_dup_date (first->starts);
  g_autoptr(ClinicCourse) course = clinic_course_new ();

  g_object_set (course,
                "patient-id", request->patient,
                "diagnosis-id", known (request->diagnosis),
                "protocol-id", request->protocol,
                "practitioner-id", request->practitioner,
                "cocktail-id", known (request->cocktail),
                "goal", request->goal,
                "started-on", date,
                "status", "active",
                NULL);

  return clinic_store_save (change, CLINIC_RECORD (course),
                            error) ? clinic_record_get_id (CLINIC_RECORD (course)) : 0;
}

static gboolean
save_sessions (ClinicChange      *change,
               ClinicCoursePlan  *plan,
               gint64             course,
               GError           **error)
{
  for (guint i = 0; i < plan->sessions->len; i++)
    {
      ClinicPlanned *planned = plan->sessions->pdata[i];
      g_autoptr(ClinicSession) session = clinic_session_new ();

      g_object_set (session,
                    "patient-id", plan->request.patient,
                    "course-id", course,
                    "phase-id", planned->phase,
                    "number", (gint64) planned->number,
                    "practitioner-id", plan->request.practitioner,
                    "room-id", planned->room,
                    "starts", planned->starts,
                    "ends", planned->ends,
                    "status", "booked",
                    NULL);

      if (!clinic_store_save (change, CLINIC_RECORD (session), error))
        return FALSE;
    }

  return TRUE;
}

/* What there is to know before the first session. */
static gboolean
add_alerts (ClinicDb          *db,
            ClinicCoursePlan  *plan,
            GPtrArray         *found,
            GError           **error)
{
  ClinicPlanned *first = plan->sessions->pdata[0];
  g_autoptr(ClinicSession) session = clinic_session_new ();

  g_object_set (session,
                "patient-id", plan->request.patient,
                "phase-id", first->phase,
                "practitioner-id", plan->request.practitioner,
                "starts", first->starts,
                "ends", first->ends,
                "status", "booked",
                NULL);

  return clinic_alert_add (db, session, known (plan->request.cocktail), found, error);
}

static gboolean
start (ClinicAct     *act,
       ClinicChange  *change,
       gpointer       data,
       GError       **error)
{
  Start *work = data;
  g_autoptr(GPtrArray) found = NULL;

  /* Only to name all clashes at once; the database refuses what is taken between this look and
   * the commit. */
  if (!look_again (act->db, work->plan, error))
    return FALSE;

  if (work->plan->n_clashes > 0)
    {
      set_conflict (work->plan, error);
      return FALSE;
    }

  found = find_objections (work->plan);

  if (!add_alerts (act->db, work->plan, found, error))
    return FALSE;

  work->course = save_course (change, work->plan, error);

  return work->course != 0 &&
         save_sessions (change, work->plan, work->course, error) &&
         clinic_act_weigh (act, change, found, work->plan->request.patient, 0, error);
}

gint64
clinic_course_start (ClinicAct         *act,
                     ClinicCoursePlan  *plan,
                     GError           **error)
{
  Start work = { .plan = plan };
  g_autoptr(GError) failure = NULL;

  g_return_val_if_fail (act != NULL && plan != NULL && plan->sessions->len > 0, 0);

  if (clinic_act_run (act, "course.start", start, &work, &failure))
    return act->repeated ? clinic_act_find_made (act, act->done, "course", error) : work.course;

  /* Another seat was faster: the plan shows by whom each time is taken now. */
  if (act->constraint != NULL && g_str_has_prefix (act->constraint, "booked_") &&
      look_again (act->db, plan, NULL) && plan->n_clashes > 0)
    {
      g_clear_error (&failure);
      set_conflict (plan, &failure);
    }

  g_propagate_error (error, g_steal_pointer (&failure));

  return 0;
}

gboolean
clinic_course_edit (ClinicAct     *act,
                    ClinicCourse  *course,
                    GError       **error)
{
  g_return_val_if_fail (CLINIC_IS_COURSE (course), FALSE);
  g_return_val_if_fail (clinic_record_get_version (CLINIC_RECORD (course)) != 0, FALSE);

  return clinic_act_save (act, "course.edit", CLINIC_RECORD (course), error) != 0;
}

static GPtrArray *
load_live (ClinicDb      *db,
           ClinicRecord  *course,
           GError       **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "course-live-sessions", error);

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_int (statement, 1, clinic_record_get_id (course));

  return clinic_store_list (statement, CLINIC_TYPE_SESSION, error);
}

static gboolean
check_active (ClinicRecord  *course,
              GError       **error)
{
  if (g_strcmp0 (CLINIC_COURSE (course)->status, "active") == 0)
    return TRUE;

  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                       _("Status: The course has ended already."));

  return FALSE;
}

/* A visit that has begun is not cancelled by the course's end. */
static gboolean
cancel_session (ClinicChange  *change,
                ClinicRecord  *session,
                const char    *reason,
                GError       **error)
{
  const char *status = CLINIC_SESSION (session)->status;

  if (g_strcmp0 (status, "booked") != 0 && g_strcmp0 (status, "confirmed") != 0)
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   _("The visit of %s is going on. Finish it before the course is stopped."),
                   CLINIC_SESSION (session)->starts);
      return FALSE;
    }

  g_object_set (session, "status", "cancelled", "status-reason", reason, NULL);

  return clinic_store_save (change, session, error);
}

/* Today, or the day it would have started on when that has not come yet. */
static void
end_course (ClinicRecord *course,
            const char   *status,
            const char   *reason,
            const char   *today)
{
  const char *started = CLINIC_COURSE (course)->started_on;

  g_object_set (course,
                "status", status,
                "ended-on", started != NULL && strcmp (started, today) > 0 ? started : today,
                "stop-reason", reason,
                NULL);
}

static gboolean
stop (ClinicAct     *act,
      ClinicChange  *change,
      ClinicRecord  *course,
      gpointer       data,
      GError       **error)
{
  const char *reason = data;
  g_autoptr(GPtrArray) sessions = NULL;

  if (!check_active (course, error))
    return FALSE;

  change->reason = reason;
  sessions = load_live (act->db, course, error);

  if (sessions == NULL)
    return FALSE;

  for (guint i = 0; i < sessions->len; i++)
    {
      if (!cancel_session (change, sessions->pdata[i], reason, error))
        return FALSE;
    }

  end_course (course, "stopped", reason, change->today);

  return TRUE;
}

gboolean
clinic_course_stop (ClinicAct   *act,
                    gint64       course,
                    const char  *reason,
                    GError     **error)
{
  if (clinic_text_is_empty (reason))
    {
      g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                           _("Reason: Say why the course is stopped."));
      return FALSE;
    }

  return clinic_act_edit (act, "course.edit", CLINIC_TYPE_COURSE, course, stop, (gpointer) reason,
                          error);
}

static gboolean
complete (ClinicAct     *act,
          ClinicChange  *change,
          ClinicRecord  *course,
          gpointer       data,
          GError       **error)
{
  g_autoptr(GPtrArray) sessions = NULL;

  if (!check_active (course, error) || (sessions = load_live (act->db, course, error)) == NULL)
    return FALSE;

  if (sessions->len > 0)
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   _("Status: %u visits of the course are still booked. Finish or cancel them "
                     "first."), sessions->len);
      return FALSE;
    }

  end_course (course, "completed", NULL, change->today);

  return TRUE;
}

gboolean
clinic_course_complete (ClinicAct  *act,
                        gint64      course,
                        GError    **error)
{
  return clinic_act_edit (act, "course.edit", CLINIC_TYPE_COURSE, course, complete, NULL, error);
}

gboolean
clinic_course_tally (ClinicDb           *db,
                     gint64              course,
                     ClinicCourseTally  *tally,
                     GError            **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "course-tally", error);

  g_return_val_if_fail (tally != NULL, FALSE);

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, course);

  if (!clinic_statement_step (statement, error))
    return FALSE;

  tally->planned = clinic_statement_get_int (statement, 0);
  tally->done = clinic_statement_get_int (statement, 1);
  tally->booked = clinic_statement_get_int (statement, 2);
  tally->missed = clinic_statement_get_int (statement, 3);
  tally->cancelled = clinic_statement_get_int (statement, 4);
  tally->left = MAX (0, tally->planned - tally->done);

  return TRUE;
}
