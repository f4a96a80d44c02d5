/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-alert.h"
#include "clinic-booking-facts.h"
#include "clinic-date.h"
#include "clinic-phase.h"
#include "clinic-protocol.h"
#include "clinic-store.h"

/* Without a course to say so, a visit takes this long at least. */
#define USUAL_MINUTES 30
/* How far free times are looked for. */
#define MOST_DAYS 21
#define MOST_SLOTS 6
#define MOST_SAME_DAY 4
#define MOST_A_DAY 100

ClinicBookingWish *
clinic_booking_wish_copy (const ClinicBookingWish *wish)
{
  ClinicBookingWish *copy = g_memdup2 (wish, sizeof *wish);

  copy->when = g_strdup (wish->when);
  copy->now = g_strdup (wish->now);

  return copy;
}

void
clinic_booking_wish_free (ClinicBookingWish *wish)
{
  g_free (wish->when);
  g_free (wish->now);
  g_free (wish);
}

void
clinic_booking_facts_free (ClinicBookingFacts *facts)
{
  g_clear_object (&facts->patient);
  g_clear_object (&facts->course);
  g_free (facts->protocol);
  g_free (facts->due);
  g_free (facts->wished);
  g_free (facts->booked);
  g_free (facts->starts);
  g_free (facts->words);
  g_clear_pointer (&facts->slots, g_ptr_array_unref);
  g_clear_pointer (&facts->alerts, g_ptr_array_unref);
  g_free (facts);
}

static gboolean
find_course (ClinicBookingFacts  *facts,
             ClinicDb            *db,
             GError             **error)
{
  g_autoptr(GPtrArray) courses =
    clinic_store_list_by (db, CLINIC_TYPE_COURSE, "patient_id",
                          clinic_record_get_id (CLINIC_RECORD (facts->patient)), error);

  for (guint i = 0; courses != NULL && i < courses->len; i++)
    {
      ClinicCourse *course = courses->pdata[i];

      if (g_strcmp0 (course->status, "active") == 0 &&
          (facts->course == NULL ||
           g_strcmp0 (course->started_on, facts->course->started_on) > 0))
        g_set_object (&facts->course, course);
    }

  return courses != NULL;
}

static GPtrArray *
list_phases (ClinicBookingFacts  *facts,
             ClinicDb            *db,
             GError             **error)
{
  g_autoptr(ClinicStatement) statement = NULL;
  g_autoptr(ClinicRecord) protocol = NULL;

  if (facts->course->protocol_id == CLINIC_UNKNOWN)
    return g_ptr_array_new ();

  protocol = clinic_store_find (db, CLINIC_TYPE_PROTOCOL, facts->course->protocol_id, error);

  if (protocol == NULL || (statement = clinic_db_query (db, "course-phases", error)) == NULL)
    return NULL;

  facts->protocol = g_strdup (((ClinicProtocol *) protocol)->name);
  clinic_statement_bind_int (statement, 1, facts->course->protocol_id);

  return clinic_store_list (statement, CLINIC_TYPE_PHASE, error);
}

/* It took place or is going to. */
static gboolean
counts (ClinicSession *session)
{
  return g_strcmp0 (session->status, "cancelled") != 0 &&
         g_strcmp0 (session->status, "no_show") != 0;
}

static ClinicSession *
find_number (GPtrArray *sessions,
             gint64     number)
{
  for (guint i = 0; i < sessions->len; i++)
    {
      ClinicSession *session = sessions->pdata[i];

      if (counts (session) && session->number == number)
        return session;
    }

  return NULL;
}

static ClinicPhase *
find_phase (GPtrArray *phases,
            gint64     number)
{
  for (guint i = 0; i < phases->len; i++)
    {
      ClinicPhase *phase = phases->pdata[i];

      if (number <= phase->sessions)
        return phase;

      number -= phase->sessions;
    }

  return NULL;
}

/* The date that the phase wants after the session before. */
static void
find_due (ClinicBookingFacts *facts,
          GPtrArray          *sessions,
          ClinicPhase        *phase)
{
  ClinicSession *before = facts->number > 1 ? find_number (sessions, facts->number - 1) : NULL;
  g_autofree char *date = NULL;

  if (before == NULL || phase->target_days == CLINIC_UNKNOWN)
    return;

  date = clinic_wall_dup_date (before->starts);
  facts->due = clinic_date_add_days (date, phase->target_days);
  facts->wished = g_strdup (strchr (before->starts, 'T'));
}

