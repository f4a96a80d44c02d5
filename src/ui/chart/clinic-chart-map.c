/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-chart-map.h"
#include "clinic-chart-zone-card.h"
#include "clinic-choices.h"
#include "clinic-locale.h"
#include "clinic-scalp-map.h"
#include "clinic-scalp-scale.h"
#include "clinic-scalp-paint.h"
#include "clinic-wrap.h"

struct _ClinicChartMap
{
  ClinicChartPart parent_instance;

  ClinicScalpMap   *map;
  GtkToggleButton  *views[CLINIC_SCALP_N_VIEWS];
  GtkToggleButton  *modes[CLINIC_SCALP_N_MODES];
  GtkToggleButton  *ghost;
  GtkToggleButton  *course;
  GtkToggleButton  *reactions;
  GtkWidget        *heat;
  GtkWidget        *fit;
  GtkLabel         *status;
  ClinicScalpScale *scale;
  GtkWidget        *card;
  GSignalGroup     *signals;
};

static GParamSpec *reactions_property;

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

  clinic_scalp_scale_set_hottest (self->scale, clinic_scalp_map_get_hottest (self->map));
}

/* All places of a zone's points in the course. */
static char *
dup_places (ClinicChartSum *sum,
            gboolean        male)
{
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (ClinicScalpPlace));

  for (guint i = 0; i < sum->patterns->len; i++)
    {
      ClinicChartPattern *pattern = sum->patterns->pdata[i];
      g_autoptr(GArray) places = clinic_scalp_places_parse (pattern->places);

      if (places == NULL)
        places = clinic_scalp_places_spread (male, sum->zone, (guint) pattern->points);

      g_array_append_vals (all, places->data, places->len);
    }

  return clinic_scalp_places_format (all);
}

static void
draw_course (ClinicChartMap   *self,
             ClinicChartSheet *sheet)
{
  gboolean male = g_strcmp0 (sheet->visit->sex, "M") == 0;

  clinic_scalp_map_clear (self->map, CLINIC_SCALP_COURSE);

  for (guint i = 0; gtk_toggle_button_get_active (self->course) && i < sheet->course->len; i++)
    {
      ClinicChartSum *sum = sheet->course->pdata[i];
      g_autofree char *places = dup_places (sum, male);

      clinic_scalp_map_set_zone (self->map, CLINIC_SCALP_COURSE, sum->zone, (guint) sum->points,
                                 places, sum->volume, NULL);
    }
}

static void
draw_reactions (ClinicChartMap   *self,
                ClinicChartSheet *sheet)
{
  gboolean shown = gtk_toggle_button_get_active (self->reactions);

  for (const ClinicChoice *zone = clinic_zones; zone->value != NULL; zone++)
    {
      guint n;
      g_autofree char *words = clinic_chart_reactions_dup_words (sheet->reactions, zone->value, &n);

      clinic_scalp_map_set_zone (self->map, CLINIC_SCALP_REACTIONS, zone->value, shown ? n : 0,
                                 NULL, 0, words);
    }
}

/* µl of the course that were injected all over. */
static gint64
sum_whole (ClinicChartSheet *sheet)
{
  gint64 volume = 0;

  for (guint i = 0; i < sheet->course->len; i++)
    {
      ClinicChartSum *sum = sheet->course->pdata[i];

      if (g_str_equal (sum->zone, "whole_scalp"))
        volume += sum->volume;
    }

  return volume;
}

/* What the heat map shows, in words. */
static char *
dup_heat (ClinicChartSheet *sheet)
{
  ClinicChartSum *densest = NULL;
  gint64 volume = 0;
  g_autofree char *all = NULL;
  g_autofree char *density = NULL;
  double most = 0;

  for (guint i = 0; i < sheet->course->len; i++)
    {
      ClinicChartSum *sum = sheet->course->pdata[i];
      double here = clinic_scalp_find_density (sum->zone, sum->volume, sum_whole (sheet));

      volume += sum->volume;

      if (here > most)
        {
          most = here;
          densest = sum;
        }
    }

  if (densest == NULL)
    return g_strdup (_("Nothing was injected in this course before"));

  all = clinic_locale_decimal (volume);
  density = clinic_locale_decimal ((gint64) (most * 1000 + 0.5));

  /* Translators: ml of the whole course; a zone of the scalp; its ml per cm². */
  return g_strdup_printf (_("%s ml in the course; most: %s, %s ml/cm²"), all,
                          clinic_choice_label (clinic_zones, densest->zone), density);
}

