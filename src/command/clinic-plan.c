/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When the sessions of a course could be. Booking them is in clinic-plan-start.c. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-date.h"
#include "clinic-phase.h"
#include "clinic-plan-notes.h"
#include "clinic-plan.h"
#include "clinic-protocol.h"

/* Enough to choose from without reading. */
#define SAME_DAY 3
#define OTHER_DAYS 3

/* Where a first session, which nothing binds, is looked for besides its day. */
#define FIRST_DAYS 14

static void
free_planned (gpointer data)
{
  ClinicPlanned *planned = data;

  g_free (planned->starts);
  g_free (planned->ends);
  g_free (planned->words);
  g_free (planned->note);
  g_ptr_array_unref (planned->alternatives);
  g_free (planned);
}

void
clinic_course_plan_free (ClinicCoursePlan *plan)
{
  if (plan == NULL)
    return;

  g_free ((char *) plan->request.goal);
  g_free ((char *) plan->request.first);
  g_free ((char *) plan->request.time);
  g_ptr_array_unref (plan->sessions);
  g_hash_table_unref (plan->chosen);
  g_free (plan);
}

static gboolean
check_request (const ClinicCourseRequest  *request,
               GError                    **error)
{
  g_autofree char *wall = g_strconcat ("2026-01-01T",
                                       request->time != NULL ? request->time : "00:00", NULL);

  if (request->first == NULL || !clinic_wall_is_valid (request->first))
    g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                         _("First session: Write a time like “2026-11-23T09:00”."));
  else if (!clinic_wall_is_valid (wall))
    g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                         _("Time wished: Write a time like “17:30”."));
  else if (request->weekdays > 127)
    g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                         _("Weekdays: There are only seven."));
  else
    return TRUE;

  return FALSE;
}

static GPtrArray *
load_phases (ClinicDb  *db,
             gint64     protocol,
             GError   **error)
{
  g_autoptr(ClinicRecord) record = clinic_store_find (db, CLINIC_TYPE_PROTOCOL, protocol, error);
  g_autoptr(ClinicStatement) statement = NULL;
  g_autoptr(GPtrArray) phases = NULL;

  if (record == NULL)
    return NULL;

  if (CLINIC_PROTOCOL (record)->archived_on != NULL)
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   _("Protocol: “%s” is no longer used."),
                   CLINIC_PROTOCOL (record)->name);
      return NULL;
    }

  if ((statement = clinic_db_query (db, "course-phases", error)) == NULL)
    return NULL;

  clinic_statement_bind_int (statement, 1, protocol);
  phases = clinic_store_list (statement, CLINIC_TYPE_PHASE, error);

  if (phases != NULL && phases->len == 0)
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   _("Protocol: “%s” has no phases to plan from."),
                   CLINIC_PROTOCOL (record)->name);
      return NULL;
    }

  return g_steal_pointer (&phases);
}

/* "09:30" */
static const char *
get_time (const ClinicCourseRequest *request)
{
  return request->time != NULL ? request->time : request->first + strlen ("2026-11-23T");
}

static char *
make_wall (gint64      day,
           const char *time)
{
  g_autofree char *date = clinic_date_from_days (day);

  return g_strconcat (date, "T", time, NULL);
}

static gboolean
is_wished (const ClinicCourseRequest *request,
           gint64                     day)
{
  g_autofree char *date = clinic_date_from_days (day);

  return request->weekdays == 0 ||
         (request->weekdays & (1u << (clinic_date_weekday (date) - 1))) != 0;
}

/* The days from @first to @last, those nearest to @target before others and the later one of two
 * as near. */
static GArray *
sort_days (gint64 first,
           gint64 last,
           gint64 target)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 distance = 0; distance <= MAX (ABS (last - target), ABS (target - first)); distance++)
    {
      gint64 later = target + distance;
      gint64 earlier = target - distance;

      if (later >= first && later <= last)
        g_array_append_val (days, later);

      if (distance > 0 && earlier >= first && earlier <= last)
        g_array_append_val (days, earlier);
    }

  return days;
}

