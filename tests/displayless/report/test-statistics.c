/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "clinic-statistics.h"

#define assert_near(a, b, off) g_assert_cmpfloat_with_epsilon (a, b, off)

/* "Age related baldness", J. Soc. Cosmet. Chem. 28(9), 1977, table IV: mean daily hair loss of
 * women, control and treatment period. DH's 44 is printed beside a difference of 22, which makes
 * it 40. */
static const double control[] = { 50, 62, 54, 105, 200, 74, 82, 71, 101, 113 };
static const double treatment[] = { 59, 40, 45, 47, 231, 77, 120, 88, 30, 93 };
enum { DH = 1, COMPLETERS = 10, MISSING = 3 };

static void
rank_percents (const double     *after,
               ClinicSignedRank *result)
{
  double improvements[COMPLETERS + MISSING];

  for (gsize i = 0; i < COMPLETERS; i++)
    improvements[i] = clinic_statistics_round (-clinic_statistics_percent_change (control[i],
                                                                                  after[i]), 0);

  clinic_statistics_assign_worst (improvements, COMPLETERS, improvements + COMPLETERS, MISSING);
  assert_near (improvements[10], -47, 1e-12);
  assert_near (improvements[11], -48, 1e-12);
  assert_near (improvements[12], -49, 1e-12);

  clinic_statistics_signed_rank (improvements, COMPLETERS + MISSING, result);
}

static void
test_table_of_hair_loss_in_women (void)
{
  ClinicPaired paired;
  ClinicSignedRank ranks;
  guint responders = 0;

  clinic_statistics_paired (control, treatment, COMPLETERS, 0.95, &paired);

  assert_near (paired.before.mean, 91.2, 1e-12);
  assert_near (paired.before.sd, 43.8705, 5e-5);
  assert_near (paired.after.mean, 83.0, 1e-12);
  assert_near (paired.after.sd, 59.0743, 5e-5);
  assert_near (paired.change.mean, -8.2, 1e-12);
  assert_near (paired.change.sd, 35.7174, 5e-5);
  assert_near (paired.percent_of_means, -8.99, 5e-3);
  assert_near (paired.mean_of_percents, -8.75, 5e-3);
  assert_near (paired.interval.low, -8.2 - 25.5506, 1e-3);
  assert_near (paired.interval.high, -8.2 + 25.5506, 1e-3);

  for (gsize i = 0; i < COMPLETERS; i++)
    responders += -clinic_statistics_percent_change (control[i], treatment[i]) >= 20;

  g_assert_cmpuint (responders, ==, 3);

  rank_percents (treatment, &ranks);
  g_assert_cmpuint (ranks.n, ==, 13);
  assert_near (ranks.positive, 39.5, 1e-12);
  assert_near (ranks.negative, 51.5, 1e-12);
  assert_near (ranks.one_sided, 0.3485, 5e-5);
  g_assert_true (ranks.exact);
}

/* With the 44 as it is printed the ranks stay as they are, the means do not. */
static void
test_table_of_hair_loss_as_printed (void)
{
  double printed[COMPLETERS];
  ClinicPaired paired;
  ClinicSignedRank ranks;

  for (gsize i = 0; i < COMPLETERS; i++)
    printed[i] = i == DH ? 44 : treatment[i];

  clinic_statistics_paired (control, printed, COMPLETERS, 0.95, &paired);
  rank_percents (printed, &ranks);

  assert_near (paired.after.mean, 83.4, 1e-12);
  assert_near (paired.change.mean, -7.8, 1e-12);
  assert_near (paired.percent_of_means, -8.5526, 5e-5);
  assert_near (paired.mean_of_percents, -8.1094, 5e-5);
  assert_near (ranks.positive, 39.5, 1e-12);
  assert_near (ranks.negative, 51.5, 1e-12);
}

typedef struct
{
  double before;
  double after;
  double percent;
  double off;
} Change;

