/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked before a treatment is kept with its day, and never against the list of allergies. */

#include "config.h"

#include "clinic-allergy.h"
#include "clinic-check-in-look.h"
#include "clinic-check-in-save.h"
#include "clinic-session.h"
#include "clinic-test.h"
#include "clinic-undo.h"
#include "command-fixture.h"

static void
assert_answer (CommandFixture *fixture,
               const char     *answer,
               const char     *asked_on)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicAllergyStatus) status = clinic_allergies_find (fixture->db, fixture->patient, "2026-11-21", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (status != NULL ? status->answer : NULL, ==, answer);
  g_assert_cmpstr (status != NULL ? status->asked_on : NULL, ==, asked_on);
}

static void
assert_refused (CommandFixture *fixture,
                const char     *answer)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (clinic_allergies_ask (fixture->act, fixture->patient, answer, NULL, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
}

static void
put (ClinicDb *db,
     gpointer  record)
{
  g_autoptr(ClinicRecord) owned = record;
  g_autoptr(GError) error = NULL;

  clinic_db_begin (db, CLINIC_DB_CHANGE, &error);
  g_assert_no_error (error);
  clinic_store_insert_bulk (db, owned, "2026-11-21", &error);
  g_assert_no_error (error);
  clinic_db_commit (db, &error);
  g_assert_no_error (error);
}

static void
test_allergies_are_asked_with_their_day (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(GError) error = NULL;

  command_fixture_init (&fixture, db);
  assert_answer (&fixture, NULL, NULL);
  assert_refused (&fixture, "listed");
  assert_refused (&fixture, "perhaps");
  assert_answer (&fixture, NULL, NULL);
  g_assert_true (clinic_allergies_ask (fixture.act, fixture.patient, "none", NULL, &error));
  g_assert_no_error (error);
  assert_answer (&fixture, "none", "2026-11-21");
  put (db, g_object_new (CLINIC_TYPE_ALLERGY, "patient-id", fixture.patient, "ingredient-id", fixture.ingredient, NULL));
  assert_refused (&fixture, "none");
  g_assert_true (clinic_allergies_ask (fixture.act, fixture.patient, "listed", NULL, &error));
  g_assert_no_error (error);
  assert_answer (&fixture, "listed", "2026-11-21");
  g_assert_true (clinic_undo (fixture.act, fixture.act->done, &error));
  g_assert_no_error (error);
  assert_answer (&fixture, "none", "2026-11-21");
  command_fixture_clear (&fixture);
}

static gint64
count (ClinicDb *db)
{
  return command_count (db, "SELECT count(*) FROM allergy_status");
}

/* Answered on arriving it is kept the same way, once a day. */
static void
test_check_in_keeps_allergies (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicSession) session = NULL;
  g_autoptr(ClinicCheckIn) check_in = clinic_check_in_new ();
  g_autoptr(GError) error = NULL;

  command_fixture_init (&fixture, db);
  session = g_object_new (CLINIC_TYPE_SESSION, "patient-id", fixture.patient, "practitioner-id", fixture.practitioner,
                          "starts", "2026-11-21T10:00", "ends", "2026-11-21T10:30", "status", "arrived", NULL);
  put (db, g_object_ref (session));
  g_object_set (check_in, "patient-id", fixture.patient, "session-id", clinic_record_get_id (CLINIC_RECORD (session)), NULL);
  g_assert_cmpint (clinic_check_in_save (fixture.act, check_in, &error), !=, 0);
  g_assert_no_error (error);
  g_assert_cmpint (count (db), ==, 0);
  g_object_set (check_in, "allergies", "listed", NULL);
  g_assert_cmpint (clinic_check_in_save (fixture.act, check_in, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);

  for (guint i = 0; i < 2; i++)
    {
      g_object_set (check_in, "allergies", "none", NULL);
      g_assert_cmpint (clinic_check_in_save (fixture.act, check_in, &error), !=, 0);
      g_assert_no_error (error);
      g_assert_cmpint (count (db), ==, 1);
    }

  assert_answer (&fixture, "none", "2026-11-21");
  command_fixture_clear (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);
  clinic_test_add ("/check-in/allergies-are-asked-with-their-day", test_allergies_are_asked_with_their_day);
  clinic_test_add ("/check-in/keeps-allergies", test_check_in_keeps_allergies);

  return g_test_run ();
}
