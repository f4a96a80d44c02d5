/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-agenda.h"
#include "clinic-clock.h"
#include "clinic-course.h"
#include "clinic-date.h"
#include "clinic-decide.h"
#include "clinic-phase.h"
#include "clinic-session.h"

/* The visits of a course, and the phases of its protocol. */
typedef struct
{
  ClinicRecord *course;
  GPtrArray    *live;       /* booked or confirmed, in the order of time */
  GPtrArray    *phases;
  ClinicRecord *last;       /* the last that took place */
} Stand;

static void
stand_clear (Stand *stand)
{
  g_clear_object (&stand->course);
  g_clear_pointer (&stand->live, g_ptr_array_unref);
  g_clear_pointer (&stand->phases, g_ptr_array_unref);
  g_clear_object (&stand->last);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stand, stand_clear)

static void
move_free (gpointer data)
{
  ClinicMove *move = data;

  g_free (move->before);
  g_free (move->starts);
  g_free (move->ends);
  g_free (move);
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  return g_strcmp0 ((*(ClinicSession *const *) a)->starts, (*(ClinicSession *const *) b)->starts);
}

static gboolean
refuse (const char  *message,
        GError     **error)
{
  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, message);

  return FALSE;
}

static gboolean
read_phases (ClinicDb  *db,
             Stand     *stand,
             GError   **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "course-phases", error);

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, CLINIC_COURSE (stand->course)->protocol_id);
  stand->phases = clinic_store_list (statement, CLINIC_TYPE_PHASE, error);

  return stand->phases != NULL;
}

static gboolean
read_stand (ClinicDb  *db,
            gint64     course,
            Stand     *stand,
            GError   **error)
{
  g_autoptr(GPtrArray) sessions = NULL;

  stand->course = clinic_store_find (db, CLINIC_TYPE_COURSE, course, error);

  if (stand->course == NULL || !read_phases (db, stand, error))
    return FALSE;

  sessions = clinic_store_list_by (db, CLINIC_TYPE_SESSION, "course_id", course, error);

  if (sessions == NULL)
    return FALSE;

  g_ptr_array_sort (sessions, compare_starts);
  stand->live = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < sessions->len; i++)
    {
      ClinicSession *session = sessions->pdata[i];

      if (g_strcmp0 (session->status, "done") == 0)
        g_set_object (&stand->last, CLINIC_RECORD (session));
      else if (g_strcmp0 (session->status, "booked") == 0 ||
               g_strcmp0 (session->status, "confirmed") == 0)
        g_ptr_array_add (stand->live, g_object_ref (session));
    }

  return stand->last != NULL || refuse (_("Decision: No session of this course has taken place yet."), error);
}

/* A phase for each visit that is still to come, from the one after the last visit's on. */
static GPtrArray *
list_phases (Stand *stand)
{
  GPtrArray *phases = g_ptr_array_new ();
  gboolean after = FALSE;

  for (guint i = 0; i < stand->phases->len; i++)
    {
      ClinicPhase *phase = stand->phases->pdata[i];

      for (gint64 n = 0; after && n < phase->sessions; n++)
        g_ptr_array_add (phases, phase);

      after |= clinic_record_get_id (CLINIC_RECORD (phase)) ==
               CLINIC_SESSION (stand->last)->phase_id;
    }

  return phases;
}

/* The nearest day to the target that is free at the visit's time of day; the target itself when
 * none is. */
static char *
find_start (ClinicAgenda  *agenda,
            ClinicPhase   *phase,
            gint64         before,
            const char    *time,
            gint64        *room,
            GError       **error)
{
  gint64 reach = MAX (phase->target_days - phase->min_days, phase->max_days - phase->target_days);

  for (gint64 distance = 0; distance <= 2 * reach + 1; distance++)
    {
      gint64 away = distance % 2 == 0 ? distance / 2 : -(distance + 1) / 2;
      gint64 days = phase->target_days + away;
      g_autofree char *date = clinic_date_from_days (before + days);
      g_autofree char *starts = g_strconcat (date, time, NULL);
      ClinicClash clash;

      if (days < phase->min_days || days > phase->max_days)
        continue;

      if (!clinic_agenda_look (agenda, starts, phase->length_minutes, &clash, room, error))
        return NULL;

      if (clash == CLINIC_CLASH_NONE)
        return g_steal_pointer (&starts);
    }

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT,
               _("Decision: No time is free %d to %d days after the visit before. Move the visits in "
                 "the agenda first."), (int) phase->min_days, (int) phase->max_days);

  return NULL;
}