/* What the pointer does now, or what the heat map shows. */
static void
say (ClinicChartMap *self)
{
  ClinicChartModel *model = get_model (self);
  ClinicChartSheet *sheet = model != NULL ? clinic_chart_model_get_sheet (model) : NULL;
  gboolean heat = FALSE;
  int mode = CLINIC_SCALP_SELECT;
  guint chosen = 0;
  g_autofree char *words = NULL;

  g_object_get (self->map, "heat", &heat, "mode", &mode, "chosen", &chosen, NULL);

  if (heat && sheet != NULL)
    words = dup_heat (sheet);
  else if (chosen > 0)
    words = g_strdup_printf (ngettext ("%u point selected: drag it or use the arrows; Delete takes it away",
                                       "%u points selected: drag them or use the arrows; Delete takes them away",
                                       chosen), chosen);
  else if (mode == CLINIC_SCALP_BRUSH)
    words = g_strdup (_("Click or draw to add points (keys: arrows, Space)"));
  else if (mode == CLINIC_SCALP_ERASE)
    words = g_strdup (_("Click or draw to take points away (keys: arrows, Space)"));
  else if (model != NULL && clinic_chart_model_get_editable (model))
    words = g_strdup (_("Click a zone to fill it, again to change it"));

  gtk_label_set_text (self->status, words != NULL ? words : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->status), words);
}

/* A spacing that asks for more points than a zone holds is not kept in silence. */
static void
say_too_dense (ClinicChartMap *self,
               const char     *zone)
{
  gint64 wanted = clinic_chart_model_count_spaced (get_model (self), zone);
  g_autofree char *words = NULL;

  if (wanted <= CLINIC_INJECTION_MOST_POINTS)
    return;

  /* Translators: a zone of the scalp; points; points. */
  words = g_strdup_printf (_("%s: the spacing of the phase asks for %d points, a zone holds %d"),
                           clinic_choice_label (clinic_zones, zone), (int) wanted,
                           CLINIC_INJECTION_MOST_POINTS);
  gtk_label_set_text (self->status, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->status), words);
}

static void
zone_activated_cb (ClinicChartMap *self,
                   const char     *zone)
{
  ClinicChartModel *model = get_model (self);
  gboolean empty;

  if (model == NULL)
    return;

  empty = clinic_chart_model_find_zone (model, zone) == NULL;
  clinic_chart_model_fill_zone (model, zone);
  clinic_scalp_map_set_selected (self->map, zone);

  if (empty)
    say_too_dense (self, zone);
}

static void
zone_opened_cb (ClinicChartMap *self,
                const char     *zone)
{
  ClinicChartModel *model = get_model (self);
  ClinicInjection *injection = model != NULL ? clinic_chart_model_find_zone (model, zone) : NULL;
  GdkRectangle place;

  if (injection == NULL || !clinic_chart_model_get_editable (model))
    return;

  clinic_scalp_map_get_place (self->map, zone, &place);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->card), &place);
  clinic_chart_zone_card_open (CLINIC_CHART_ZONE_CARD (self->card), model, injection);
}

