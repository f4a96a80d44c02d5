/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-graph-file.h"
#include "clinic-graph-view.h"
#include "clinic-notice.h"
#include "clinic-progress-section.h"
#include "clinic-progress-series.h"
#include "clinic-report-table.h"

#define CHART_HEIGHT 300
#define TABLE_ROWS 12

struct _ClinicProgressSection
{
  ClinicPage parent_instance;

  GPtrArray         *series;        /* ClinicProgressSeries */
  GCancellable      *cancellable;
  gboolean           choosing;      /* the choosers are filled, not used */

  ClinicNotice      *notice;
  GtkStack          *stack;
  GtkDropDown       *metrics;
  GtkDropDown       *zones;
  GtkDropDown       *courses;
  GtkLabel          *sentence;
  GtkLabel          *goal;
  ClinicGraphView   *graph;
  ClinicReportTable *table;
};

/* Whose readings are asked for, and what was read. */
typedef struct
{
  gint64 patient;
} Request;

G_DEFINE_FINAL_TYPE (ClinicProgressSection, clinic_progress_section, CLINIC_TYPE_PAGE)

static const char *
get_chosen (GtkDropDown * chooser)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (chooser);

  return item != NULL ? gtk_string_object_get_string (item) : NULL;
}

static const char *
name_zone (ClinicProgressSeries *series)
{
  return series->zone != NULL ? series->zone : _("No zone");
}

static gboolean
fits (ClinicProgressSeries *series,
      const char           *metric,
      const char           *zone,
      const char           *course)
{
  return (metric == NULL || g_strcmp0 (series->metric, metric) == 0) &&
         (zone == NULL || g_strcmp0 (name_zone (series), zone) == 0) &&
         (course == NULL || g_strcmp0 (series->course_words, course) == 0);
}

static void
fill (ClinicProgressSection *self,
      GtkDropDown           *chooser,
      GPtrArray             *words,
      const char            *wanted)
{
  g_autoptr(GtkStringList) model = NULL;
  guint selected = 0;

  for (guint i = 0; i < words->len; i++)
    {
      if (g_strcmp0 (words->pdata[i], wanted) == 0)
        selected = i;
    }

  g_ptr_array_add (words, NULL);
  model = gtk_string_list_new ((const char * const *) words->pdata);
  self->choosing = TRUE;
  gtk_drop_down_set_model (chooser, G_LIST_MODEL (model));
  gtk_drop_down_set_selected (chooser, selected);
  self->choosing = FALSE;
}

static void
add_once (GPtrArray  *words,
          const char *word)
{
  if (!g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
    g_ptr_array_add (words, g_strdup (word));
}

/* What there are readings of, given what is chosen before it. */
static void
fill_metrics (ClinicProgressSection *self,
              const char            *wanted)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->series->len; i++)
    add_once (words, ((ClinicProgressSeries *) self->series->pdata[i])->metric);

  fill (self, self->metrics, words, wanted);
}

static void
fill_zones (ClinicProgressSection *self,
            const char            *wanted)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->series->len; i++)
    {
      if (fits (self->series->pdata[i], get_chosen (self->metrics), NULL, NULL))
        add_once (words, name_zone (self->series->pdata[i]));
    }

  fill (self, self->zones, words, wanted);
}

static void
fill_courses (ClinicProgressSection *self,
              const char            *wanted)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  /* The latest first. */
  for (guint i = self->series->len; i > 0; i--)
    {
      if (fits (self->series->pdata[i - 1], get_chosen (self->metrics), get_chosen (self->zones),
                NULL))
        add_once (words, ((ClinicProgressSeries *) self->series->pdata[i - 1])->course_words);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->courses), words->len > 1);
  fill (self, self->courses, words, wanted);
}

static ClinicProgressSeries *
find_chosen (ClinicProgressSection *self)
{
  for (guint i = 0; self->series != NULL && i < self->series->len; i++)
    {
      if (fits (self->series->pdata[i], get_chosen (self->metrics), get_chosen (self->zones),
                get_chosen (self->courses)))
        return self->series->pdata[i];
    }

  return NULL;
}

/* What tells more: more readings, then those of a place that was named. */
static gboolean
tells_more (ClinicProgressSeries *one,
            ClinicProgressSeries *other)
{
  guint64 n = clinic_sheet_get_expected (one->sheet);
  guint64 n_other = clinic_sheet_get_expected (other->sheet);

  return n != n_other ? n > n_other : one->zone != NULL && other->zone == NULL;
}

