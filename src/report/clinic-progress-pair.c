/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "clinic-progress.h"

static int
compare_by_thing (const void *a,
                  const void *b)
{
  const ClinicReading *one = a;
  const ClinicReading *other = b;

  if (one->metric != other->metric)
    return one->metric < other->metric ? -1 : 1;

  return (one->zone > other->zone) - (one->zone < other->zone);
}

static guint16
find_rule (ClinicProgress      *self,
           const ClinicReading *reading)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->ruled, &reading->id));
}

static ClinicProgressPair
make_pair (ClinicProgress *self,
           guint           course,
           ClinicReading  *readings,
           gsize           n)
{
  const ClinicReading *first = readings;
  const ClinicReading *last = &readings[n - 1];

  clinic_readings_sort (readings, n);

  return (ClinicProgressPair) {
           .course = course, .metric = first->metric, .zone = first->zone,
           .before = first->value / 1000.0, .first_day = first->day, .first_visit = first->visit,
           .after = last->value / 1000.0, .last_day = last->day, .last_visit = last->visit,
           .paired = clinic_reading_is_later (first, last),
           .first_rule = find_rule (self, first), .last_rule = find_rule (self, last),
  };
}

/* The zones of one metric as one pair: the means over the zones that have both readings, so that
 * a course counts once. Where none has both, the mean of the baselines. */
static ClinicProgressPair
join_zones (const ClinicProgressPair *pairs,
            gsize                     n)
{
  ClinicProgressPair joined = pairs[0];
  guint used = 0;

  for (gsize i = 0; i < n; i++)
    {
      if (pairs[i].paired && !joined.paired)
        joined = pairs[i];
    }

  joined.before = joined.after = 0;
  joined.zone = 0;

  for (gsize i = 0; i < n; i++)
    {
      if (pairs[i].paired != joined.paired)
        continue;

      joined.before += pairs[i].before;
      joined.after += pairs[i].after;

      /* Zones that were judged by different rules have none together. */
      joined.first_rule = joined.first_rule == pairs[i].first_rule ? joined.first_rule : 0;
      joined.last_rule = joined.last_rule == pairs[i].last_rule ? joined.last_rule : 0;
      used++;
    }

  joined.before /= used;
  joined.after /= used;

  return joined;
}

/* The pairs from @start on are all of one course: one for each metric is left. */
static void
join_metrics (GArray *pairs,
              guint   start)
{
  ClinicProgressPair *all = (ClinicProgressPair *) (void *) pairs->data;
  guint kept = start;
  guint first = start;

  while (first < pairs->len)
    {
      guint end = first + 1;

      while (end < pairs->len && all[end].metric == all[first].metric)
        end++;

      all[kept++] = join_zones (&all[first], end - first);
      first = end;
    }

  g_array_set_size (pairs, kept);
}

void
clinic_progress_add_pairs (ClinicProgress *self,
                           guint           course,
                           GArray         *readings)
{
  ClinicReading *all = (ClinicReading *) (void *) readings->data;
  guint start = self->pairs->len;
  guint first = 0;

  if (readings->len > 1)
    qsort (all, readings->len, sizeof *all, compare_by_thing);

  while (first < readings->len)
    {
      ClinicProgressPair pair;
      guint end = first + 1;

      while (end < readings->len && compare_by_thing (&all[first], &all[end]) == 0)
        end++;

      pair = make_pair (self, course, &all[first], end - first);
      g_array_append_val (self->pairs, pair);
      first = end;
    }

  if (!self->by_zone)
    join_metrics (self->pairs, start);
}

static int
compare_slices (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const ClinicProgressSlice *one = clinic_progress_get_slice (data, *(const guint *) a);
  const ClinicProgressSlice *other = clinic_progress_get_slice (data, *(const guint *) b);
  int order = strcmp (clinic_progress_get_cocktail (data, one),
                      clinic_progress_get_cocktail (data, other));

  if (order == 0)
    order = strcmp (clinic_progress_get_diagnosis (data, one),
                    clinic_progress_get_diagnosis (data, other));

  return order != 0 ? order
                    : strcmp (clinic_progress_get_protocol (data, one),
                              clinic_progress_get_protocol (data, other));
}

static void
rank_slices (ClinicProgress *self)
{
  g_autofree guint *order = g_new (guint, MAX (self->slices->len, 1));

  for (guint i = 0; i < self->slices->len; i++)
    order[i] = i;

  g_qsort_with_data (order, self->slices->len, sizeof *order, compare_slices, self);

  for (guint i = 0; i < self->slices->len; i++)
    g_array_index (self->slices, ClinicProgressSlice, order[i]).rank = i;
}

/* How many names come before each: metrics and zones are few. */
static guint
rank_metric (ClinicProgress *self,
             guint           metric)
{
  const char *name = clinic_progress_get_metric (self, metric)->name;
  guint rank = 0;

  for (guint i = 0; i < self->kinds->len; i++)
    {
      int order = g_strcmp0 (clinic_progress_get_metric (self, i)->name, name);

      rank += order < 0 || (order == 0 && i < metric);
    }

  return rank;
}

static int
compare_pairs (const void *a,
               const void *b)
{
  const ClinicProgressPair *one = a;
  const ClinicProgressPair *other = b;

  if (one->key != other->key)
    return one->key < other->key ? -1 : 1;

  return (one->course > other->course) - (one->course < other->course);
}

void
clinic_progress_sort (ClinicProgress *self)
{
  g_autofree guint64 *ranks = g_new (guint64, MAX (self->kinds->len, 1));

  rank_slices (self);

  for (guint i = 0; i < self->kinds->len; i++)
    ranks[i] = rank_metric (self, i);

  /* By metric and zone first: rows that can be compared stand together, and a chart is drawn
   * from them. */
  for (guint i = 0; i < self->pairs->len; i++)
    {
      ClinicProgressPair *pair = &g_array_index (self->pairs, ClinicProgressPair, i);
      const ClinicProgressCourse *course = clinic_progress_get_course (self, pair->course);

      pair->key = ranks[pair->metric] << 40 | (guint64) pair->zone << 32 |
                  clinic_progress_get_slice (self, course->slice)->rank;
    }

  if (self->pairs->len > 1)
    qsort (self->pairs->data, self->pairs->len, sizeof (ClinicProgressPair), compare_pairs);
}
