/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "chart-fixture.h"
#include "clinic-course.h"
#include "clinic-diagnosis.h"
#include "clinic-metric.h"
#include "clinic-test.h"
#include "clinic-scale.h"
#include "clinic-tracking.h"
#include "clinic-undo.h"

static gint64
find_metric (ClinicDb   *db,
             const char *code)
{
  g_autoptr(ClinicRecord) metric = clinic_store_find_by (db, CLINIC_TYPE_METRIC, "code", code,
                                                         NULL);

  return clinic_record_get_id (metric);
}

static gint64
put_course (ChartFixture *fixture)
{
  return chart_put (fixture->clinic.db,
                    g_object_new (CLINIC_TYPE_COURSE, "patient-id", fixture->clinic.patient,
                                  "status", "active", NULL));
}

static void
test_stage_is_one_of_its_scale (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicGrade) grade = NULL;
  g_autoptr(ClinicGrade) wrong = NULL;
  g_autoptr(GError) error = NULL;

  chart_fixture_init (&fixture, db);
  grade = g_object_new (CLINIC_TYPE_GRADE, "patient-id", fixture.clinic.patient, "scale", "basp",
                        "stage", "M2V1F2", "session-id", fixture.session, NULL);
  g_assert_cmpint (clinic_grade_save (fixture.act, grade, &error), !=, 0);
  g_assert_no_error (error);
  g_assert_cmpstr (grade->graded_on, ==, "2026-11-21");
  g_assert_cmpint (grade->edition, ==, clinic_scale_find ("basp")->edition);

  wrong = g_object_new (CLINIC_TYPE_GRADE, "patient-id", fixture.clinic.patient, "scale",
                        "norwood", "stage", "M2V1F2", NULL);
  g_assert_cmpint (clinic_grade_save (fixture.act, wrong, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);

  /* Of another patient's session. */
  g_object_set (wrong, "stage", "IIIa", "patient-id", fixture.clinic.other_patient, "session-id",
                fixture.session, NULL);
  g_assert_cmpint (clinic_grade_save (fixture.act, wrong, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);

  /* The desk in front measures nothing. */
  g_object_set (wrong, "session-id", CLINIC_UNKNOWN, NULL);
  g_assert_cmpint (clinic_grade_save (fixture.clinic.act, wrong, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DENIED);
  chart_fixture_clear (&fixture);
}

static void
test_track_ends_and_is_taken_back (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicTrack) track = NULL;
  g_autoptr(ClinicRecord) stored = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  chart_fixture_init (&fixture, db);
  track = g_object_new (CLINIC_TYPE_TRACK, "patient-id", fixture.clinic.patient, "kind",
                        "minoxidil", "since", "2026-09-01", NULL);
  id = clinic_track_save (fixture.act, track, &error);
  g_assert_no_error (error);

  g_assert_false (clinic_track_end (fixture.act, id, "2026-08-01", &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_true (clinic_track_end (fixture.act, id, NULL, &error));
  stored = clinic_store_find (db, CLINIC_TYPE_TRACK, id, NULL);
  g_assert_cmpstr (CLINIC_TRACK (stored)->until, ==, "2026-11-21");

  g_assert_true (clinic_undo (fixture.act, fixture.act->done, &error));
  g_assert_no_error (error);
  g_clear_object (&stored);
  stored = clinic_store_find (db, CLINIC_TYPE_TRACK, id, NULL);
  g_assert_null (CLINIC_TRACK (stored)->until);
  chart_fixture_clear (&fixture);
}

static void
test_goal_is_one_for_course_metric_and_zone (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicGoal) goal = NULL;
  g_autoptr(ClinicGoal) again = NULL;
  g_autoptr(ClinicGoal) elsewhere = NULL;
  g_autoptr(GError) error = NULL;
  gint64 course;
  gint64 metric;

  chart_fixture_init (&fixture, db);
  course = put_course (&fixture);
  metric = find_metric (db, "density_total");
  goal = g_object_new (CLINIC_TYPE_GOAL, "patient-id", fixture.clinic.patient, "course-id", course,
                       "metric-id", metric, "value", (gint64) 200000, NULL);
  g_assert_cmpint (clinic_goal_save (fixture.act, goal, &error), !=, 0);
  g_assert_no_error (error);

  again = g_object_new (CLINIC_TYPE_GOAL, "patient-id", fixture.clinic.patient, "course-id",
                        course, "metric-id", metric, "value", (gint64) 210000, NULL);
  g_assert_cmpint (clinic_goal_save (fixture.act, again, &error), ==,
                   clinic_record_get_id (CLINIC_RECORD (goal)));

  elsewhere = g_object_new (CLINIC_TYPE_GOAL, "patient-id", fixture.clinic.patient, "course-id",
                            course, "metric-id", metric, "value", (gint64) 210000, "zone",
                            "vertex", NULL);
  g_assert_cmpint (clinic_goal_save (fixture.act, elsewhere, &error), !=, 0);
  g_assert_cmpint (command_count (db, "SELECT count(*) FROM goal"), ==, 2);
  g_assert_cmpint (command_count (db, "SELECT count(*) FROM goal WHERE value = 210000"), ==, 2);

  /* What cannot be, and whose it is not. */
  g_object_set (elsewhere, "value", (gint64) 600001, NULL);
  g_assert_cmpint (clinic_goal_save (fixture.act, elsewhere, &error), ==, 0);
  g_assert_true (g_str_has_prefix (error->message, "Goal: "));
  g_clear_error (&error);
  g_object_set (elsewhere, "value", (gint64) 1000, "patient-id", fixture.clinic.other_patient,
                NULL);
  g_assert_cmpint (clinic_goal_save (fixture.act, elsewhere, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  chart_fixture_clear (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);
  clinic_test_add ("/tracking/stage-is-one-of-its-scale", test_stage_is_one_of_its_scale);
  clinic_test_add ("/tracking/track-ends-and-is-taken-back", test_track_ends_and_is_taken_back);
  clinic_test_add ("/tracking/goal-is-one-for-course-metric-and-zone",
                   test_goal_is_one_for_course_metric_and_zone);

  return g_test_run ();
}
