/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A clinic's own bounds of the rules of the pull test, and the readings judged by them. */

#include "config.h"

#include "clinic-measure.h"
#include "clinic-metric.h"
#include "clinic-pull-save.h"
#include "clinic-pull.h"
#include "clinic-test.h"
#include "clinic-undo.h"
#include "command-fixture.h"

typedef struct
{
  CommandFixture  fixture;
  ClinicAct      *act;
  gint64          metric;
} World;

static void
set_up (World    *world,
        ClinicDb *db)
{
  g_autoptr(ClinicRecord) metric = NULL;
  g_autoptr(GError) error = NULL;

  command_fixture_init (&world->fixture, db);
  world->act = clinic_act_new (db, world->fixture.practitioner);
  metric = clinic_store_find_by (db, CLINIC_TYPE_METRIC, "code", "pull_test", &error);
  g_assert_no_error (error);

  if (metric == NULL)
    {
      g_assert_true (clinic_db_exec (db, "INSERT INTO metric (id, version, code, name) VALUES (77, 1, 'pull_test', 'Pull')",
                                     &error));
      g_assert_no_error (error);
    }

  world->metric = metric != NULL ? clinic_record_get_id (metric) : 77;
}

static void
tear_down (World *world)
{
  clinic_act_free (world->act);
  command_fixture_clear (&world->fixture);
}

/* Above @percent of those grasped, made from @from (0: from what is shipped). */
static gint64
save (World      *world,
      gint64      from,
      gint64      percent,
      GError    **error)
{
  g_autoptr(ClinicPullVersion) version = clinic_pull_rule_to_version (clinic_pull_rule_find ("share_10"));

  clinic_record_set_id (CLINIC_RECORD (version), from);
  g_object_set (version, "percent-above", percent, "source", "Our own count of 80 patients", NULL);

  return clinic_pull_save_version (world->act, version, error);
}

/* Seven of 60: 11.7 %. */
static ClinicMeasurement *
read_pull (World  *world,
           gint64  own)
{
  g_autoptr(ClinicMeasurement) reading = clinic_measurement_new ();
  g_autoptr(GError) error = NULL;
  gint64 id;

  g_object_set (reading, "patient-id", world->fixture.patient, "metric-id", world->metric, "items", "7",
                "grasped", (gint64) 60, "rule", "share_10", "pull-version-id", own, NULL);
  id = clinic_measurement_add (world->act, reading, &error);
  g_assert_no_error (error);

  return (ClinicMeasurement *) clinic_store_find (world->act->db, CLINIC_TYPE_MEASUREMENT, id, NULL);
}

static void
assert_reading (ClinicMeasurement *reading,
                const char        *rule,
                gint64             version,
                const char        *result)
{
  g_assert_cmpstr (reading->rule, ==, rule);
  g_assert_cmpint (reading->rule_version, ==, version);
  g_assert_cmpstr (reading->result, ==, result);
}

/* What is shipped stays; each change is a version of its own, and old readings keep what judged them. */
static void
test_readings_keep_their_version (ClinicDb *db)
{
  World world = { { 0 } };
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicMeasurement) shipped = NULL;
  g_autoptr(ClinicMeasurement) strict = NULL;
  g_autoptr(ClinicMeasurement) mild = NULL;
  g_autoptr(ClinicRecord) kept = NULL;
  gint64 first;
  gint64 second;

  set_up (&world, db);
  shipped = read_pull (&world, CLINIC_UNKNOWN);
  assert_reading (shipped, "share_10", 1, "positive");
  first = save (&world, 0, 5, &error);
  g_assert_no_error (error);
  strict = read_pull (&world, first);
  assert_reading (strict, "own-share_10", 1, "positive");
  second = save (&world, first, 15, &error);
  g_assert_no_error (error);
  g_assert_cmpint (second, !=, first);
  mild = read_pull (&world, second);
  assert_reading (mild, "own-share_10", 2, "negative");

  kept = clinic_store_find (db, CLINIC_TYPE_PULL_VERSION, strict->pull_version_id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (CLINIC_PULL_VERSION (kept)->percent_above, ==, 5);
  tear_down (&world);
}

/* Nobody loses what another made meanwhile. */
static void
test_two_do_not_change_it_at_once (ClinicDb *db)
{
  World world = { { 0 } };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) newest = NULL;
  gint64 first;

  set_up (&world, db);
  first = save (&world, 0, 5, &error);
  g_assert_no_error (error);
  g_assert_cmpint (save (&world, 0, 6, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (save (&world, first, 6, &error), !=, 0);
  g_assert_no_error (error);
  g_assert_cmpint (save (&world, first, 7, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);
  newest = clinic_pull_list_versions (db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (newest->len, ==, 1);
  g_assert_cmpint (CLINIC_PULL_VERSION (newest->pdata[0])->percent_above, ==, 6);
  tear_down (&world);
}

static void
test_change_is_taken_back_unless_it_judged (ClinicDb *db)
{
  World world = { { 0 } };
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicMeasurement) reading = NULL;
  gint64 operation;
  gint64 first;

  set_up (&world, db);
  save (&world, 0, 5, &error);
  g_assert_no_error (error);
  g_assert_true (clinic_undo (world.act, world.act->done, &error));
  g_assert_no_error (error);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM pull_version"), ==, 0);

  first = save (&world, 0, 5, &error);
  operation = world.act->done;
  reading = read_pull (&world, first);
  g_assert_false (clinic_undo (world.act, operation, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM pull_version"), ==, 1);
  tear_down (&world);
}

static void
test_what_cannot_judge_is_refused (ClinicDb *db)
{
  static const struct { const char *field; gint64 number; const char *text; } cases[] = {
    { "percent-above", CLINIC_UNKNOWN, NULL },
    { "percent-above", 101, NULL },
    { "grasped-to", 30, NULL },
    { "grasped-to", CLINIC_UNKNOWN, NULL },
    { "places", 0, NULL },
    { "source", 0, "" },
    { "label", 0, "" },
    { "code", 0, "none_such" },
  };
  World world = { { 0 } };

  set_up (&world, db);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ClinicPullVersion) version = clinic_pull_rule_to_version (clinic_pull_rule_find ("share_10"));
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i].field);

      if (cases[i].text != NULL)
        g_object_set (version, cases[i].field, cases[i].text, NULL);
      else
        g_object_set (version, cases[i].field, cases[i].number, NULL);

      g_assert_cmpint (clinic_pull_save_version (world.act, version, &error), ==, 0);
      g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
    }

  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM pull_version"), ==, 0);
  tear_down (&world);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("/pull-save/readings-keep-their-version", test_readings_keep_their_version);
  clinic_test_add ("/pull-save/two-at-once", test_two_do_not_change_it_at_once);
  clinic_test_add ("/pull-save/taken-back", test_change_is_taken_back_unless_it_judged);
  clinic_test_add ("/pull-save/refused", test_what_cannot_judge_is_refused);

  return g_test_run ();
}
