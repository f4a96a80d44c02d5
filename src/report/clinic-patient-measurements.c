/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "clinic-derived.h"
#include "clinic-patient-courses.h"
#include "clinic-pull.h"
#include "clinic-reading.h"
#include "clinic-report-private.h"
#include "clinic-statistics.h"

/* *INDENT-OFF* */
enum {
  METRIC, UNIT, ZONE, COURSE, WHEN, VISIT, VISIT_NAME, VALUE, BASELINE, CHANGE, PERCENT, NOISE, WITHIN_NOISE, VERDICT,
  METHOD, COUNTED, AREA, CUTOFF, GRASPED, WASH_HOURS, RESULT, CLASS, RULE, RULE_CUTOFF, RULE_VERSION, RULE_SOURCE, NOTE,
  N_FIELDS
};

const char * const clinic_report_patient_measurements_fields[] = {
  "metric", "unit", "zone", "course", "when", "visit", "visit_name", "value", "baseline", "change", "percent", "noise",
  "within_noise", "verdict", "method", "counted", "area", "cutoff", "grasped", "wash_hours", "result", "class", "rule",
  "rule_cutoff", "rule_version", "rule_source", "note", NULL
};
/* *INDENT-ON* */

G_STATIC_ASSERT (G_N_ELEMENTS (clinic_report_patient_measurements_fields) == N_FIELDS + 1);

/* What stands beside the reading itself; texts live in .texts. */
typedef struct
{
  gint64      course;         /* its number in the report; 0: none */
  const char *metric;
  const char *unit;
  const char *direction;
  const char *zone;
  const char *visit_name;
  const char *method;
  const char *note;
  const char *code;
  const char *rule;           /* of a pull test, and what it said */
  const char *result;
  const char *own_source;     /* of a clinic's own rule; NULL: it is one that is shipped */
  const char *own_cutoff;
  gint64      rule_version;
  gint64      counted;
  gint64      area;
  gint64      cutoff;
  gint64      grasped;
  gint64      wash_hours;
  gint64      error_percent;
  gint64      error_absolute;
  guint       decimals;
} Details;

typedef struct
{
  GArray       *readings;     /* .metric is the place in details */
  GArray       *details;
  GStringChunk *texts;
  GHashTable   *courses;
} Series;