static gboolean
find_next (ClinicBookingFacts       *facts,
           ClinicDb                 *db,
           const ClinicBookingWish  *wish,
           GError                  **error)
{
  g_autoptr(GPtrArray) phases = list_phases (facts, db, error);
  g_autoptr(GPtrArray) sessions = NULL;
  ClinicPhase *phase;
  gint64 number = 1;

  if (phases == NULL ||
      (sessions = clinic_store_list_by (db, CLINIC_TYPE_SESSION, "course_id",
                                        clinic_record_get_id (CLINIC_RECORD (facts->course)),
                                        error)) == NULL)
    return FALSE;

  for (guint i = 0; i < phases->len; i++)
    facts->planned += ((ClinicPhase *) phases->pdata[i])->sessions;

  for (guint i = 0; i < sessions->len; i++)
    {
      ClinicSession *session = sessions->pdata[i];

      if (counts (session) && strcmp (session->starts, wish->now) > 0 &&
          (facts->booked == NULL || strcmp (session->starts, facts->booked) < 0))
        {
          g_free (facts->booked);
          facts->booked = g_strdup (session->starts);
        }
    }

  while (find_number (sessions, number) != NULL)
    number++;

  phase = find_phase (phases, number);

  if (phase == NULL)
    return TRUE;

  facts->number = number;
  facts->phase = clinic_record_get_id (CLINIC_RECORD (phase));
  find_due (facts, sessions, phase);

  if (wish->minutes == 0 && !wish->alone && phase->length_minutes > 0)
    facts->minutes = phase->length_minutes;

  return TRUE;
}

static void
choose_defaults (ClinicBookingFacts      *facts,
                 const ClinicBookingWish *wish)
{
  if (facts->minutes == 0)
    facts->minutes = wish->minutes > 0 ? wish->minutes : MAX (wish->slot_minutes, USUAL_MINUTES);

  facts->practitioner = wish->practitioner;

  if (facts->practitioner == 0 && facts->course != NULL && facts->course->practitioner_id > 0)
    facts->practitioner = facts->course->practitioner_id;

  if (facts->practitioner == 0)
    facts->practitioner = wish->usual;
}

static int
compare_slots (gconstpointer a,
               gconstpointer b)
{
  const ClinicSlot *left = *(ClinicSlot *const *) a;
  const ClinicSlot *right = *(ClinicSlot *const *) b;

  return strcmp (left->starts, right->starts);
}

/* The first that is free from @from on; on its day the one nearest to the time of the session
 * before. */
static gboolean
find_first (ClinicBookingFacts       *facts,
            ClinicAgenda             *agenda,
            const ClinicBookingWish  *wish,
            const char               *from,
            GError                  **error)
{
  g_autofree char *first = clinic_wall_dup_date (from);

  for (guint day = 0; day < MOST_DAYS && facts->starts == NULL; day++)
    {
      g_autoptr(GPtrArray) slots =
        g_ptr_array_new_with_free_func ((GDestroyNotify) clinic_slot_free);
      g_autofree char *date = clinic_date_add_days (first, day);
      g_autofree char *wished = g_strconcat (date, facts->wished != NULL ? facts->wished : "T00:00",
                                             NULL);

      if (!clinic_agenda_find (agenda, date, wished, facts->minutes, MOST_A_DAY, slots, error))
        return FALSE;

      if (facts->wished == NULL)
        g_ptr_array_sort (slots, compare_slots);

      for (guint i = 0; i < slots->len && facts->starts == NULL; i++)
        {
          if (strcmp (((ClinicSlot *) slots->pdata[i])->starts, wish->now) >= 0)
            facts->starts = g_strdup (((ClinicSlot *) slots->pdata[i])->starts);
        }
    }

  if (facts->starts == NULL)
    facts->starts = g_strconcat (first, "T09:00", NULL);

  return TRUE;
}