static const Change changes[] = {
  /* Ablon 2015 (CC BY 3.0), doi 10.1155/2015/841570: means of arms at 0 and 90 days */
  { 178.3, 235.8, 32.25, 5e-3 },
  { 178.2, 180.9, 1.52, 5e-3 },
  { 27.1, 16.5, -39.11, 5e-3 },
  { 23.4, 21.9, -6.41, 5e-3 },
  { 27.13, 16.47, -39.29, 5e-3 },
  { 23.4, 21.87, -6.54, 5e-3 },
  /* Scalp botulinum type A, 20 men: vellus count and thickness by session */
  { 48.6, 39.7, -18.31, 5e-3 },
  { 39.7, 31.25, -21.28, 5e-3 },
  { 48.6, 31.25, -35.70, 5e-3 },
  { 56.30, 66.20, 17.58, 5e-3 },
  { 66.20, 78.2, 18.13, 5e-3 },
  { 56.30, 78.2, 38.90, 5e-3 },
  /* JDD 2018;17(7):800 prints 93.3 */
  { 100, 6.5, -93.5, 1e-12 },
  /* a score that may be below 0 keeps the sign of its change */
  { -2, 1, 150, 1e-12 },
};

static void
test_percents_of_published_tables (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    assert_near (clinic_statistics_percent_change (changes[i].before, changes[i].after),
                 changes[i].percent, changes[i].off);

  assert_near (235.8 - 178.3, 57.5, 1e-9);
}

static void
test_percent_of_nought_is_undefined (void)
{
  const double before[] = { 0, 10 };
  const double after[] = { 5, 5 };
  ClinicPaired paired;

  g_assert_true (isnan (clinic_statistics_percent_change (0, 5)));
  g_assert_true (isnan (clinic_statistics_percent_change (0, 0)));

  clinic_statistics_paired (before, after, 2, 0.95, &paired);
  g_assert_cmpuint (paired.n, ==, 2);
  g_assert_cmpuint (paired.n_percents, ==, 1);
  assert_near (paired.mean_of_percents, -50, 1e-12);
  assert_near (paired.percent_of_means, 0, 1e-12);
}

static void
test_few_values_leave_figures_undefined (void)
{
  const double one[] = { 7 };
  ClinicSummary summary;
  ClinicPaired paired;
  ClinicSignedRank ranks;

  clinic_statistics_summarise (NULL, 0, &summary);
  g_assert_true (isnan (summary.mean) && isnan (summary.sd) && isnan (summary.median));

  clinic_statistics_summarise (one, 1, &summary);
  assert_near (summary.mean, 7, 1e-12);
  assert_near (summary.quartile_1, 7, 1e-12);
  g_assert_true (isnan (summary.sd));

  clinic_statistics_paired (one, one, 1, 0.95, &paired);
  g_assert_true (isnan (paired.interval.low) && isnan (paired.interval.high));
  assert_near (paired.mean_of_percents, 0, 1e-12);

  clinic_statistics_paired (NULL, NULL, 0, 0.95, &paired);
  g_assert_true (isnan (paired.percent_of_means) && isnan (paired.mean_of_percents));

  clinic_statistics_signed_rank (NULL, 0, &ranks);
  assert_near (ranks.two_sided, 1, 1e-12);
  g_assert_true (isnan (clinic_statistics_wilson (0, 0, 0.95).low));
  g_assert_true (isnan (clinic_statistics_rate_interval (0, 0, 0.95).low));
}

static void
test_deviation_keeps_its_digits_far_from_nought (void)
{
  const double far[] = { 1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16 };

  assert_near (clinic_statistics_sd (far, 4), sqrt (30), 1e-9);
  assert_near (clinic_statistics_mean (far, 4), 1e9 + 10, 1e-12);
}

static void
test_quartiles_are_of_type_7 (void)
{
  const double values[] = { 9, 1, 3, 15, 2, 7, 4, 11 };
  ClinicSummary summary;

  /* QUARTILE.INC and R's quantile () give these */
  clinic_statistics_summarise (values, 8, &summary);
  assert_near (summary.quartile_1, 2.75, 1e-12);
  assert_near (summary.median, 5.5, 1e-12);
  assert_near (summary.quartile_3, 9.5, 1e-12);
  assert_near (summary.min, 1, 1e-12);
  assert_near (summary.max, 15, 1e-12);
}

typedef struct
{
  double freedom;
  double p;
  double t;
} Student;

/* Table of percentage points, as in any textbook (Fisher and Yates). */
static const Student students[] = {
  { 1, 0.975, 12.706205 }, { 2, 0.975, 4.302653 }, { 5, 0.975, 2.570582 },
  { 9, 0.975, 2.262157 }, { 10, 0.975, 2.228139 }, { 30, 0.975, 2.042272 },
  { 120, 0.975, 1.979930 }, { 1, 0.995, 63.656741 }, { 5, 0.995, 4.032143 },
  { 10, 0.95, 1.812461 }, { 29, 0.95, 1.699127 }, { 3, 0.9995, 12.923979 },
  { 5, 0.025, -2.570582 }, { 7, 0.5, 0 }, { 100000, 0.975, 1.959988 },
  { 1e7, 0.975, 1.959964 }, { 1e12, 0.975, 1.959964 },
};

