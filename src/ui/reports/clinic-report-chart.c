/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-graph-file.h"
#include "clinic-report-chart.h"

struct _ClinicReportChart
{
  GtkBox parent_instance;

  char            *location;
  GtkLabel        *title;
  GtkLabel        *subtitle;
  ClinicGraphView *view;
};

G_DEFINE_FINAL_TYPE (ClinicReportChart, clinic_report_chart, GTK_TYPE_BOX)

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicReportChart *self = CLINIC_REPORT_CHART (widget);
  ClinicGraph *graph = clinic_graph_view_get_graph (self->view);

  if (graph != NULL)
    clinic_graph_save (clinic_graph_copy (graph), widget, self->location,
                       g_variant_get_string (parameter, NULL));
}

static void
clinic_report_chart_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_REPORT_CHART);
  G_OBJECT_CLASS (clinic_report_chart_parent_class)->dispose (object);
}

static void
clinic_report_chart_finalize (GObject *object)
{
  g_free (CLINIC_REPORT_CHART (object)->location);
  G_OBJECT_CLASS (clinic_report_chart_parent_class)->finalize (object);
}

static void
clinic_report_chart_class_init (ClinicReportChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_report_chart_dispose;
  G_OBJECT_CLASS (klass)->finalize = clinic_report_chart_finalize;
  g_type_ensure (CLINIC_TYPE_GRAPH_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-report-chart.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicReportChart, title);
  gtk_widget_class_bind_template_child (widget_class, ClinicReportChart, subtitle);
  gtk_widget_class_bind_template_child (widget_class, ClinicReportChart, view);
  gtk_widget_class_install_action (widget_class, "chart.save", "s", save_action);
}

static void
clinic_report_chart_init (ClinicReportChart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
clinic_report_chart_new (ClinicGraph *graph,
                         const char  *location)
{
  ClinicReportChart *self = g_object_new (CLINIC_TYPE_REPORT_CHART, NULL);

  self->location = g_strdup (location);
  gtk_label_set_label (self->title, graph->title != NULL ? graph->title : "");
  gtk_label_set_label (self->subtitle, graph->subtitle != NULL ? graph->subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), graph->subtitle != NULL);
  clinic_graph_view_take_graph (self->view, clinic_graph_copy (graph));

  return GTK_WIDGET (self);
}