static void
series_clear (Series *series)
{
  g_array_unref (series->readings);
  g_array_unref (series->details);
  g_string_chunk_free (series->texts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Series, series_clear)

static const char *
keep_text (Series * series,
           ClinicStatement * statement,
           const char      *column)
{
  const char *text = clinic_row_text (statement, column);

  return text != NULL ? g_string_chunk_insert_const (series->texts, text) : NULL;
}

/* What the clinic's own version said that the reading was judged by; NULL: it was none. */
static const char *
keep_cutoff (Series          *series,
             ClinicStatement *statement)
{
  g_autoptr(ClinicPullVersion) version = clinic_pull_version_new ();
  g_autoptr(ClinicPullRule) rule = NULL;
  g_autofree char *cutoff = NULL;

  if (clinic_row_text (statement, "own_source") == NULL)
    return NULL;

  g_object_set (version,
                "code", "", "places", clinic_row_number (statement, "own_places"),
                "total-above", clinic_row_number (statement, "own_total"), "each-from", clinic_row_number (statement, "own_each"),
                "percent-above", clinic_row_number (statement, "own_percent"), NULL);
  rule = clinic_pull_rule_of_version (version);
  cutoff = clinic_pull_rule_dup_cutoff (rule);

  return g_string_chunk_insert_const (series->texts, cutoff);
}

static gboolean
take_reading (ClinicStatement  *statement,
              gpointer          data,
              GError          **error)
{
  Series *series = data;
  gint64 visit = clinic_row_number (statement, "visit");
  gint64 course = clinic_row_number (statement, "course_id");
  gint64 decimals = clinic_row_number (statement, "decimals");
  ClinicReading reading = {
    .id = clinic_row_number (statement, "id"), .value = clinic_row_number (statement,
                                                                           "value"), .metric =
      series->details->len,
    .visit = visit != CLINIC_NULL ? visit : -1,
    .day = clinic_reading_pack_day (keep_text (series, statement, "taken_on")),
  };
  g_autofree char *unit = clinic_reading_dup_unit (clinic_row_text (statement, "unit"));
  Details details = {
    .course = clinic_patient_courses_get_number (series->courses, course),
    .metric = keep_text (series, statement,
                         "name"), .unit = unit != NULL ? g_string_chunk_insert_const (series->texts,
                                                                                      unit) : NULL,
    .direction = keep_text (series, statement, "direction"), .zone = keep_text (series, statement,
                                                                                "zone"),
    .visit_name = keep_text (series, statement, "visit_name"), .method = keep_text (series, statement, "method"),
    .note = keep_text (series, statement, "note"), .error_percent = clinic_row_number (statement, "error_percent"),
    .error_absolute = clinic_row_number (statement, "error_absolute"),
    .decimals = decimals != CLINIC_NULL ? CLAMP (decimals, 0, 3) : 1,
    .code = keep_text (series, statement, "code"), .rule = keep_text (series, statement, "rule"),
    .result = keep_text (series, statement, "result"), .rule_version = clinic_row_number (statement, "rule_version"),
    .counted = clinic_row_number (statement, "counted"), .area = clinic_row_number (statement, "area"),
    .cutoff = clinic_row_number (statement, "cutoff"), .grasped = clinic_row_number (statement, "grasped"),
    .wash_hours = clinic_row_number (statement, "wash_hours"),
    .own_source = keep_text (series, statement, "own_source"), .own_cutoff = keep_cutoff (series, statement),
  };

  g_array_append_val (series->readings, reading);
  g_array_append_val (series->details, details);

  return TRUE;
}

static const Details *
get_details (Series *series,
             guint   place)
{
  const ClinicReading *reading = &g_array_index (series->readings, ClinicReading, place);

  return &g_array_index (series->details, Details, reading->metric);
}

static const char *
get_verdict (const Details *details,
             gint64         change)
{
  gboolean rises = change > 0;

  if (change == 0)
    return _("unchanged");

  if (g_strcmp0 (details->direction, "higher") == 0)
    return rises ? _("better") : _("worse");

  if (g_strcmp0 (details->direction, "lower") == 0)
    return rises ? _("worse") : _("better");

  return rises ? _("more") : _("less");
}

static void
judge (ClinicCell          *cells,
       const Details       *details,
       const ClinicReading *first,
       const ClinicReading *reading)
{
  gint64 change = reading->value - first->value;
  double noise = clinic_reading_noise (first->value, reading->value, details->error_percent,
                                       details->error_absolute);

  cells[BASELINE] = clinic_cell_number (first->value / 1000.0, details->decimals);

  if (!clinic_reading_is_later (first, reading))
    return;

  cells[CHANGE] = clinic_cell_number (change / 1000.0, details->decimals);
  cells[PERCENT] = clinic_cell_percent (clinic_statistics_percent_change (first->value,
                                                                          reading->value), 1);
  cells[VERDICT] = clinic_cell_text (get_verdict (details, change));

  if (!isnan (noise))
    {
      cells[NOISE] = clinic_cell_number (noise / 1000, details->decimals);
      cells[WITHIN_NOISE] = clinic_cell_flag (fabs ((double) change) <= noise);
    }
}

/* Its day, else what its visit is called. */
static ClinicCell
make_when (const char          *day,
           const Details       *details,
           const ClinicReading *reading,
           char               **own)
{
  if (day != NULL)
    return clinic_cell_date (day);

  if (details->visit_name != NULL)
    return clinic_cell_text (details->visit_name);

  *own = g_strdup_printf (_("Visit %d"), reading->visit);

  return clinic_cell_text (*own);
}

/* How the value came about, and what it is called. A rule that is no longer shipped keeps its name. */
static void
fill_making (ClinicCell           *cells,
             const Details        *details,
             const ClinicPullRule *rule,
             const char           *cutoff,
             const char           *class)
{
  cells[COUNTED] = clinic_cell_integer (details->counted);
  cells[AREA] = clinic_cell_thousandths (details->area);
  cells[CUTOFF] = clinic_cell_thousandths (details->cutoff);
  cells[GRASPED] = clinic_cell_integer (details->grasped);
  cells[WASH_HOURS] = clinic_cell_integer (details->wash_hours);
  cells[RESULT] = clinic_cell_text (clinic_choice_label (clinic_test_results, details->result));
  cells[CLASS] = clinic_cell_text (class);
  cells[RULE] = clinic_cell_text (details->rule);
  cells[RULE_CUTOFF] = clinic_cell_text (details->own_cutoff != NULL ? details->own_cutoff : cutoff);
  cells[RULE_VERSION] = clinic_cell_integer (details->rule_version);
  cells[RULE_SOURCE] = clinic_cell_text (rule != NULL ? rule->source : details->own_source);
}

/* Cut-offs are those of the version that was used, or are not said. */
static char *
dup_cutoff (const ClinicPullRule *rule,
            gint64                version)
{
  return rule != NULL && (version == CLINIC_NULL || version == rule->version) ? clinic_pull_rule_dup_cutoff (rule) : NULL;
}

/* "S2, moderate"; of a pull test the result says it. */
static char *
dup_class (const Details       *details,
           const ClinicReading *reading)
{
  g_autoptr(ClinicMeasurement) one = clinic_measurement_new ();

  if (details->rule != NULL || g_strcmp0 (details->code, "pull_test") == 0)
    return NULL;

  g_object_set (one, "value", reading->value, NULL);

  return clinic_derived_say (one, details->code);
}

static void
append_reading (ClinicSheet         *sheet,
                const guint         *map,
                const Details       *details,
                const ClinicReading *first,
                const ClinicReading *reading)
{
  g_autofree char *day = clinic_reading_unpack_day (reading->day);
  g_autofree char *when = NULL;
  const ClinicPullRule *rule = clinic_pull_rule_find (details->rule);
  g_autofree char *cutoff = dup_cutoff (rule, details->rule_version);
  g_autofree char *class = dup_class (details, reading);
  ClinicCell cells[N_FIELDS] = { 0 };

  cells[METRIC] = clinic_cell_text (details->metric);
  cells[UNIT] = clinic_cell_text (details->unit);
  cells[ZONE] = clinic_cell_text (clinic_choice_label (clinic_zones, details->zone));
  cells[COURSE] = clinic_cell_integer (details->course > 0 ? details->course : CLINIC_NULL);
  cells[WHEN] = make_when (day, details, reading, &when);
  cells[VISIT] = clinic_cell_integer (reading->visit >= 0 ? reading->visit : CLINIC_NULL);
  cells[VISIT_NAME] = clinic_cell_text (details->visit_name);
  cells[VALUE] = clinic_cell_number (reading->value / 1000.0, details->decimals);
  cells[METHOD] = clinic_cell_text (details->method);
  cells[NOTE] = clinic_cell_text (details->note);
  fill_making (cells, details, rule, cutoff, class);
  judge (cells, details, first, reading);
  clinic_report_append (sheet, map, cells);
}

static gboolean
is_same_series (const Details *a,
                const Details *b)
{
  return a->course == b->course && g_strcmp0 (a->metric, b->metric) == 0 &&
         g_strcmp0 (a->zone, b->zone) == 0;
}

/* Series by series; within one in the order of time. */
static void
append_series (Series      *series,
               ClinicSheet *sheet)
{
  g_autofree guint *map = clinic_report_map_columns (sheet,
                                                     clinic_report_patient_measurements_fields);
  ClinicReading *readings = (ClinicReading *) (void *) series->readings->data;
  guint first = 0;

  while (first < series->readings->len)
    {
      guint end = first + 1;

      while (end < series->readings->len &&
             is_same_series (get_details (series, first), get_details (series, end)))
        end++;

      clinic_readings_sort (readings + first, end - first);

      for (guint i = first; i < end; i++)
        append_reading (sheet, map, get_details (series, i), &readings[first], &readings[i]);

      first = end;
    }
}

gboolean
clinic_report_fill_patient_measurements (ClinicReportRun  *run,
                                         ClinicSheet      *sheet,
                                         GError          **error)
{
  static const char * const arguments[] = { "patient", NULL };
  g_autoptr(GHashTable) courses = clinic_patient_courses_read (run, error);
  g_auto(Series) series = {
    .readings = g_array_new (FALSE, FALSE, sizeof (ClinicReading)),
    .details = g_array_new (FALSE, FALSE, sizeof (Details)),
    .texts = g_string_chunk_new (1024), .courses = courses,
  };

  if (courses == NULL ||
      !clinic_report_each (run, "report-patient-measurements", arguments, take_reading, &series,
                           error))
    return FALSE;

  append_series (&series, sheet);

  return TRUE;
}
