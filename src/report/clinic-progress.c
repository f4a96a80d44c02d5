/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-progress.h"
#include "clinic-statistics.h"

static void
clear_metric (gpointer data)
{
  ClinicProgressMetric *metric = data;

  g_free (metric->name);
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
