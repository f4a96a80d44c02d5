/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "clinic-choices.h"
#include "clinic-date.h"
#include "clinic-graph-sheet.h"
#include "clinic-locale.h"
#include "clinic-progress-series.h"
#include "clinic-progress-stages.h"
#include "clinic-report.h"
#include "clinic-report-row.h"
#include "clinic-text.h"

/* What is read before it is split into series. */
typedef struct
{
  ClinicSheet *measurements;
  GPtrArray   *goals;         /* of the courses in their order; NULL members are "" */
  GPtrArray   *starts;
  GArray      *days;          /* double: of the sessions done */
  GArray      *courses;       /* gint64: theirs */
} Source;

static void
source_clear (Source *source)
{
  g_clear_object (&source->measurements);
  g_ptr_array_unref (source->goals);
  g_ptr_array_unref (source->starts);
  g_array_unref (source->days);
  g_array_unref (source->courses);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, source_clear)

static const ClinicCell *
get_cell (ClinicSheet * sheet,
          const ClinicCell * cells,
          const char       *name)
{
  static const ClinicCell blank = { CLINIC_CELL_BLANK };
  int column = clinic_sheet_find_column (sheet, name);

  return column >= 0 ? &cells[column] : &blank;
}

static double
get_number (ClinicSheet      *sheet,
            const ClinicCell *cells,
            const char       *name)
{
  const ClinicCell *cell = get_cell (sheet, cells, name);

  return cell->kind == CLINIC_CELL_NUMBER || cell->kind == CLINIC_CELL_PERCENT ? cell->number : NAN;
}

static gint64
get_integer (ClinicSheet      *sheet,
             const ClinicCell *cells,
             const char       *name)
{
  const ClinicCell *cell = get_cell (sheet, cells, name);

  return cell->kind == CLINIC_CELL_INTEGER ? cell->integer : 0;
}

void
clinic_progress_series_free (ClinicProgressSeries *self)
{
  g_free (self->metric);
  g_free (self->zone);
  g_free (self->unit);
  g_free (self->course_words);
  g_free (self->goal);
  g_clear_object (&self->sheet);
  g_array_unref (self->sessions);
  g_clear_pointer (&self->stages, g_array_unref);
  g_clear_pointer (&self->beside, clinic_progress_beside_unref);
  g_free (self);
}

static gboolean
read_courses (ClinicDb  *db,
              gint64     patient,
              Source    *source,
              GError   **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "report-patient-courses", error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, patient);

  while (clinic_statement_step (statement, &failure))
    {
      int goal = clinic_statement_find_column (statement, "goal");
      int start = clinic_statement_find_column (statement, "started_on");

      g_ptr_array_add (source->goals, g_strdup (clinic_statement_get_text (statement, goal)));
      g_ptr_array_add (source->starts, g_strdup (clinic_statement_get_text (statement, start)));
    }

  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL;
}

static gboolean
read_report (ClinicDb  *db,
             gint64     patient,
             Source    *source,
             GError   **error)
{
  g_autoptr(ClinicReport) report = clinic_report_load ("patient-progress", error);
  g_autoptr(GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, patient);
  g_autoptr(GPtrArray) sheets = NULL;
  const char *done = clinic_choice_label (clinic_session_statuses, "done");
  const ClinicCell *cells;
  ClinicSheet *sessions;

  if (report == NULL)
    return FALSE;

  g_hash_table_insert (values, (gpointer) "patient", id);
  sheets = clinic_report_run (report, db, values, NULL, NULL, NULL, error);

  if (sheets == NULL)
    return FALSE;

  source->measurements = g_object_ref (clinic_report_find_sheet (sheets, "measurements"));
  sessions = clinic_report_find_sheet (sheets, "sessions");

  while ((cells = clinic_sheet_next (sessions, error)) != NULL)
    {
      const ClinicCell *starts = get_cell (sessions, cells, "starts");
      gint64 course = get_integer (sessions, cells, "course");
      g_autofree char *date = NULL;
      double day;

      if (starts->text == NULL ||
          g_strcmp0 (get_cell (sessions, cells, "status")->text, done) != 0)
        continue;

      date = clinic_wall_dup_date (starts->text);
      day = clinic_date_to_days (date);
      g_array_append_val (source->days, day);
      g_array_append_val (source->courses, course);
    }

  return TRUE;
}

