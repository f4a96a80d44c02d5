/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is observed after a treatment: reactions and measurements. */

#include "config.h"

#include <string.h>

#include "chart-fixture.h"
#include "clinic-course.h"
#include "clinic-measure.h"
#include "clinic-metric.h"
#include "clinic-reaction-kind.h"
#include "clinic-reaction-log.h"
#include "clinic-test.h"

static gint64
find_code (ClinicDb   *db,
           GType       type,
           const char *code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicRecord) record = clinic_store_find_by (db, type, "code", code, &error);

  g_assert_no_error (error);
  g_assert_nonnull (record);

  return clinic_record_get_id (record);
}

static ClinicReaction *
make_reaction (ChartFixture *fixture,
               const char   *kind,
               gint64        grade)
{
  return g_object_new (CLINIC_TYPE_REACTION, "patient-id", fixture->clinic.patient, "session-id",
                       fixture->session,
                       "reaction-kind-id", find_code (fixture->db, CLINIC_TYPE_REACTION_KIND, kind),
                       "grade", grade, NULL);
}

static void
assert_logged (ChartFixture   *fixture,
               ClinicReaction *reaction)
{
  g_autoptr(GError) error = NULL;
  gint64 id = clinic_reaction_log (fixture->act, reaction, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, ==, clinic_record_get_id (CLINIC_RECORD (reaction)));
  g_assert_cmpint (id, !=, 0);
}

static void
assert_not_logged (ChartFixture   *fixture,
                   ClinicReaction *reaction,
                   const char     *word)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (clinic_reaction_log (fixture->act, reaction, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, word));
  g_assert_cmpint (clinic_record_get_id (CLINIC_RECORD (reaction)), ==, 0);
}

static void
test_grade_is_one_of_the_terms_own (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicReaction) mild = NULL;
  g_autoptr(ClinicReaction) none = NULL;
  g_autoptr(ClinicReaction) unknown = NULL;

  chart_fixture_init (&fixture, db);
  fixture.session = chart_put_session (&fixture, fixture.clinic.patient, "2026-11-14T10:00",
                                       "2026-11-14T10:30", "done");
  none = make_reaction (&fixture, "bruising", 3);
  assert_not_logged (&fixture, none, "1, 2");
  mild = make_reaction (&fixture, "bruising", 2);
  assert_logged (&fixture, mild);
  unknown = make_reaction (&fixture, "bruising", CLINIC_UNKNOWN);
  assert_logged (&fixture, unknown);
  chart_fixture_clear (&fixture);
}

typedef struct
{
  const char *onset;        /* of a session on 2026-11-14 at 10:00 */
  const char *refused;      /* the word that says why; NULL: not refused */
} Onset;

static const Onset onsets[] = {
  { NULL, NULL },
  { "2026-11-14T10:00", NULL },
  { "2026-11-14T09:40", NULL },     /* who came early was treated early */
  { "2026-11-21T10:29", NULL },
  { "2026-11-13T10:00", "Onset" },
  { "2026-11-22T10:00", "Onset" },
  { "2026-11-14", "Onset" },
};

static void
test_onset_is_after_the_session (ClinicDb      *db,
                                 gconstpointer  data)
{
  const Onset *onset = data;
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicReaction) reaction = NULL;

  chart_fixture_init (&fixture, db);
  fixture.session = chart_put_session (&fixture, fixture.clinic.patient, "2026-11-14T10:00",
                                       "2026-11-14T10:30", "done");
  reaction = make_reaction (&fixture, "bruising", 1);
  g_object_set (reaction, "onset", onset->onset, "zone", "vertex", NULL);

  if (onset->refused != NULL)
    assert_not_logged (&fixture, reaction, onset->refused);
  else
    assert_logged (&fixture, reaction);

  if (onset->onset == NULL)
    g_assert_cmpstr (reaction->onset, ==, "2026-11-21T10:30");

  chart_fixture_clear (&fixture);
}

static void
test_nodule_months_later_is_logged (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicReaction) reaction = NULL;

  chart_fixture_init (&fixture, db);
  fixture.session = chart_put_session (&fixture, fixture.clinic.patient, "2026-02-14T10:00",
                                       "2026-02-14T10:30", "done");
  reaction = make_reaction (&fixture, "bruising", 1);
  assert_logged (&fixture, reaction);
  chart_fixture_clear (&fixture);
}

static void
test_reaction_is_of_the_sessions_patient (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicReaction) reaction = NULL;

  chart_fixture_init (&fixture, db);
  reaction = make_reaction (&fixture, "bruising", 1);
  g_object_set (reaction, "patient-id", fixture.clinic.other_patient, NULL);
  assert_not_logged (&fixture, reaction, "another patient");
  chart_fixture_clear (&fixture);
}

