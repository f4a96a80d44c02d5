/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-chart-zone-row.h"
#include "clinic-chart-zones.h"
#include "clinic-choices.h"

struct _ClinicChartZones
{
  ClinicChartPart parent_instance;

  GtkListBox     *list;
  GtkMenuButton  *add;
  GMenu          *menu;
  GtkWidget      *points_head;
  GtkWidget      *volume_head;
  GtkWidget      *depth_head;
  GtkWidget      *total_head;
  GtkSizeGroup   *columns[4];
};

G_DEFINE_FINAL_TYPE (ClinicChartZones, clinic_chart_zones, CLINIC_TYPE_CHART_PART)

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  ClinicChartZones *self = user_data;
  ClinicChartModel *model = clinic_chart_part_get_model (CLINIC_CHART_PART (self));
  GtkWidget *row = clinic_chart_zone_row_new (model, item);

  clinic_chart_zone_row_align (CLINIC_CHART_ZONE_ROW (row), self->columns);

  return row;
}

/* Only zones that are not there yet can be added. */
static void
zones_changed_cb (ClinicChartZones *self)
{
  ClinicChartModel *model = clinic_chart_part_get_model (CLINIC_CHART_PART (self));

  GtkWidget *heads[] = { self->points_head, self->volume_head, self->depth_head, self->total_head };
  gboolean any = model != NULL && g_list_model_get_n_items (clinic_chart_model_get_zones (model)) > 0;

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    gtk_widget_set_visible (heads[i], any);

  g_menu_remove_all (self->menu);

  for (const ClinicChoice *zone = clinic_zones; model != NULL && zone->value != NULL; zone++)
    {
      g_autoptr(GMenuItem) item = NULL;

      if (clinic_chart_model_find_zone (model, zone->value) != NULL)
        continue;

      item = g_menu_item_new (_(zone->label), NULL);
      g_menu_item_set_action_and_target (item, "zones.add", "s", zone->value);
      g_menu_append_item (self->menu, item);
    }
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  ClinicChartModel *model = clinic_chart_part_get_model (CLINIC_CHART_PART (widget));

  if (model != NULL)
    clinic_chart_model_fill_zone (model, g_variant_get_string (parameter, NULL));
}

static void
clinic_chart_zones_empty (ClinicChartPart *part)
{
  gtk_list_box_bind_model (CLINIC_CHART_ZONES (part)->list, NULL, NULL, NULL, NULL);
}

static void
clinic_chart_zones_show (ClinicChartPart  *part,
                         ClinicChartModel *model,
                         ClinicChartSheet *sheet)
{
  ClinicChartZones *self = CLINIC_CHART_ZONES (part);
  GListModel *zones = clinic_chart_model_get_zones (model);

  if (g_object_get_data (G_OBJECT (self->list), "zones") == zones)
    return;

  g_object_set_data_full (G_OBJECT (self->list), "zones", g_object_ref (zones), g_object_unref);
  gtk_list_box_bind_model (self->list, zones, create_row, self, NULL);
  g_signal_connect_object (zones, "items-changed", G_CALLBACK (zones_changed_cb), self,
                           G_CONNECT_SWAPPED);
  zones_changed_cb (self);
}

static void
clinic_chart_zones_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_CHART_ZONES);
  G_OBJECT_CLASS (clinic_chart_zones_parent_class)->dispose (object);
}

static void
clinic_chart_zones_finalize (GObject *object)
{
  for (guint i = 0; i < 4; i++)
    g_clear_object (&CLINIC_CHART_ZONES (object)->columns[i]);

  G_OBJECT_CLASS (clinic_chart_zones_parent_class)->finalize (object);
}

static void
clinic_chart_zones_class_init (ClinicChartZonesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_chart_zones_dispose;
  G_OBJECT_CLASS (klass)->finalize = clinic_chart_zones_finalize;
  CLINIC_CHART_PART_CLASS (klass)->show = clinic_chart_zones_show;
  CLINIC_CHART_PART_CLASS (klass)->empty = clinic_chart_zones_empty;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-chart-zones.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicChartZones, list);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartZones, add);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartZones, points_head);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartZones, volume_head);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartZones, depth_head);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartZones, total_head);
  gtk_widget_class_install_action (widget_class, "zones.add", "s", add_action);
}

static void
clinic_chart_zones_init (ClinicChartZones *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->menu = g_menu_new ();
  gtk_menu_button_set_menu_model (self->add, G_MENU_MODEL (self->menu));
  g_object_unref (self->menu);

  for (guint i = 0; i < 4; i++)
    self->columns[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  gtk_size_group_add_widget (self->columns[0], self->points_head);
  gtk_size_group_add_widget (self->columns[1], self->volume_head);
  gtk_size_group_add_widget (self->columns[2], self->depth_head);
  gtk_size_group_add_widget (self->columns[3], self->total_head);
}