static gboolean
is_of (ClinicProgressSeries *self,
       ClinicSheet          *sheet,
       const ClinicCell     *cells)
{
  return self->course == get_integer (sheet, cells, "course") &&
         g_strcmp0 (self->metric, get_cell (sheet, cells, "metric")->text) == 0 &&
         g_strcmp0 (self->zone, get_cell (sheet, cells, "zone")->text) == 0;
}

static char *
describe_course (gint64      course,
                 const char *start)
{
  g_autofree char *date = clinic_locale_date (start);

  if (course == 0)
    return g_strdup (_("Not in a course"));

  if (start == NULL)
    return g_strdup_printf (_("Course %d"), (int) course);

  return g_strdup_printf (_("Course %d, from %s"), (int) course, date);
}

static ClinicProgressSeries *
begin_series (Source           *source,
              const ClinicCell *cells)
{
  ClinicProgressSeries *self = g_new0 (ClinicProgressSeries, 1);
  ClinicSheet *sheet = source->measurements;
  gint64 place;

  self->metric = g_strdup (get_cell (sheet, cells, "metric")->text);
  self->zone = g_strdup (get_cell (sheet, cells, "zone")->text);
  self->unit = g_strdup (get_cell (sheet, cells, "unit")->text);
  self->course = get_integer (sheet, cells, "course");
  self->sheet = clinic_report_copy_columns (sheet);
  self->sessions = g_array_new (FALSE, FALSE, sizeof (double));
  place = self->course - 1;

  if (place >= 0 && place < source->goals->len)
    self->goal = g_strdup (source->goals->pdata[place]);

  self->course_words = describe_course (self->course, place >= 0 && place < source->starts->len
                                                      ? source->starts->pdata[place] : NULL);

  for (guint i = 0; i < source->days->len; i++)
    {
      if (self->course == 0 || self->course == g_array_index (source->courses, gint64, i))
        g_array_append_val (self->sessions, g_array_index (source->days, double, i));
    }

  return self;
}

static GArray *
list_days (ClinicProgressSeries *self)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (double));
  const ClinicCell *cells;

  clinic_sheet_rewind (self->sheet);

  while ((cells = clinic_sheet_next (self->sheet, NULL)) != NULL)
    {
      const ClinicCell *when = get_cell (self->sheet, cells, "when");
      double day = when->kind == CLINIC_CELL_DATE ? (double) clinic_date_to_days (when->text) : NAN;

      g_array_append_val (days, day);
    }

  clinic_sheet_rewind (self->sheet);

  return days;
}

static void
count_sessions (ClinicProgressSeries *self)
{
  g_autoptr(GArray) days = list_days (self);
  double first = days->len > 0 ? g_array_index (days, double, 0) : NAN;
  double last = days->len > 0 ? g_array_index (days, double, days->len - 1) : NAN;

  for (guint i = 0; i < self->sessions->len; i++)
    {
      double day = g_array_index (self->sessions, double, i);

      self->n_sessions += day >= first && day <= last;
    }
}

/* Stages of scales, and what all of it is seen against. */
static gboolean
add_stages (ClinicDb              *db,
            gint64                 patient,
            Source                *source,
            GPtrArray             *series,
            ClinicProgressBeside  *beside,
            GError               **error)
{
  if (!clinic_progress_stages_read (db, patient, source->measurements, series, error))
    return FALSE;

  for (guint i = 0; i < series->len; i++)
    {
      ClinicProgressSeries *one = series->pdata[i];

      one->beside = clinic_progress_beside_ref (beside);

      if (one->scale != NULL)
        g_array_append_vals (one->sessions, source->days->data, source->days->len);
    }

  return TRUE;
}

