/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-agenda.h"
#include "clinic-booking.h"
#include "clinic-clock.h"
#include "clinic-condition-kind.h"
#include "clinic-finding.h"
#include "clinic-history.h"
#include "clinic-hours.h"
#include "clinic-test.h"
#include "command-fixture.h"

static ClinicSession *
make_session (CommandFixture *fixture,
              const char     *starts,
              const char     *ends)
{
  ClinicSession *session = clinic_session_new ();

  g_object_set (session,
                "patient-id", fixture->patient,
                "practitioner-id", fixture->practitioner,
                "room-id", fixture->room,
                "starts", starts,
                "ends", ends,
                NULL);

  return session;
}

static gint64
must_book (ClinicAct     *act,
           ClinicSession *session)
{
  g_autoptr(GError) error = NULL;
  gint64 id = clinic_session_book (act, session, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, !=, 0);

  return id;
}

static void
assert_conflict (ClinicAct     *act,
                 ClinicSession *session,
                 const char    *words)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (clinic_session_book (act, session, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT);
  g_assert_cmpstr (error->message, ==, words);
  g_assert_false (clinic_db_in_transaction (act->db));
}

static char *
get_status (ClinicDb *db,
            gint64    id)
{
  g_autoptr(ClinicRecord) session = clinic_store_find (db, CLINIC_TYPE_SESSION, id, NULL);

  return g_strdup (CLINIC_SESSION (session)->status);
}

static void
test_taken_practitioner_room_and_patient_are_named (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicSession) first = NULL;
  g_autoptr(ClinicSession) practitioner = NULL;
  g_autoptr(ClinicSession) patient = NULL;
  g_autoptr(ClinicSession) room = NULL;
  g_autoptr(ClinicSession) touching = NULL;

  command_fixture_init (&fixture, db);
  first = make_session (&fixture, "2026-11-23T09:00", "2026-11-23T09:30");
  must_book (fixture.act, first);
  g_assert_cmpstr (first->status, ==, "booked");

  practitioner = make_session (&fixture, "2026-11-23T09:15", "2026-11-23T09:45");
  g_object_set (practitioner, "patient-id", fixture.other_patient, "room-id", fixture.other_room,
                NULL);
  assert_conflict (fixture.act, practitioner,
                   "Paul Practitioner is taken 23 Nov 2026, 09:00–09:30 (patient P00001).");

  patient = make_session (&fixture, "2026-11-23T08:45", "2026-11-23T09:15");
  g_object_set (patient, "practitioner-id", fixture.colleague, "room-id", fixture.other_room, NULL);
  assert_conflict (fixture.act, patient,
                   "Patient P00001 already has a visit 23 Nov 2026, 09:00–09:30.");

  room = make_session (&fixture, "2026-11-23T09:00", "2026-11-23T09:30");
  g_object_set (room, "practitioner-id", fixture.colleague, "patient-id", fixture.other_patient,
                NULL);
  assert_conflict (fixture.act, room, "Room 1 is taken 23 Nov 2026, 09:00–09:30 (patient P00001).");

  touching = make_session (&fixture, "2026-11-23T09:30", "2026-11-23T10:00");
  must_book (fixture.act, touching);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM session"), ==, 2);
  command_fixture_clear (&fixture);
}

static void
test_any_room_takes_a_free_one (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicSession) first = NULL;
  g_autoptr(ClinicSession) second = NULL;
  g_autoptr(ClinicSession) third = NULL;
  g_autoptr(GError) error = NULL;
  gint64 third_person;
  gint64 third_patient;

  command_fixture_init (&fixture, db);
  third_person = command_add_staff (db, fixture.owner, "Petra Practitioner", "practitioner");
  third_patient = command_add_patient (db, fixture.receptionist, "Dritte", "Cara", NULL);

  first = make_session (&fixture, "2026-11-23T09:00", "2026-11-23T09:30");
  g_object_set (first, "room-id", CLINIC_UNKNOWN, NULL);
  must_book (fixture.act, first);
  g_assert_cmpint (first->room_id, ==, fixture.room);

  second = make_session (&fixture, "2026-11-23T09:00", "2026-11-23T09:30");
  g_object_set (second, "room-id", CLINIC_UNKNOWN, "practitioner-id", fixture.colleague,
                "patient-id", fixture.other_patient, NULL);
  must_book (fixture.act, second);
  g_assert_cmpint (second->room_id, ==, fixture.other_room);

  third = make_session (&fixture, "2026-11-23T09:00", "2026-11-23T09:30");
  g_object_set (third, "room-id", CLINIC_UNKNOWN, "practitioner-id", third_person, "patient-id",
                third_patient, NULL);
  g_assert_cmpint (clinic_session_book (fixture.act, third, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "No room is free"));
  command_fixture_clear (&fixture);
}