/* Where the visits of a course go, one after the other. */
typedef struct
{
  ClinicAgenda *agenda;
  const char   *time;       /* "T09:30", of those not booked yet */
  gint64        today;
  gint64        before;     /* the day of the visit before */
  gint64        number;     /* of the visit before */
} Walk;

/* Nobody comes yesterday, however long ago the last visit was. */
static gboolean
place (Walk         *walk,
       ClinicMove   *move,
       ClinicPhase  *phase,
       GError      **error)
{
  gint64 before = MAX (walk->before, walk->today + 1 - phase->min_days);
  g_autoptr(GError) failure = NULL;
  g_autofree char *date = NULL;

  move->phase = clinic_record_get_id (CLINIC_RECORD (phase));
  move->starts = find_start (walk->agenda, phase, before, move->before != NULL ? move->before + 10 : walk->time,
                             &move->room, &failure);

  if (move->starts != NULL)
    {
      move->ends = clinic_wall_add_minutes (move->starts, phase->length_minutes);
      date = clinic_wall_dup_date (move->starts);
      walk->before = clinic_date_to_days (date);
      return TRUE;
    }

  /* It is told, and booked in the agenda; those after it go on. */
  if (move->session == 0 && g_error_matches (failure, CLINIC_ERROR, CLINIC_ERROR_CONFLICT))
    {
      walk->before = before + phase->target_days;
      return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
add_move (Stand        *stand,
          GPtrArray    *phases,
          Walk         *walk,
          GPtrArray    *moves,
          GError      **error)
{
  guint i = moves->len;
  ClinicSession *session = i < stand->live->len ? stand->live->pdata[i] : NULL;
  ClinicMove *move = g_new0 (ClinicMove, 1);

  g_ptr_array_add (moves, move);
  move->number = session != NULL ? session->number : walk->number + 1;
  walk->number = MAX (walk->number, move->number);

  if (session != NULL)
    {
      move->session = clinic_record_get_id (CLINIC_RECORD (session));
      move->before = g_strdup (session->starts);
    }

  return i >= phases->len || place (walk, move, phases->pdata[i], error);
}

static GPtrArray *
propose (ClinicDb  *db,
         Stand     *stand,
         GError   **error)
{
  g_autoptr(GPtrArray) moves = g_ptr_array_new_with_free_func (move_free);
  g_autoptr(GPtrArray) phases = list_phases (stand);
  ClinicSession *last = CLINIC_SESSION (stand->last);
  ClinicSession *next = stand->live->len > 0 ? stand->live->pdata[0] : last;
  g_autofree char *date = clinic_wall_dup_date (last->starts);
  g_autofree char *zone = clinic_act_dup_zone (db, error);
  g_autofree char *today = zone != NULL ? clinic_clock_today (zone) : NULL;
  g_autoptr(ClinicAgenda) agenda = NULL;
  Walk walk = { .time = last->starts + 10, .before = clinic_date_to_days (date), .number = last->number };

  if (zone == NULL ||
      (agenda = clinic_agenda_new (db, next->patient_id, next->practitioner_id, 0,
                                   clinic_record_get_id (stand->course), error)) == NULL)
    return NULL;

  if (phases->len == 0)
    {
      refuse (_("Decision: There is no phase after this one."), error);
      return NULL;
    }

  walk.agenda = agenda;
  walk.today = clinic_date_to_days (today);

  while (moves->len < MAX (stand->live->len, phases->len))
    {
      if (!add_move (stand, phases, &walk, moves, error))
        return NULL;
    }

  return g_steal_pointer (&moves);
}

GPtrArray *
clinic_decide_propose (ClinicDb  *db,
                       gint64     course,
                       GError   **error)
{
  g_auto(Stand) stand = { 0 };

  return read_stand (db, course, &stand, error) ? propose (db, &stand, error) : NULL;
}

static gboolean
book (ClinicChange   *change,
      Stand          *stand,
      ClinicMove     *move,
      GError        **error)
{
  ClinicSession *last = CLINIC_SESSION (stand->last);
  g_autoptr(ClinicSession) session = clinic_session_new ();

  g_object_set (session, "patient-id", last->patient_id, "course-id", last->course_id, "phase-id", move->phase,
                "number", move->number, "practitioner-id", last->practitioner_id, "room-id", move->room,
                "starts", move->starts, "ends", move->ends, "status", "booked", NULL);

  return clinic_store_save (change, CLINIC_RECORD (session), error);
}

/* The last first: it goes farthest, and leaves its place to the one before. */
static gboolean
taper (ClinicAct       *act,
       ClinicChange    *change,
       ClinicDecision  *decision,
       GError         **error)
{
  g_auto(Stand) stand = { 0 };
  g_autoptr(GPtrArray) moves = NULL;

  if (!read_stand (act->db, decision->course_id, &stand, error) ||
      (moves = propose (act->db, &stand, error)) == NULL)
    return FALSE;

  g_object_set (decision, "phase-id", ((ClinicMove *) moves->pdata[0])->phase, NULL);

  for (guint i = moves->len; i > 0; i--)
    {
      ClinicMove *move = moves->pdata[i - 1];
      ClinicRecord *session = move->session != 0 ? stand.live->pdata[i - 1] : NULL;

      if (session == NULL)
        {
          if (move->starts != NULL && !book (change, &stand, move, error))
            return FALSE;

          continue;
        }

      if (move->starts == NULL)
        g_object_set (session, "status", "cancelled", "status-reason", decision->reason, NULL);
      else
        g_object_set (session, "starts", move->starts, "ends", move->ends, "phase-id",
                      move->phase, NULL);

      if (!clinic_store_save (change, session, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
stop (ClinicAct       *act,
      ClinicChange    *change,
      ClinicDecision  *decision,
      GError         **error)
{
  g_autoptr(GPtrArray) sessions = clinic_store_list_by (act->db, CLINIC_TYPE_SESSION, "course_id",
                                                        decision->course_id, error);
  g_autoptr(ClinicRecord) course = clinic_store_find (act->db, CLINIC_TYPE_COURSE,
                                                      decision->course_id, error);
  const char *started;

  if (sessions == NULL || course == NULL)
    return FALSE;

  for (guint i = 0; i < sessions->len; i++)
    {
      const char *status = CLINIC_SESSION (sessions->pdata[i])->status;

      if (g_strcmp0 (status, "booked") != 0 && g_strcmp0 (status, "confirmed") != 0)
        continue;

      g_object_set (sessions->pdata[i], "status", "cancelled", "status-reason", decision->reason,
                    NULL);

      if (!clinic_store_save (change, sessions->pdata[i], error))
        return FALSE;
    }

  /* Not before it would have started. */
  started = CLINIC_COURSE (course)->started_on;
  g_object_set (course, "status", "stopped", "ended-on",
                g_strcmp0 (started, change->today) > 0 ? started : change->today, "stop-reason",
                decision->reason, NULL);

  return clinic_store_save (change, course, error);
}

typedef struct
{
  ClinicDecision *decision;
  ClinicRecord   *saved;
} Take;

static gboolean
take (ClinicAct     *act,
      ClinicChange  *change,
      gpointer       data,
      GError       **error)
{
  Take *work = data;
  ClinicDecision *decision;
  g_autoptr(ClinicRecord) course = NULL;

  g_clear_object (&work->saved);
  work->saved = clinic_record_copy (CLINIC_RECORD (work->decision));
  decision = CLINIC_DECISION (work->saved);
  g_object_set (decision, "staff-id", act->actor, "decided-on", change->today, NULL);

  if (!clinic_record_validate (work->saved, change->today, error))
    return FALSE;

  course = clinic_store_find (act->db, CLINIC_TYPE_COURSE, decision->course_id, error);

  if (course == NULL)
    return FALSE;

  if (CLINIC_COURSE (course)->patient_id != decision->patient_id)
    return refuse (_("Course: This is another patient's."), error);

  if (g_strcmp0 (CLINIC_COURSE (course)->status, "active") != 0)
    return refuse (_("Course: It has ended already."), error);

  change->reason = decision->reason;

  if (g_strcmp0 (decision->choice, "taper") == 0 && !taper (act, change, decision, error))
    return FALSE;

  if (g_strcmp0 (decision->choice, "stop") == 0 && !stop (act, change, decision, error))
    return FALSE;

  return clinic_store_save (change, work->saved, error);
}

gint64
clinic_decide_take (ClinicAct       *act,
                    ClinicDecision  *decision,
                    GError         **error)
{
  Take work = { .decision = decision };
  g_autoptr(ClinicRecord) saved = NULL;
  gboolean done;

  g_return_val_if_fail (CLINIC_IS_DECISION (decision), 0);

  done = clinic_act_run (act, "decision.take", take, &work, error);
  saved = work.saved;

  return done ? clinic_act_take_saved (act, CLINIC_RECORD (decision), saved) : 0;
}
