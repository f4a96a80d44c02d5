/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-audit.h"
#include "clinic-booking.h"
#include "clinic-formulary.h"
#include "clinic-history.h"
#include "clinic-plan.h"
#include "clinic-register.h"
#include "clinic-setup.h"
#include "clinic-test.h"
#include "clinic-undo.h"
#include "command-fixture.h"

static ClinicPatient *
find_patient (ClinicDb *db,
              gint64    id)
{
  g_autoptr(GError) error = NULL;
  ClinicRecord *patient = clinic_store_find (db, CLINIC_TYPE_PATIENT, id, &error);

  g_assert_no_error (error);

  return CLINIC_PATIENT (patient);
}

static void
set_city (ClinicAct  *act,
          gint64      id,
          const char *city)
{
  g_autoptr(ClinicPatient) patient = find_patient (act->db, id);
  g_autoptr(GError) error = NULL;

  g_object_set (patient, "city", city, NULL);
  g_assert_true (clinic_patient_edit (act, patient, &error));
  g_assert_no_error (error);
}

static void
assert_city (ClinicDb   *db,
             gint64      id,
             const char *city)
{
  g_autoptr(ClinicPatient) patient = find_patient (db, id);

  g_assert_cmpstr (patient->city, ==, city);
}

static void
must_undo_last (ClinicAct *act)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (clinic_undo_last (act, &error), !=, 0);
  g_assert_no_error (error);
}

static void
must_redo_last (ClinicAct *act)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (clinic_redo_last (act, &error), !=, 0);
  g_assert_no_error (error);
}

static void
assert_chain_is_whole (ClinicDb *db)
{
  g_auto(ClinicAuditReport) report = { 0 };
  g_autoptr(GError) error = NULL;

  g_assert_true (clinic_audit_verify (db, 1, 0, NULL, &report, &error));
  g_assert_cmpint (report.broken_seq, ==, 0);
}

static void
test_several_steps_back_and_forth (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(GError) error = NULL;

  command_fixture_init (&fixture, db);
  set_city (fixture.act, fixture.patient, "Linz");
  set_city (fixture.act, fixture.patient, "Graz");
  set_city (fixture.act, fixture.patient, "Wien");

  must_undo_last (fixture.act);
  assert_city (db, fixture.patient, "Graz");
  must_undo_last (fixture.act);
  assert_city (db, fixture.patient, "Linz");
  must_undo_last (fixture.act);
  assert_city (db, fixture.patient, NULL);
  must_redo_last (fixture.act);
  assert_city (db, fixture.patient, "Linz");
  must_redo_last (fixture.act);
  must_redo_last (fixture.act);
  assert_city (db, fixture.patient, "Wien");
  g_assert_cmpint (clinic_redo_last (fixture.act, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM operation WHERE undoes IS NOT NULL"),
                   ==, 6);
  assert_chain_is_whole (db);
  command_fixture_clear (&fixture);
}

static void
test_registration_goes_and_comes_back (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicPatient) back = NULL;
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  command_fixture_init (&fixture, db);
  id = command_add_patient (db, fixture.receptionist, "Rückwärts", "Rosa", "1999-09-09");
  set_city (fixture.act, id, "Linz");

  /* The registration: edited since, so not by itself. */
  must_undo_last (fixture.act);
  must_undo_last (fixture.act);
  g_assert_null (clinic_store_find (db, CLINIC_TYPE_PATIENT, id, NULL));

  must_redo_last (fixture.act);
  must_redo_last (fixture.act);
  back = find_patient (db, id);
  g_assert_cmpstr (back->family_name, ==, "Rückwärts");
  g_assert_cmpstr (back->birth_date, ==, "1999-09-09");
  g_assert_cmpstr (back->city, ==, "Linz");
  must_undo_last (fixture.act);
  assert_city (db, id, NULL);
  command_fixture_clear (&fixture);
}

