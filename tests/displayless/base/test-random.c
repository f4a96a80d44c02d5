/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include <glib.h>

#include "clinic-error.h"
#include "clinic-random.h"

/* First numbers of xoshiro256** seeded with splitmix64 of 0, as the authors' C prints them. */
static void
test_the_numbers_are_the_published_ones (void)
{
  static const guint64 expected[] = {
    G_GUINT64_CONSTANT (0x99ec5f36cb75f2b4),
    G_GUINT64_CONSTANT (0xbf6e1f784956452a),
    G_GUINT64_CONSTANT (0x1a5f849d4933e6e0),
    G_GUINT64_CONSTANT (0x6aa594f1262d2d2c),
  };
  ClinicRandom random;

  clinic_random_init (&random, 0);
  g_assert_cmphex (random.state[0], ==, G_GUINT64_CONSTANT (0xe220a8397b1dcdaf));

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmphex (clinic_random_next (&random), ==, expected[i]);
}

static void
test_seeds_repeat_and_differ (void)
{
  ClinicRandom first;
  ClinicRandom second;
  ClinicRandom other;

  clinic_random_init (&first, 5);
  clinic_random_init (&second, 5);
  clinic_random_init (&other, 6);

  for (guint i = 0; i < 1000; i++)
    {
      guint64 number = clinic_random_next (&first);

      g_assert_cmphex (number, ==, clinic_random_next (&second));
      g_assert_cmphex (number, !=, clinic_random_next (&other));
    }
}

static void
test_bounded_numbers_are_even (void)
{
  ClinicRandom random;
  guint counts[7] = { 0 };

  clinic_random_init (&random, 1);

  for (guint i = 0; i < 700000; i++)
    counts[clinic_random_below (&random, 7)]++;

  /* 5 standard deviations of a count */
  for (guint i = 0; i < 7; i++)
    g_assert_cmpfloat_with_epsilon (counts[i], 100000, 1500);

  g_assert_cmpuint (clinic_random_below (&random, 1), ==, 0);

  for (guint i = 0; i < 1000; i++)
    g_assert_cmpuint (clinic_random_below (&random, G_MAXUINT), <, G_MAXUINT);
}

static void
test_units_and_normals (void)
{
  ClinicRandom random;
  double sum = 0;
  double squares = 0;
  double units = 0;
  guint n = 200000;

  clinic_random_init (&random, 2);

  for (guint i = 0; i < n; i++)
    {
      double unit = clinic_random_unit (&random);
      double normal = clinic_random_normal (&random);

      g_assert_true (unit >= 0 && unit < 1);
      units += unit;
      sum += normal;
      squares += normal * normal;
    }

  g_assert_cmpfloat_with_epsilon (units / n, 0.5, 0.005);
  g_assert_cmpfloat_with_epsilon (sum / n, 0, 0.012);
  g_assert_cmpfloat_with_epsilon (squares / n, 1, 0.02);
}

static void
test_errors_have_a_domain (void)
{
  g_autoptr(GError) error = g_error_new (CLINIC_ERROR, CLINIC_ERROR_CONFLICT, "x");

  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/random/published", test_the_numbers_are_the_published_ones);
  g_test_add_func ("/random/seeds", test_seeds_repeat_and_differ);
  g_test_add_func ("/random/bounded", test_bounded_numbers_are_even);
  g_test_add_func ("/random/units", test_units_and_normals);
  g_test_add_func ("/error/domain", test_errors_have_a_domain);

  return g_test_run ();
}
