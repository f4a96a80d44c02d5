/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "clinic-progress.h"
#include "clinic-statistics.h"

/* *INDENT-OFF* */
enum {
  NO, COCKTAIL, DIAGNOSIS, PROTOCOL, METRIC, UNIT, ZONE, BETTER,
  COURSES, STOPPED, BASELINE_N, DROPOUTS, DROPOUT_SHARE, BASELINE_ALL_MEAN, PAIRED_N,
  BASELINE_MEAN, BASELINE_SD, BASELINE_Q1, BASELINE_MEDIAN, BASELINE_Q3,
  LAST_MEAN, LAST_SD, LAST_Q1, LAST_MEDIAN, LAST_Q3,
  CHANGE_MEAN, CHANGE_SD, CHANGE_LOW, CHANGE_HIGH, IMPROVEMENT_MEAN,
  PERCENT_OF_MEANS, MEAN_OF_PERCENTS, PERCENTS_N, PERCENTS_UNDEFINED,
  RESPONDERS, RESPONDERS_OF, RESPONDER_SHARE, RESPONDER_LOW, RESPONDER_HIGH,
  IMPROVED, UNCHANGED, WORSE, CLEARLY_BETTER, WITHIN_NOISE, CLEARLY_WORSE,
  SESSIONS, REACTION_SESSIONS, REACTION_SHARE, REACTION_LOW, REACTION_HIGH, REACTIONS, REACTION_RATE, RATE_LOW, RATE_HIGH,
  RANKS_N, RANKS_ZERO, RANKS_ASSIGNED, RANKS_PLUS, RANKS_MINUS, P_ONE_SIDED, P_TWO_SIDED, P_METHOD, LABEL,
  N_FIELDS
};

const char * const clinic_report_progress_groups_fields[] = {
  "no", "cocktail", "diagnosis", "protocol", "metric", "unit", "zone", "better",
  "courses", "stopped", "baseline_n", "dropouts", "dropout_share", "baseline_all_mean", "paired_n",
  "baseline_mean", "baseline_sd", "baseline_q1", "baseline_median", "baseline_q3",
  "last_mean", "last_sd", "last_q1", "last_median", "last_q3",
  "change_mean", "change_sd", "change_low", "change_high", "improvement_mean",
  "percent_of_means", "mean_of_percents", "percents_n", "percents_undefined",
  "responders", "responders_of", "responder_share", "responder_low", "responder_high",
  "improved", "unchanged", "worse", "clearly_better", "within_noise", "clearly_worse",
  "sessions", "reaction_sessions", "reaction_share", "reaction_low", "reaction_high", "reactions", "reaction_rate", "rate_low",
  "rate_high",
  "ranks_n", "ranks_zero", "ranks_assigned", "ranks_plus", "ranks_minus", "p_one_sided", "p_two_sided", "p_method", "label",
  NULL
};
/* *INDENT-ON* */

G_STATIC_ASSERT (G_N_ELEMENTS (clinic_report_progress_groups_fields) == N_FIELDS + 1);

/* The pairs of one row of the report. */
typedef struct
{
  ClinicProgress             *progress;
  const ClinicProgressSlice  *slice;
  const ClinicProgressMetric *metric;
  guint                       first;            /* among the pairs */
  guint                       n;                /* with a baseline */
  guint                       n_paired;
  double                     *before;           /* of those paired */
  double                     *after;
  double                     *improvements;     /* in percent; of those paired with a baseline
                                                 * that is not 0 */
  guint n_improvements;
} Group;

typedef struct
{
  gboolean ranks;
  gboolean assign;        /* drop-outs the worst results */
  double   decimals;      /* NaN: percents are ranked as they are */
  double   confidence;    /* 0.95 */
} Options;

static void
group_clear (Group *group)
{
  g_free (group->before);
  g_free (group->after);
  g_free (group->improvements);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Group, group_clear)

static Group
make_group (ClinicProgress *progress,
            guint           first,
            guint           n)
{
  const ClinicProgressPair *lead = clinic_progress_get_pair (progress, first);
  const ClinicProgressCourse *course = clinic_progress_get_course (progress, lead->course);
  Group group = {
    .progress = progress, .first = first, .n = n, .slice = clinic_progress_get_slice (progress, course->slice),
    .metric = clinic_progress_get_metric (progress, lead->metric), .before = g_new (double, n),
    .after = g_new (double, n), .improvements = g_new (double, n),
  };

  for (guint i = 0; i < n; i++)
    {
      const ClinicProgressPair *pair = clinic_progress_get_pair (progress, first + i);
      double improvement = clinic_progress_get_improvement (progress, pair);

      if (!pair->paired)
        continue;

      group.before[group.n_paired] = pair->before;
      group.after[group.n_paired++] = pair->after;

      if (!isnan (improvement))
        group.improvements[group.n_improvements++] = improvement;
    }

  return group;
}