static void
test_reaction_clears_once (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicReaction) reaction = NULL;
  g_autoptr(ClinicRecord) stored = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  chart_fixture_init (&fixture, db);
  fixture.session = chart_put_session (&fixture, fixture.clinic.patient, "2026-11-14T10:00",
                                       "2026-11-14T10:30", "done");
  reaction = make_reaction (&fixture, "bruising", 1);
  g_object_set (reaction, "onset", "2026-11-14T12:00", NULL);
  assert_logged (&fixture, reaction);
  id = clinic_record_get_id (CLINIC_RECORD (reaction));

  g_assert_false (clinic_reaction_clear (fixture.act, id, "2026-11-14T11:59", &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (clinic_reaction_clear (fixture.act, id, NULL, &error));
  g_assert_no_error (error);
  stored = clinic_store_find (db, CLINIC_TYPE_REACTION, id, NULL);
  g_assert_cmpstr (CLINIC_REACTION (stored)->cleared, ==, "2026-11-21T10:30");
  g_assert_false (clinic_reaction_clear (fixture.act, id, NULL, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);

  /* A correction says before and after in the audit. */
  g_object_set (stored, "grade", (gint64) 2, "cleared", NULL, NULL);
  g_assert_cmpint (clinic_reaction_log (fixture.act, CLINIC_REACTION (stored), &error), ==, id);
  g_assert_no_error (error);
  g_assert_cmpint (command_count (db,
                                  "SELECT COUNT(*) FROM audit WHERE entity = 'reaction' AND "
                                  "action = 'update'"), ==, 2);
  chart_fixture_clear (&fixture);
}

static void
test_receptionist_logs_nothing (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicReaction) reaction = NULL;
  g_autoptr(ClinicMeasurement) measurement = NULL;
  g_autoptr(GError) error = NULL;

  chart_fixture_init (&fixture, db);
  reaction = make_reaction (&fixture, "bruising", 1);
  g_assert_cmpint (clinic_reaction_log (fixture.clinic.act, reaction, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DENIED);
  g_clear_error (&error);
  measurement = g_object_new (CLINIC_TYPE_MEASUREMENT, "patient-id", fixture.clinic.patient,
                              "value", (gint64) 1000,
                              "metric-id", find_code (db, CLINIC_TYPE_METRIC, "salt"), NULL);
  g_assert_cmpint (clinic_measurement_add (fixture.clinic.act, measurement, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DENIED);
  chart_fixture_clear (&fixture);
}

typedef struct
{
  const char *metric;
  gint64      value;
  const char *refused;
} Reading;

static const Reading readings[] = {
  { "salt", 0, NULL },
  { "salt", 100000, NULL },
  { "salt", 100001, "highest" },
  { "salt", -1, "lowest" },
  { "density_total", 212500, NULL },
  { "density_total", 600001, "highest" },
};

static void
test_reading_is_within_its_metric (ClinicDb      *db,
                                   gconstpointer  data)
{
  const Reading *reading = data;
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicMeasurement) measurement = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  chart_fixture_init (&fixture, db);
  measurement = g_object_new (CLINIC_TYPE_MEASUREMENT, "patient-id", fixture.clinic.patient,
                              "value", reading->value,
                              "metric-id", find_code (db, CLINIC_TYPE_METRIC,
                                                      reading->metric), NULL);
  id = clinic_measurement_add (fixture.act, measurement, &error);

  if (reading->refused == NULL)
    {
      g_assert_no_error (error);
      g_assert_cmpint (id, !=, 0);
      g_assert_cmpstr (measurement->taken_on, ==, "2026-11-21");
    }
  else
    {
      g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, reading->refused));
    }

  chart_fixture_clear (&fixture);
}

static void
test_measurement_takes_its_sessions_course (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicMeasurement) measurement = NULL;
  g_autoptr(ClinicMeasurement) foreign = NULL;
  g_autoptr(ClinicRecord) session = NULL;
  g_autoptr(GError) error = NULL;
  gint64 course;
  gint64 metric;

  chart_fixture_init (&fixture, db);
  metric = find_code (db, CLINIC_TYPE_METRIC, "salt");
  course = chart_put (db,
                      g_object_new (CLINIC_TYPE_COURSE, "patient-id", fixture.clinic.patient,
                                    "status", "active", NULL));
  session = clinic_store_find (db, CLINIC_TYPE_SESSION, fixture.session, NULL);
  g_object_set (session, "course-id", course, NULL);
  chart_put (db, g_object_ref (session));

  measurement = g_object_new (CLINIC_TYPE_MEASUREMENT, "patient-id", fixture.clinic.patient,
                              "session-id", fixture.session,
                              "metric-id", metric, "value", (gint64) 25000, "zone", "vertex", "visit", (gint64) 0, NULL);
  g_assert_cmpint (clinic_measurement_add (fixture.act, measurement, &error), !=, 0);
  g_assert_no_error (error);
  g_assert_cmpint (measurement->course_id, ==, course);
  g_assert_null (measurement->taken_on);

  foreign = g_object_new (CLINIC_TYPE_MEASUREMENT, "patient-id", fixture.clinic.other_patient,
                          "course-id", course,
                          "metric-id", metric, "value", (gint64) 25000, NULL);
  g_assert_cmpint (clinic_measurement_add (fixture.act, foreign, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  chart_fixture_clear (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("/reaction/grade-is-one-of-the-terms-own", test_grade_is_one_of_the_terms_own);
  clinic_test_add ("/reaction/nodule-months-later", test_nodule_months_later_is_logged);
  clinic_test_add ("/reaction/is-of-the-sessions-patient",
                   test_reaction_is_of_the_sessions_patient);
  clinic_test_add ("/reaction/clears-once", test_reaction_clears_once);
  clinic_test_add ("/reaction/receptionist-logs-nothing", test_receptionist_logs_nothing);
  clinic_test_add ("/measurement/takes-its-sessions-course",
                   test_measurement_takes_its_sessions_course);

  for (guint i = 0; i < G_N_ELEMENTS (onsets); i++)
    {
      g_autofree char *path = g_strdup_printf ("/reaction/onset/%u", i + 1);

      clinic_test_add_data (path, &onsets[i], test_onset_is_after_the_session);
    }

  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autofree char *path = g_strdup_printf ("/measurement/within-its-metric/%u", i + 1);

      clinic_test_add_data (path, &readings[i], test_reading_is_within_its_metric);
    }

  return g_test_run ();
}