static void
test_changed_since_is_a_conflict (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicAct) manager = NULL;
  g_autoptr(GError) error = NULL;
  gint64 mine;

  command_fixture_init (&fixture, db);
  set_city (fixture.act, fixture.patient, "Linz");
  mine = fixture.act->done;
  manager = clinic_act_new (db, fixture.manager);
  set_city (manager, fixture.patient, "Graz");

  g_assert_false (clinic_undo (fixture.act, mine, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Max Manager"));
  g_assert_nonnull (strstr (error->message, "change a patient’s details"));
  assert_city (db, fixture.patient, "Graz");
  g_clear_error (&error);

  must_undo_last (manager);
  g_assert_true (clinic_undo (fixture.act, mine, &error));
  g_assert_no_error (error);
  assert_city (db, fixture.patient, NULL);

  g_assert_false (clinic_undo (fixture.act, mine, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT);
  command_fixture_clear (&fixture);
}

static gint64
start_course (CommandFixture *fixture)
{
  ClinicCourseRequest request = {
    .patient = fixture->patient,
    .protocol = fixture->protocol,
    .practitioner = fixture->practitioner,
    .first = "2026-11-23T09:00",
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicCoursePlan) plan = clinic_course_plan (fixture->db, &request, &error);
  gint64 course = clinic_course_start (fixture->act, plan, &error);

  g_assert_no_error (error);

  return course;
}

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
test_course_goes_back_whole (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(GError) error = NULL;

  command_fixture_init (&fixture, db);
  start_course (&fixture);
  must_undo_last (fixture.act);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM session"), ==, 0);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM course"), ==, 0);

  must_redo_last (fixture.act);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM session WHERE status = 'booked'"), ==,
                   5);
  must_undo_last (fixture.act);

  /* In the meantime one of its times went to somebody else. */
  take (&fixture, "2026-12-07T09:00", "2026-12-07T09:30");
  g_assert_cmpint (clinic_redo_last (fixture.act, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "P00002"));
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM session"), ==, 1);
  assert_chain_is_whole (db);
  command_fixture_clear (&fixture);
}

static void
test_stopped_course_comes_back (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(GError) error = NULL;
  gint64 course;

  command_fixture_init (&fixture, db);
  course = start_course (&fixture);
  g_assert_true (clinic_course_stop (fixture.act, course, "Moved away", &error));
  must_undo_last (fixture.act);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM session WHERE status = 'booked' "
                                  "AND status_reason IS NULL"), ==, 5);
  g_assert_cmpint (command_count (db,
                                  "SELECT COUNT(*) FROM course WHERE status = 'active' AND "
                                  "ended_on IS NULL"), ==, 1);
  command_fixture_clear (&fixture);
}

