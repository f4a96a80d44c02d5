/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-course.h"
#include "clinic-decide.h"
#include "clinic-plan.h"
#include "clinic-session.h"
#include "clinic-test.h"
#include "clinic-undo.h"
#include "command-fixture.h"

/* A course of three sessions a week apart and two a fortnight apart, whose first took place. */
static gint64
start_course (CommandFixture *fixture)
{
  ClinicCourseRequest request = {
    .patient = fixture->patient, .protocol = fixture->protocol,
    .practitioner = fixture->practitioner, .first = "2026-11-23T09:00",
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicCoursePlan) plan = clinic_course_plan (fixture->db, &request, &error);
  g_autoptr(GPtrArray) sessions = NULL;
  gint64 course;

  g_assert_no_error (error);
  course = clinic_course_start (fixture->act, plan, &error);
  g_assert_no_error (error);
  sessions = clinic_store_list_by (fixture->db, CLINIC_TYPE_SESSION, "course_id", course, &error);
  g_assert_cmpuint (sessions->len, ==, 5);
  clinic_db_exec (fixture->db, "UPDATE session SET status = 'done' WHERE number = 1", &error);
  g_assert_no_error (error);

  return course;
}

static ClinicDecision *
make_decision (CommandFixture *fixture,
               gint64          course,
               const char     *choice)
{
  return g_object_new (CLINIC_TYPE_DECISION, "patient-id", fixture->patient, "course-id", course,
                       "number", (gint64) 1, "score", (gint64) 1, "choice", choice, "reason",
                       "Denser already", NULL);
}

static void
test_response_goes_to_the_next_phase (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicDecision) decision = NULL;
  g_autoptr(ClinicAct) act = NULL;
  g_autoptr(GPtrArray) moves = NULL;
  g_autoptr(GError) error = NULL;
  gint64 course;

  command_fixture_init (&fixture, db);
  course = start_course (&fixture);
  act = clinic_act_new (db, fixture.practitioner);
  moves = clinic_decide_propose (db, course, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (moves->len, ==, 4);
  g_assert_cmpstr (((ClinicMove *) moves->pdata[0])->before, ==, "2026-11-30T09:00");
  g_assert_cmpstr (((ClinicMove *) moves->pdata[0])->starts, ==, "2026-12-07T09:00");
  g_assert_cmpstr (((ClinicMove *) moves->pdata[1])->starts, ==, "2026-12-21T09:00");
  g_assert_null (((ClinicMove *) moves->pdata[2])->starts);

  decision = make_decision (&fixture, course, "taper");
  g_assert_cmpint (clinic_decide_take (act, decision, &error), !=, 0);
  g_assert_no_error (error);
  g_assert_cmpint (decision->phase_id, !=, CLINIC_UNKNOWN);
  g_assert_cmpint (decision->staff_id, ==, fixture.practitioner);
  g_assert_cmpint (command_count (db, "SELECT count(*) FROM session WHERE status = 'cancelled'"), ==, 2);
  g_assert_cmpint (command_count (db, "SELECT count(*) FROM session WHERE status = 'booked' AND starts IN "
                                  "('2026-12-07T09:00', '2026-12-21T09:00')"), ==, 2);

  /* One step back takes all of it back. */
  g_assert_true (clinic_undo (act, act->done, &error));
  g_assert_no_error (error);
  g_assert_cmpint (command_count (db, "SELECT count(*) FROM session WHERE status = 'booked'"), ==, 4);
  g_assert_cmpint (command_count (db, "SELECT count(*) FROM decision"), ==, 0);
  command_fixture_clear (&fixture);
}

/* A course whose visits were never booked further goes on all the same: its visits are proposed and booked with the
 * decision, and taken back with it. */
static void
test_visits_not_booked_yet_are_booked (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicDecision) decision = NULL;
  g_autoptr(ClinicAct) act = NULL;
  g_autoptr(GPtrArray) moves = NULL;
  g_autoptr(GError) error = NULL;
  gint64 course;

  command_fixture_init (&fixture, db);
  course = start_course (&fixture);
  clinic_db_exec (db, "UPDATE session SET status = 'cancelled' WHERE number > 1", &error);
  g_assert_no_error (error);
  act = clinic_act_new (db, fixture.practitioner);
  moves = clinic_decide_propose (db, course, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (moves->len, ==, 2);
  g_assert_cmpint (((ClinicMove *) moves->pdata[0])->session, ==, 0);
  g_assert_null (((ClinicMove *) moves->pdata[0])->before);
  g_assert_cmpstr (((ClinicMove *) moves->pdata[0])->starts, ==, "2026-12-07T09:00");
  g_assert_cmpstr (((ClinicMove *) moves->pdata[1])->starts, ==, "2026-12-21T09:00");
  decision = make_decision (&fixture, course, "taper");
  g_assert_cmpint (clinic_decide_take (act, decision, &error), !=, 0);
  g_assert_no_error (error);
  g_assert_cmpint (decision->phase_id, ==, ((ClinicMove *) moves->pdata[0])->phase);
  g_assert_cmpint (command_count (db, "SELECT count(*) FROM session s JOIN phase p ON p.id = s.phase_id"
                                  " WHERE s.status = 'booked' AND p.number = 2 AND"
                                  " ((s.number = 2 AND s.starts = '2026-12-07T09:00') OR"
                                  "  (s.number = 3 AND s.starts = '2026-12-21T09:00'))"), ==, 2);
  g_assert_true (clinic_undo (act, act->done, &error));
  g_assert_no_error (error);
  g_assert_cmpint (command_count (db, "SELECT count(*) FROM session WHERE status = 'booked'"), ==, 0);
  g_assert_cmpint (command_count (db, "SELECT count(*) FROM decision"), ==, 0);
  command_fixture_clear (&fixture);
}