static ClinicCell
make_share (guint64 k,
            guint64 n)
{
  return clinic_cell_percent (n > 0 ? 100.0 * k / n : NAN, CLINIC_CELL_DECIMALS);
}

static ClinicCell
make_number (const Group *group,
             double       number,
             guint        more)
{
  return clinic_cell_number (number, group->metric->decimals + more);
}

/* SD of one value: not "n/a" but nothing to show. */
static ClinicCell
make_spread (const Group *group,
             double       sd)
{
  return group->n_paired < 2 ? clinic_cell_text (NULL) : make_number (group, sd, 2);
}

static void
fill_names (ClinicCell                *cells,
            ClinicProgress            *progress,
            const ClinicProgressSlice *slice)
{
  cells[COCKTAIL] = clinic_cell_text (clinic_progress_get_cocktail (progress, slice));
  cells[DIAGNOSIS] = clinic_cell_text (clinic_progress_get_diagnosis (progress, slice));
  cells[PROTOCOL] = clinic_cell_text (clinic_progress_get_protocol (progress, slice));
  cells[COURSES] = clinic_cell_integer (slice->courses);
  cells[STOPPED] = clinic_cell_integer (slice->stopped);
}

static void
fill_counts (ClinicCell  *cells,
             const Group *group)
{
  static const char * const better[] = { N_("lower"), N_("neither"), N_("higher") };
  const ClinicProgressPair *lead = clinic_progress_get_pair (group->progress, group->first);
  double sum = 0;

  for (guint i = 0; i < group->n; i++)
    sum += clinic_progress_get_pair (group->progress, group->first + i)->before;

  cells[METRIC] = clinic_cell_text (group->metric->name);
  cells[UNIT] = clinic_cell_text (group->metric->unit);
  cells[ZONE] = clinic_cell_text (clinic_progress_get_zone (group->progress, lead->zone));
  cells[BETTER] = clinic_cell_text (_(better[group->metric->direction + 1]));
  cells[BASELINE_N] = clinic_cell_integer (group->n);
  cells[DROPOUTS] = clinic_cell_integer (group->n - group->n_paired);
  cells[DROPOUT_SHARE] = make_share (group->n - group->n_paired, group->n);
  cells[BASELINE_ALL_MEAN] = make_number (group, sum / group->n, 2);
  cells[PAIRED_N] = clinic_cell_integer (group->n_paired);
}

static void
fill_figures (ClinicCell         *cells,
              const Group        *group,
              const ClinicPaired *paired)
{
  const ClinicSummary *sides[] = { &paired->before, &paired->after };
  const guint places[] = { BASELINE_MEAN, LAST_MEAN };
  int direction = group->metric->direction;

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      cells[places[i]] = make_number (group, sides[i]->mean, 2);
      cells[places[i] + 1] = make_spread (group, sides[i]->sd);
      cells[places[i] + 2] = make_number (group, sides[i]->quartile_1, 1);
      cells[places[i] + 3] = make_number (group, sides[i]->median, 1);
      cells[places[i] + 4] = make_number (group, sides[i]->quartile_3, 1);
    }

  cells[CHANGE_MEAN] = make_number (group, paired->change.mean, 2);
  cells[CHANGE_SD] = make_spread (group, paired->change.sd);
  cells[CHANGE_LOW] = make_spread (group, paired->interval.low);
  cells[CHANGE_HIGH] = make_spread (group, paired->interval.high);
  cells[IMPROVEMENT_MEAN] = make_number (group,
                                         direction == 0 ? NAN : direction * paired->change.mean, 2);
  cells[PERCENT_OF_MEANS] = clinic_cell_percent (paired->percent_of_means, CLINIC_CELL_DECIMALS);
  cells[MEAN_OF_PERCENTS] = clinic_cell_percent (paired->mean_of_percents, CLINIC_CELL_DECIMALS);
  cells[PERCENTS_N] = clinic_cell_integer (paired->n_percents);
  cells[PERCENTS_UNDEFINED] = clinic_cell_integer (group->n_paired - paired->n_percents);
}