static ClinicProgressSeries *
find_longest (GPtrArray *series)
{
  ClinicProgressSeries *longest = NULL;

  for (guint i = 0; i < series->len; i++)
    {
      ClinicProgressSeries *one = series->pdata[i];

      if (longest == NULL || tells_more (one, longest))
        longest = one;
    }

  return longest;
}

static gboolean
is_blank (ClinicSheet *sheet,
          guint        column)
{
  const ClinicCell *cells;
  gboolean blank = TRUE;

  clinic_sheet_rewind (sheet);

  while ((cells = clinic_sheet_next (sheet, NULL)) != NULL)
    blank &= cells[column].kind == CLINIC_CELL_BLANK;

  clinic_sheet_rewind (sheet);

  return blank;
}

/* What is chosen above, and what says nothing, needs no column. */
static void
show_table (ClinicProgressSection *self,
            ClinicSheet           *sheet)
{
  static const char * const chosen[] = {
    "metric", "unit", "zone", "course", "visit", "baseline", NULL
  };
  g_autoptr(GPtrArray) without = g_ptr_array_new ();

  for (guint i = 0; i < clinic_sheet_get_n_columns (sheet); i++)
    {
      const char *name = clinic_sheet_get_column (sheet, i)->name;

      if (g_strv_contains (chosen, name) || is_blank (sheet, i))
        g_ptr_array_add (without, (gpointer) name);
    }

  g_ptr_array_add (without, NULL);
  clinic_report_table_set_sheet (self->table, sheet, (const char * const *) without->pdata);
}

static void
show_chosen (ClinicProgressSection *self)
{
  ClinicProgressSeries *series = find_chosen (self);
  g_autofree char *sentence = NULL;
  g_autofree char *goal = NULL;

  if (series == NULL)
    return;

  sentence = clinic_progress_series_dup_sentence (series);
  gtk_label_set_label (self->sentence, sentence);
  goal = series->goal != NULL ? g_strdup_printf (_("Goal of the course: %s"), series->goal) : NULL;
  gtk_label_set_label (self->goal, goal != NULL ? goal : "");
  gtk_widget_set_visible (GTK_WIDGET (self->goal), goal != NULL);
  clinic_graph_view_take_graph (self->graph, clinic_progress_series_make_graph (series));
  show_table (self, series->sheet);
}

static void
take_series (ClinicProgressSection *self,
             GPtrArray             *series)
{
  g_autofree char *metric = g_strdup (get_chosen (self->metrics));
  g_autofree char *zone = g_strdup (get_chosen (self->zones));
  g_autofree char *course = g_strdup (get_chosen (self->courses));
  ClinicProgressSeries *longest = find_longest (series);

  g_clear_pointer (&self->series, g_ptr_array_unref);
  self->series = g_ptr_array_ref (series);

  if (metric == NULL && longest != NULL)
    {
      metric = g_strdup (longest->metric);
      zone = g_strdup (name_zone (longest));
    }

  fill_metrics (self, metric);
  fill_zones (self, zone);
  fill_courses (self, course);
  show_chosen (self);
  gtk_stack_set_visible_child_name (self->stack, series->len > 0 ? "readings" : "empty");
}

static void
chosen_cb (ClinicProgressSection *self,
           GParamSpec            *pspec,
           GtkDropDown           *chooser)
{
  g_autofree char *zone = NULL;

  if (self->choosing || self->series == NULL)
    return;

  zone = g_strdup (get_chosen (self->zones));

  if (chooser == self->metrics)
    fill_zones (self, zone);

  if (chooser != self->courses)
    fill_courses (self, NULL);

  show_chosen (self);
}

static gpointer
read_series (ClinicDb  *db,
             gpointer   data,
             GError   **error)
{
  return clinic_progress_series_read (db, ((Request *) data)->patient, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(ClinicProgressSection) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) series = clinic_worker_run_finish (NULL, result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->notice == NULL)
    return;

  clinic_page_set_loading (CLINIC_PAGE (self), FALSE);
  clinic_notice_set_error (self->notice, error);

  if (series != NULL)
    take_series (self, series);
}

