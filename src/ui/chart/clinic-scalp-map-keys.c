/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "clinic-scalp-map-private.h"

/* How far @to lies that way; what lies aside counts more. G_MAXDOUBLE: not that way. */
static double
measure_way (GtkDirectionType way,
             ClinicScalpPoint from,
             ClinicScalpPoint to)
{
  gboolean across = way == GTK_DIR_LEFT || way == GTK_DIR_RIGHT;
  double along = across ? to.x - from.x : to.y - from.y;
  double aside = across ? to.y - from.y : to.x - from.x;

  if (way == GTK_DIR_LEFT || way == GTK_DIR_UP)
    along = -along;

  return along > 1 ? along + 2 * fabs (aside) : G_MAXDOUBLE;
}

/* The nearest zone that lies that way from the selected one. */
static void
walk (ClinicScalpMap   *self,
      GtkDirectionType  way)
{
  ClinicScalpPoint from;
  GtkWidget *best = NULL;
  double least = G_MAXDOUBLE;

  if (!clinic_scalp_zone_centre (self->view, self->male, self->selected, &from))
    return;

  for (guint i = 0; i < self->children->len; i++)
    {
      GtkWidget *child = self->children->pdata[i];
      const char *zone = clinic_scalp_zone_get_zone (CLINIC_SCALP_ZONE (child));
      ClinicScalpPoint to;

      if (clinic_scalp_zone_centre (self->view, self->male, zone, &to) &&
          measure_way (way, from, to) < least)
        {
          least = measure_way (way, from, to);
          best = child;
        }
    }

  if (best != NULL)
    gtk_widget_grab_focus (best);
}

/* A step of the cross, in the view's units. */
#define STEP 12.0

static ClinicScalpPoint
step_from (ClinicScalpPoint at,
           GtkDirectionType way)
{
  ClinicScalpPoint to = at;

  to.x += way == GTK_DIR_LEFT ? -STEP : way == GTK_DIR_RIGHT ? STEP : 0;
  to.y += way == GTK_DIR_UP ? -STEP : way == GTK_DIR_DOWN ? STEP : 0;

  return to;
}

/* The cross goes on over the scalp, and what is chosen with it. */
static void
move_cross (ClinicScalpMap   *self,
            GtkDirectionType  way)
{
  ClinicScalpPoint to = step_from (self->cross, way);
  const char *zone = clinic_scalp_zone_at (self->view, self->male, to.x, to.y);

  if (zone == NULL)
    return;

  self->cross = to;
  self->crossed = TRUE;

  if (g_strcmp0 (zone, self->selected) != 0)
    gtk_widget_grab_focus (clinic_scalp_map_find_child (self, zone));

  self->cross = to;
  clinic_scalp_map_bring (self, to);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* FALSE when none is chosen. */
static gboolean
move_chosen (ClinicScalpMap   *self,
             GtkDirectionType  way)
{
  ClinicScalpPoint by = step_from ((ClinicScalpPoint) { 0, 0 }, way);

  return clinic_scalp_map_move_chosen (self, by.x, by.y);
}

/* One stop for Tab; arrows go on inside. */
gboolean
clinic_scalp_map_focus (GtkWidget        *widget,
                        GtkDirectionType  way)
{
  ClinicScalpMap *self = CLINIC_SCALP_MAP (widget);
  GtkWidget *focus = gtk_widget_get_focus_child (widget);
  GtkWidget *child = clinic_scalp_map_find_child (self, self->selected);

  if (way == GTK_DIR_TAB_FORWARD || way == GTK_DIR_TAB_BACKWARD)
    {
      if (focus != NULL || self->children->len == 0)
        return FALSE;

      return gtk_widget_grab_focus (child != NULL ? child : self->children->pdata[0]);
    }

  if (focus == NULL)
    return gtk_widget_grab_focus (child != NULL ? child : self->children->pdata[0]);

  if (self->mode != CLINIC_SCALP_SELECT)
    move_cross (self, way);
  else if (!move_chosen (self, way))
    walk (self, way);

  return TRUE;
}

/* Shift and an arrow: the point under the cross goes along. */
static void
carry_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ClinicScalpMap *self = CLINIC_SCALP_MAP (widget);
  GtkDirectionType way = (GtkDirectionType) g_variant_get_int32 (parameter);
  guint nth;
  g_autofree char *zone = NULL;

  if (self->mode == CLINIC_SCALP_SELECT || !self->editable || self->heat)
    return;

  zone = g_strdup (clinic_scalp_layers_find_point (self->layers, self->view, self->male, self->cross,
                                                   STEP, &nth));

  if (zone != NULL &&
      clinic_scalp_map_move_point (self, zone, nth, step_from (self->cross, way)))
    {
      self->cross = step_from (self->cross, way);
      clinic_scalp_map_end_stroke (self);
    }
}