static void
test_student_agrees_with_tables (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (students); i++)
    assert_near (clinic_statistics_t_quantile (students[i].p, students[i].freedom), students[i].t,
                 6e-7);

  assert_near (clinic_statistics_normal_quantile (0.975), 1.959963984540054, 1e-13);
  assert_near (clinic_statistics_normal_quantile (0.005), -2.575829303548901, 1e-13);
  assert_near (clinic_statistics_normal_quantile (0.5), 0, 1e-13);
}

typedef struct
{
  guint  k;
  guint  n;
  double low;
  double high;
} Share;

/* Newcombe 1998, Statistics in Medicine 17:857, table I, method 3. */
static const Share shares[] = {
  { 81, 263, 0.2553, 0.3662 }, { 15, 148, 0.0624, 0.1605 },
  { 0, 20, 0, 0.1611 }, { 1, 29, 0.0061, 0.1718 },
  /* the complement */
  { 20, 20, 1 - 0.1611, 1 }, { 28, 29, 1 - 0.1718, 1 - 0.0061 },
};

static void
test_wilson_agrees_with_newcombe (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      ClinicInterval interval = clinic_statistics_wilson (shares[i].k, shares[i].n, 0.95);

      assert_near (interval.low, shares[i].low, 5e-5);
      assert_near (interval.high, shares[i].high, 5e-5);
    }
}

/* Counts of a response by its own denominator: Saceda-Corralo 2022, JDD 21(7):742; Moftah 2012,
 * JEADV. */
static const Share counts[] = {
  { 86, 541, 15.896 }, { 33, 86, 38.372 }, { 246, 541, 45.471 }, { 54, 86, 62.791 }, { 7, 40,
                                                                                       17.5 },
};

static void
test_shares_of_published_tables (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      ClinicInterval interval = clinic_statistics_wilson (counts[i].k, counts[i].n, 0.95);
      double percent = 100.0 * counts[i].k / counts[i].n;

      assert_near (percent, counts[i].low, 5e-4);
      g_assert_true (interval.low * 100 < percent && percent < interval.high * 100);
    }
}

/* Exact limits of a Poisson count: any table of Garwood's. */
static const Share rates[] = {
  { 0, 1, 0, 3.6889 }, { 1, 1, 0.0253, 5.5716 }, { 5, 1, 1.6235, 11.6683 },
  { 10, 1, 4.7954, 18.3904 }, { 100, 1, 81.3637, 121.6269 },
};

static void
test_rates_agree_with_tables (void)
{
  ClinicInterval short_sum, cube;

  for (gsize i = 0; i < G_N_ELEMENTS (rates); i++)
    {
      ClinicInterval interval = clinic_statistics_rate_interval (rates[i].k, rates[i].n, 0.95);

      assert_near (interval.low, rates[i].low, 5e-4);
      assert_near (interval.high, rates[i].high, 5e-4);
    }

  short_sum = clinic_statistics_rate_interval (100, 100, 0.95);
  cube = clinic_statistics_rate_interval (101, 101, 0.95);
  assert_near (short_sum.low, cube.low, 2e-3);
  assert_near (short_sum.high, cube.high, 2e-3);
}

typedef struct
{
  guint  n;
  double sum;
  double p;
} Wilcoxon;

/* Without ties: number of subsets of 1…n with a sum up to this, by 2ⁿ. Wilcoxon, Katti and
 * Wilcox 1970. */
static const Wilcoxon wilcoxons[] = {
  { 5, 0, 1.0 / 32 }, { 8, 5, 10.0 / 256 }, { 10, 8, 25.0 / 1024 }, { 10, 10, 43.0 / 1024 },
  { 20, 60, 0.0487 }, { 50, 466, 0.0495 },
};

