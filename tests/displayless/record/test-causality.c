/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Naranjo's scale by a published vector, and by every way to answer it. */

#include "config.h"

#include "clinic-causality.h"

static void
test_naranjo_vector (void)
{
  /* PMC6136411: 0, +2, +1, 0, +2, 0, 0, 0, 0, +1 = 6, probable. */
  static const int points[] = { 0, 2, 1, 0, 2, 0, 0, 0, 0, 1 };
  const char *answers = "uyyunuuuuy";
  int score;

  for (guint i = 0; i < CLINIC_NARANJO_QUESTIONS; i++)
    {
      g_assert_cmpint (clinic_naranjo_get_points (i, answers[i]), ==, points[i]);
      g_assert_cmpint (clinic_naranjo_get_points (i, 'u'), ==, 0);
      g_assert_nonnull (clinic_naranjo_get_question (i));
    }

  g_assert_true (clinic_naranjo_sum (answers, &score));
  g_assert_cmpint (score, ==, 6);
  g_assert_cmpstr (clinic_naranjo_categorize (score), ==, "probable");
  g_assert_true (clinic_naranjo_sum ("yyyynnyyyy", &score));
  g_assert_cmpint (score, ==, CLINIC_NARANJO_MOST);
  g_assert_true (clinic_naranjo_sum ("nnnnyynnnn", &score));
  g_assert_cmpint (score, ==, CLINIC_NARANJO_LEAST);
  g_assert_true (clinic_naranjo_sum ("uuuuuuuuuu", &score));
  g_assert_cmpint (score, ==, 0);
  g_assert_false (clinic_naranjo_sum ("yyyy", &score));
  g_assert_false (clinic_naranjo_sum ("yyyyyyyyyx", &score));
  g_assert_false (clinic_naranjo_sum ("yyyyyyyyy-", &score));
  g_assert_cmpint (clinic_naranjo_count ("ny-u------"), ==, 3);
  g_assert_cmpint (clinic_naranjo_count ("----------"), ==, 0);
  g_assert_cmpint (clinic_naranjo_count (answers), ==, CLINIC_NARANJO_QUESTIONS);
  g_assert_cmpint (clinic_naranjo_count ("yyyyyyyyyx"), ==, -1);
  g_assert_cmpint (clinic_naranjo_count ("yyyy"), ==, -1);
  g_assert_cmpint (clinic_naranjo_count (NULL), ==, -1);
  g_assert_false (clinic_naranjo_sum (NULL, &score));
}

/* Each of the 59,049 ways to answer. */
static void
test_naranjo_stays_in_range (void)
{
  guint n_seen[18] = { 0 };

  for (guint ticket = 0; ticket < 59049; ticket++)
    {
      char answers[CLINIC_NARANJO_QUESTIONS + 1] = "";
      const char *category;
      int score = 99;
      guint rest = ticket;

      for (guint i = 0; i < CLINIC_NARANJO_QUESTIONS; i++, rest /= 3)
        answers[i] = "ynu"[rest % 3];

      g_assert_true (clinic_naranjo_sum (answers, &score));
      g_assert_cmpint (score, >=, CLINIC_NARANJO_LEAST);
      g_assert_cmpint (score, <=, CLINIC_NARANJO_MOST);
      n_seen[score - CLINIC_NARANJO_LEAST]++;
      category = clinic_naranjo_categorize (score);
      g_assert_cmpint (g_str_equal (category, "definite"), ==, score >= 9);
      g_assert_cmpint (g_str_equal (category, "probable"), ==, score >= 5 && score <= 8);
      g_assert_cmpint (g_str_equal (category, "possible"), ==, score >= 1 && score <= 4);
      g_assert_cmpint (g_str_equal (category, "doubtful"), ==, score <= 0);
    }

  for (guint i = 0; i < G_N_ELEMENTS (n_seen); i++)
    g_assert_cmpuint (n_seen[i], >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/causality/naranjo/vector", test_naranjo_vector);
  g_test_add_func ("/causality/naranjo/stays-in-range", test_naranjo_stays_in_range);

  return g_test_run ();
}