/* A course that rested goes on from tomorrow, not from where it stopped. */
static void
test_rested_course_goes_on_from_now (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(GPtrArray) moves = NULL;
  g_autoptr(GError) error = NULL;
  gint64 course;

  command_fixture_init (&fixture, db);
  course = start_course (&fixture);
  clinic_db_exec (db, "UPDATE session SET status = 'cancelled' WHERE number > 1", &error);
  g_assert_no_error (error);
  clinic_db_exec (db, "UPDATE session SET starts = '2026-06-01T09:00', ends = '2026-06-01T09:30' WHERE number = 1", &error);
  g_assert_no_error (error);
  moves = clinic_decide_propose (db, course, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (moves->len, ==, 2);
  g_assert_cmpstr (((ClinicMove *) moves->pdata[0])->starts, >, "2026-11-22");
  g_assert_cmpstr (((ClinicMove *) moves->pdata[1])->starts, >, ((ClinicMove *) moves->pdata[0])->starts);
  command_fixture_clear (&fixture);
}

static void
test_course_is_stopped_with_a_reason (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicDecision) decision = NULL;
  g_autoptr(ClinicAct) act = NULL;
  g_autoptr(GError) error = NULL;
  gint64 course;

  command_fixture_init (&fixture, db);
  course = start_course (&fixture);
  act = clinic_act_new (db, fixture.practitioner);
  decision = make_decision (&fixture, course, "stop");
  g_object_set (decision, "reason", NULL, NULL);
  g_assert_cmpint (clinic_decide_take (act, decision, &error), ==, 0);
  g_assert_true (g_str_has_prefix (error->message, "Why"));
  g_clear_error (&error);
  g_object_set (decision, "reason", "No response", NULL);
  g_assert_cmpint (clinic_decide_take (fixture.act, decision, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_cmpint (clinic_decide_take (act, decision, &error), !=, 0);
  g_assert_no_error (error);
  g_assert_cmpint (command_count (db, "SELECT count(*) FROM course WHERE status = 'stopped'"), ==, 1);
  g_assert_cmpint (command_count (db, "SELECT count(*) FROM session WHERE status = 'booked'"), ==, 0);
  command_fixture_clear (&fixture);
}

static gint64
count_due (CommandFixture *fixture,
           const char     *query)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicStatement) statement = clinic_db_query (fixture->db, query, &error);
  gboolean today = g_str_equal (query, "today-decisions");
  gint64 n = 0;

  g_assert_no_error (error);
  clinic_statement_bind_int (statement, 1, today ? fixture->practitioner : fixture->patient);

  if (today)
    clinic_statement_bind_text (statement, 2, "2026-01-01");

  while (clinic_statement_step (statement, &error))
    n++;

  g_assert_no_error (error);

  return n;
}

static void
assert_due (CommandFixture *fixture,
            const char     *change,
            gint64          n)
{
  g_autoptr(GError) error = NULL;

  clinic_db_exec (fixture->db, change, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_due (fixture, "today-decisions"), ==, n);
  g_assert_cmpint (count_due (fixture, "patient-decisions"), ==, n);
}

/* At the third and fifth session, and where a phase ends: a session of no phase ends none. */
static void
test_decisions_are_due_where_a_phase_ends (ClinicDb *db)
{
  CommandFixture fixture = { 0 };

  command_fixture_init (&fixture, db);
  start_course (&fixture);
  assert_due (&fixture, "UPDATE session SET status = 'done' WHERE number = 2", 0);
  assert_due (&fixture, "UPDATE session SET status = 'cancelled' WHERE number = 3", 1);
  assert_due (&fixture, "UPDATE session SET phase_id = NULL", 0);
  assert_due (&fixture, "UPDATE session SET status = 'done' WHERE number = 3", 1);
  /* Or after those sessions that the clinic says. */
  assert_due (&fixture, "INSERT INTO setting (id, version, key, value) VALUES (900, 1, 'decision.sessions', '2 13')", 0);
  assert_due (&fixture, "UPDATE setting SET value = '2 3' WHERE id = 900", 1);
  assert_due (&fixture, "UPDATE setting SET value = NULL WHERE id = 900", 1);
  command_fixture_clear (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);
  clinic_test_add ("/decide/response-goes-to-the-next-phase", test_response_goes_to_the_next_phase);
  clinic_test_add ("/decide/visits-not-booked-yet", test_visits_not_booked_yet_are_booked);
  clinic_test_add ("/decide/rested-course", test_rested_course_goes_on_from_now);
  clinic_test_add ("/decide/course-is-stopped-with-a-reason", test_course_is_stopped_with_a_reason);
  clinic_test_add ("/decide/due-where-a-phase-ends", test_decisions_are_due_where_a_phase_ends);

  return g_test_run ();
}
