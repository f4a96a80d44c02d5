/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "clinic-derived.h"
#include "clinic-progress.h"
#include "clinic-statistics.h"

/* *INDENT-OFF* */
enum {
  COURSE, PATIENT, COCKTAIL, DIAGNOSIS, PROTOCOL, STOPPED, METRIC, UNIT, BETTER, ZONE, BASELINE, BASELINE_VISIT, LAST,
  LAST_VISIT, DAYS, CHANGE, PERCENT, NOISE, CLASS, RESPONDER, DROPOUT, BASELINE_CLASS, LAST_CLASS, BASELINE_RULE, LAST_RULE,
  N_FIELDS
};

const char * const clinic_report_progress_pairs_fields[] = {
  "course", "patient", "cocktail", "diagnosis", "protocol", "stopped", "metric", "unit", "better", "zone", "baseline",
  "baseline_visit", "last", "last_visit", "days", "change", "percent", "noise", "class", "responder", "dropout",
  "baseline_class", "last_class", "baseline_rule", "last_rule", NULL
};
/* *INDENT-ON* */

G_STATIC_ASSERT (G_N_ELEMENTS (clinic_report_progress_pairs_fields) == N_FIELDS + 1);

/* The rows are made while they are read: there may be some hundred thousand. */
typedef struct
{
  ClinicProgress *progress;
  guint          *map;
  guint           n_columns;
  guint           at;
} Reader;

static void
reader_free (gpointer data)
{
  Reader *reader = data;

  clinic_progress_unref (reader->progress);
  g_free (reader->map);
  g_free (reader);
}

/* What a value is called by itself; NULL: nothing. */
static const char *
say_value (const ClinicProgressMetric *metric,
           double                      value)
{
  gint64 thousandths = llround (value * 1000);

  if (g_strcmp0 (metric->code, "salt") == 0 && thousandths >= 0)
    return clinic_salt_band (thousandths);

  if (g_strcmp0 (metric->code, "dlqi") == 0)
    return clinic_dlqi_effect (thousandths / 1000);

  return NULL;
}

static void
fill_class (ClinicCell               *cells,
            ClinicProgress           *progress,
            const ClinicProgressPair *pair,
            guint                     decimals)
{
  static const char *const words[] = { N_("worse"), N_("within noise"), N_("better") };
  double noise = clinic_progress_get_noise (progress, pair);
  int class;

  if (!isnan (noise))
    cells[NOISE] = clinic_cell_number (noise, decimals);

  if (clinic_progress_classify (progress, pair, &class))
    cells[CLASS] = clinic_cell_text (_(words[class + 1]));
}

static void
fill_change (ClinicCell                 *cells,
             ClinicProgress             *progress,
             const ClinicProgressPair   *pair,
             const ClinicProgressMetric *metric)
{
  double improvement = clinic_progress_get_improvement (progress, pair);

  cells[LAST] = clinic_cell_number (pair->after, metric->decimals);
  cells[LAST_CLASS] = clinic_cell_text (say_value (metric, pair->after));
  cells[LAST_RULE] = clinic_cell_text (clinic_progress_get_rule (progress, pair->last_rule));
  fill_class (cells, progress, pair, metric->decimals);
  cells[LAST_VISIT] = clinic_cell_integer (pair->last_visit >= 0 ? pair->last_visit : CLINIC_NULL);
  cells[CHANGE] = clinic_cell_number (pair->after - pair->before, metric->decimals);
  cells[PERCENT] = clinic_cell_percent (clinic_statistics_percent_change (pair->before,
                                                                          pair->after),
                                        CLINIC_CELL_DECIMALS);

  if (pair->first_day != 0 && pair->last_day != 0)
    cells[DAYS] = clinic_cell_integer (clinic_reading_days (pair->first_day, pair->last_day));

  if (metric->direction != 0 && !isnan (improvement))
    cells[RESPONDER] = clinic_cell_flag (improvement >= progress->threshold * (1 - 1e-12));
}

static void
fill_cells (ClinicCell               *cells,
            ClinicProgress           *progress,
            const ClinicProgressPair *pair)
{
  const ClinicProgressCourse *course = clinic_progress_get_course (progress, pair->course);
  const ClinicProgressSlice *slice = clinic_progress_get_slice (progress, course->slice);
  const ClinicProgressMetric *metric = clinic_progress_get_metric (progress, pair->metric);
  static const char *const better[] = { N_("lower"), N_("neither"), N_("higher") };

  cells[PATIENT] = clinic_cell_integer (course->patient);
  cells[UNIT] = clinic_cell_text (metric->unit);
  cells[BETTER] = clinic_cell_text (_(better[metric->direction + 1]));
  cells[BASELINE_CLASS] = clinic_cell_text (say_value (metric, pair->before));
  cells[BASELINE_RULE] = clinic_cell_text (clinic_progress_get_rule (progress, pair->first_rule));
  cells[COURSE] = clinic_cell_integer (course->number);
  cells[COCKTAIL] = clinic_cell_text (clinic_progress_get_cocktail (progress, slice));
  cells[DIAGNOSIS] = clinic_cell_text (clinic_progress_get_diagnosis (progress, slice));
  cells[PROTOCOL] = clinic_cell_text (clinic_progress_get_protocol (progress, slice));
  cells[STOPPED] = clinic_cell_flag (course->stopped);
  cells[METRIC] = clinic_cell_text (metric->name);
  cells[ZONE] = clinic_cell_text (clinic_progress_get_zone (progress, pair->zone));
  cells[BASELINE] = clinic_cell_number (pair->before, metric->decimals);
  cells[BASELINE_VISIT] =
    clinic_cell_integer (pair->first_visit >= 0 ? pair->first_visit : CLINIC_NULL);
  cells[DROPOUT] = clinic_cell_flag (!pair->paired);

  if (pair->paired)
    fill_change (cells, progress, pair, metric);
}

static gboolean
read_row (ClinicCell  *cells,
          gpointer     data,
          GError     **error)
{
  Reader *reader = data;
  ClinicCell fields[N_FIELDS] = { 0 };

  if (reader->at == reader->progress->pairs->len)
    return FALSE;

  fill_cells (fields, reader->progress, clinic_progress_get_pair (reader->progress, reader->at++));

  for (guint i = 0; i < reader->n_columns; i++)
    cells[i] = fields[reader->map[i]];

  return TRUE;
}

gboolean
clinic_report_fill_progress_pairs (ClinicReportRun  *run,
                                   ClinicSheet      *sheet,
                                   GError          **error)
{
  ClinicProgress *progress = clinic_progress_get (run, error);
  Reader *reader;

  if (progress == NULL)
    return FALSE;

  reader = g_new0 (Reader, 1);
  reader->progress = clinic_progress_ref (progress);
  reader->map = clinic_report_map_columns (sheet, clinic_report_progress_pairs_fields);
  reader->n_columns = clinic_sheet_get_n_columns (sheet);
  clinic_sheet_set_source (sheet, read_row, reader, reader_free, progress->pairs->len);

  return TRUE;
}