static void
clinic_progress_section_reload (ClinicPage *page)
{
  ClinicProgressSection *self = CLINIC_PROGRESS_SECTION (page);
  Request *request = g_new0 (Request, 1);

  request->patient = clinic_page_get_id (page);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  clinic_page_set_loading (page, TRUE);
  clinic_worker_run_async (clinic_desk_get_reader (clinic_page_get_desk (page)), read_series,
                           request, g_free, (GDestroyNotify) g_ptr_array_unref,
                           self->cancellable, read_cb, g_object_ref (self));
}

static void
measure_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.measure", "(xx)",
                              clinic_page_get_id (CLINIC_PAGE (widget)), (gint64) 0);
}

static void
report_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.report", "(sx)", "patient-progress",
                              clinic_page_get_id (CLINIC_PAGE (widget)));
}

static void
save_chart_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  ClinicProgressSection *self = CLINIC_PROGRESS_SECTION (widget);
  ClinicProgressSeries *series = find_chosen (self);
  ClinicGraph *graph = series != NULL ? clinic_progress_series_make_graph (series) : NULL;
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (self));

  if (graph != NULL)
    clinic_graph_save (graph, widget, clinic_desk_get_location (desk),
                       g_variant_get_string (parameter, NULL));
}

/* Another patient: nothing of the one before may stay in sight. */
static void
id_cb (ClinicProgressSection *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->series, g_ptr_array_unref);
  gtk_drop_down_set_model (self->metrics, NULL);
  gtk_drop_down_set_model (self->zones, NULL);
  gtk_drop_down_set_model (self->courses, NULL);
  clinic_graph_view_take_graph (self->graph, NULL);
  clinic_report_table_set_sheet (self->table, NULL, NULL);
  gtk_stack_set_visible_child_name (self->stack, "loading");
}

static void
clinic_progress_section_constructed (GObject *object)
{
  ClinicPage *page = CLINIC_PAGE (object);
  ClinicDesk *desk = clinic_page_get_desk (page);

  G_OBJECT_CLASS (clinic_progress_section_parent_class)->constructed (object);
  g_signal_connect (object, "notify::id", G_CALLBACK (id_cb), NULL);

  if (desk == NULL)
    return;

  gtk_widget_action_set_enabled (GTK_WIDGET (page), "progress.measure",
                                 clinic_desk_may (desk, "measurement.add"));
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "progress.report",
                                 clinic_desk_may (desk, "report.run"));
}

static void
clinic_progress_section_dispose (GObject *object)
{
  ClinicProgressSection *self = CLINIC_PROGRESS_SECTION (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_PROGRESS_SECTION);
  g_clear_pointer (&self->series, g_ptr_array_unref);
  G_OBJECT_CLASS (clinic_progress_section_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ClinicProgressSection, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicProgressSection, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicProgressSection, metrics);
  gtk_widget_class_bind_template_child (widget_class, ClinicProgressSection, zones);
  gtk_widget_class_bind_template_child (widget_class, ClinicProgressSection, courses);
  gtk_widget_class_bind_template_child (widget_class, ClinicProgressSection, sentence);
  gtk_widget_class_bind_template_child (widget_class, ClinicProgressSection, goal);
  gtk_widget_class_bind_template_child (widget_class, ClinicProgressSection, graph);
  gtk_widget_class_bind_template_child (widget_class, ClinicProgressSection, table);
}

static void
clinic_progress_section_class_init (ClinicProgressSectionClass *klass)
{
  static const char * const tables[] = { "measurement", "session", "course", "metric", NULL };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = clinic_progress_section_constructed;
  G_OBJECT_CLASS (klass)->dispose = clinic_progress_section_dispose;
  CLINIC_PAGE_CLASS (klass)->tables = tables;
  CLINIC_PAGE_CLASS (klass)->reload = clinic_progress_section_reload;
  g_type_ensure (CLINIC_TYPE_NOTICE);
  g_type_ensure (CLINIC_TYPE_GRAPH_VIEW);
  g_type_ensure (CLINIC_TYPE_REPORT_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-progress-section.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "progress.measure", NULL, measure_action);
  gtk_widget_class_install_action (widget_class, "progress.report", NULL, report_action);
  gtk_widget_class_install_action (widget_class, "progress.save-chart", "s", save_chart_action);
}

static void
clinic_progress_section_init (ClinicProgressSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  clinic_graph_view_set_wish (self->graph, CHART_HEIGHT);
  clinic_report_table_set_rows (self->table, TABLE_ROWS);
  g_signal_connect_object (self->metrics, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->zones, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->courses, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
}