static void
fill_responders (ClinicCell    *cells,
                 const Group   *group,
                 const Options *options)
{
  ClinicInterval interval;
  guint responders = 0;

  if (group->metric->direction == 0)
    {
      for (guint i = RESPONDERS; i <= CLEARLY_WORSE; i++)
        cells[i] = (ClinicCell) { .kind = CLINIC_CELL_UNDEFINED }
      ;

      return;
    }

  /* 30 % of 0.9 is not quite 0.27: the border belongs to the responders. */
  for (guint i = 0; i < group->n_improvements; i++)
    responders += group->improvements[i] >= group->progress->threshold * (1 - 1e-12);

  interval = clinic_statistics_wilson (responders, group->n_improvements, options->confidence);
  cells[RESPONDERS] = clinic_cell_integer (responders);
  cells[RESPONDERS_OF] = clinic_cell_integer (group->n_improvements);
  cells[RESPONDER_SHARE] = make_share (responders, group->n_improvements);
  cells[RESPONDER_LOW] = clinic_cell_percent (100 * interval.low, CLINIC_CELL_DECIMALS);
  cells[RESPONDER_HIGH] = clinic_cell_percent (100 * interval.high, CLINIC_CELL_DECIMALS);
}

static void
fill_directions (ClinicCell  *cells,
                 const Group *group)
{
  guint counts[3] = { 0 };

  if (group->metric->direction == 0)
    return;

  for (guint i = 0; i < group->n_paired; i++)
    {
      double change = (group->after[i] - group->before[i]) * group->metric->direction;

      counts[change > 0 ? 0 : change == 0 ? 1 : 2]++;
    }

  cells[IMPROVED] = clinic_cell_integer (counts[0]);
  cells[UNCHANGED] = clinic_cell_integer (counts[1]);
  cells[WORSE] = clinic_cell_integer (counts[2]);
}

/* Of those paired, against what the method may err by; nothing where that is not known. */
static void
fill_classes (ClinicCell  *cells,
              const Group *group)
{
  guint counts[3] = { 0 };
  gboolean known = FALSE;

  for (guint i = 0; i < group->n; i++)
    {
      int class;

      if (!clinic_progress_classify (group->progress, clinic_progress_get_pair (group->progress, group->first + i), &class))
        continue;

      known = TRUE;
      counts[1 - class]++;
    }

  if (!known)
    return;

  cells[CLEARLY_BETTER] = clinic_cell_integer (counts[0]);
  cells[WITHIN_NOISE] = clinic_cell_integer (counts[1]);
  cells[CLEARLY_WORSE] = clinic_cell_integer (counts[2]);
}

static void
fill_reactions (ClinicCell                *cells,
                const ClinicProgressSlice *slice,
                const Options             *options)
{
  ClinicInterval share, rate;

  if (slice->loose)
    return;

  share = clinic_statistics_wilson (slice->reaction_sessions, slice->sessions, options->confidence);
  rate = clinic_statistics_rate_interval (slice->reactions, slice->sessions / 100.0,
                                          options->confidence);
  cells[SESSIONS] = clinic_cell_integer (slice->sessions);
  cells[REACTION_SESSIONS] = clinic_cell_integer (slice->reaction_sessions);
  cells[REACTION_SHARE] = make_share (slice->reaction_sessions, slice->sessions);
  cells[REACTION_LOW] = clinic_cell_percent (100 * share.low, CLINIC_CELL_DECIMALS);
  cells[REACTION_HIGH] = clinic_cell_percent (100 * share.high, CLINIC_CELL_DECIMALS);
  cells[REACTIONS] = clinic_cell_integer (slice->reactions);
  cells[REACTION_RATE] =
    clinic_cell_number (slice->sessions > 0 ? 100.0 * slice->reactions / slice->sessions : NAN, 2);
  cells[RATE_LOW] = clinic_cell_number (rate.low, 2);
  cells[RATE_HIGH] = clinic_cell_number (rate.high, 2);
}

static void
fill_ranks (ClinicCell    *cells,
            const Group   *group,
            const Options *options)
{
  guint missing = options->assign ? group->n - group->n_paired : 0;
  guint n = group->n_improvements;
  g_autofree double *ranked = g_new (double, MAX (n + missing, 1));
  ClinicSignedRank result;

  if (!options->ranks)
    return;

  for (guint i = 0; i < n; i++)
    ranked[i] = isnan (options->decimals) ? group->improvements[i]
                                          : clinic_statistics_round (group->improvements[i],
                                                                     options->decimals);

  clinic_statistics_assign_worst (ranked, n, ranked + n, missing);
  clinic_statistics_signed_rank (ranked, n + missing, &result);
  cells[RANKS_N] = clinic_cell_integer (result.n);
  cells[RANKS_ZERO] = clinic_cell_integer (result.zeros);
  cells[RANKS_ASSIGNED] = clinic_cell_integer (missing);
  cells[RANKS_PLUS] = clinic_cell_number (result.positive, 1);
  cells[RANKS_MINUS] = clinic_cell_number (result.negative, 1);
  cells[P_ONE_SIDED] = clinic_cell_number (result.one_sided, 4);
  cells[P_TWO_SIDED] = clinic_cell_number (result.two_sided, 4);
  cells[P_METHOD] = clinic_cell_text (result.exact ? _("exact") : _("normal curve"));
}