/* Whether the clinic is open and the practitioner there, taken or not. */
static gboolean
is_open (ClinicAgenda  *agenda,
         const char    *starts,
         gint64         minutes,
         gboolean      *open,
         GError       **error)
{
  ClinicClash clash;
  gint64 room;

  if (!clinic_agenda_look (agenda, starts, minutes, &clash, &room, error))
    return FALSE;

  *open = clash != CLINIC_CLASH_HOURS && clash != CLINIC_CLASH_CLOCK;

  return TRUE;
}

/* The day nearest to the target where the wished time is within the hours, of the weekdays
 * wished if one of them is. */
static char *
pick (ClinicAgenda               *agenda,
      const ClinicCourseRequest  *request,
      ClinicPhase                *phase,
      gint64                      before,
      GError                    **error)
{
  g_autoptr(GArray) days = sort_days (before + phase->min_days, before + phase->max_days,
                                      before + phase->target_days);

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < days->len; i++)
        {
          gint64 day = g_array_index (days, gint64, i);
          g_autofree char *starts = make_wall (day, get_time (request));
          gboolean open;

          if (pass == 0 && !is_wished (request, day))
            continue;

          if (!is_open (agenda, starts, phase->length_minutes, &open, error))
            return NULL;

          if (open)
            return g_steal_pointer (&starts);
        }
    }

  return make_wall (before + phase->target_days, get_time (request));
}

/* @before: the day of the session before; -1 for the first one. */
static gboolean
add_alternatives (ClinicAgenda   *agenda,
                  ClinicPlanned  *planned,
                  gint64          before,
                  GError        **error)
{
  g_autofree char *date = clinic_wall_dup_date (planned->starts);
  gint64 day = clinic_date_to_days (date);
  gint64 first = before >= 0 ? before + planned->min_days : day;
  gint64 last = before >= 0 ? before + planned->max_days : day + FIRST_DAYS;
  g_autoptr(GArray) days = sort_days (first, last, CLAMP (day, first, last));
  guint n_days = 0;

  if (!clinic_agenda_find (agenda, date, planned->starts, planned->minutes, SAME_DAY,
                           planned->alternatives, error))
    return FALSE;

  for (guint i = 0; i < days->len && n_days < OTHER_DAYS; i++)
    {
      g_autofree char *other = clinic_date_from_days (g_array_index (days, gint64, i));
      guint n_before = planned->alternatives->len;

      if (strcmp (other, date) == 0)
        continue;

      if (!clinic_agenda_find (agenda, other, planned->starts, planned->minutes, 1,
                               planned->alternatives, error))
        return FALSE;

      if (planned->alternatives->len > n_before)
        n_days++;
    }

  return TRUE;
}

static gboolean
judge (ClinicAgenda   *agenda,
       ClinicPlanned  *planned,
       gint64          before,
       GError        **error)
{
  if (!clinic_agenda_look (agenda, planned->starts, planned->minutes, &planned->clash,
                           &planned->room, error))
    return FALSE;

  if (planned->clash == CLINIC_CLASH_NONE)
    {
      clinic_agenda_reserve (agenda, planned->starts, planned->minutes, planned->room);
      return TRUE;
    }

  planned->words = clinic_agenda_explain (agenda, planned->starts, planned->minutes, error);

  return planned->words != NULL && add_alternatives (agenda, planned, before, error);
}