GPtrArray *
clinic_progress_series_read (ClinicDb              *db,
                             gint64                 patient,
                             ClinicProgressBeside **beside,
                             GError               **error)
{
  g_autoptr(ClinicProgressBeside) all = NULL;
  g_autoptr(GPtrArray) series =
    g_ptr_array_new_with_free_func ((GDestroyNotify) clinic_progress_series_free);
  g_auto(Source) source = {
    .goals = g_ptr_array_new_with_free_func (g_free),
    .starts = g_ptr_array_new_with_free_func (g_free),
    .days = g_array_new (FALSE, FALSE, sizeof (double)),
    .courses = g_array_new (FALSE, FALSE, sizeof (gint64)),
  };
  ClinicProgressSeries *last = NULL;
  const ClinicCell *cells;

  if (!read_courses (db, patient, &source, error) || !read_report (db, patient, &source, error))
    return NULL;

  while ((cells = clinic_sheet_next (source.measurements, NULL)) != NULL)
    {
      if (last == NULL || !is_of (last, source.measurements, cells))
        g_ptr_array_add (series, last = begin_series (&source, cells));

      clinic_sheet_append (last->sheet, cells);
    }

  for (guint i = 0; i < series->len; i++)
    count_sessions (series->pdata[i]);

  all = clinic_progress_beside_read (db, patient, error);

  if (all == NULL || !add_stages (db, patient, &source, series, all, error))
    return NULL;

  *beside = g_steal_pointer (&all);

  return g_steal_pointer (&series);
}

char *
clinic_progress_series_dup_title (ClinicProgressSeries *self)
{
  if (self->zone == NULL)
    return g_strdup (self->metric);

  return g_strdup_printf (C_("metric, zone", "%s, %s"), self->metric, self->zone);
}

static gboolean
is_percent (ClinicProgressSeries *self)
{
  return g_strcmp0 (self->unit, "%") == 0;
}

/* "196 /cm²"; a unit that is a sign of its own. */
static char *
dup_value (ClinicProgressSeries *self,
           const ClinicCell     *cell,
           gboolean              with_unit)
{
  int column = clinic_sheet_find_column (self->sheet, "value");
  g_autofree char *number = clinic_cell_dup_text (cell,
                                                  clinic_sheet_get_column (self->sheet, column),
                                                  FALSE);

  if (!with_unit || self->unit == NULL || *self->unit == '\0')
    return g_steal_pointer (&number);

  return g_strdup_printf (C_("number and unit", "%s %s"), number, self->unit);
}

/* By how much: in percent of the baseline where there is such, in the unit where that is percent
 * already or the baseline is 0. @is_change: it has a direction. */
static char *
dup_difference (ClinicProgressSeries *self,
                double                difference,
                double                baseline,
                guint                 decimals,
                gboolean              is_change)
{
  gboolean by_share = !is_percent (self) && baseline != 0;
  double shown = by_share ? difference / fabs (baseline) * 100 : difference;
  guint places = by_share ? (fabs (shown) < 9.95) : decimals;
  const char *sign = !is_change || shown == 0 ? "±" : shown > 0 ? "+" : "−";
  g_autofree char *number = g_strdup_printf ("%s%'.*f", sign, (int) places, fabs (shown));
  g_autofree char *text = NULL;

  if (by_share)
    text = g_strdup_printf (C_("percent", "%s %%"), number);
  else if (is_percent (self))
    text = g_strdup_printf (_("%s percentage points"), number);
  else if (self->unit == NULL || *self->unit == '\0')
    text = g_steal_pointer (&number);
  else
    text = g_strdup_printf (C_("number and unit", "%s %s"), number, self->unit);

  return clinic_text_isolate_number (text);
}

static char *
say_one (ClinicProgressSeries *self,
         const ClinicCell     *cells)
{
  g_autofree char *title = clinic_progress_series_dup_title (self);
  g_autofree char *value = dup_value (self, get_cell (self->sheet, cells, "value"), TRUE);

  return g_strdup_printf (_("%s: %s. One reading tells no change yet."), title, value);
}

