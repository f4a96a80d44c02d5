/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The figures of the reports. Values must be finite. What is undefined (no values, SD of one
 * value, percent of a baseline of 0) is NaN, and is shown as "n/a" or left empty. Nothing is
 * rounded here. */

typedef struct
{
  double low;
  double high;
} ClinicInterval;

typedef struct
{
  gsize  n;
  double mean;
  double sd;            /* sample SD, divisor n - 1; NaN when n < 2 */
  double min;
  double quartile_1;    /* type 7 */
  double median;
  double quartile_3;
  double max;
} ClinicSummary;

/* Pairs of readings, before and after, of the same persons. Changes are after - before. */
typedef struct
{
  gsize          n;
  ClinicSummary  before;
  ClinicSummary  after;
  ClinicSummary  change;
  ClinicInterval interval;            /* t interval of the mean change */
  double         percent_of_means;    /* (mean after - mean before) / |mean before| × 100 */
  double         mean_of_percents;    /* mean of the persons' own percents, where they are
                                       * defined */
  gsize          n_percents;          /* how many are: the others had a baseline of 0 */
} ClinicPaired;

/* Wilcoxon's signed rank. */
typedef struct
{
  gsize    n;           /* differences that are not 0 */
  gsize    zeros;       /* those left out because they are */
  double   positive;    /* sum of the ranks of the positive differences, R+ */
  double   negative;    /* R- */
  double   lower;       /* P (R+ ≤ what was found) */
  double   upper;       /* P (R+ ≥ what was found) */
  double   one_sided;   /* the smaller of the two */
  double   two_sided;   /* twice that, at most 1 */
  gboolean exact;       /* FALSE: more than CLINIC_SIGNED_RANK_EXACT differences, so by the
                         * normal curve */
} ClinicSignedRank;

#define CLINIC_SIGNED_RANK_EXACT 1000

double         clinic_statistics_mean           (const double     *values,
                                                 gsize             n);
/* Sample standard deviation: √(Σ (x - mean)² / (n - 1)), in two passes. */
double         clinic_statistics_sd             (const double     *values,
                                                 gsize             n);
/* @sorted rising; 0 ≤ @p ≤ 1. Hyndman and Fan (1996), type 7: linear between the values of rank
 * 1 + (n - 1) p. The default of R, and Excel's QUARTILE.INC. */
double         clinic_statistics_quantile       (const double     *sorted,
                                                 gsize             n,
                                                 double            p);
void           clinic_statistics_summarise      (const double     *values,
                                                 gsize             n,
                                                 ClinicSummary    *summary);

/* Where Student's t with @freedom degrees has @p below it, by the incomplete beta function
 * (Abramowitz and Stegun 26.7.1, 26.5.8). */
double         clinic_statistics_t_quantile     (double            p,
                                                 double            freedom);
/* Of the standard normal curve. */
double         clinic_statistics_normal_quantile (double           p);

/* Two-sided t interval of a mean at @confidence (0.95); NaN when n < 2. */
ClinicInterval clinic_statistics_mean_interval  (const double     *values,
                                                 gsize             n,
                                                 double            confidence);
/* Wilson's score interval of the share @k / @n, as shares (Wilson 1927; method 3 of Newcombe
 * 1998). NaN when n is 0. */
ClinicInterval clinic_statistics_wilson         (guint64           k,
                                                 guint64           n,
                                                 double            confidence);
/* The exact interval of a count that is Poisson's, divided by @exposure (Garwood 1936). NaN when
 * it is 0. */
ClinicInterval clinic_statistics_rate_interval  (guint64           count,
                                                 double            exposure,
                                                 double            confidence);

/* (after - before) / |before| × 100; NaN when before is 0. */
double         clinic_statistics_percent_change (double            before,
                                                 double            after);
void           clinic_statistics_paired         (const double     *before,
                                                 const double     *after,
                                                 gsize             n,
                                                 double            confidence,
                                                 ClinicPaired     *paired);

/* Half away from zero, also where the double lies a hair beside the half. */
double         clinic_statistics_round          (double            value,
                                                 guint             decimals);
/* Wilcoxon (1945): differences of 0 are left out, ties have the mean of their ranks. P is exact,
 * by the permutation distribution of those very ranks, up to CLINIC_SIGNED_RANK_EXACT
 * differences; beyond, the normal curve with the variance Σ rank² / 4 and a continuity
 * correction of half a rank. All P are 1 when nothing is left. */
void           clinic_statistics_signed_rank    (const double     *differences,
                                                 gsize             n,
                                                 ClinicSignedRank *result);
/* Results for @missing persons who dropped out, "arbitrarily assigned the most unfavorable
 * results" (J. Soc. Cosmet. Chem. 1977, 28:489): improvements of 1, 2, 3… below the worst of the
 * @n completers, or below 0 when none got worse. */
void           clinic_statistics_assign_worst   (const double     *improvements,
                                                 gsize             n,
                                                 double           *assigned,
                                                 gsize             missing);

G_END_DECLS