static void
append_group (ClinicSheet   *sheet,
              const guint   *map,
              const Group   *group,
              guint          number,
              const Options *options)
{
  g_autofree char *label = g_strdup_printf (_("%u · %s (n = %u)"), number,
                                            clinic_progress_get_cocktail (group->progress,
                                                                          group->slice),
                                            group->n_paired);
  ClinicCell cells[N_FIELDS] = { 0 };
  ClinicPaired paired;

  clinic_statistics_paired (group->before, group->after, group->n_paired, options->confidence,
                            &paired);
  fill_names (cells, group->progress, group->slice);
  cells[NO] = clinic_cell_integer (number);
  cells[LABEL] = clinic_cell_text (label);
  fill_counts (cells, group);
  fill_figures (cells, group, &paired);
  fill_responders (cells, group, options);
  fill_directions (cells, group);
  fill_classes (cells, group);
  fill_reactions (cells, group->slice, options);
  fill_ranks (cells, group, options);
  clinic_report_append (sheet, map, cells);
}

/* Courses that nothing was measured in are shown too. */
static void
append_unmeasured (ClinicProgress *progress,
                   ClinicSheet    *sheet,
                   const guint    *map,
                   guint           number,
                   const Options  *options)
{
  for (guint i = 0; i < progress->slices->len; i++)
    {
      const ClinicProgressSlice *slice = clinic_progress_get_slice (progress, i);
      ClinicCell cells[N_FIELDS] = { 0 };

      if (slice->measured)
        continue;

      fill_names (cells, progress, slice);
      cells[NO] = clinic_cell_integer (++number);
      cells[LABEL] = clinic_cell_text (_("nothing measured"));
      cells[BASELINE_N] = clinic_cell_integer (0);
      fill_reactions (cells, slice, options);
      clinic_report_append (sheet, map, cells);
    }
}

/* Where the pairs of a group are. */
typedef struct
{
  guint64 key;
  guint   first;
  guint   n;
  guint   n_paired;
} Place;

/* By metric and zone, and there those that most is known of first. */
static int
compare_places (const void *a,
                const void *b)
{
  const Place *one = a;
  const Place *other = b;

  if (one->key >> 32 != other->key >> 32)
    return one->key >> 32 < other->key >> 32 ? -1 : 1;

  if (one->n_paired != other->n_paired)
    return one->n_paired > other->n_paired ? -1 : 1;

  return (one->key > other->key) - (one->key < other->key);
}

static GArray *
find_places (ClinicProgress *progress)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < progress->pairs->len; i++)
    {
      const ClinicProgressPair *pair = clinic_progress_get_pair (progress, i);
      Place *last = places->len > 0 ? &g_array_index (places, Place, places->len - 1) : NULL;

      if (last == NULL || last->key != pair->key)
        {
          Place place = { .key = pair->key, .first = i };

          g_array_append_val (places, place);
          last = &g_array_index (places, Place, places->len - 1);
        }

      last->n++;
      last->n_paired += pair->paired;
    }

  g_array_sort (places, compare_places);

  return places;
}

gboolean
clinic_report_fill_progress_groups (ClinicReportRun  *run,
                                    ClinicSheet      *sheet,
                                    GError          **error)
{
  g_autofree guint *map = clinic_report_map_columns (sheet, clinic_report_progress_groups_fields);
  ClinicProgress *progress = clinic_progress_get (run, error);
  g_autoptr(GArray) places = NULL;
  Options options = {
    .ranks = clinic_report_run_get_flag (run, "ranks"),
    .assign = g_strcmp0 (clinic_report_run_get (run, "dropouts"), "worst") == 0,
    .decimals = clinic_report_run_get_number (run, "ranks-decimals"),
    .confidence = clinic_report_run_get_number (run, "confidence") / 100,
  };

  if (progress == NULL)
    return FALSE;

  places = find_places (progress);

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      g_auto(Group) group = make_group (progress, place->first, place->n);

      if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
        return FALSE;

      append_group (sheet, map, &group, i + 1, &options);
    }

  append_unmeasured (progress, sheet, map, places->len, &options);

  return TRUE;
}