/* "172 → 196 /cm²", never the other way round. */
static char *
dup_pair (const char *from,
          const char *to)
{
  g_autofree char *pair = g_strdup_printf (C_("from, to", "%s → %s"), from, to);

  return clinic_text_isolate_number (pair);
}

static char *
say_with_noise (ClinicProgressSeries *self,
                gboolean              within,
                const char           *title,
                const char           *pair,
                const char           *change,
                const char           *noise)
{
  if (self->n_sessions == 0)
    return g_strdup_printf (within
                            ? _("%s: %s (%s, within noise: the method's %s).")
                            : _("%s: %s (%s, beyond the method's %s)."),
                            title, pair, change, noise);

  return g_strdup_printf (within
                          ? ngettext ("%s: %s (%s, within noise: the method's %s) over %u session.",
                                      "%s: %s (%s, within noise: the method's %s) over "
                                      "%u sessions.", self->n_sessions)
                          : ngettext ("%s: %s (%s, beyond the method's %s) over %u session.",
                                      "%s: %s (%s, beyond the method's %s) over %u sessions.",
                                      self->n_sessions),
                          title, pair, change, noise, self->n_sessions);
}

static char *
say_without_noise (ClinicProgressSeries *self,
                   const char           *title,
                   const char           *pair,
                   const char           *change)
{
  if (self->n_sessions == 0)
    return g_strdup_printf (_("%s: %s (%s; the method's error is not known)."), title, pair,
                            change);

  return g_strdup_printf (ngettext ("%s: %s (%s; the method's error is not known) over "
                                    "%u session.",
                                    "%s: %s (%s; the method's error is not known) over "
                                    "%u sessions.", self->n_sessions),
                          title, pair, change, self->n_sessions);
}

static const ClinicCell *
find_last (ClinicProgressSeries *self)
{
  const ClinicCell *last = NULL;
  const ClinicCell *cells;

  clinic_sheet_rewind (self->sheet);

  while ((cells = clinic_sheet_next (self->sheet, NULL)) != NULL)
    last = cells;

  clinic_sheet_rewind (self->sheet);

  return last;
}

char *
clinic_progress_series_dup_sentence (ClinicProgressSeries *self)
{
  const ClinicCell *last = find_last (self);
  g_autofree char *title = clinic_progress_series_dup_title (self);
  const ClinicCell *baseline = get_cell (self->sheet, last, "baseline");
  const ClinicCell *change_cell = get_cell (self->sheet, last, "change");
  double noise = get_number (self->sheet, last, "noise");
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *pair = NULL;
  g_autofree char *change = NULL;
  g_autofree char *error = NULL;

  if (self->scale != NULL)
    return clinic_progress_stages_dup_sentence (self);

  if (change_cell->kind != CLINIC_CELL_NUMBER)
    return say_one (self, last);

  from = dup_value (self, baseline, FALSE);
  to = dup_value (self, get_cell (self->sheet, last, "value"), TRUE);
  pair = dup_pair (from, to);
  change = dup_difference (self, change_cell->number, baseline->number, change_cell->decimals,
                           TRUE);

  if (isnan (noise))
    return say_without_noise (self, title, pair, change);

  error = dup_difference (self, noise, baseline->number, change_cell->decimals, FALSE);

  return say_with_noise (self, fabs (change_cell->number) <= noise, title, pair, change,
                         error);
}

/* What is still to go, or that there is nothing. */
static char *
say_goal (ClinicProgressSeries *self,
          double                goal,
          gboolean              higher)
{
  const ClinicCell *cell = get_cell (self->sheet, find_last (self), "value");
  double left = higher ? goal - cell->number : cell->number - goal;
  ClinicCell wanted = clinic_cell_number (goal, cell->decimals);
  ClinicCell rest = clinic_cell_number (left, cell->decimals);
  g_autofree char *value = dup_value (self, &wanted, TRUE);
  g_autofree char *isolated = clinic_text_isolate_number (value);
  g_autofree char *far = NULL;
  g_autofree char *far_isolated = NULL;

  if (left <= 0)
    return g_strdup_printf (_("Goal: %s, reached."), isolated);

  far = dup_value (self, &rest, TRUE);
  far_isolated = clinic_text_isolate_number (far);

  return g_strdup_printf (_("Goal: %s, %s to go."), isolated, far_isolated);
}