static void
test_overbooking_is_a_right_and_needs_a_reason (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicAct) manager = NULL;
  g_autoptr(ClinicSession) first = NULL;
  g_autoptr(ClinicSession) beside = NULL;
  g_autoptr(GError) error = NULL;

  command_fixture_init (&fixture, db);
  manager = clinic_act_new (db, fixture.manager);
  first = make_session (&fixture, "2026-11-23T09:00", "2026-11-23T09:30");
  must_book (fixture.act, first);

  beside = make_session (&fixture, "2026-11-23T09:00", "2026-11-23T09:30");
  g_object_set (beside, "patient-id", fixture.other_patient, "overbooked", TRUE, NULL);

  clinic_act_set_reason (fixture.act, "In pain");
  g_assert_cmpint (clinic_session_book (fixture.act, beside, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DENIED);
  g_clear_error (&error);

  g_assert_cmpint (clinic_session_book (manager, beside, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);

  clinic_act_set_reason (manager, "In pain");
  must_book (manager, beside);
  g_assert_cmpstr (beside->status_reason, ==, "In pain");
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM session WHERE overbooked = 1"), ==, 1);
  command_fixture_clear (&fixture);
}

typedef struct
{
  const char  *starts;
  const char  *ends;
  int          code;
  const char  *words;
} Refused;

static const Refused refused_times[] = {
  { "2026-11-23T09:00", "2026-11-23T09:00", CLINIC_ERROR_INVALID, "ends after it starts" },
  { "2026-11-23T09:30", "2026-11-23T09:00", CLINIC_ERROR_INVALID, "ends after it starts" },
  { "2026-11-23T08:00", "2026-11-23T16:01", CLINIC_ERROR_INVALID, "eight hours" },
  { "2026-02-30T09:00", "2026-02-30T09:30", CLINIC_ERROR_INVALID, "Write a time" },
  { "tomorrow", "2026-11-23T09:30", CLINIC_ERROR_INVALID, "Write a time" },
  { NULL, NULL, CLINIC_ERROR_INVALID, "Write a time" },
  { "2027-03-28T02:30", "2027-03-28T03:00", CLINIC_ERROR_INVALID, "the clocks go forward" },
  { "2026-11-22T09:00", "2026-11-22T09:30", CLINIC_ERROR_FINDINGS, "outside the hours" },
  { "2026-11-23T17:45", "2026-11-23T18:15", CLINIC_ERROR_FINDINGS, "outside the hours" },
};

static void
test_times_that_cannot_be_are_refused (ClinicDb *db)
{
  CommandFixture fixture = { 0 };

  command_fixture_init (&fixture, db);

  for (guint i = 0; i < G_N_ELEMENTS (refused_times); i++)
    {
      const Refused *which = &refused_times[i];
      g_autoptr(ClinicSession) session = make_session (&fixture, which->starts, which->ends);
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", which->starts);
      g_assert_cmpint (clinic_session_book (fixture.act, session, &error), ==, 0);
      g_assert_error (error, CLINIC_ERROR, which->code);
      g_assert_nonnull (strstr (error->message, which->words));
    }

  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM session"), ==, 0);
  command_fixture_clear (&fixture);
}

static void
test_outside_hours_with_a_reason (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicSession) session = NULL;

  command_fixture_init (&fixture, db);
  session = make_session (&fixture, "2026-11-23T18:30", "2026-11-23T19:00");
  clinic_act_accept (fixture.act, CLINIC_RULE_HOURS, "Agreed with the practitioner");
  must_book (fixture.act, session);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM finding WHERE rule = 'outside-hours' "
                                  "AND session_id IS NOT NULL"), ==, 1);
  command_fixture_clear (&fixture);
}

