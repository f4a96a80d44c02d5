/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-chart-banner.h"
#include "clinic-chart-warning.h"

struct _ClinicChartBanner
{
  ClinicChartPart parent_instance;

  GtkFlowBox  *chips;
  GtkWidget   *none;
};

G_DEFINE_FINAL_TYPE (ClinicChartBanner, clinic_chart_banner, CLINIC_TYPE_CHART_PART)

static GtkWidget *
create_chip (gpointer item,
             gpointer user_data)
{
  g_autoptr(GtkBuilder) builder = gtk_builder_new ();
  g_autoptr(GError) error = NULL;
  GtkWidget *chip;

  gtk_builder_expose_object (builder, "warning", item);

  if (!gtk_builder_add_from_resource (builder, "/org/anagen/Anagen/ui/clinic-chart-chip.ui",
                                      &error))
    g_error ("%s", error->message);

  chip = GTK_WIDGET (gtk_builder_get_object (builder, "chip"));
  gtk_widget_add_css_class (gtk_widget_get_first_child (chip),
                            clinic_chart_warning_get_kind (item));

  return g_object_ref (chip);
}

static void
clinic_chart_banner_empty (ClinicChartPart *part)
{
  ClinicChartBanner *self = CLINIC_CHART_BANNER (part);

  gtk_flow_box_bind_model (self->chips, NULL, NULL, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), FALSE);
  gtk_widget_set_visible (self->none, FALSE);
}

static void
clinic_chart_banner_show (ClinicChartPart  *part,
                          ClinicChartModel *model,
                          ClinicChartSheet *sheet)
{
  ClinicChartBanner *self = CLINIC_CHART_BANNER (part);
  g_autoptr(GListStore) store = g_list_store_new (CLINIC_TYPE_CHART_WARNING);

  for (guint i = 0; i < sheet->warnings->len; i++)
    g_list_store_append (store, sheet->warnings->pdata[i]);

  gtk_flow_box_bind_model (self->chips, G_LIST_MODEL (store), create_chip, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), sheet->warnings->len > 0);
  gtk_widget_set_visible (self->none, sheet->warnings->len == 0);
}

static void
clinic_chart_banner_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_CHART_BANNER);
  G_OBJECT_CLASS (clinic_chart_banner_parent_class)->dispose (object);
}

static void
clinic_chart_banner_class_init (ClinicChartBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_chart_banner_dispose;
  CLINIC_CHART_PART_CLASS (klass)->show = clinic_chart_banner_show;
  CLINIC_CHART_PART_CLASS (klass)->empty = clinic_chart_banner_empty;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-chart-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicChartBanner, chips);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartBanner, none);
}

static void
clinic_chart_banner_init (ClinicChartBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
