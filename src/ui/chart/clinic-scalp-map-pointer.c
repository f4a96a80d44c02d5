/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "clinic-scalp-map-private.h"

/* Pixels a pointer may tremble, and how near to a point it must be. */
#define TREMBLE 4
#define REACH   9

/* The point of today's under the pointer. */
static gboolean
find_point (ClinicScalpMap *self,
            double          x,
            double          y)
{
  ClinicScalpPoint at = clinic_scalp_map_to_view (self, x, y);
  double left;
  double top;
  double reach = REACH * CLINIC_SCALP_SIZE / MAX (clinic_scalp_map_get_size (self, &left, &top), 1);

  g_clear_pointer (&self->dragged, g_free);
  self->dragged = g_strdup (clinic_scalp_layers_find_point (self->layers, self->view, self->male,
                                                            at, reach, &self->dragged_point));

  return self->dragged != NULL;
}

static void
tell_places (ClinicScalpMap *self,
             const char     *zone,
             GArray         *places)
{
  g_autofree char *text = places->len > 0 ? clinic_scalp_format (self->view, places)
                                          : g_strdup ("");

  g_signal_emit_by_name (self, "places-changed", zone, text);
}

/* Shift and click: a point more, or one less. */
static void
add_or_erase (ClinicScalpMap *self,
              double          x,
              double          y)
{
  ClinicScalpPoint at = clinic_scalp_map_to_view (self, x, y);
  g_autofree char *zone = find_point (self, x, y)
                          ? g_strdup (self->dragged)
                          : g_strdup (clinic_scalp_zone_at (self->view, self->male, at.x, at.y));
  ClinicScalpHolding *holding = clinic_scalp_map_find_today (self, zone);
  GArray *places = holding != NULL ? clinic_scalp_map_get_places (self, zone, holding) : NULL;
  g_autoptr(GArray) changed = g_array_new (FALSE, FALSE, sizeof (ClinicScalpPoint));

  /* Points that were placed in another view are changed there. */
  if (zone == NULL || (holding != NULL && places == NULL))
    return;

  if (places != NULL)
    g_array_append_vals (changed, places->data, places->len);

  if (self->dragged != NULL)
    g_array_remove_index (changed, self->dragged_point);
  else
    g_array_append_val (changed, at);

  g_clear_pointer (&self->dragged, g_free);
  tell_places (self, zone, changed);
}

static void
drag_begin_cb (ClinicScalpMap *self,
               double          x,
               double          y)
{
  self->moved = FALSE;

  if (self->editable && !self->heat)
    find_point (self, x, y);
}

static void
drag_update_cb (ClinicScalpMap *self,
                double          by_x,
                double          by_y,
                GtkGestureDrag *gesture)
{
  ClinicScalpHolding *holding = clinic_scalp_map_find_today (self, self->dragged);
  double x;
  double y;
  ClinicScalpPoint at;

  if (hypot (by_x, by_y) > TREMBLE)
    self->moved = TRUE;

  if (!self->moved || holding == NULL)
    return;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  at = clinic_scalp_map_to_view (self, x + by_x, y + by_y);

  holding->dragged = TRUE;

  /* A point stays in its zone. */
  if (g_strcmp0 (clinic_scalp_zone_at (self->view, self->male, at.x, at.y), self->dragged) == 0)
    g_array_index (clinic_scalp_map_get_places (self, self->dragged, holding), ClinicScalpPoint,
                   self->dragged_point) = at;

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
click (ClinicScalpMap *self,
       double          x,
       double          y)
{
  ClinicScalpPoint at = clinic_scalp_map_to_view (self, x, y);
  const char *zone = clinic_scalp_zone_at (self->view, self->male, at.x, at.y);
  GtkWidget *child = clinic_scalp_map_find_child (self, zone);

  if (child == NULL)
    return;

  gtk_widget_grab_focus (child);
  clinic_scalp_map_activate (self, CLINIC_SCALP_ZONE (child));
}

static void
drag_end_cb (ClinicScalpMap *self,
             double          by_x,
             double          by_y,
             GtkGestureDrag *gesture)
{
  ClinicScalpHolding *holding = clinic_scalp_map_find_today (self, self->dragged);
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  double x;
  double y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);

  if (self->moved && holding != NULL)
    {
      g_autofree char *zone = g_steal_pointer (&self->dragged);

      tell_places (self, zone, clinic_scalp_map_get_places (self, zone, holding));
    }
  else if (!self->moved && self->editable && (state & GDK_SHIFT_MASK) != 0)
    add_or_erase (self, x, y);
  else if (!self->moved)
    click (self, x, y);

  g_clear_pointer (&self->dragged, g_free);
}

static void
set_hovered (ClinicScalpMap *self,
             const char     *zone)
{
  if (g_strcmp0 (zone, self->hovered) == 0)
    return;

  g_free (self->hovered);
  self->hovered = g_strdup (zone);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (ClinicScalpMap *self,
           double          x,
           double          y)
{
  ClinicScalpPoint at = clinic_scalp_map_to_view (self, x, y);

  set_hovered (self, clinic_scalp_zone_at (self->view, self->male, at.x, at.y));
}

static void
pointer_left_cb (ClinicScalpMap *self)
{
  set_hovered (self, NULL);
}

void
clinic_scalp_map_add_pointer (ClinicScalpMap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (pointer_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
