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

  walk (self, way);

  return TRUE;
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
  clinic_scalp_map_activate (self, self->children->pdata[nth]);
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

void
clinic_scalp_map_add_keys (GtkWidgetClass *widget_class)
{
  static const guint more[] = { GDK_KEY_plus, GDK_KEY_KP_Add, GDK_KEY_equal };
  static const guint less[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract };

  gtk_widget_class_install_action (widget_class, "map.nth", "i", nth_action);
  gtk_widget_class_install_action (widget_class, "map.more", "i", more_action);
  gtk_widget_class_install_action (widget_class, "map.next-view", NULL, next_view_action);

  for (int i = 1; i <= 9; i++)
    {
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + i, 0, "map.nth", "i", i);
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_0 + i, 0, "map.nth", "i", i);
    }

  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    gtk_widget_class_add_binding_action (widget_class, more[i], 0, "map.more", "i", 1);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_SHIFT_MASK, "map.more",
                                       "i", 1);

  for (guint i = 0; i < G_N_ELEMENTS (less); i++)
    gtk_widget_class_add_binding_action (widget_class, less[i], 0, "map.more", "i", -1);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, 0, "map.next-view", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, 0, "map.heat", NULL);
}
