/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-chart-map.h"
#include "clinic-choices.h"
#include "clinic-scalp-map.h"

struct _ClinicChartMap
{
  ClinicChartPart parent_instance;

  ClinicScalpMap  *map;
  GtkToggleButton *views[CLINIC_SCALP_N_VIEWS];
  GtkToggleButton *ghost;
  GSignalGroup    *signals;
};

G_DEFINE_FINAL_TYPE (ClinicChartMap, clinic_chart_map, CLINIC_TYPE_CHART_PART)

static ClinicChartModel *
get_model (ClinicChartMap * self)
{
  return clinic_chart_part_get_model (CLINIC_CHART_PART (self));
}

static void
draw_zone (ClinicChartMap   *self,
           ClinicScalpLayer  layer,
           const char       *zone,
           ClinicInjection  *injection)
{
  g_autofree char *words = NULL;

  if (injection == NULL)
    {
      clinic_scalp_map_set_zone (self->map, layer, zone, 0, NULL, 0, NULL);
      return;
    }

  words = clinic_chart_sheet_dup_injected (injection);
  clinic_scalp_map_set_zone (self->map, layer, zone, (guint) injection->points, injection->places,
                             injection->points * injection->volume_per_point, words);
}

static void
draw_today (ClinicChartMap *self)
{
  ClinicChartModel *model = get_model (self);

  for (const ClinicChoice *zone = clinic_zones; model != NULL && zone->value != NULL; zone++)
    draw_zone (self, CLINIC_SCALP_TODAY, zone->value,
               clinic_chart_model_find_zone (model, zone->value));
}

static void
draw_before (ClinicChartMap *self)
{
  ClinicChartModel *model = get_model (self);
  ClinicChartSheet *sheet = model != NULL ? clinic_chart_model_get_sheet (model) : NULL;

  clinic_scalp_map_clear (self->map, CLINIC_SCALP_BEFORE);

  if (sheet == NULL || sheet->last == NULL || !gtk_toggle_button_get_active (self->ghost))
    return;

  for (guint i = 0; i < sheet->last->injections->len; i++)
    {
      ClinicInjection *injection = sheet->last->injections->pdata[i];

      draw_zone (self, CLINIC_SCALP_BEFORE, injection->zone, injection);
    }
}

static void
draw_sum (ClinicChartMap   *self,
          ClinicChartSheet *sheet)
{
  clinic_scalp_map_clear (self->map, CLINIC_SCALP_SUM);

  for (guint i = 0; i < sheet->course->len; i++)
    {
      ClinicChartSum *sum = sheet->course->pdata[i];

      clinic_scalp_map_set_zone (self->map, CLINIC_SCALP_SUM, sum->zone, (guint) sum->points,
                                 NULL, sum->volume, NULL);
    }
}

static void
zone_activated_cb (ClinicChartMap *self,
                   const char     *zone)
{
  ClinicChartModel *model = get_model (self);

  if (model == NULL)
    return;

  clinic_chart_model_fill_zone (model, zone);
  clinic_scalp_map_set_selected (self->map, zone);
}

static void
points_wanted_cb (ClinicChartMap *self,
                  const char     *zone,
                  int             by)
{
  ClinicChartModel *model = get_model (self);
  ClinicInjection *injection = model != NULL ? clinic_chart_model_find_zone (model, zone) : NULL;

  if (injection != NULL)
    clinic_chart_model_set_points (model, zone, injection->points + by);
  else if (model != NULL && by > 0)
    clinic_chart_model_fill_zone (model, zone);
}

static void
places_changed_cb (ClinicChartMap *self,
                   GStrv           places)
{
  ClinicChartModel *model = get_model (self);

  if (model != NULL)
    clinic_chart_model_place_zones (model, (const char *const *) places);

  draw_today (self);
}