static void
zone_cleared_cb (ClinicChartMap *self,
                 const char     *zone)
{
  ClinicChartModel *model = get_model (self);

  if (model != NULL)
    clinic_chart_model_clear_zone (model, zone);
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
mode_changed_cb (ClinicChartMap *self)
{
  int mode;

  g_object_get (self->map, "mode", &mode, NULL);
  gtk_toggle_button_set_active (self->modes[mode], TRUE);
  say (self);
}

static void
mode_toggled_cb (ClinicChartMap  *self,
                 GtkToggleButton *button)
{
  for (guint i = 0; i < CLINIC_SCALP_N_MODES; i++)
    {
      if (self->modes[i] == button && gtk_toggle_button_get_active (button))
        g_object_set (self->map, "mode", (int) i, NULL);
    }
}

static void
layer_toggled_cb (ClinicChartMap *self)
{
  ClinicChartModel *model = get_model (self);
  ClinicChartSheet *sheet = model != NULL ? clinic_chart_model_get_sheet (model) : NULL;

  if (sheet == NULL)
    return;

  draw_before (self);
  draw_course (self, sheet);
  draw_reactions (self, sheet);
  g_object_notify_by_pspec (G_OBJECT (self), reactions_property);
}

static void
zoom_changed_cb (ClinicChartMap *self)
{
  double zoom;

  g_object_get (self->map, "zoom", &zoom, NULL);
  gtk_widget_set_sensitive (self->fit, zoom > 1);
}

static void
zoom_in_cb (ClinicChartMap *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->map), "map.zoom-in", NULL);
}

static void
zoom_out_cb (ClinicChartMap *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->map), "map.zoom-out", NULL);
}

static void
zoom_fit_cb (ClinicChartMap *self)
{
  clinic_scalp_map_zoom_out (self->map);
}

/* "left": the left half onto the right. */
static void
mirror_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinicChartModel *model = get_model (CLINIC_CHART_MAP (widget));
  gboolean left = g_str_equal (g_variant_get_string (parameter, NULL), "left");

  if (model != NULL)
    clinic_chart_model_mirror (model, left ? CLINIC_SCALP_SIDE_LEFT : CLINIC_SCALP_SIDE_RIGHT);
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

/* Its key and its action can no more than its button. */
static void
allow_heat (ClinicChartMap *self,
            gboolean        allowed)
{
  gtk_widget_set_sensitive (self->heat, allowed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self->map), "map.heat", allowed);

  if (!allowed)
    g_object_set (self->map, "heat", FALSE, NULL);
}

static void
allow_reactions (ClinicChartMap *self,
                 gboolean        allowed)
{
  const char *words = allowed ? _("Signs where there was a reaction in the last twelve months")
                              : _("No reaction in the last twelve months");

  gtk_widget_set_sensitive (GTK_WIDGET (self->reactions), allowed);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->reactions), words);
}

static void
clinic_chart_map_empty (ClinicChartPart *part)
{
  allow_heat (CLINIC_CHART_MAP (part), FALSE);

  for (guint i = 0; i < CLINIC_SCALP_N_LAYERS; i++)
    clinic_scalp_map_clear (CLINIC_CHART_MAP (part)->map, (ClinicScalpLayer) i);
}

/* The brush puts points as far apart as a zone is filled. */
static void
set_spacing (ClinicChartMap   *self,
             ClinicChartSheet *sheet)
{
  gint64 spacing = sheet->phase != NULL ? sheet->phase->spacing : CLINIC_UNKNOWN;

  g_object_set (self->map, "spacing", spacing != CLINIC_UNKNOWN ? spacing / 1000.0 : CLINIC_SCALP_SPACING, NULL);
}

static void
clinic_chart_map_show (ClinicChartPart  *part,
                       ClinicChartModel *model,
                       ClinicChartSheet *sheet)
{
  ClinicChartMap *self = CLINIC_CHART_MAP (part);

  g_object_set (self->map, "male", g_strcmp0 (sheet->visit->sex, "M") == 0, NULL);
  g_signal_group_set_target (self->signals, model);
  set_spacing (self, sheet);
  gtk_widget_set_sensitive (GTK_WIDGET (self->ghost), sheet->last != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->course), sheet->course->len > 0);
  allow_reactions (self, sheet->reactions->len > 0);
  allow_heat (self, sheet->course->len > 0);
  draw_today (self);
  draw_before (self);
  draw_sum (self, sheet);
  draw_course (self, sheet);
  draw_reactions (self, sheet);
  say (self);
}