char *
clinic_progress_series_dup_goal (ClinicProgressSeries *self)
{
  g_autofree char *words = NULL;
  g_autofree char *number = NULL;
  gboolean higher;
  double goal;

  if (self->goal != NULL)
    words = g_strdup_printf (_("Goal of the course: %s"), self->goal);

  if (clinic_progress_beside_find_goal (self->beside, self->course, self->metric, self->zone,
                                        &goal, &higher))
    number = say_goal (self, goal, higher);

  if (words == NULL || number == NULL)
    return words != NULL ? g_steal_pointer (&words) : g_steal_pointer (&number);

  return g_strdup_printf (C_("goal in words, goal as a number", "%s · %s"), words, number);
}

/* Around the baseline: what lies in it is not told from the baseline. */
static void
add_band (ClinicProgressSeries *self,
          ClinicGraph          *graph)
{
  const ClinicCell *cells;
  guint place = 0;

  while ((cells = clinic_sheet_next (self->sheet, NULL)) != NULL)
    {
      const ClinicGraphPoint *point = clinic_graph_get_point (graph, place++);
      double baseline = get_number (self->sheet, cells, "baseline");
      double noise = get_number (self->sheet, cells, "noise");
      ClinicGraphBand band;

      if (point == NULL || isnan (noise))
        continue;

      band = (ClinicGraphBand) { point->at, baseline - noise, baseline + noise };

      /* It begins with the baseline itself. */
      if (graph->band->len == 0 && place > 1)
        {
          ClinicGraphBand first = { clinic_graph_get_point (graph, 0)->at, band.low, band.high };

          g_array_append_val (graph->band, first);
        }

      g_array_append_val (graph->band, band);
    }

  clinic_sheet_rewind (self->sheet);
}

static void
add_beside (ClinicProgressSeries *self,
            ClinicGraph          *graph)
{
  gboolean higher;
  double goal;

  g_array_append_vals (graph->marks, self->sessions->data, self->sessions->len);
  clinic_progress_beside_add (self->beside, self->course, graph);

  if (clinic_progress_beside_find_goal (self->beside, self->course, self->metric, self->zone,
                                        &goal, &higher))
    clinic_graph_add_goal (graph, goal, _("Goal"));
}

ClinicGraph *
clinic_progress_series_make_graph (ClinicProgressSeries *self)
{
  static const char * const values[] = { "value", NULL };
  const ClinicPlot plot = {
    .kind = CLINIC_PLOT_LINE, .category = (char *) "when", .values = (char **) values,
  };
  g_autoptr(ClinicSheet) sheet = clinic_report_copy_columns (self->sheet);
  g_autoptr(GPtrArray) graphs = NULL;
  const ClinicCell *cells;
  ClinicGraph *graph;

  if (self->scale != NULL)
    return clinic_progress_stages_make_graph (self);

  clinic_sheet_add_plot (sheet, &plot);
  clinic_sheet_rewind (self->sheet);

  while ((cells = clinic_sheet_next (self->sheet, NULL)) != NULL)
    clinic_sheet_append (sheet, cells);

  clinic_sheet_rewind (self->sheet);
  graphs = clinic_graphs_from_sheet (sheet, 1);

  if (graphs->len == 0)
    return NULL;

  graph = g_ptr_array_steal_index (graphs, 0);
  g_free (graph->title);
  graph->title = clinic_progress_series_dup_title (self);
  g_free (graph->subtitle);
  graph->subtitle = clinic_progress_series_dup_sentence (self);
  graph->band_name = g_strdup (_("Within noise"));
  graph->mark_name = g_strdup (_("Session"));
  add_band (self, graph);
  cells = find_last (self);
  clinic_graph_add_level (graph, get_number (self->sheet, cells, "baseline"), _("Baseline"));

  if (graph->dated)
    add_beside (self, graph);

  return graph;
}
