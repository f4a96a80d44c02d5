/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-booking.h"
#include "clinic-finding.h"
#include "clinic-formulary.h"
#include "clinic-history.h"
#include "clinic-phase.h"
#include "clinic-plan.h"
#include "clinic-setup.h"
#include "clinic-test.h"
#include "command-fixture.h"

static ClinicCourseRequest
make_request (CommandFixture *fixture)
{
  return (ClinicCourseRequest) {
           .patient = fixture->patient,
           .protocol = fixture->protocol,
           .practitioner = fixture->practitioner,
           .first = "2026-11-23T09:00",
  };
}

static ClinicCoursePlan *
must_plan (ClinicDb                  *db,
           const ClinicCourseRequest *request)
{
  g_autoptr(GError) error = NULL;
  ClinicCoursePlan *plan = clinic_course_plan (db, request, &error);

  g_assert_no_error (error);
  g_assert_nonnull (plan);

  return plan;
}

static ClinicPlanned *
get_planned (ClinicCoursePlan *plan,
             guint             number)
{
  return plan->sessions->pdata[number - 1];
}

static void
assert_starts (ClinicCoursePlan *plan,
               const char       *expected)
{
  g_autoptr(GString) starts = g_string_new (NULL);

  for (guint i = 0; i < plan->sessions->len; i++)
    g_string_append_printf (starts, "%s%s", i > 0 ? " " : "", get_planned (plan, i + 1)->starts);

  g_assert_cmpstr (starts->str, ==, expected);
}

/* A visit of somebody else that takes up the practitioner's time. */
static gint64
take (CommandFixture *fixture,
      const char     *starts,
      const char     *ends)
{
  g_autoptr(ClinicSession) session = clinic_session_new ();
  g_autoptr(GError) error = NULL;
  gint64 id;

  g_object_set (session, "patient-id", fixture->other_patient, "practitioner-id",
                fixture->practitioner,
                "starts", starts, "ends", ends, NULL);
  id = clinic_session_book (fixture->act, session, &error);
  g_assert_no_error (error);

  return id;
}

static void
test_phases_give_number_and_days (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  ClinicCourseRequest request;
  g_autoptr(ClinicCoursePlan) plan = NULL;
  g_autoptr(ClinicCoursePlan) wished = NULL;
  g_autoptr(ClinicCoursePlan) evening = NULL;

  command_fixture_init (&fixture, db);
  request = make_request (&fixture);
  plan = must_plan (db, &request);
  assert_starts (plan,
                 "2026-11-23T09:00 2026-11-30T09:00 2026-12-07T09:00 2026-12-21T09:00 "
                 "2027-01-04T09:00");
  g_assert_cmpuint (plan->n_clashes, ==, 0);
  g_assert_cmpint (get_planned (plan, 4)->days, ==, 14);
  g_assert_cmpint (get_planned (plan, 1)->room, ==, fixture.room);
  g_assert_cmpstr (get_planned (plan, 1)->ends, ==, "2026-11-23T09:30");

  /* Wednesdays: within 6 to 9 days after Monday there is one at 9. */
  request.weekdays = 4;
  wished = must_plan (db, &request);
  assert_starts (wished,
                 "2026-11-23T09:00 2026-12-02T09:00 2026-12-09T09:00 2026-12-23T09:00 "
                 "2027-01-06T09:00");

  /* First on a Saturday, then at half past five: Saturday closes at one, so it is another day. */
  request.weekdays = 0;
  request.first = "2026-11-21T09:00";
  request.time = "17:30";
  evening = must_plan (db, &request);
  assert_starts (evening,
                 "2026-11-21T09:00 2026-11-27T17:30 2026-12-04T17:30 2026-12-18T17:30 "
                 "2027-01-01T17:30");
  command_fixture_clear (&fixture);
}

