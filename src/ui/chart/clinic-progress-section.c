/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-direction.h"
#include "clinic-graph-file.h"
#include "clinic-graph-view.h"
#include "clinic-notice.h"
#include "clinic-progress-actions.h"
#include "clinic-progress-chooser.h"
#include "clinic-progress-read.h"
#include "clinic-progress-section.h"
#include "clinic-progress-table.h"
#include "clinic-progress-tracks.h"
#include "clinic-split-button.h"

#define CHART_HEIGHT 300
#define TABLE_ROWS 12

struct _ClinicProgressSection
{
  ClinicPage parent_instance;

  GCancellable          *cancellable;

  ClinicNotice          *notice;
  GtkStack              *stack;
  ClinicProgressChooser *chooser;
  GtkLabel              *sentence;
  GtkLabel              *goal;
  ClinicGraphView       *graph;
  ClinicReportTable     *table;
  ClinicProgressTracks  *tracks;
};

G_DEFINE_FINAL_TYPE (ClinicProgressSection, clinic_progress_section, CLINIC_TYPE_PAGE)

static void
chosen_cb (ClinicProgressSection *self)
{
  ClinicProgressSeries *series = clinic_progress_chooser_get_chosen (self->chooser);
  g_autofree char *sentence = NULL;
  g_autofree char *begun = NULL;
  g_autofree char *goal = NULL;

  if (series == NULL)
    return;

  sentence = clinic_progress_series_dup_sentence (series);
  begun = clinic_direction_begin (sentence);
  gtk_label_set_label (self->sentence, begun);
  goal = clinic_progress_series_dup_goal (series);
  gtk_label_set_label (self->goal, goal != NULL ? goal : "");
  gtk_widget_set_visible (GTK_WIDGET (self->goal), goal != NULL);
  clinic_graph_view_take_graph (self->graph, clinic_progress_series_make_graph (series));
  clinic_progress_table_show (self->table, series->sheet);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(ClinicProgressSection) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicProgress) progress = clinic_progress_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->notice == NULL)
    return;

  clinic_page_set_loading (CLINIC_PAGE (self), FALSE);
  clinic_notice_set_error (self->notice, error);
  clinic_notice_set_button (self->notice, NULL, NULL);

  if (progress == NULL)
    return;

  if (progress->due)
    {
      clinic_notice_set_text (self->notice, "information",
                              _("A decision about this course is due."));
      clinic_notice_set_button (self->notice, _("_Decide…"), "progress.decide");
    }

  clinic_progress_chooser_set_series (self->chooser, progress->series);
  gtk_stack_set_visible_child_name (self->stack, progress->series->len > 0 ? "readings" : "empty");
  clinic_progress_tracks_show (self->tracks, clinic_page_get_desk (CLINIC_PAGE (self)),
                               clinic_page_get_id (CLINIC_PAGE (self)), progress->beside->tracks);
}

static void
clinic_progress_section_reload (ClinicPage *page)
{
  ClinicProgressSection *self = CLINIC_PROGRESS_SECTION (page);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  clinic_page_set_loading (page, TRUE);
  clinic_progress_read_async (clinic_page_get_desk (page), clinic_page_get_id (page),
                              self->cancellable, read_cb, g_object_ref (self));
}

static void
save_chart_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  ClinicProgressSection *self = CLINIC_PROGRESS_SECTION (widget);
  ClinicProgressSeries *series = clinic_progress_chooser_get_chosen (self->chooser);
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
  clinic_progress_chooser_set_series (self->chooser, NULL);
  clinic_graph_view_take_graph (self->graph, NULL);
  clinic_report_table_set_sheet (self->table, NULL, NULL);
  clinic_progress_tracks_show (self->tracks, NULL, 0, NULL);
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

  clinic_progress_actions_allow (GTK_WIDGET (page), desk);
}

static void
clinic_progress_section_dispose (GObject *object)
{
  ClinicProgressSection *self = CLINIC_PROGRESS_SECTION (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_PROGRESS_SECTION);
  G_OBJECT_CLASS (clinic_progress_section_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child_full (widget_class, "measure_button", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, ClinicProgressSection, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicProgressSection, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicProgressSection, chooser);
  gtk_widget_class_bind_template_child (widget_class, ClinicProgressSection, sentence);
  gtk_widget_class_bind_template_child (widget_class, ClinicProgressSection, goal);
  gtk_widget_class_bind_template_child (widget_class, ClinicProgressSection, graph);
  gtk_widget_class_bind_template_child (widget_class, ClinicProgressSection, table);
  gtk_widget_class_bind_template_child (widget_class, ClinicProgressSection, tracks);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
clinic_progress_section_class_init (ClinicProgressSectionClass *klass)
{
  static const char * const tables[] = {
    "measurement", "session", "course", "metric", "grade", "goal", "track", "decision", "diagnosis",
    NULL
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = clinic_progress_section_constructed;
  G_OBJECT_CLASS (klass)->dispose = clinic_progress_section_dispose;
  CLINIC_PAGE_CLASS (klass)->tables = tables;
  CLINIC_PAGE_CLASS (klass)->reload = clinic_progress_section_reload;
  g_type_ensure (CLINIC_TYPE_NOTICE);
  g_type_ensure (CLINIC_TYPE_GRAPH_VIEW);
  g_type_ensure (CLINIC_TYPE_PROGRESS_CHOOSER);
  g_type_ensure (CLINIC_TYPE_PROGRESS_TRACKS);
  g_type_ensure (CLINIC_TYPE_REPORT_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-progress-section.ui");
  bind_children (widget_class);
  clinic_progress_actions_install (widget_class);
  gtk_widget_class_install_action (widget_class, "progress.save-chart", "s", save_chart_action);
}

static void
clinic_progress_section_init (ClinicProgressSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  clinic_split_button_name (ADW_SPLIT_BUTTON (gtk_widget_get_template_child (GTK_WIDGET (self),
                                                                             CLINIC_TYPE_PROGRESS_SECTION,
                                                                             "measure_button")));
  clinic_graph_view_set_wish (self->graph, CHART_HEIGHT);
  clinic_report_table_set_rows (self->table, TABLE_ROWS);
}