static void
test_signed_rank_agrees_with_tables (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (wilcoxons); i++)
    {
      const Wilcoxon *table = &wilcoxons[i];
      g_autofree double *differences = g_new (double, table->n);
      double sum = table->sum;
      ClinicSignedRank ranks;

      /* The largest ranks that still fit are the positive ones. */
      for (guint rank = table->n; rank > 0; rank--)
        {
          differences[rank - 1] = sum >= rank ? rank : -(double) rank;
          sum -= sum >= rank ? rank : 0;
        }

      clinic_statistics_signed_rank (differences, table->n, &ranks);
      assert_near (ranks.positive, table->sum, 1e-12);
      assert_near (ranks.lower, table->p, 5e-5);
      assert_near (ranks.one_sided, ranks.lower, 1e-12);
      assert_near (ranks.two_sided, 2 * ranks.lower, 1e-12);
    }
}

static void
test_signed_rank_leaves_noughts_out (void)
{
  const double differences[] = { 0, 1, -1, 0, 0.3 - 0.1, 0.2, -3 };
  ClinicSignedRank ranks;

  clinic_statistics_signed_rank (differences, G_N_ELEMENTS (differences), &ranks);

  g_assert_cmpuint (ranks.n, ==, 5);
  g_assert_cmpuint (ranks.zeros, ==, 2);
  assert_near (ranks.positive, 1.5 + 1.5 + 3.5, 1e-12);
  assert_near (ranks.negative, 3.5 + 5, 1e-12);
}

/* On both sides of the border between sums and curve the same data give nearly the same P. */
static void
test_signed_rank_goes_over_to_the_curve (void)
{
  enum { N = CLINIC_SIGNED_RANK_EXACT + 1 };
  g_autofree double *differences = g_new (double, N);
  ClinicSignedRank exact, curve;

  for (guint i = 0; i < N; i++)
    differences[i] = i % 9 < 5 ? i + 1 : -(i + 1.0);

  clinic_statistics_signed_rank (differences, N - 1, &exact);
  clinic_statistics_signed_rank (differences, N, &curve);

  g_assert_true (exact.exact);
  g_assert_false (curve.exact);
  assert_near (exact.positive + exact.negative, 1000 * 1001 / 2, 1e-12);
  assert_near (exact.one_sided, curve.one_sided, 2e-3);
  assert_near (exact.lower + exact.upper, 1, 1e-3);
}

static void
test_missing_are_worse_than_nobody_got_worse (void)
{
  const double improvements[] = { 20, 30 };
  double assigned[2];

  clinic_statistics_assign_worst (improvements, 2, assigned, 2);
  assert_near (assigned[0], -1, 1e-12);
  assert_near (assigned[1], -2, 1e-12);
}

static void
test_halves_go_away_from_nought (void)
{
  assert_near (clinic_statistics_round (-15.5, 0), -16, 1e-12);
  assert_near (clinic_statistics_round (2.5, 0), 3, 1e-12);
  assert_near (clinic_statistics_round (1.005, 2), 1.01, 1e-12);
  assert_near (clinic_statistics_round (-0.285, 2), -0.29, 1e-12);
  assert_near (clinic_statistics_round (0.4, 0), 0, 1e-12);
  g_assert_false (signbit (clinic_statistics_round (-0.4, 0)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/statistics/table-of-hair-loss", test_table_of_hair_loss_in_women);
  g_test_add_func ("/statistics/table-as-printed", test_table_of_hair_loss_as_printed);
  g_test_add_func ("/statistics/published-percents", test_percents_of_published_tables);
  g_test_add_func ("/statistics/percent-of-nought", test_percent_of_nought_is_undefined);
  g_test_add_func ("/statistics/few-values", test_few_values_leave_figures_undefined);
  g_test_add_func ("/statistics/far-from-nought", test_deviation_keeps_its_digits_far_from_nought);
  g_test_add_func ("/statistics/quartiles", test_quartiles_are_of_type_7);
  g_test_add_func ("/statistics/student", test_student_agrees_with_tables);
  g_test_add_func ("/statistics/wilson", test_wilson_agrees_with_newcombe);
  g_test_add_func ("/statistics/published-shares", test_shares_of_published_tables);
  g_test_add_func ("/statistics/rates", test_rates_agree_with_tables);
  g_test_add_func ("/statistics/signed-rank", test_signed_rank_agrees_with_tables);
  g_test_add_func ("/statistics/signed-rank-noughts", test_signed_rank_leaves_noughts_out);
  g_test_add_func ("/statistics/signed-rank-curve", test_signed_rank_goes_over_to_the_curve);
  g_test_add_func ("/statistics/assign-worst", test_missing_are_worse_than_nobody_got_worse);
  g_test_add_func ("/statistics/round", test_halves_go_away_from_nought);

  return g_test_run ();
}
