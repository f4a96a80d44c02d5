/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "clinic-derived.h"
#include "clinic-error.h"
#include "clinic-pull.h"

/* Vectors of the clinical book: top, back, left, right. */
static void
test_salt_is_weighed_and_divided_once (void)
{
  static const struct { gint64 quadrants[4]; gint64 score; const char *band; } cases[] = {
    { { 30, 10, 20, 0 }, 18000, "S1" }, { { 50, 25, 10, 10 }, 29600, "S2" },
    { { 60, 40, 20, 20 }, 40800, "S2" }, { { 95, 95, 95, 95 }, 95000, "S4" },
    { { 100, 100, 100, 100 }, 100000, "S5" }, { { 0, 0, 0, 0 }, 0, "S0" },
    { { 1, 0, 0, 0 }, 400, "S1" }, { { 25, 25, 25, 25 }, 25000, "S2" },
    { { 75, 75, 75, 75 }, 75000, "S4" }, { { 100, 100, 100, 99 }, 99820, "S4" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const gint64 *q = cases[i].quadrants;
      gint64 score = clinic_salt_score (q[0] * 1000, q[1] * 1000, q[2] * 1000, q[3] * 1000);

      g_assert_cmpint (score, ==, cases[i].score);
      g_assert_cmpstr (clinic_salt_band (score), ==, cases[i].band);
    }

  g_assert_cmpstr (clinic_salt_band (24999), ==, "S1");
  g_assert_cmpstr (clinic_salt_severity (20000), ==, "mild");
  g_assert_cmpstr (clinic_salt_severity (49999), ==, "moderate");
  g_assert_cmpstr (clinic_salt_severity (94999), ==, "severe");
  g_assert_cmpstr (clinic_salt_severity (95000), ==, "very severe");
}

static void
test_regrowth_is_undefined_from_nothing (void)
{
  double percent;

  g_assert_true (clinic_salt_regrowth (100000, 6500, &percent));
  g_assert_cmpfloat_with_epsilon (percent, 93.5, 1e-9);
  g_assert_false (clinic_salt_regrowth (0, 6500, &percent));
}

static void
test_density_is_count_by_area (void)
{
  g_assert_cmpint (clinic_count_density (200, 1000), ==, 200000);
  g_assert_cmpint (clinic_count_density (180, 903), ==, 199336);
  g_assert_cmpint (clinic_count_density (876, 5100), ==, 171765);
  g_assert_cmpint (clinic_count_density (0, 1800), ==, 0);
}

static void
test_dlqi_bears_one_gap (void)
{
  static const int all[] = { 3, 3, 3, 3, 3, 3, 3, 3, 3, 3 };
  static const int gap[] = { 2, -1, 1, 0, 0, 0, 3, 0, 0, 1 };
  static const int gaps[] = { 2, -1, 1, 0, -1, 0, 3, 0, 0, 1 };
  gint64 total;

  g_assert_true (clinic_dlqi_total (all, &total));
  g_assert_cmpint (total, ==, 30);
  g_assert_true (clinic_dlqi_total (gap, &total));
  g_assert_cmpint (total, ==, 7);
  g_assert_false (clinic_dlqi_total (gaps, &total));
  g_assert_cmpstr (clinic_dlqi_effect (1), ==, "no effect on life");
  g_assert_cmpstr (clinic_dlqi_effect (5), ==, "small effect on life");
  g_assert_cmpstr (clinic_dlqi_effect (10), ==, "moderate effect on life");
  g_assert_cmpstr (clinic_dlqi_effect (20), ==, "very large effect on life");
  g_assert_cmpstr (clinic_dlqi_effect (21), ==, "extremely large effect on life");
}

static void
test_scores_are_said_with_their_sign (void)
{
  g_autofree char *better = clinic_photo_score_words (1);
  g_autofree char *same = clinic_photo_score_words (0);
  g_autofree char *worse = clinic_photo_score_words (-3);

  g_assert_cmpstr (better, ==, "+1, slightly improved");
  g_assert_cmpstr (same, ==, "0, no change");
  g_assert_cmpstr (worse, ==, "-3, very deteriorated");
}

static void
test_reading_is_worked_out_of_its_items (void)
{
  static const struct
  {
    const char *code;
    const char *items;
    gint64      value;        /* CLINIC_UNKNOWN: refused */
  } cases[] = {
    { "salt", "30 10 20 0", 18000 }, { "salt", "30 10 20", CLINIC_UNKNOWN },
    { "salt", "30 10 - 0", CLINIC_UNKNOWN }, { "salt", "101 0 0 0", CLINIC_UNKNOWN },
    { "salt", "a b c d", CLINIC_UNKNOWN }, { "salt", "12.5 0 0 0", 5000 },
    { "comb_60s", "12 9 10", 10333 }, { "comb_60s", "7", 7000 },
    { "comb_60s", "1 2 3 4", CLINIC_UNKNOWN }, { "comb_60s", "1 - 3", CLINIC_UNKNOWN },
    { "dlqi", "3 - 0 0 0 0 0 0 0 0", 3000 }, { "dlqi", "3 - - 0 0 0 0 0 0 0", CLINIC_UNKNOWN },
    { "dlqi", "4 0 0 0 0 0 0 0 0 0", CLINIC_UNKNOWN }, { "dlqi", "1 1", CLINIC_UNKNOWN },
    { "satisfaction", "nothing to do with it", 5000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ClinicMeasurement) reading = clinic_measurement_new ();
      g_autoptr(GError) error = NULL;

      g_object_set (reading, "items", cases[i].items, "value", (gint64) 5000, NULL);
      clinic_derived_apply (reading, cases[i].code, NULL, &error);

      if (cases[i].value == CLINIC_UNKNOWN)
        g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
      else
        g_assert_cmpint (reading->value, ==, cases[i].value);
    }
}

static void
test_pull_keeps_rule_and_result (void)
{
  g_autoptr(ClinicMeasurement) reading = clinic_measurement_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  g_object_set (reading, "items", "7", "grasped", (gint64) 60, NULL);
  g_assert_false (clinic_derived_apply (reading, "pull_test", NULL, &error));
  g_clear_error (&error);
  g_object_set (reading, "rule", "share_10", NULL);
  g_assert_true (clinic_derived_apply (reading, "pull_test", NULL, &error));
  g_assert_cmpint (reading->value, ==, 7000);
  g_assert_cmpstr (reading->result, ==, "positive");
  g_assert_cmpint (reading->rule_version, ==, clinic_pull_rule_find ("share_10")->version);
  words = clinic_derived_say (reading, "pull_test");
  g_assert_cmpstr (words, ==, "Positive");
  g_object_set (reading, "items", "61", NULL);
  g_assert_false (clinic_derived_apply (reading, "pull_test", NULL, &error));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/derived/salt-is-weighed-and-divided-once", test_salt_is_weighed_and_divided_once);
  g_test_add_func ("/derived/regrowth-is-undefined-from-nothing", test_regrowth_is_undefined_from_nothing);
  g_test_add_func ("/derived/density-is-count-by-area", test_density_is_count_by_area);
  g_test_add_func ("/derived/dlqi-bears-one-gap", test_dlqi_bears_one_gap);
  g_test_add_func ("/derived/scores-are-said-with-their-sign", test_scores_are_said_with_their_sign);
  g_test_add_func ("/derived/reading-is-worked-out-of-its-items", test_reading_is_worked_out_of_its_items);
  g_test_add_func ("/derived/pull-keeps-rule-and-result", test_pull_keeps_rule_and_result);

  return g_test_run ();
}