static void
test_clash_is_listed_with_alternatives (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  ClinicCourseRequest request;
  g_autoptr(ClinicCoursePlan) plan = NULL;
  ClinicPlanned *second;
  ClinicSlot *slot;

  command_fixture_init (&fixture, db);
  take (&fixture, "2026-11-30T08:45", "2026-11-30T09:15");
  request = make_request (&fixture);
  plan = must_plan (db, &request);
  second = get_planned (plan, 2);

  g_assert_cmpuint (plan->n_clashes, ==, 1);
  g_assert_cmpint (second->clash, ==, CLINIC_CLASH_PRACTITIONER);
  g_assert_cmpstr (second->words, ==,
                   "Paul Practitioner is taken 30 Nov 2026, 08:45–09:15 (patient P00002).");
  g_assert_cmpuint (second->alternatives->len, ==, 5);
  slot = second->alternatives->pdata[0];
  g_assert_cmpstr (slot->starts, ==, "2026-11-30T09:15");
  slot = second->alternatives->pdata[1];
  g_assert_cmpstr (slot->starts, ==, "2026-11-30T09:30");
  slot = second->alternatives->pdata[3];
  g_assert_cmpstr (slot->starts, ==, "2026-12-01T09:00");
  slot = second->alternatives->pdata[4];
  g_assert_cmpstr (slot->starts, ==, "2026-12-02T09:00");

  /* Sunday, 6 days after, is closed: nothing is offered there. */
  for (guint i = 0; i < second->alternatives->len; i++)
    {
      slot = second->alternatives->pdata[i];
      g_assert_false (g_str_has_prefix (slot->starts, "2026-11-29"));
    }

  command_fixture_clear (&fixture);
}