static void
view_changed_cb (ClinicChartMap *self)
{
  gtk_toggle_button_set_active (self->views[clinic_scalp_map_get_view (self->map)], TRUE);
}

static void
view_toggled_cb (ClinicChartMap  *self,
                 GtkToggleButton *button)
{
  for (guint i = 0; i < CLINIC_SCALP_N_VIEWS; i++)
    {
      if (self->views[i] == button && gtk_toggle_button_get_active (button))
        clinic_scalp_map_set_view (self->map, (ClinicScalpView) i);
    }
}

static void
ghost_toggled_cb (ClinicChartMap *self)
{
  draw_before (self);
}

/* A digit, wherever the keyboard is. */
static void
digit_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ClinicChartMap *self = CLINIC_CHART_MAP (widget);
  const char *const *zones = clinic_scalp_zones (clinic_scalp_map_get_view (self->map));
  int wanted = g_variant_get_int32 (parameter);

  for (int i = 0; zones[i] != NULL && i <= wanted; i++)
    {
      if (i == wanted - 1)
        zone_activated_cb (self, zones[i]);
    }
}

static void
clinic_chart_map_empty (ClinicChartPart *part)
{
  for (guint i = 0; i < CLINIC_SCALP_N_LAYERS; i++)
    clinic_scalp_map_clear (CLINIC_CHART_MAP (part)->map, (ClinicScalpLayer) i);
}

static void
clinic_chart_map_show (ClinicChartPart  *part,
                       ClinicChartModel *model,
                       ClinicChartSheet *sheet)
{
  ClinicChartMap *self = CLINIC_CHART_MAP (part);

  g_object_set (self->map, "male", g_strcmp0 (sheet->visit->sex, "M") == 0, NULL);
  g_signal_group_set_target (self->signals, model);
  gtk_widget_set_sensitive (GTK_WIDGET (self->ghost), sheet->last != NULL);
  draw_today (self);
  draw_before (self);
  draw_sum (self, sheet);
}

static void
clinic_chart_map_finalize (GObject *object)
{
  g_clear_object (&CLINIC_CHART_MAP (object)->signals);
  G_OBJECT_CLASS (clinic_chart_map_parent_class)->finalize (object);
}

static void
bind_views (GtkWidgetClass *widget_class)
{
  static const char *const names[] = { "top", "front", "back", "left", "right" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_bind_template_child_full (widget_class, names[i], FALSE,
                                               (gssize) (G_STRUCT_OFFSET (ClinicChartMap, views) +
                                                         i * sizeof (GtkToggleButton *)));
}

static void
clinic_chart_map_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_CHART_MAP);
  G_OBJECT_CLASS (clinic_chart_map_parent_class)->dispose (object);
}

static void
clinic_chart_map_class_init (ClinicChartMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_chart_map_dispose;
  CLINIC_CHART_PART_CLASS (klass)->show = clinic_chart_map_show;
  CLINIC_CHART_PART_CLASS (klass)->empty = clinic_chart_map_empty;

  g_type_ensure (CLINIC_TYPE_SCALP_MAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-chart-map.ui");
  G_OBJECT_CLASS (klass)->finalize = clinic_chart_map_finalize;
  gtk_widget_class_bind_template_child (widget_class, ClinicChartMap, map);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartMap, ghost);
  bind_views (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, zone_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, points_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, places_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, ghost_toggled_cb);
  gtk_widget_class_install_action (widget_class, "map.digit", "i", digit_action);
}

static void
clinic_chart_map_init (ClinicChartMap *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (CLINIC_TYPE_CHART_MODEL);
  g_signal_group_connect_swapped (self->signals, "notify::points", G_CALLBACK (draw_today), self);
}

void
clinic_chart_map_start (ClinicChartMap *self)
{
  g_return_if_fail (CLINIC_IS_CHART_MAP (self));

  gtk_widget_child_focus (GTK_WIDGET (self->map), GTK_DIR_TAB_FORWARD);
}