static void
mode_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicScalpMap *self = CLINIC_SCALP_MAP (widget);
  ClinicScalpMode mode = (ClinicScalpMode) g_variant_get_int32 (parameter);

  if (self->editable || mode == CLINIC_SCALP_SELECT)
    clinic_scalp_map_set_mode (self, mode);
}

static gboolean
leave_mode (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   user_data)
{
  ClinicScalpMap *self = CLINIC_SCALP_MAP (widget);

  if (clinic_scalp_map_give_up (self))
    return TRUE;

  if (self->mode == CLINIC_SCALP_SELECT && self->chosen->len == 0)
    return FALSE;

  clinic_scalp_map_choose_none (self);
  clinic_scalp_map_set_mode (self, CLINIC_SCALP_SELECT);

  return TRUE;
}

static void
clear_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ClinicScalpMap *self = CLINIC_SCALP_MAP (widget);

  if (clinic_scalp_map_take_chosen (self))
    return;

  if (self->editable && clinic_scalp_layers_find (self->layers, CLINIC_SCALP_TODAY, self->selected) != NULL)
    g_signal_emit_by_name (self, "zone-cleared", self->selected);
}

static void
choose_all_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  ClinicScalpMap *self = CLINIC_SCALP_MAP (widget);

  if (self->editable && !self->heat && self->mode == CLINIC_SCALP_SELECT)
    clinic_scalp_map_choose_all (self);
}

static void
nth_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  ClinicScalpMap *self = CLINIC_SCALP_MAP (widget);
  guint nth = g_variant_get_int32 (parameter) - 1;

  if (nth >= self->children->len)
    return;

  gtk_widget_grab_focus (self->children->pdata[nth]);
  clinic_scalp_map_activate (self, clinic_scalp_zone_get_zone (self->children->pdata[nth]), TRUE);
}

static void
more_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicScalpMap *self = CLINIC_SCALP_MAP (widget);

  if (self->selected != NULL && self->editable)
    g_signal_emit_by_name (self, "points-wanted", self->selected,
                           g_variant_get_int32 (parameter));
}

static void
next_view_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  ClinicScalpMap *self = CLINIC_SCALP_MAP (widget);
  gboolean focused = gtk_widget_get_focus_child (widget) != NULL;

  clinic_scalp_map_set_view (self, (self->view + 1) % CLINIC_SCALP_N_VIEWS);

  if (focused)
    gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
add_number_keys (GtkWidgetClass *widget_class)
{
  static const struct { guint key; GdkModifierType state; int by; } keys[] = {
    { GDK_KEY_plus, 0, 1 }, { GDK_KEY_plus, GDK_SHIFT_MASK, 1 }, { GDK_KEY_KP_Add, 0, 1 },
    { GDK_KEY_equal, 0, 1 }, { GDK_KEY_minus, 0, -1 }, { GDK_KEY_KP_Subtract, 0, -1 },
  };

  for (int i = 1; i <= 9; i++)
    {
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + i, 0, "map.nth", "i", i);
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_0 + i, 0, "map.nth", "i", i);
    }

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].state, "map.more", "i",
                                         keys[i].by);
}

static void
add_mode_keys (GtkWidgetClass *widget_class)
{
  static const guint keys[CLINIC_SCALP_N_MODES] = { GDK_KEY_s, GDK_KEY_b, GDK_KEY_x };
  static const struct { guint key; GtkDirectionType way; } arrows[] = {
    { GDK_KEY_Left, GTK_DIR_LEFT }, { GDK_KEY_Right, GTK_DIR_RIGHT },
    { GDK_KEY_Up, GTK_DIR_UP }, { GDK_KEY_Down, GTK_DIR_DOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i], 0, "map.mode", "i", i);

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    gtk_widget_class_add_binding_action (widget_class, arrows[i].key, GDK_SHIFT_MASK, "map.carry",
                                         "i", arrows[i].way);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, leave_mode, NULL);
}

void
clinic_scalp_map_add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "map.nth", "i", nth_action);
  gtk_widget_class_install_action (widget_class, "map.more", "i", more_action);
  gtk_widget_class_install_action (widget_class, "map.next-view", NULL, next_view_action);
  gtk_widget_class_install_action (widget_class, "map.mode", "i", mode_action);
  gtk_widget_class_install_action (widget_class, "map.carry", "i", carry_action);
  gtk_widget_class_install_action (widget_class, "map.clear", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "map.choose-all", NULL, choose_all_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, "map.choose-all", NULL);
  add_number_keys (widget_class);
  add_mode_keys (widget_class);
  clinic_scalp_map_add_zoom_keys (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, 0, "map.next-view", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, 0, "map.heat", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "map.clear", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_BackSpace, 0, "map.clear", NULL);
}