static void
test_undo_needs_the_right_to_what_was_done (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicAct) practitioner = NULL;
  g_autoptr(ClinicAct) owner = NULL;
  g_autoptr(ClinicAct) manager = NULL;
  g_autoptr(ClinicRecord) staff = NULL;
  g_autoptr(ClinicAllergy) allergy = clinic_allergy_new ();
  g_autoptr(GError) error = NULL;

  command_fixture_init (&fixture, db);
  practitioner = clinic_act_new (db, fixture.practitioner);
  g_object_set (allergy, "patient-id", fixture.patient, "ingredient-id", fixture.ingredient, NULL);
  g_assert_cmpint (clinic_allergy_save (practitioner, allergy, &error), !=, 0);

  g_assert_false (clinic_undo (fixture.act, practitioner->done, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DENIED);
  g_clear_error (&error);

  /* What an owner took away, taking it back would give again. */
  owner = clinic_act_new (db, fixture.owner);
  staff = clinic_store_find (db, CLINIC_TYPE_STAFF, fixture.manager, &error);
  g_object_set (staff, "roles", "manager owner", NULL);
  g_assert_cmpint (clinic_staff_save (owner, CLINIC_STAFF (staff), &error), !=, 0);
  g_object_set (staff, "roles", "manager", NULL);
  g_assert_cmpint (clinic_staff_save (owner, CLINIC_STAFF (staff), &error), !=, 0);
  g_assert_no_error (error);
  manager = clinic_act_new (db, fixture.manager);
  g_assert_false (clinic_undo (manager, owner->done, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DENIED);
  g_clear_error (&error);

  g_assert_true (clinic_undo (practitioner, practitioner->done, &error));
  g_assert_no_error (error);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM allergy"), ==, 0);
  command_fixture_clear (&fixture);
}

static void
test_what_lasts_is_refused (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicAct) owner = NULL;
  g_autoptr(GError) error = NULL;
  gint64 creation;

  command_fixture_init (&fixture, db);
  owner = clinic_act_new (db, fixture.owner);
  creation = command_count (db, "SELECT id FROM operation WHERE command = 'clinic.create'");
  g_assert_false (clinic_undo (owner, creation, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (clinic_undo (owner, 4711, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  command_fixture_clear (&fixture);
}

static gboolean
sign (ClinicAct     *act,
      ClinicChange  *change,
      ClinicRecord  *record,
      gpointer       data,
      GError       **error)
{
  g_object_set (record, "signed-at", "2026-11-23T09:30:00.000Z", "signed-by", act->actor,
                "signature", "abc", NULL);

  return TRUE;
}

static void
test_not_across_a_signature (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicAct) practitioner = NULL;
  g_autoptr(GError) error = NULL;
  gint64 session;
  gint64 booking;

  command_fixture_init (&fixture, db);
  practitioner = clinic_act_new (db, fixture.practitioner);
  session = take (&fixture, "2026-11-23T09:00", "2026-11-23T09:30");
  booking = fixture.act->done;
  g_assert_true (clinic_act_edit (practitioner, "session.sign", CLINIC_TYPE_SESSION, session, sign,
                                  NULL, &error));
  g_assert_no_error (error);

  g_assert_false (clinic_undo (fixture.act, booking, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (clinic_undo (practitioner, practitioner->done, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  command_fixture_clear (&fixture);
}

#define N_IMPORTED 3000

static gboolean
import (ClinicAct     *act,
        ClinicChange  *change,
        gpointer       data,
        GError       **error)
{
  for (guint i = 0; i < N_IMPORTED; i++)
    {
      g_autoptr(ClinicPatient) patient = clinic_patient_new ();
      g_autofree char *number = g_strdup_printf ("I%06u", i);

      g_object_set (patient, "file-number", number, "family-name", "Imported", "given-name", number,
                    NULL);

      if (!clinic_store_save (change, CLINIC_RECORD (patient), error))
        return FALSE;
    }

  return TRUE;
}

static void
test_import_goes_back_whole (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicAct) manager = NULL;
  g_autoptr(GError) error = NULL;
  gint64 operation;
  gint64 patient;

  command_fixture_init (&fixture, db);
  manager = clinic_act_new (db, fixture.manager);
  g_assert_true (clinic_act_run (manager, "import.run", import, NULL, &error));
  g_assert_no_error (error);
  operation = manager->done;

  g_assert_false (clinic_undo (fixture.act, operation, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DENIED);
  g_clear_error (&error);

  /* Somebody imported has a visit by now: all of it stays. */
  patient = command_count (db, "SELECT id FROM patient WHERE file_number = 'I000017'");
  fixture.other_patient = patient;
  take (&fixture, "2026-11-23T09:00", "2026-11-23T09:30");
  g_assert_false (clinic_undo (manager, operation, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM patient"), ==, N_IMPORTED + 2);
  g_clear_error (&error);

  must_undo_last (fixture.act);
  g_assert_true (clinic_undo (manager, operation, &error));
  g_assert_no_error (error);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM patient"), ==, 2);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM patient_token WHERE token = 'imported'"), ==, 0);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM operation WHERE command = 'undo.import'"), ==, 1);
  assert_chain_is_whole (db);
  command_fixture_clear (&fixture);
}

static void
test_history_lists_each_change (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicStatement) history = NULL;
  g_autoptr(GError) error = NULL;
  guint n_rows = 0;

  command_fixture_init (&fixture, db);
  set_city (fixture.act, fixture.patient, "Linz");
  must_undo_last (fixture.act);

  history = clinic_undo_history (db, "patient", fixture.patient, &error);

  while (clinic_statement_step (history, &error))
    {
      if (n_rows == 1)
        {
          g_assert_cmpstr (clinic_statement_get_text (history, 2), ==, "Rita Receptionist");
          g_assert_cmpstr (clinic_statement_get_text (history, 3), ==, "patient.edit");
          g_assert_nonnull (strstr (clinic_statement_get_text (history, 7), "Linz"));
        }

      n_rows++;
    }

  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, ==, 3);
  command_fixture_clear (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("command/undo/steps", test_several_steps_back_and_forth);
  clinic_test_add ("command/undo/registration", test_registration_goes_and_comes_back);
  clinic_test_add ("command/undo/conflict", test_changed_since_is_a_conflict);
  clinic_test_add ("command/undo/course", test_course_goes_back_whole);
  clinic_test_add ("command/undo/stopped-course", test_stopped_course_comes_back);
  clinic_test_add ("command/undo/rights", test_undo_needs_the_right_to_what_was_done);
  clinic_test_add ("command/undo/lasting", test_what_lasts_is_refused);
  clinic_test_add ("command/undo/signature", test_not_across_a_signature);
  clinic_test_add ("command/undo/import", test_import_goes_back_whole);
  clinic_test_add ("command/undo/history", test_history_lists_each_change);

  return g_test_run ();
}
