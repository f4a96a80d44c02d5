/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "clinic-scalp-map-private.h"

/* Pixels a pointer may tremble, and how near to a point it must be; a finger in a glove is broad. */
#define TREMBLE      4
#define REACH        10
#define FINGER_REACH 18

static gboolean
is_finger (GtkGestureDrag *gesture)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

/* The other end of a stylus. */
static gboolean
is_eraser (GtkGestureDrag *gesture)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
  GdkDeviceTool *tool = event != NULL ? gdk_event_get_device_tool (event) : NULL;

  return tool != NULL && gdk_device_tool_get_tool_type (tool) == GDK_DEVICE_TOOL_TYPE_ERASER;
}

static double
get_reach (ClinicScalpMap *self,
           GtkGestureDrag *gesture)
{
  return clinic_scalp_map_get_reach (self, is_finger (gesture) ? FINGER_REACH : REACH);
}

/* The zone whose name lies there, or what of the drawing does. */
static const char *
find_zone (ClinicScalpMap *self,
           double          x,
           double          y)
{
  for (guint i = 0; i < self->children->len; i++)
    {
      GtkWidget *child = self->children->pdata[i];
      graphene_rect_t place;

      if (!self->brief && gtk_widget_compute_bounds (child, GTK_WIDGET (self), &place) &&
          graphene_rect_contains_point (&place, &GRAPHENE_POINT_INIT (x, y)))
        return clinic_scalp_zone_get_zone (CLINIC_SCALP_ZONE (child));
    }

  return clinic_scalp_map_pick (self, x, y);
}

static gboolean
is_shifted (GtkGestureDrag *gesture)
{
  return (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) &
          GDK_SHIFT_MASK) != 0;
}

static void
begin_stroke (ClinicScalpMap   *self,
              ClinicScalpPoint  at,
              gboolean          takes,
              double            reach)
{
  self->stroking = TRUE;
  self->erasing = takes;
  self->stroked = at;
  clinic_scalp_map_dab (self, at, takes, reach);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_begin_cb (ClinicScalpMap *self,
               double          x,
               double          y,
               GtkGestureDrag *gesture)
{
  ClinicScalpPoint at = clinic_scalp_map_to_view (self, x, y);
  double reach = get_reach (self, gesture);

  self->moved = FALSE;
  self->panned_x = 0;
  self->panned_y = 0;
  g_clear_pointer (&self->dragged, g_free);
  g_clear_pointer (&self->carried, g_array_unref);
  self->banding = FALSE;
  self->band_adds = FALSE;
  self->dragging = TRUE;

  if (!self->editable || self->heat)
    return;

  self->band_from = at;
  self->band_adds = self->mode == CLINIC_SCALP_SELECT && is_shifted (gesture) && !is_eraser (gesture);

  self->dragged = g_strdup (clinic_scalp_layers_find_point (self->layers, self->view, self->male,
                                                            at, reach, &self->dragged_point));

  if (is_eraser (gesture) || (self->mode == CLINIC_SCALP_ERASE && !is_shifted (gesture)))
    begin_stroke (self, at, TRUE, reach);
  else if (is_shifted (gesture) && !self->band_adds)
    begin_stroke (self, at, self->dragged != NULL, reach);
  else if (self->mode == CLINIC_SCALP_BRUSH && self->dragged == NULL &&
           clinic_scalp_map_pick (self, x, y) != NULL)
    begin_stroke (self, at, FALSE, reach);
  else if (self->dragged != NULL && !self->band_adds &&
           clinic_scalp_map_is_chosen (self, self->dragged, self->dragged_point))
    clinic_scalp_map_take_up (self);
}

/* A rectangle is drawn: from where no point is, or beside those that are chosen; what is magnified
 * is moved instead. */
static gboolean
may_band (ClinicScalpMap *self)
{
  return self->mode == CLINIC_SCALP_SELECT && self->editable && !self->heat &&
         (self->band_adds || (self->dragged == NULL && self->zoom <= 1));
}

static void
end_band (ClinicScalpMap *self)
{
  self->banding = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  clinic_scalp_map_choose_in (self, self->band_from, self->band_to, self->band_adds);
}

/* What is chosen goes along; Escape is heard from then on. */
static void
carry (ClinicScalpMap   *self,
       ClinicScalpPoint  at)
{
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));

  clinic_scalp_map_carry_to (self, at);
}

static void
drag_update_cb (ClinicScalpMap *self,
                double          by_x,
                double          by_y,
                GtkGestureDrag *gesture)
{
  double x;
  double y;
  ClinicScalpPoint at;

  if (hypot (by_x, by_y) > TREMBLE)
    self->moved = TRUE;

  if (!self->moved || !self->dragging)
    return;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  at = clinic_scalp_map_to_view (self, x + by_x, y + by_y);

  if (self->stroking)
    clinic_scalp_map_stroke_to (self, at, get_reach (self, gesture));
  else if (self->carried != NULL)
    carry (self, at);
  else if (may_band (self))
    {
      self->banding = TRUE;
      self->band_to = at;
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  else if (self->dragged != NULL)
    clinic_scalp_map_move_point (self, self->dragged, self->dragged_point, at);
  else
    {
      clinic_scalp_map_pan (self, by_x - self->panned_x, by_y - self->panned_y);
      self->panned_x = by_x;
      self->panned_y = by_y;
    }
}

static void
click (ClinicScalpMap *self,
       double          x,
       double          y)
{
  g_autofree char *zone = g_strdup (find_zone (self, x, y));
  GtkWidget *child = clinic_scalp_map_find_child (self, zone);

  if (child == NULL)
    return;

  gtk_widget_grab_focus (child);
  clinic_scalp_map_activate (self, zone, FALSE);
}

static void
drag_end_cb (ClinicScalpMap *self,
             double          by_x,
             double          by_y,
             GtkGestureDrag *gesture)
{
  double x;
  double y;

  /* It was given up. */
  if (!self->dragging)
    return;

  self->dragging = FALSE;
  gtk_gesture_drag_get_start_point (gesture, &x, &y);

  if (self->banding)
    end_band (self);
  else if (self->band_adds && !self->moved)
    {
      begin_stroke (self, self->band_from, self->dragged != NULL, get_reach (self, gesture));
      clinic_scalp_map_end_stroke (self);
    }
  else if (self->stroking || (self->dragged != NULL && self->moved))
    clinic_scalp_map_end_stroke (self);
  else if (!self->moved && (self->mode == CLINIC_SCALP_SELECT ||
                            clinic_scalp_map_pick (self, x, y) == NULL))
    {
      clinic_scalp_map_choose_none (self);
      click (self, x, y);
    }

  g_clear_pointer (&self->dragged, g_free);
  g_clear_pointer (&self->carried, g_array_unref);
}

/* Two fingers, or something took the pointer away: what was dragged goes back, a stroke stays as far
 * as it came. */
static void
drag_cancelled_cb (ClinicScalpMap *self)
{
  gboolean stroke = self->stroking;

  if (stroke)
    clinic_scalp_map_end_stroke (self);

  clinic_scalp_map_give_up (self);
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
  self->pointer = clinic_scalp_map_to_view (self, x, y);
  self->pointed = TRUE;
  set_hovered (self, find_zone (self, x, y));

  if (self->mode != CLINIC_SCALP_SELECT)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pointer_left_cb (ClinicScalpMap *self)
{
  self->pointed = FALSE;
  set_hovered (self, NULL);

  if (self->mode != CLINIC_SCALP_SELECT)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
clinic_scalp_map_add_pointer (ClinicScalpMap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancelled_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (pointer_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