static void
test_choice_moves_those_after_it (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  ClinicCourseRequest request;
  g_autoptr(ClinicCoursePlan) plan = NULL;
  g_autoptr(GError) error = NULL;

  command_fixture_init (&fixture, db);
  take (&fixture, "2026-11-30T09:00", "2026-11-30T09:30");
  take (&fixture, "2026-12-07T09:00", "2026-12-07T09:30");
  request = make_request (&fixture);
  plan = must_plan (db, &request);
  g_assert_cmpuint (plan->n_clashes, ==, 2);

  g_assert_true (clinic_course_plan_choose (db, plan, 2, "2026-12-01T09:00", &error));
  g_assert_no_error (error);
  assert_starts (plan,
                 "2026-11-23T09:00 2026-12-01T09:00 2026-12-08T09:00 2026-12-22T09:00 "
                 "2027-01-05T09:00");
  g_assert_cmpuint (plan->n_clashes, ==, 0);

  g_assert_false (clinic_course_plan_choose (db, plan, 9, "2026-12-01T09:00", &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  command_fixture_clear (&fixture);
}

static void
test_settled_plan_has_no_clash (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  ClinicCourseRequest request;
  g_autoptr(ClinicCoursePlan) plan = NULL;
  g_autoptr(GError) error = NULL;
  ClinicCourseTally tally;
  gint64 course;

  command_fixture_init (&fixture, db);
  take (&fixture, "2026-11-23T09:00", "2026-11-23T09:30");
  take (&fixture, "2026-11-30T08:00", "2026-11-30T12:00");
  take (&fixture, "2026-12-07T09:00", "2026-12-07T09:30");
  request = make_request (&fixture);
  plan = must_plan (db, &request);
  g_assert_cmpuint (plan->n_clashes, ==, 3);

  g_assert_true (clinic_course_plan_settle (db, plan, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (plan->n_clashes, ==, 0);

  course = clinic_course_start (fixture.act, plan, &error);
  g_assert_no_error (error);
  g_assert_true (clinic_course_tally (db, course, &tally, &error));
  g_assert_cmpint (tally.planned, ==, 5);
  g_assert_cmpint (tally.booked, ==, 5);
  g_assert_cmpint (tally.done, ==, 0);
  g_assert_cmpint (tally.left, ==, 5);
  command_fixture_clear (&fixture);
}

static void
test_all_sessions_are_booked_or_none (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  ClinicCourseRequest request;
  g_autoptr(ClinicCoursePlan) plan = NULL;
  g_autoptr(GError) error = NULL;
  ClinicPlanned *fourth;

  command_fixture_init (&fixture, db);
  request = make_request (&fixture);
  plan = must_plan (db, &request);

  /* Taken after the plan was shown. */
  take (&fixture, "2026-12-21T09:15", "2026-12-21T09:45");
  g_assert_cmpint (clinic_course_start (fixture.act, plan, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT);
  g_assert_cmpstr (error->message, ==,
                   "Nothing was booked: 1 of 5 sessions cannot be as planned.\n4. 2026-12-21 "
                   "09:00: "
                   "Paul Practitioner is taken 21 Dec 2026, 09:15–09:45 (patient P00002).");
  g_clear_error (&error);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM session"), ==, 1);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM course"), ==, 0);

  fourth = get_planned (plan, 4);
  g_assert_cmpuint (fourth->alternatives->len, >, 0);
  g_assert_true (clinic_course_plan_choose (db, plan, 4, ((ClinicSlot *) fourth->alternatives->pdata[0])->starts, &error));
  g_assert_cmpint (clinic_course_start (fixture.act, plan, &error), !=, 0);
  g_assert_no_error (error);
  g_assert_cmpint (command_count (db,
                                  "SELECT COUNT(*) FROM session WHERE course_id IS NOT NULL AND "
                                  "phase_id IS NOT NULL "
                                  "AND status = 'booked'"), ==, 5);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM operation WHERE command = 'course.start'"), ==, 1);
  command_fixture_clear (&fixture);
}

static void
test_interval_outside_the_phase_needs_a_reason (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  ClinicCourseRequest request;
  g_autoptr(ClinicCoursePlan) plan = NULL;
  g_autoptr(GError) error = NULL;

  command_fixture_init (&fixture, db);
  request = make_request (&fixture);
  plan = must_plan (db, &request);
  g_assert_true (clinic_course_plan_choose (db, plan, 2, "2026-11-25T09:00", &error));

  g_assert_cmpint (clinic_course_start (fixture.act, plan, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_FINDINGS);
  g_assert_nonnull (strstr (error->message, "Session 2 would be 2 days after"));
  g_clear_error (&error);

  clinic_act_accept (fixture.act, CLINIC_RULE_INTERVAL, "Away afterwards");
  g_assert_cmpint (clinic_course_start (fixture.act, plan, &error), !=, 0);
  g_assert_no_error (error);
  command_fixture_clear (&fixture);
}

static void
test_staff_hours_and_closed_days_are_kept_to (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  ClinicCourseRequest request;
  g_autoptr(ClinicAct) owner = NULL;
  g_autoptr(ClinicRecord) staff = NULL;
  g_autoptr(ClinicCoursePlan) plan = NULL;
  g_autoptr(GError) error = NULL;

  command_fixture_init (&fixture, db);
  owner = clinic_act_new (db, fixture.owner);
  staff = clinic_store_find (db, CLINIC_TYPE_STAFF, fixture.practitioner, &error);
  g_object_set (staff, "hours", "Tu,Th 13:00-17:00", NULL);
  g_assert_cmpint (clinic_staff_save (owner, CLINIC_STAFF (staff), &error), !=, 0);

  request = make_request (&fixture);
  request.first = "2026-11-24T14:00";
  plan = must_plan (db, &request);
  assert_starts (plan,
                 "2026-11-24T14:00 2026-12-01T14:00 2026-12-08T14:00 2026-12-22T14:00 "
                 "2027-01-05T14:00");

  g_clear_pointer (&plan, clinic_course_plan_free);
  request.first = "2026-11-23T14:00";
  plan = must_plan (db, &request);
  g_assert_cmpint (get_planned (plan, 1)->clash, ==, CLINIC_CLASH_HOURS);
  g_assert_cmpuint (get_planned (plan, 1)->alternatives->len, ==, 3);
  g_assert_cmpstr (((ClinicSlot *) get_planned (plan, 1)->alternatives->pdata[0])->starts, ==,
                   "2026-11-24T14:00");
  command_fixture_clear (&fixture);
}

static void
test_requests_that_cannot_be (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  ClinicCourseRequest requests[6];

  command_fixture_init (&fixture, db);

  for (guint i = 0; i < G_N_ELEMENTS (requests); i++)
    requests[i] = make_request (&fixture);

  requests[0].first = "2026-11-23";
  requests[1].time = "9 o'clock";
  requests[2].protocol = 17;
  requests[3].practitioner = fixture.receptionist;
  requests[4].room = 17;
  requests[5].patient = 17;

  for (guint i = 0; i < G_N_ELEMENTS (requests); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (clinic_course_plan (db, &requests[i], &error));
      g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
    }

  command_fixture_clear (&fixture);
}

static gint64
start_course (CommandFixture *fixture)
{
  ClinicCourseRequest request = make_request (fixture);
  g_autoptr(ClinicCoursePlan) plan = must_plan (fixture->db, &request);
  g_autoptr(GError) error = NULL;
  gint64 course = clinic_course_start (fixture->act, plan, &error);

  g_assert_no_error (error);

  return course;
}

static void
test_stopped_course_frees_its_times (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(GError) error = NULL;
  ClinicCourseTally tally;
  gint64 course;

  command_fixture_init (&fixture, db);
  course = start_course (&fixture);

  g_assert_false (clinic_course_complete (fixture.act, course, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_true (clinic_course_stop (fixture.act, course, "Moved away", &error));
  g_assert_no_error (error);
  g_assert_true (clinic_course_tally (db, course, &tally, &error));
  g_assert_cmpint (tally.cancelled, ==, 5);
  g_assert_cmpint (tally.booked, ==, 0);
  take (&fixture, "2026-11-23T09:00", "2026-11-23T09:30");

  g_assert_false (clinic_course_stop (fixture.act, course, "Again", &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  command_fixture_clear (&fixture);
}

static void
test_allergy_to_the_planned_cocktail_is_noted (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  ClinicCourseRequest request;
  g_autoptr(ClinicAct) practitioner = NULL;
  g_autoptr(ClinicAllergy) allergy = clinic_allergy_new ();
  g_autoptr(ClinicCocktail) cocktail = clinic_cocktail_new ();
  g_autoptr(ClinicComponent) component = clinic_component_new ();
  g_autoptr(GPtrArray) components = g_ptr_array_new ();
  g_autoptr(ClinicCoursePlan) plan = NULL;
  g_autoptr(GError) error = NULL;
  gboolean noted = FALSE;

  command_fixture_init (&fixture, db);
  practitioner = clinic_act_new (db, fixture.practitioner);
  g_object_set (allergy, "patient-id", fixture.patient, "ingredient-id", fixture.ingredient, NULL);
  g_assert_cmpint (clinic_allergy_save (practitioner, allergy, &error), !=, 0);
  g_object_set (cocktail, "name", "Planned", NULL);
  g_object_set (component, "ingredient-id", fixture.ingredient, "volume", (gint64) 1000, NULL);
  g_ptr_array_add (components, component);
  request = make_request (&fixture);
  request.cocktail = clinic_cocktail_create (practitioner, cocktail, components, NULL, &error);
  g_assert_no_error (error);

  plan = must_plan (db, &request);
  g_assert_cmpint (clinic_course_start (fixture.act, plan, &error), !=, 0);
  g_assert_no_error (error);

  for (guint i = 0; i < fixture.act->findings->len; i++)
    noted = noted ||
            g_str_equal (((ClinicFinding *) fixture.act->findings->pdata[i])->rule, "allergy-ingredient");

  g_assert_true (noted);
  command_fixture_clear (&fixture);
}

static void
test_protocol_changes_its_phases (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicAct) manager = NULL;
  g_autoptr(ClinicRecord) protocol = NULL;
  g_autoptr(GPtrArray) phases = NULL;
  g_autoptr(GError) error = NULL;
  gpointer first;

  command_fixture_init (&fixture, db);
  manager = clinic_act_new (db, fixture.manager);
  protocol = clinic_store_find (db, CLINIC_TYPE_PROTOCOL, fixture.protocol, &error);
  phases = clinic_store_list_by (db, CLINIC_TYPE_PHASE, "protocol_id", fixture.protocol, &error);

  /* The other way round. */
  first = g_object_ref (phases->pdata[0]);
  g_ptr_array_remove_index (phases, 0);
  g_ptr_array_add (phases, first);
  g_assert_cmpint (clinic_protocol_save (manager, CLINIC_PROTOCOL (protocol), phases, &error), ==,
                   fixture.protocol);
  g_assert_no_error (error);
  g_assert_cmpint (command_count (db,
                                  "SELECT sessions FROM phase WHERE number = 1 AND target_days = "
                                  "14 "
                                  "AND length_minutes = 30 AND min_days = 10 AND max_days = 18 "
                                  "AND sessions = 2"), ==, 2);

  /* Without one of them. */
  g_ptr_array_unref (phases);
  phases = clinic_store_list_by (db, CLINIC_TYPE_PHASE, "protocol_id", fixture.protocol, &error);
  g_ptr_array_set_size (phases, 1);
  g_assert_cmpint (clinic_protocol_save (manager, CLINIC_PROTOCOL (protocol), phases, &error), ==,
                   fixture.protocol);
  g_assert_no_error (error);
  g_ptr_array_unref (phases);
  phases = clinic_store_list_by (db, CLINIC_TYPE_PHASE, "protocol_id", fixture.protocol, &error);
  g_assert_cmpuint (phases->len, ==, 1);
  command_fixture_clear (&fixture);
}

/* One phase alone, by those who may; what it says is within its bounds. */
static void
test_phase_alone_is_changed (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicAct) manager = NULL;
  g_autoptr(GPtrArray) phases = NULL;
  g_autoptr(GError) error = NULL;

  command_fixture_init (&fixture, db);
  manager = clinic_act_new (db, fixture.manager);
  phases = clinic_store_list_by (db, CLINIC_TYPE_PHASE, "protocol_id", fixture.protocol, &error);
  g_object_set (phases->pdata[0], "spacing", (gint64) 12500, "volume-per-point", (gint64) 40, NULL);
  g_assert_cmpint (clinic_phase_save (fixture.act, phases->pdata[0], &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_cmpint (clinic_phase_save (manager, phases->pdata[0], &error), !=, 0);
  g_assert_no_error (error);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM phase WHERE spacing = 12500 AND "
                                  "volume_per_point = 40"), ==, 1);
  g_object_set (phases->pdata[0], "spacing", (gint64) 1999, NULL);
  g_assert_cmpint (clinic_phase_save (manager, phases->pdata[0], &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  command_fixture_clear (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("command/plan/phases", test_phases_give_number_and_days);
  clinic_test_add ("command/plan/phase-alone", test_phase_alone_is_changed);
  clinic_test_add ("command/plan/clash", test_clash_is_listed_with_alternatives);
  clinic_test_add ("command/plan/choice", test_choice_moves_those_after_it);
  clinic_test_add ("command/plan/settle", test_settled_plan_has_no_clash);
  clinic_test_add ("command/plan/all-or-none", test_all_sessions_are_booked_or_none);
  clinic_test_add ("command/plan/interval", test_interval_outside_the_phase_needs_a_reason);
  clinic_test_add ("command/plan/hours", test_staff_hours_and_closed_days_are_kept_to);
  clinic_test_add ("command/plan/refused", test_requests_that_cannot_be);
  clinic_test_add ("command/plan/stop", test_stopped_course_frees_its_times);
  clinic_test_add ("command/plan/noted", test_allergy_to_the_planned_cocktail_is_noted);
  clinic_test_add ("command/plan/protocol", test_protocol_changes_its_phases);

  return g_test_run ();
}
