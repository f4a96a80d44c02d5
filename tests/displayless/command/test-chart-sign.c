/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "chart-fixture.h"
#include "clinic-chart-sign.h"
#include "clinic-course.h"
#include "clinic-test.h"

static void
sign (ChartFixture *fixture)
{
  g_autoptr(GError) error = NULL;

  clinic_chart_sign (fixture->act, fixture->session, &error);
  g_assert_no_error (error);
}

static gboolean
is_intact (ChartFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  gboolean intact = FALSE;

  g_assert_true (clinic_chart_verify (fixture->db, fixture->session, &intact, &error));
  g_assert_no_error (error);

  return intact;
}

/* Changes the clinic behind the program's back. */
static void
tamper (ChartFixture *fixture,
        const char   *sql)
{
  g_autoptr(GError) error = NULL;

  clinic_db_exec (fixture->db, sql, &error);
  g_assert_no_error (error);
}

static void
test_signed_session_is_closed (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicChart) chart = NULL;
  g_autoptr(GError) error = NULL;

  chart_fixture_init (&fixture, db);
  g_assert_false (clinic_chart_sign (fixture.act, fixture.session, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);

  chart_treat (&fixture);
  sign (&fixture);
  chart = clinic_chart_load (db, fixture.session, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (chart->session->status, ==, "done");
  g_assert_cmpstr (chart->session->signed_at, ==, "2026-11-21T09:30:00.000Z");
  g_assert_cmpint (chart->session->signed_by, ==, fixture.clinic.practitioner);
  g_assert_true (is_intact (&fixture));

  g_object_set (chart->session, "notes", "Afterwards", NULL);
  g_assert_false (clinic_chart_save (fixture.act, chart, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (clinic_chart_sign (fixture.act, fixture.session, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  chart_fixture_clear (&fixture);
}

static void
assert_times (ChartFixture *fixture,
              const char   *began,
              const char   *finished,
              const char   *ends)
{
  g_autoptr(ClinicChart) chart = NULL;
  g_autoptr(GError) error = NULL;

  chart_treat (fixture);
  chart = clinic_chart_load (fixture->db, fixture->session, &error);
  g_assert_no_error (error);
  g_object_set (chart->session, "began", began, "finished", finished, NULL);
  clinic_chart_save (fixture->act, chart, &error);
  g_assert_no_error (error);
  sign (fixture);
  g_assert_true (is_intact (fixture));
  clinic_chart_free (chart);
  chart = clinic_chart_load (fixture->db, fixture->session, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (chart->session->began, ==, began);
  g_assert_cmpstr (chart->session->finished, ==, ends);
}

/* It is 10:30 on the 21st. */
static void
test_treatment_ends_with_the_signature (ClinicDb *db)
{
  ChartFixture fixture = { 0 };

  chart_fixture_init (&fixture, db);
  assert_times (&fixture, "2026-11-21T10:05", NULL, "2026-11-21T10:30");
  fixture.session = chart_put_session (&fixture, fixture.clinic.patient, "2026-11-21T09:00",
                                       "2026-11-21T09:30", "arrived");
  assert_times (&fixture, "2026-11-21T09:05", "2026-11-21T09:20", "2026-11-21T09:20");

  /* When it began nobody said, or it is signed days later. */
  fixture.session = chart_put_session (&fixture, fixture.clinic.patient, "2026-11-21T08:00",
                                       "2026-11-21T08:30", "arrived");
  assert_times (&fixture, NULL, NULL, NULL);
  fixture.session = chart_put_session (&fixture, fixture.clinic.patient, "2026-11-19T09:00",
                                       "2026-11-19T09:30", "arrived");
  assert_times (&fixture, "2026-11-19T09:05", NULL, NULL);
  chart_fixture_clear (&fixture);
}

static void
test_signature_needs_the_right (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(GError) error = NULL;

  chart_fixture_init (&fixture, db);
  chart_treat (&fixture);
  g_assert_false (clinic_chart_sign (fixture.clinic.act, fixture.session, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DENIED);
  chart_fixture_clear (&fixture);
}

static void
test_unsigned_cannot_be_verified_or_amended (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(GError) error = NULL;
  gboolean intact;

  chart_fixture_init (&fixture, db);
  chart_treat (&fixture);
  g_assert_false (clinic_chart_verify (db, fixture.session, &intact, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (clinic_chart_amend (fixture.act, fixture.session, "Slip", "Left, not right",
                                       &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  chart_fixture_clear (&fixture);
}

static void
test_database_keeps_what_is_signed (ClinicDb *db)
{
  static const char *const changes[] = {
    "UPDATE session SET notes = 'x' WHERE signed_at IS NOT NULL",
    "UPDATE injection SET depth = 1",
    "UPDATE draw SET volume = 1",
    "DELETE FROM injection",
    "DELETE FROM draw",
  };
  ChartFixture fixture = { 0 };

  chart_fixture_init (&fixture, db);
  chart_treat (&fixture);
  sign (&fixture);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", changes[i]);
      g_assert_false (clinic_db_exec (db, changes[i], &error));
      g_assert_nonnull (error);
    }

  g_assert_true (is_intact (&fixture));
  chart_fixture_clear (&fixture);
}

/* Somebody who takes the guards away and writes into the tables is found out (SQLite does not
 * let them go at all). */
static void
test_change_behind_the_back_shows (ClinicDb *db)
{
  static const char *const there_and_back[][2] = {
    { "UPDATE injection SET depth = 3000", "UPDATE injection SET depth = 2000" },
    { "UPDATE injection SET zone = 'frontal'", "UPDATE injection SET zone = 'vertex'" },
    { "UPDATE draw SET volume = volume + 1", "UPDATE draw SET volume = volume - 1" },
    { "UPDATE injection SET places = 'x'", "UPDATE injection SET places = NULL" },
    { "UPDATE session SET pain = 0 WHERE signed_at IS NOT NULL",
      "UPDATE session SET pain = NULL WHERE signed_at IS NOT NULL" },
    { "UPDATE session SET starts = '2026-11-21T10:01' WHERE signed_at IS NOT NULL",
      "UPDATE session SET starts = '2026-11-21T10:00' WHERE signed_at IS NOT NULL" },
  };
  static const char *const tables[] = { "session", "injection", "draw" };
  ChartFixture fixture = { 0 };

  chart_fixture_init (&fixture, db);
  chart_treat (&fixture);
  sign (&fixture);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("ALTER TABLE %s DISABLE TRIGGER USER", tables[i]);

      tamper (&fixture, sql);
    }

  for (guint i = 0; i < G_N_ELEMENTS (there_and_back); i++)
    {
      g_test_message ("%s", there_and_back[i][0]);
      tamper (&fixture, there_and_back[i][0]);
      g_assert_false (is_intact (&fixture));
      tamper (&fixture, there_and_back[i][1]);
      g_assert_true (is_intact (&fixture));
    }

  chart_fixture_clear (&fixture);
}

/* Nothing said in one field can be said by another, and what is not known is not said. */
static void
test_fingerprint_says_which_field (void)
{
  g_autoptr(ClinicSession) session = g_object_new (CLINIC_TYPE_SESSION, "gauge", "30 G", NULL);
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autofree char *gauge = clinic_chart_fingerprint (session, none, none);
  g_autofree char *device = NULL;
  g_autofree char *lines = NULL;
  g_autofree char *same = NULL;

  g_object_set (session, "gauge", NULL, "device", "30 G", NULL);
  device = clinic_chart_fingerprint (session, none, none);
  g_assert_cmpstr (gauge, !=, device);

  g_object_set (session, "device", NULL, "gauge", "30 G\ndevice 1 x", NULL);
  lines = clinic_chart_fingerprint (session, none, none);
  g_object_set (session, "device", "x", "gauge", "30 G", NULL);
  same = clinic_chart_fingerprint (session, NULL, NULL);
  g_assert_cmpstr (lines, !=, same);

  g_object_set (session, "device", NULL, "signature", "f", "signed-at", "then", NULL);
  g_free (same);
  same = clinic_chart_fingerprint (session, NULL, NULL);
  g_assert_cmpstr (same, ==, gauge);
}

static void
test_amendment_leaves_the_original (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(GError) error = NULL;

  chart_fixture_init (&fixture, db);
  chart_treat (&fixture);
  sign (&fixture);
  g_assert_cmpint (clinic_chart_amend (fixture.act, fixture.session, "", "Left, not right", &error),
                   ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_cmpint (clinic_chart_amend (fixture.act, fixture.session, "Slip of the pen",
                                       "Left, not right", &error), !=, 0);
  g_assert_cmpint (clinic_chart_amend (fixture.act, fixture.session, "Again", "Right after all",
                                       &error), !=, 0);
  g_assert_no_error (error);
  g_assert_true (is_intact (&fixture));
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM amendment"), ==, 2);
  g_assert_cmpint (command_count (db,
                                  "SELECT COUNT(*) FROM audit WHERE entity = 'amendment' AND "
                                  "patient_id IS NOT NULL"),
                   ==, 2);
  chart_fixture_clear (&fixture);
}

static char *
find_status (ClinicDb *db,
             gint64    course)
{
  g_autoptr(ClinicRecord) record = clinic_store_find (db, CLINIC_TYPE_COURSE, course, NULL);

  return g_strdup (CLINIC_COURSE (record)->status);
}

static void
test_last_signature_completes_the_course (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autofree char *active = NULL;
  g_autofree char *completed = NULL;
  gint64 course;
  gint64 later;

  chart_fixture_init (&fixture, db);
  course = chart_put (db,
                      g_object_new (CLINIC_TYPE_COURSE, "patient-id", fixture.clinic.patient,
                                    "status", "active", NULL));

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(ClinicRecord) session = NULL;

      later = i == 0 ? fixture.session
                     : chart_put_session (&fixture, fixture.clinic.patient, "2026-11-21T08:00",
                                          "2026-11-21T08:30", "booked");
      session = clinic_store_find (db, CLINIC_TYPE_SESSION, later, NULL);
      g_object_set (session, "course-id", course, NULL);
      chart_put (db, g_object_ref (session));
    }

  chart_treat (&fixture);
  sign (&fixture);
  active = find_status (db, course);
  g_assert_cmpstr (active, ==, "active");

  fixture.session = later;
  chart_treat (&fixture);
  sign (&fixture);
  completed = find_status (db, course);
  g_assert_cmpstr (completed, ==, "completed");
  chart_fixture_clear (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("/sign/signed-is-closed", test_signed_session_is_closed);
  clinic_test_add ("/sign/treatment-ends-with-it", test_treatment_ends_with_the_signature);
  clinic_test_add ("/sign/needs-the-right", test_signature_needs_the_right);
  clinic_test_add ("/sign/unsigned-is-neither-verified-nor-amended",
                   test_unsigned_cannot_be_verified_or_amended);
  clinic_test_add ("/sign/database-keeps-it", test_database_keeps_what_is_signed);
  clinic_test_add_on ("pgsql", "/sign/change-behind-the-back-shows",
                      test_change_behind_the_back_shows);
  g_test_add_func ("/sign/fingerprint-says-which-field", test_fingerprint_says_which_field);
  clinic_test_add ("/sign/amendment-leaves-the-original", test_amendment_leaves_the_original);
  clinic_test_add ("/sign/last-signature-completes-the-course",
                   test_last_signature_completes_the_course);

  return g_test_run ();
}
