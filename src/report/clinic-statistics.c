/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "clinic-statistics.h"

static const ClinicInterval no_interval = { NAN, NAN };

double
clinic_statistics_mean (const double *values,
                        gsize         n)
{
  long double sum = 0;

  if (n == 0)
    return NAN;

  for (gsize i = 0; i < n; i++)
    sum += values[i];

  return sum / n;
}

double
clinic_statistics_sd (const double *values,
                      gsize         n)
{
  long double mean = 0, squares = 0, rest = 0;

  if (n < 2)
    return NAN;

  for (gsize i = 0; i < n; i++)
    mean += values[i];

  mean /= n;

  for (gsize i = 0; i < n; i++)
    {
      long double deviation = values[i] - mean;

      squares += deviation * deviation;
      rest += deviation;
    }

  /* What the rounding of the mean left over: Chan, Golub and LeVeque 1983. */
  return sqrtl ((squares - rest * rest / n) / (n - 1));
}

double
clinic_statistics_quantile (const double *sorted,
                            gsize         n,
                            double        p)
{
  double place, share;
  gsize below;

  g_return_val_if_fail (p >= 0 && p <= 1, NAN);

  if (n == 0)
    return NAN;

  place = (n - 1) * p;
  below = floor (place);
  share = place - below;

  if (below + 1 >= n)
    return sorted[n - 1];

  return sorted[below] + share * (sorted[below + 1] - sorted[below]);
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

void
clinic_statistics_summarise (const double  *values,
                             gsize          n,
                             ClinicSummary *summary)
{
  g_autofree double *sorted = g_memdup2 (values, n * sizeof *values);

  g_return_if_fail (summary != NULL);

  if (n > 0)
    qsort (sorted, n, sizeof *sorted, compare_doubles);

  summary->n = n;
  summary->mean = clinic_statistics_mean (values, n);
  summary->sd = clinic_statistics_sd (values, n);
  summary->min = clinic_statistics_quantile (sorted, n, 0);
  summary->quartile_1 = clinic_statistics_quantile (sorted, n, 0.25);
  summary->median = clinic_statistics_quantile (sorted, n, 0.5);
  summary->quartile_3 = clinic_statistics_quantile (sorted, n, 0.75);
  summary->max = clinic_statistics_quantile (sorted, n, 1);
}

/* The logarithm of the gamma function; lgamma () writes a global. */
static double
log_gamma (double x)
{
  int sign;

  return lgamma_r (x, &sign);
}

/* The continued fraction of Abramowitz and Stegun 26.5.8, by Lentz's method. */
static double
beta_fraction (double a,
               double b,
               double x)
{
  const double tiny = 1e-300;
  double c = 1;
  double d = 1 / (1 - (a + b) * x / (a + 1));   /* x is on the side where this is above 0 */
  double value = d;

  for (int m = 1; m <= 10000; m++)
    {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      double step;

      d = 1 + even * d;
      c = 1 + even / c;
      d = 1 / (fabs (d) < tiny ? tiny : d);
      c = fabs (c) < tiny ? tiny : c;
      value *= d * c;

      d = 1 + odd * d;
      c = 1 + odd / c;
      d = 1 / (fabs (d) < tiny ? tiny : d);
      c = fabs (c) < tiny ? tiny : c;
      step = d * c;
      value *= step;

      if (fabs (step - 1) < DBL_EPSILON)
        break;
    }

  return value;
}

/* The regularised incomplete beta function I_x (a, b); @y is 1 - x, given apart so that it keeps
 * its digits. */
static double
incomplete_beta (double a,
                 double b,
                 double x,
                 double y)
{
  double front;

  if (x <= 0)
    return 0;

  if (y <= 0)
    return 1;

  front = exp (log_gamma (a + b) - log_gamma (a) - log_gamma (b) + a * log (x) + b * log (y));

  if (x < (a + 1) / (a + b + 2))
    return front * beta_fraction (a, b, x) / a;

  return 1 - front * beta_fraction (b, a, y) / b;
}

/* P (T > t) for t ≥ 0. */
static double
t_above (double t,
         double freedom)
{
  double sum = freedom + t * t;

  return incomplete_beta (freedom / 2, 0.5, freedom / sum, t * t / sum) / 2;
}

double
clinic_statistics_normal_quantile (double p)
{
  double low = 0, high = 40;
  double tail = MIN (p, 1 - p);

  g_return_val_if_fail (p > 0 && p < 1, NAN);

  for (int i = 0; i < 200 && low < high; i++)
    {
      double middle = (low + high) / 2;

      if (erfc (middle / M_SQRT2) / 2 > tail)
        low = middle;
      else
        high = middle;
    }

  return p < 0.5 ? -low : low;
}

double
clinic_statistics_t_quantile (double p,
                              double freedom)
{
  double low = 0, high = 1;
  double tail = MIN (p, 1 - p);

  g_return_val_if_fail (p > 0 && p < 1, NAN);
  g_return_val_if_fail (freedom > 0, NAN);

  /* The two agree in eight digits by then, and the fraction grows long. */
  if (freedom > 1e8)
    return clinic_statistics_normal_quantile (p);

  while (t_above (high, freedom) > tail)
    high *= 2;

  for (int i = 0; i < 200 && low < high; i++)
    {
      double middle = (low + high) / 2;

      if (t_above (middle, freedom) > tail)
        low = middle;
      else
        high = middle;

      if (high - low <= 2 * DBL_EPSILON * high)
        break;
    }

  return p < 0.5 ? -low : low;
}

ClinicInterval
clinic_statistics_mean_interval (const double *values,
                                 gsize         n,
                                 double        confidence)
{
  double mean, half;

  g_return_val_if_fail (confidence > 0 && confidence < 1, no_interval);

  if (n < 2)
    return no_interval;

  mean = clinic_statistics_mean (values, n);
  half = clinic_statistics_t_quantile (0.5 + confidence / 2, n - 1) *
         clinic_statistics_sd (values, n) / sqrt (n);

  return (ClinicInterval) { mean - half, mean + half };
}

ClinicInterval
clinic_statistics_wilson (guint64 k,
                          guint64 n,
                          double  confidence)
{
  double z, share, centre, half, divisor;

  g_return_val_if_fail (k <= n, no_interval);
  g_return_val_if_fail (confidence > 0 && confidence < 1, no_interval);

  if (n == 0)
    return no_interval;

  z = clinic_statistics_normal_quantile (0.5 + confidence / 2);
  share = (double) k / n;
  divisor = 1 + z * z / n;
  centre = (share + z * z / (2.0 * n)) / divisor;
  half = z * sqrt (share * (1 - share) / n + z * z / (4.0 * n * n)) / divisor;

  /* At the ends the formula gives exactly 0 and 1; the doubles do not. */
  return (ClinicInterval) { k == 0 ? 0 : centre - half, k == n ? 1 : centre + half };
}

/* P (X ≤ @count) of a Poisson count with this mean. */
static double
poisson_at_most (guint64 count,
                 double  mean)
{
  double sum = 0;
  double log_mean = log (mean);

  for (guint64 i = 0; i <= count; i++)
    sum += exp (i * log_mean - mean - log_gamma (i + 1.0));

  return MIN (sum, 1);
}

/* The mean at which P (X ≤ @count) is @p: it falls as the mean rises. */
static double
poisson_mean (guint64 count,
              double  p)
{
  double low = 0, high = count + 1;

  while (poisson_at_most (count, high) > p)
    high *= 2;

  for (int i = 0; i < 100 && high - low > 1e-12 * high; i++)
    {
      double middle = (low + high) / 2;

      if (poisson_at_most (count, middle) > p)
        low = middle;
      else
        high = middle;
    }

  return (low + high) / 2;
}

ClinicInterval
clinic_statistics_rate_interval (guint64 count,
                                 double  exposure,
                                 double  confidence)
{
  double tail = (1 - confidence) / 2;

  g_return_val_if_fail (confidence > 0 && confidence < 1, no_interval);

  if (!(exposure > 0))
    return no_interval;

  /* Where sums grow long, Wilson and Hilferty's cube (Breslow and Day 1987, p. 69) agrees in
   * five digits. */
  if (count > 100)
    {
      double z = clinic_statistics_normal_quantile (1 - tail);
      double low = count * pow (1 - 1 / (9.0 * count) - z / (3 * sqrt (count)), 3);
      double next = count + 1.0;
      double high = next * pow (1 - 1 / (9 * next) + z / (3 * sqrt (next)), 3);

      return (ClinicInterval) { low / exposure, high / exposure };
    }

  return (ClinicInterval) {
           count == 0 ? 0 : poisson_mean (count - 1, 1 - tail) / exposure,
           poisson_mean (count, tail) / exposure
  };
}

double
clinic_statistics_percent_change (double before,
                                  double after)
{
  return before == 0 ? NAN : (after - before) / fabs (before) * 100;
}

void
clinic_statistics_paired (const double *before,
                          const double *after,
                          gsize         n,
                          double        confidence,
                          ClinicPaired *paired)
{
  g_autofree double *changes = g_new (double, MAX (n, 1));
  g_autofree double *percents = g_new (double, MAX (n, 1));

  g_return_if_fail (paired != NULL);

  paired->n = n;
  paired->n_percents = 0;

  for (gsize i = 0; i < n; i++)
    {
      double percent = clinic_statistics_percent_change (before[i], after[i]);

      changes[i] = after[i] - before[i];

      if (!isnan (percent))
        percents[paired->n_percents++] = percent;
    }

  clinic_statistics_summarise (before, n, &paired->before);
  clinic_statistics_summarise (after, n, &paired->after);
  clinic_statistics_summarise (changes, n, &paired->change);
  paired->interval = clinic_statistics_mean_interval (changes, n, confidence);
  paired->percent_of_means = clinic_statistics_percent_change (paired->before.mean,
                                                               paired->after.mean);
  paired->mean_of_percents = clinic_statistics_mean (percents, paired->n_percents);
}

double
clinic_statistics_round (double value,
                         guint  decimals)
{
  double scale = pow (10, decimals);
  double scaled = value * scale;

  scaled = round (scaled + copysign (fabs (scaled) * 4 * DBL_EPSILON, scaled)) / scale;

  return scaled == 0 ? 0 : scaled;
}

typedef struct
{
  double   size;
  guint    rank;        /* doubled, so that the mean of two ranks is a whole number */
  gboolean positive;
} Rank;

static int
compare_ranks (const void *a,
               const void *b)
{
  return compare_doubles (&((const Rank *) a)->size, &((const Rank *) b)->size);
}

/* Two sizes that differ by their last bits only are a tie: 0.3 - 0.1 and 0.2. */
static gboolean
is_tie (double smaller,
        double larger)
{
  return larger - smaller <= 1e-12 * larger;
}

static void
rank_sizes (Rank  *ranks,
            gsize  n)
{
  gsize first = 0;

  qsort (ranks, n, sizeof *ranks, compare_ranks);

  while (first < n)
    {
      gsize last = first;

      while (last + 1 < n && is_tie (ranks[last].size, ranks[last + 1].size))
        last++;

      for (gsize i = first; i <= last; i++)
        ranks[i].rank = first + last + 2;

      first = last + 1;
    }
}

/* P (sum of the doubled ranks of a random half ≤ @limit): each rank is in or out with the same
 * chance. @at_limit: the chance of that very sum. */
static double
exact_at_most (const Rank *ranks,
               gsize       n,
               gsize       limit,
               double     *at_limit)
{
  g_autofree double *chance = g_new0 (double, limit + 1);
  double sum = 0;
  gsize reached = 0;

  chance[0] = 1;

  for (gsize i = 0; i < n; i++)
    {
      gsize rank = ranks[i].rank;
      gsize top = MIN (reached + rank, limit);

      for (gsize at = top; at >= rank; at--)
        chance[at] = (chance[at] + chance[at - rank]) / 2;

      for (gsize at = 0; at < MIN (rank, limit + 1); at++)
        chance[at] /= 2;

      reached = top;
    }

  for (gsize at = 0; at <= limit; at++)
    sum += chance[at];

  *at_limit = chance[limit];

  return MIN (sum, 1);
}

/* The two tails share the very sum that was found. Only the shorter one is added up. */
static void
find_exact_tails (const Rank       *ranks,
                  gsize             positive,
                  gsize             negative,
                  ClinicSignedRank *result)
{
  double at_limit;
  double tail = exact_at_most (ranks, result->n, MIN (positive, negative), &at_limit);
  double other = MIN (1 - (tail - at_limit), 1);

  result->lower = positive <= negative ? tail : other;
  result->upper = positive <= negative ? other : tail;
}

static double
normal_at_most (const Rank *ranks,
                gsize       n,
                double      sum)
{
  double mean = 0, variance = 0;

  for (gsize i = 0; i < n; i++)
    {
      double rank = ranks[i].rank / 2.0;

      mean += rank / 2;
      variance += rank * rank / 4;
    }

  return MIN (erfc (-(sum + 0.5 - mean) / sqrt (2 * variance)) / 2, 1);
}

void
clinic_statistics_signed_rank (const double     *differences,
                               gsize             n,
                               ClinicSignedRank *result)
{
  g_autofree Rank *ranks = g_new (Rank, MAX (n, 1));
  gsize positive = 0, negative = 0;

  g_return_if_fail (result != NULL);

  *result = (ClinicSignedRank) { .lower = 1, .upper = 1, .one_sided = 1, .two_sided = 1 };

  for (gsize i = 0; i < n; i++)
    {
      if (differences[i] != 0)
        ranks[result->n++] = (Rank) { fabs (differences[i]), 0, differences[i] > 0 }
      ;
    }

  result->zeros = n - result->n;
  result->exact = result->n <= CLINIC_SIGNED_RANK_EXACT;
  rank_sizes (ranks, result->n);

  for (gsize i = 0; i < result->n; i++)
    *(ranks[i].positive ? &positive : &negative) += ranks[i].rank;

  result->positive = positive / 2.0;
  result->negative = negative / 2.0;

  if (result->n == 0)
    return;

  /* The distribution is symmetric: R+ ≥ w is as likely as R- ≤ total - w. */
  if (result->exact)
    find_exact_tails (ranks, positive, negative, result);
  else
    {
      result->lower = normal_at_most (ranks, result->n, result->positive);
      result->upper = normal_at_most (ranks, result->n, result->negative);
    }

  result->one_sided = MIN (result->lower, result->upper);
  result->two_sided = MIN (2 * result->one_sided, 1);
}

void
clinic_statistics_assign_worst (const double *improvements,
                                gsize         n,
                                double       *assigned,
                                gsize         missing)
{
  double worst = 0;

  for (gsize i = 0; i < n; i++)
    worst = MIN (worst, improvements[i]);

  for (gsize i = 0; i < missing; i++)
    assigned[i] = worst - (i + 1);
}