static gboolean
choose_time (ClinicBookingFacts       *facts,
             ClinicAgenda             *agenda,
             const ClinicBookingWish  *wish,
             GError                  **error)
{
  const char *from = wish->now;

  if (wish->when != NULL && clinic_wall_is_valid (wish->when))
    {
      facts->starts = g_strdup (wish->when);
      return TRUE;
    }

  if (wish->when != NULL && clinic_date_is_valid (wish->when))
    from = wish->when;
  else if (facts->due != NULL && !wish->alone && strcmp (facts->due, wish->now) > 0)
    from = facts->due;

  return find_first (facts, agenda, wish, from, error);
}

/* The nearest of that day, then of the next days. */
static gboolean
find_others (ClinicBookingFacts       *facts,
             ClinicAgenda             *agenda,
             const ClinicBookingWish  *wish,
             GError                  **error)
{
  g_autofree char *first = clinic_wall_dup_date (facts->starts);

  for (guint day = 0; day < MOST_DAYS && facts->slots->len < MOST_SLOTS; day++)
    {
      g_autofree char *date = clinic_date_add_days (first, day);
      guint most = facts->slots->len + (day == 0 ? MOST_SAME_DAY : 2);

      if (!clinic_agenda_find (agenda, date, facts->starts, facts->minutes,
                               MIN (most, MOST_SLOTS) - facts->slots->len, facts->slots, error))
        return FALSE;

      for (guint i = facts->slots->len; i > 0; i--)
        {
          if (strcmp (((ClinicSlot *) facts->slots->pdata[i - 1])->starts, wish->now) < 0)
            g_ptr_array_remove_index (facts->slots, i - 1);
        }
    }

  return TRUE;
}

static gboolean
look (ClinicBookingFacts       *facts,
      ClinicDb                 *db,
      const ClinicBookingWish  *wish,
      GError                  **error)
{
  g_autoptr(ClinicAgenda) agenda =
    clinic_agenda_new (db, wish->patient, facts->practitioner, wish->room, 0, error);
  gint64 room;

  if (agenda == NULL || !choose_time (facts, agenda, wish, error) ||
      !clinic_agenda_look (agenda, facts->starts, facts->minutes, &facts->clash, &room, error))
    return FALSE;

  if (facts->clash == CLINIC_CLASH_NONE)
    return TRUE;

  facts->words = clinic_agenda_explain (agenda, facts->starts, facts->minutes, error);

  if (facts->words == NULL || !find_others (facts, agenda, wish, error))
    return FALSE;

  g_ptr_array_sort (facts->slots, compare_slots);

  return TRUE;
}

static gboolean
find_alerts (ClinicBookingFacts       *facts,
             ClinicDb                 *db,
             const ClinicBookingWish  *wish,
             GError                  **error)
{
  g_autoptr(ClinicSession) session = clinic_session_new ();
  g_autofree char *ends = clinic_wall_add_minutes (facts->starts, facts->minutes);

  g_object_set (session,
                "patient-id", wish->patient,
                "practitioner-id", facts->practitioner,
                "course-id", facts->course != NULL && !wish->alone
                ? clinic_record_get_id (CLINIC_RECORD (facts->course)) : CLINIC_UNKNOWN,
                "starts", facts->starts,
                "ends", ends,
                "status", "booked",
                NULL);

  return clinic_alert_add (db, session, CLINIC_UNKNOWN, facts->alerts, error);
}

ClinicBookingFacts *
clinic_booking_facts_load (ClinicDb                 *db,
                           const ClinicBookingWish  *wish,
                           GError                  **error)
{
  g_autoptr(ClinicBookingFacts) facts = g_new0 (ClinicBookingFacts, 1);

  g_return_val_if_fail (db != NULL && wish != NULL && wish->now != NULL, NULL);

  facts->slots = g_ptr_array_new_with_free_func ((GDestroyNotify) clinic_slot_free);
  facts->alerts = g_ptr_array_new_with_free_func (g_object_unref);
  facts->patient = (ClinicPatient *) clinic_store_find (db, CLINIC_TYPE_PATIENT, wish->patient,
                                                        error);

  if (facts->patient == NULL || !find_course (facts, db, error) ||
      (facts->course != NULL && !find_next (facts, db, wish, error)))
    return NULL;

  choose_defaults (facts, wish);

  if (!look (facts, db, wish, error) || !find_alerts (facts, db, wish, error))
    return NULL;

  return g_steal_pointer (&facts);
}