static void
clinic_chart_map_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *spec)
{
  g_value_set_boolean (value, gtk_toggle_button_get_active (CLINIC_CHART_MAP (object)->reactions));
}

static void
clinic_chart_map_finalize (GObject *object)
{
  g_clear_object (&CLINIC_CHART_MAP (object)->signals);
  G_OBJECT_CLASS (clinic_chart_map_parent_class)->finalize (object);
}

static void
bind_buttons (GtkWidgetClass *widget_class)
{
  static const char *const names[] = { "top", "front", "back", "left", "right" };
  static const char *const modes[] = { "select", "brush", "erase" };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    gtk_widget_class_bind_template_child_full (widget_class, modes[i], FALSE,
                                               (gssize) (G_STRUCT_OFFSET (ClinicChartMap, modes) +
                                                         i * sizeof (GtkToggleButton *)));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_bind_template_child_full (widget_class, names[i], FALSE,
                                               (gssize) (G_STRUCT_OFFSET (ClinicChartMap, views) +
                                                         i * sizeof (GtkToggleButton *)));
}

static void
clinic_chart_map_dispose (GObject *object)
{
  g_clear_pointer (&CLINIC_CHART_MAP (object)->card, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_CHART_MAP);
  G_OBJECT_CLASS (clinic_chart_map_parent_class)->dispose (object);
}

static void
clinic_chart_map_class_init (ClinicChartMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_chart_map_dispose;
  G_OBJECT_CLASS (klass)->get_property = clinic_chart_map_get_property;
  reactions_property = g_param_spec_boolean ("reactions", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (G_OBJECT_CLASS (klass), 1, reactions_property);
  CLINIC_CHART_PART_CLASS (klass)->show = clinic_chart_map_show;
  CLINIC_CHART_PART_CLASS (klass)->empty = clinic_chart_map_empty;

  g_type_ensure (CLINIC_TYPE_SCALP_MAP);
  g_type_ensure (CLINIC_TYPE_SCALP_SCALE);
  g_type_ensure (CLINIC_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-chart-map.ui");
  G_OBJECT_CLASS (klass)->finalize = clinic_chart_map_finalize;
  gtk_widget_class_bind_template_child (widget_class, ClinicChartMap, map);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartMap, ghost);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartMap, course);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartMap, reactions);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartMap, heat);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartMap, fit);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartMap, status);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartMap, scale);
  bind_buttons (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, zone_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, points_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, places_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, say);
  gtk_widget_class_bind_template_callback (widget_class, mode_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, layer_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_fit_cb);
  gtk_widget_class_bind_template_callback (widget_class, zone_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, zone_cleared_cb);
  gtk_widget_class_install_action (widget_class, "map.digit", "i", digit_action);
  gtk_widget_class_install_action (widget_class, "map.mirror", "s", mirror_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, 0, "map.mirror", "s", "left");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_L, GDK_SHIFT_MASK, "map.mirror", "s",
                                       "right");
}

static void
clinic_chart_map_init (ClinicChartMap *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->card = clinic_chart_zone_card_new ();
  gtk_widget_set_parent (self->card, GTK_WIDGET (self->map));
  /* The keyboard goes back to the zone. */
  g_signal_connect_object (self->card, "closed", G_CALLBACK (clinic_chart_map_start), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (self->fit, FALSE);
  self->signals = g_signal_group_new (CLINIC_TYPE_CHART_MODEL);
  g_signal_group_connect_swapped (self->signals, "notify::points", G_CALLBACK (draw_today), self);
  g_signal_group_connect_swapped (self->signals, "notify::editable", G_CALLBACK (say), self);
}

void
clinic_chart_map_start (ClinicChartMap *self)
{
  g_return_if_fail (CLINIC_IS_CHART_MAP (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->map));
}