static void
test_only_practitioners_and_living_files (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicAct) manager = NULL;
  g_autoptr(ClinicSession) session = NULL;
  g_autoptr(ClinicSession) archived = NULL;
  g_autoptr(GError) error = NULL;

  command_fixture_init (&fixture, db);
  manager = clinic_act_new (db, fixture.manager);
  session = make_session (&fixture, "2026-11-23T09:00", "2026-11-23T09:30");
  g_object_set (session, "practitioner-id", fixture.receptionist, NULL);
  g_assert_cmpint (clinic_session_book (fixture.act, session, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);

  archived = make_session (&fixture, "2026-11-23T09:00", "2026-11-23T09:30");
  g_assert_true (command_archive (manager, fixture.patient));
  g_assert_cmpint (clinic_session_book (fixture.act, archived, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  command_fixture_clear (&fixture);
}

static void
test_what_bears_on_treatment_is_noted (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicAct) practitioner = NULL;
  g_autoptr(ClinicCondition) condition = clinic_condition_new ();
  g_autoptr(ClinicRecord) kind = NULL;
  g_autoptr(ClinicSession) session = NULL;
  g_autoptr(GError) error = NULL;
  ClinicFinding *finding;

  command_fixture_init (&fixture, db);
  practitioner = clinic_act_new (db, fixture.practitioner);
  kind = clinic_store_find_by (db, CLINIC_TYPE_CONDITION_KIND, "code", "pregnancy", &error);
  g_assert_no_error (error);
  g_object_set (condition, "patient-id", fixture.patient, "condition-kind-id",
                clinic_record_get_id (kind), NULL);
  g_assert_cmpint (clinic_condition_save (practitioner, condition, &error), !=, 0);

  session = make_session (&fixture, "2026-11-23T09:00", "2026-11-23T09:30");
  must_book (fixture.act, session);
  g_assert_cmpuint (fixture.act->findings->len, ==, 1);
  finding = fixture.act->findings->pdata[0];
  g_assert_cmpstr (finding->rule, ==, "condition");
  g_assert_cmpstr (finding->severity, ==, "note");
  command_fixture_clear (&fixture);
}

static void
test_moved_visit_takes_only_its_new_time (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicSession) session = NULL;
  g_autoptr(ClinicSession) other = NULL;
  g_autoptr(ClinicSession) freed = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  command_fixture_init (&fixture, db);
  session = make_session (&fixture, "2026-11-23T09:00", "2026-11-23T09:30");
  id = must_book (fixture.act, session);
  other = make_session (&fixture, "2026-11-23T10:00", "2026-11-23T10:30");
  g_object_set (other, "patient-id", fixture.other_patient, NULL);
  must_book (fixture.act, other);
  g_assert_true (clinic_session_set_state (fixture.act, id, "confirmed", &error));
  g_assert_no_error (error);

  /* Read before it was confirmed: somebody was faster. */
  g_object_set (session, "starts", "2026-11-23T11:00", "ends", "2026-11-23T11:30", NULL);
  g_assert_false (clinic_session_move (fixture.act, session, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT);
  g_clear_error (&error);

  clinic_record_set_version (CLINIC_RECORD (session), 2);
  g_object_set (session, "starts", "2026-11-23T10:15", "ends", "2026-11-23T10:45", NULL);
  g_assert_false (clinic_session_move (fixture.act, session, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT);
  g_assert_cmpstr (error->message, ==,
                   "Paul Practitioner is taken 23 Nov 2026, 10:00–10:30 (patient P00002).");
  g_clear_error (&error);

  /* It does not stand in its own way. */
  g_object_set (session, "starts", "2026-11-23T09:15", "ends", "2026-11-23T09:45", NULL);
  g_assert_true (clinic_session_move (fixture.act, session, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (session->status, ==, "booked");
  g_assert_cmpint (clinic_record_get_version (CLINIC_RECORD (session)), ==, 3);

  freed = make_session (&fixture, "2026-11-23T08:45", "2026-11-23T09:15");
  must_book (fixture.act, freed);
  command_fixture_clear (&fixture);
}

static void
test_cancelled_time_is_free (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicSession) session = NULL;
  g_autoptr(ClinicSession) again = NULL;
  g_autoptr(ClinicRecord) cancelled = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  command_fixture_init (&fixture, db);
  session = make_session (&fixture, "2026-11-23T09:00", "2026-11-23T09:30");
  id = must_book (fixture.act, session);

  g_assert_false (clinic_session_cancel (fixture.act, id, " ", &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_true (clinic_session_cancel (fixture.act, id, "Patient has a cold", &error));
  cancelled = clinic_store_find (db, CLINIC_TYPE_SESSION, id, &error);
  g_assert_cmpstr (CLINIC_SESSION (cancelled)->status, ==, "cancelled");
  g_assert_cmpstr (CLINIC_SESSION (cancelled)->status_reason, ==, "Patient has a cold");
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM audit WHERE command = 'session.cancel' "
                                  "AND reason = 'Patient has a cold'"), ==, 1);

  again = make_session (&fixture, "2026-11-23T09:00", "2026-11-23T09:30");
  must_book (fixture.act, again);
  command_fixture_clear (&fixture);
}

static void
test_no_show_only_when_the_time_has_come (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicSession) session = NULL;
  g_autoptr(ClinicSession) taken = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *status = NULL;
  gint64 id;
  gint64 now = clinic_clock_now ();

  command_fixture_init (&fixture, db);
  session = make_session (&fixture, "2026-11-23T09:00", "2026-11-23T09:30");
  id = must_book (fixture.act, session);
  g_assert_false (clinic_session_no_show (fixture.act, id, NULL, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);

  /* Monday at noon. */
  clinic_clock_set (now + G_GINT64_CONSTANT (50) * 60 * 60 * 1000);
  g_assert_true (clinic_session_no_show (fixture.act, id, NULL, &error));
  g_assert_no_error (error);
  status = get_status (db, id);
  g_assert_cmpstr (status, ==, "no_show");

  /* A missed visit's time may be somebody else's by now. */
  taken = make_session (&fixture, "2026-11-23T09:00", "2026-11-23T09:30");
  g_object_set (taken, "patient-id", fixture.other_patient, NULL);
  must_book (fixture.act, taken);
  g_assert_false (clinic_session_set_state (fixture.act, id, "arrived", &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "P00002"));
  clinic_clock_set (now);
  command_fixture_clear (&fixture);
}

/* Rows: from; columns: to; in the order booked, confirmed, arrived, in treatment, done, no-show,
 * cancelled. */
static const char *const statuses[] = { "booked", "confirmed", "arrived", "in_treatment", "done",
                                        "no_show", "cancelled" };
static const char *const legal[] = {
  ".xxx.xx",
  "x.xx.xx",
  "xx.x..x",
  "..x.x..",
  "...x...",
  "x.x....",
  ".......",
};

static void
test_transitions_are_the_agreed_ones (void)
{
  for (guint from = 0; from < G_N_ELEMENTS (statuses); from++)
    {
      for (guint to = 0; to < G_N_ELEMENTS (statuses); to++)
        {
          g_test_message ("%s to %s", statuses[from], statuses[to]);
          g_assert_cmpint (clinic_session_may_become (statuses[from], statuses[to]), ==,
                           legal[from][to] == 'x');
        }
    }
}

static void
test_steps_of_a_visit (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicSession) session = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  command_fixture_init (&fixture, db);
  session = make_session (&fixture, "2026-11-23T09:00", "2026-11-23T09:30");
  id = must_book (fixture.act, session);

  g_assert_false (clinic_session_set_state (fixture.act, id, "done", &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "Status: A visit that is “Booked” cannot become “Done”.");
  g_clear_error (&error);
  g_assert_false (clinic_session_set_state (fixture.act, id, "cancelled", &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);

  for (guint i = 1; i <= 4; i++)
    {
      g_assert_true (clinic_session_set_state (fixture.act, id, statuses[i], &error));
      g_assert_no_error (error);
    }

  command_fixture_clear (&fixture);
}

typedef struct
{
  const char *hours;
  const char *starts;
  const char *ends;
  gboolean    inside;
} Hours;

/* 2026-11-23 is a Monday. */
static const Hours hours_cases[] = {
  { NULL, "2026-11-22T00:00", "2026-11-22T23:59", TRUE },
  { "", "2026-11-22T03:00", "2026-11-22T04:00", TRUE },
  { "Mo-Fr 09:00-12:00 13:00-18:00; Sa 09:00-13:00", "2026-11-23T09:00", "2026-11-23T12:00", TRUE },
  { "Mo-Fr 09:00-12:00 13:00-18:00; Sa 09:00-13:00", "2026-11-23T11:30", "2026-11-23T12:01",
    FALSE },
  { "Mo-Fr 09:00-12:00 13:00-18:00; Sa 09:00-13:00", "2026-11-23T11:30", "2026-11-23T13:30",
    FALSE },
  { "Mo-Fr 09:00-12:00 13:00-18:00; Sa 09:00-13:00", "2026-11-28T12:30", "2026-11-28T13:00", TRUE },
  { "Mo-Fr 09:00-12:00 13:00-18:00; Sa 09:00-13:00", "2026-11-29T10:00", "2026-11-29T10:30",
    FALSE },
  { "mo,we-th 08:00-24:00", "2026-11-25T23:00", "2026-11-25T23:59", TRUE },
  { "mo,we-th 08:00-24:00", "2026-11-24T09:00", "2026-11-24T10:00", FALSE },
};

static void
test_hours_are_read (void)
{
  static const char *const wrong[] = {
    "Mo", "09:00-10:00", "Mo 9-10", "Mo 09:00-25:00", "Mo 10:00-09:00", "Mo-Xx 09:00-10:00", "Fr-Mo 09:00-10:00",
    "Mo 09:00-12:00 11:00-13:00", "Mo 09:60-10:00", "Mo 09:00–10:00",
  };

  for (guint i = 0; i < G_N_ELEMENTS (hours_cases); i++)
    {
      const Hours *which = &hours_cases[i];
      ClinicHours hours;

      g_assert_true (clinic_hours_parse (which->hours, &hours, NULL));
      g_assert_cmpint (clinic_hours_contain (&hours, which->starts, which->ends), ==,
                       which->inside);
    }

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;
      ClinicHours hours;

      g_test_message ("%s", wrong[i]);
      g_assert_false (clinic_hours_parse (wrong[i], &hours, &error));
      g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
    }
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  g_test_add_func ("/command/booking/hours", test_hours_are_read);
  g_test_add_func ("/command/booking/transitions", test_transitions_are_the_agreed_ones);
  clinic_test_add ("command/booking/taken-is-named",
                   test_taken_practitioner_room_and_patient_are_named);
  clinic_test_add ("command/booking/any-room", test_any_room_takes_a_free_one);
  clinic_test_add ("command/booking/overbooking", test_overbooking_is_a_right_and_needs_a_reason);
  clinic_test_add ("command/booking/refused-times", test_times_that_cannot_be_are_refused);
  clinic_test_add ("command/booking/outside-hours", test_outside_hours_with_a_reason);
  clinic_test_add ("command/booking/who", test_only_practitioners_and_living_files);
  clinic_test_add ("command/booking/noted", test_what_bears_on_treatment_is_noted);
  clinic_test_add ("command/booking/move", test_moved_visit_takes_only_its_new_time);
  clinic_test_add ("command/booking/cancel", test_cancelled_time_is_free);
  clinic_test_add ("command/booking/no-show", test_no_show_only_when_the_time_has_come);
  clinic_test_add ("command/booking/steps", test_steps_of_a_visit);

  return g_test_run ();
}
