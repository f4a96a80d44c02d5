/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "clinic-choices.h"
#include "clinic-progress.h"
#include "clinic-statistics.h"

static void
clear_metric (gpointer data)
{
  ClinicProgressMetric *metric = data;

  g_free (metric->name);
  g_free (metric->code);
  g_free (metric->unit);
}

static void
init_names (ClinicProgressNames *names)
{
  names->names = g_ptr_array_new_with_free_func (g_free);
  names->numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_ptr_array_add (names->names, g_strdup (_("not recorded")));
}

static void
clear_names (ClinicProgressNames *names)
{
  g_ptr_array_unref (names->names);
  g_hash_table_unref (names->numbers);
}

static ClinicProgress *
progress_new (void)
{
  ClinicProgress *self = g_atomic_rc_box_new0 (ClinicProgress);
  ClinicProgressMetric none = { 0 };

  init_names (&self->cocktails);
  init_names (&self->diagnoses);
  init_names (&self->protocols);
  init_names (&self->metrics);
  self->kinds = g_array_new (FALSE, FALSE, sizeof (ClinicProgressMetric));
  g_array_set_clear_func (self->kinds, clear_metric);
  g_array_append_val (self->kinds, none);
  self->zones = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->zones, NULL);

  for (const ClinicChoice *zone = clinic_zones; zone->value != NULL; zone++)
    g_ptr_array_add (self->zones, g_strdup (zone->value));

  self->rules = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->rules, NULL);
  self->ruled = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->patients = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->courses = g_array_new (FALSE, FALSE, sizeof (ClinicProgressCourse));
  self->slices = g_array_new (FALSE, FALSE, sizeof (ClinicProgressSlice));
  self->pairs = g_array_new (FALSE, FALSE, sizeof (ClinicProgressPair));

  return self;
}

static void
progress_clear (gpointer data)
{
  ClinicProgress *self = data;

  clear_names (&self->cocktails);
  clear_names (&self->diagnoses);
  clear_names (&self->protocols);
  clear_names (&self->metrics);
  g_array_unref (self->kinds);
  g_ptr_array_unref (self->zones);
  g_ptr_array_unref (self->rules);
  g_hash_table_unref (self->ruled);
  g_hash_table_unref (self->patients);
  g_array_unref (self->courses);
  g_array_unref (self->slices);
  g_array_unref (self->pairs);
}

ClinicProgress *
clinic_progress_ref (ClinicProgress *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
clinic_progress_unref (ClinicProgress *self)
{
  g_atomic_rc_box_release_full (self, progress_clear);
}

ClinicProgress *
clinic_progress_get (ClinicReportRun  *run,
                     GError          **error)
{
  g_autoptr(ClinicProgress) progress = NULL;

  if (run->kept != NULL)
    return run->kept;

  progress = progress_new ();

  if (!clinic_progress_read (progress, run, error))
    return NULL;

  run->destroy_kept = (GDestroyNotify) clinic_progress_unref;

  return run->kept = g_steal_pointer (&progress);
}

const ClinicProgressMetric *
clinic_progress_get_metric (ClinicProgress *self,
                            guint           metric)
{
  return &g_array_index (self->kinds, ClinicProgressMetric, metric);
}

const ClinicProgressCourse *
clinic_progress_get_course (ClinicProgress *self,
                            guint           course)
{
  return &g_array_index (self->courses, ClinicProgressCourse, course);
}

const ClinicProgressSlice *
clinic_progress_get_slice (ClinicProgress *self,
                           guint           slice)
{
  return &g_array_index (self->slices, ClinicProgressSlice, slice);
}

const ClinicProgressPair *
clinic_progress_get_pair (ClinicProgress *self,
                          guint           pair)
{
  return &g_array_index (self->pairs, ClinicProgressPair, pair);
}

const char *
clinic_progress_get_cocktail (ClinicProgress            *self,
                              const ClinicProgressSlice *slice)
{
  return g_ptr_array_index (self->cocktails.names, slice->cocktail);
}

const char *
clinic_progress_get_diagnosis (ClinicProgress            *self,
                               const ClinicProgressSlice *slice)
{
  return g_ptr_array_index (self->diagnoses.names, slice->diagnosis);
}

const char *
clinic_progress_get_protocol (ClinicProgress            *self,
                              const ClinicProgressSlice *slice)
{
  return slice->loose ? _("not in a course") : g_ptr_array_index (self->protocols.names,
                                                                  slice->protocol);
}

const char *
clinic_progress_get_zone (ClinicProgress *self,
                          guint           zone)
{
  return clinic_choice_label (clinic_zones, g_ptr_array_index (self->zones, zone));
}

double
clinic_progress_get_improvement (ClinicProgress           *self,
                                 const ClinicProgressPair *pair)
{
  double percent = clinic_statistics_percent_change (pair->before, pair->after);
  double better = clinic_progress_get_metric (self,
                                              pair->metric)->direction < 0 ? -percent : percent;

  return better == 0 ? 0 : better;
}

const char *
clinic_progress_get_rule (ClinicProgress *self,
                          guint           rule)
{
  return g_ptr_array_index (self->rules, rule);
}

const ClinicProgressCourse *
clinic_progress_find_course (ClinicProgress *self,
                             gint64          id)
{
  const ClinicProgressCourse *courses = (const ClinicProgressCourse *) (const void *) self->courses->data;
  gsize low = 0, high = self->n_courses;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (courses[middle].id < id)
        low = middle + 1;
      else
        high = middle;
    }

  return low < self->n_courses && courses[low].id == id ? &courses[low] : NULL;
}

guint32
clinic_progress_number_patient (ClinicProgress *self,
                                gint64          patient)
{
  guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (self->patients, &patient));

  if (number != 0)
    return number;

  number = g_hash_table_size (self->patients) + 1;
  g_hash_table_insert (self->patients, g_memdup2 (&patient, sizeof patient), GUINT_TO_POINTER (number));

  return number;
}

double
clinic_progress_get_noise (ClinicProgress           *self,
                           const ClinicProgressPair *pair)
{
  const ClinicProgressMetric *metric = clinic_progress_get_metric (self, pair->metric);

  return clinic_reading_noise (llround (pair->before * 1000), llround (pair->after * 1000), metric->error_percent,
                               metric->error_absolute) / 1000;
}

gboolean
clinic_progress_classify (ClinicProgress           *self,
                          const ClinicProgressPair *pair,
                          int                      *class)
{
  int direction = clinic_progress_get_metric (self, pair->metric)->direction;
  double noise = clinic_progress_get_noise (self, pair);
  double change = (pair->after - pair->before) * direction;

  if (!pair->paired || direction == 0 || isnan (noise))
    return FALSE;

  *class = fabs (change) <= noise * (1 + 1e-12) ? 0 : change > 0 ? 1 : -1;

  return TRUE;
}