/* Plans the next session of @phase after those that are there. */
static gboolean
plan_next (ClinicCoursePlan  *plan,
           ClinicAgenda      *agenda,
           ClinicPhase       *phase,
           gint64            *before,
           GError           **error)
{
  ClinicPlanned *planned = g_new0 (ClinicPlanned, 1);
  const char *chosen;
  g_autofree char *date = NULL;

  planned->alternatives = g_ptr_array_new_with_free_func ((GDestroyNotify) clinic_slot_free);
  planned->number = plan->sessions->len + 1;
  planned->phase = clinic_record_get_id (CLINIC_RECORD (phase));
  planned->min_days = phase->min_days;
  planned->max_days = phase->max_days;
  planned->minutes = phase->length_minutes;
  g_ptr_array_add (plan->sessions, planned);

  chosen = g_hash_table_lookup (plan->chosen, GUINT_TO_POINTER (planned->number));

  if (chosen != NULL)
    planned->starts = g_strdup (chosen);
  else if (planned->number == 1)
    planned->starts = g_strdup (plan->request.first);
  else if ((planned->starts = pick (agenda, &plan->request, phase, *before, error)) == NULL)
    return FALSE;

  planned->ends = clinic_wall_add_minutes (planned->starts, planned->minutes);

  if (!judge (agenda, planned, *before, error))
    return FALSE;

  date = clinic_wall_dup_date (planned->starts);
  planned->days = *before >= 0 ? clinic_date_to_days (date) - *before : 0;
  *before = clinic_date_to_days (date);
  plan->n_clashes += planned->clash != CLINIC_CLASH_NONE;

  return TRUE;
}

/* Plans everything anew, but for what was chosen. */
static gboolean
compute (ClinicDb          *db,
         ClinicCoursePlan  *plan,
         GError           **error)
{
  const ClinicCourseRequest *request = &plan->request;
  g_autoptr(GPtrArray) phases = load_phases (db, request->protocol, error);
  g_autoptr(ClinicAgenda) agenda = NULL;
  gint64 before = -1;

  if (phases == NULL)
    return FALSE;

  agenda = clinic_agenda_new (db, request->patient, request->practitioner, request->room, 0, error);

  if (agenda == NULL)
    return FALSE;

  g_ptr_array_set_size (plan->sessions, 0);
  plan->n_clashes = 0;

  for (guint i = 0; i < phases->len; i++)
    {
      ClinicPhase *phase = phases->pdata[i];

      for (gint64 n = 0; n < phase->sessions; n++)
        {
          if (!plan_next (plan, agenda, phase, &before, error))
            return FALSE;
        }
    }

  return clinic_course_plan_note (db, plan, error);
}

ClinicCoursePlan *
clinic_course_plan (ClinicDb                   *db,
                    const ClinicCourseRequest  *request,
                    GError                    **error)
{
  g_autoptr(ClinicCoursePlan) plan = NULL;

  g_return_val_if_fail (db != NULL && request != NULL, NULL);

  if (!check_request (request, error))
    return NULL;

  plan = g_new0 (ClinicCoursePlan, 1);
  plan->request = *request;
  plan->request.goal = g_strdup (request->goal);
  plan->request.first = g_strdup (request->first);
  plan->request.time = g_strdup (request->time);
  plan->sessions = g_ptr_array_new_with_free_func (free_planned);
  plan->chosen = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  return compute (db, plan, error) ? g_steal_pointer (&plan) : NULL;
}

gboolean
clinic_course_plan_choose (ClinicDb          *db,
                           ClinicCoursePlan  *plan,
                           guint              number,
                           const char        *starts,
                           GError           **error)
{
  g_return_val_if_fail (db != NULL && plan != NULL, FALSE);

  if (number < 1 || number > plan->sessions->len || starts == NULL ||
      !clinic_wall_is_valid (starts))
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   _("Session %u: Choose one of 1 to %u and a time like “2026-11-23T09:00”."),
                   number, plan->sessions->len);
      return FALSE;
    }

  g_hash_table_insert (plan->chosen, GUINT_TO_POINTER (number), g_strdup (starts));

  return compute (db, plan, error);
}

gboolean
clinic_course_plan_settle (ClinicDb          *db,
                           ClinicCoursePlan  *plan,
                           GError           **error)
{
  g_return_val_if_fail (db != NULL && plan != NULL, FALSE);

  for (guint i = 0; i < plan->sessions->len; i++)
    {
      ClinicPlanned *planned = plan->sessions->pdata[i];
      g_autofree char *starts = NULL;

      if (planned->alternatives->len == 0)
        continue;

      starts = g_strdup (((ClinicSlot *) planned->alternatives->pdata[0])->starts);

      if (!clinic_course_plan_choose (db, plan, planned->number, starts, error))
        return FALSE;
    }

  return TRUE;
}
