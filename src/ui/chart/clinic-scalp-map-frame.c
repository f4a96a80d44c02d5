/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the drawing is: how near, and which part of it. */

#include "config.h"

#include <math.h>

#include "clinic-scalp-map-private.h"

/* Pixels around the drawing, and between it and the names: what sticks out of it farthest, ears and nose,
 * is narrow. */
#define MARGIN 2
#define GAP    5

/* Milliseconds after which it stands still. */
#define STILL 90

/* A notch of the wheel. */
#define NOTCH 1.2

/* Of what is left for the head. */
static double
get_height (ClinicScalpMap *self)
{
  return gtk_widget_get_height (GTK_WIDGET (self)) - clinic_scalp_map_get_foot (self);
}

ClinicScalpPoint
clinic_scalp_map_get_middle (ClinicScalpMap *self)
{
  return clinic_scalp_map_to_view (self, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                                   get_height (self) / 2);
}

ClinicScalpFrame
clinic_scalp_map_get_frame (ClinicScalpMap *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = get_height (self);
  double aside = self->column > 0 ? self->column + GAP + MARGIN : MARGIN;
  ClinicScalpFrame frame;
  graphene_rect_t bounds;
  ClinicScalpPoint centre;

  clinic_scalp_view_bounds (self->view, &bounds.origin.x, &bounds.origin.y, &bounds.size.width,
                            &bounds.size.height);
  frame.size = MAX (1, MIN ((width - 2 * aside) / bounds.size.width,
                            (height - 2 * MARGIN) / bounds.size.height) * CLINIC_SCALP_SIZE);
  centre.x = bounds.origin.x + bounds.size.width / 2;
  centre.y = bounds.origin.y + bounds.size.height / 2;

  if (self->zoom > 1)
    {
      frame.size *= self->zoom;
      centre = self->centre;
    }

  frame.x = width / 2 - centre.x * frame.size / CLINIC_SCALP_SIZE;
  frame.y = height / 2 - centre.y * frame.size / CLINIC_SCALP_SIZE;

  return frame;
}

ClinicScalpPoint
clinic_scalp_map_to_view (ClinicScalpMap *self,
                          double          x,
                          double          y)
{
  ClinicScalpFrame frame = clinic_scalp_map_get_frame (self);
  ClinicScalpPoint at = {
    (x - frame.x) * CLINIC_SCALP_SIZE / frame.size, (y - frame.y) * CLINIC_SCALP_SIZE / frame.size
  };

  return at;
}

ClinicScalpPoint
clinic_scalp_map_from_view (ClinicScalpMap   *self,
                            ClinicScalpPoint  at)
{
  ClinicScalpFrame frame = clinic_scalp_map_get_frame (self);
  ClinicScalpPoint place = {
    frame.x + at.x * frame.size / CLINIC_SCALP_SIZE, frame.y + at.y * frame.size / CLINIC_SCALP_SIZE
  };

  return place;
}

static gboolean
stood_still_cb (gpointer user_data)
{
  ClinicScalpMap *self = user_data;

  self->zooming = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/* The drawing moves: what was painted is stretched until it stands still. */
static void
moves (ClinicScalpMap *self)
{
  g_clear_handle_id (&self->zooming, g_source_remove);
  self->zooming = g_timeout_add (STILL, stood_still_cb, self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Something of the head is always to be seen. */
static void
set_centre (ClinicScalpMap   *self,
            ClinicScalpPoint  centre)
{
  graphene_rect_t bounds;

  clinic_scalp_view_bounds (self->view, &bounds.origin.x, &bounds.origin.y, &bounds.size.width,
                            &bounds.size.height);
  self->centre.x = CLAMP (centre.x, bounds.origin.x, bounds.origin.x + bounds.size.width);
  self->centre.y = CLAMP (centre.y, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

void
clinic_scalp_map_zoom_by (ClinicScalpMap *self,
                          double          factor,
                          double          x,
                          double          y)
{
  ClinicScalpPoint at;
  ClinicScalpFrame frame;
  ClinicScalpPoint centre;

  g_return_if_fail (CLINIC_IS_SCALP_MAP (self));

  at = clinic_scalp_map_to_view (self, x, y);

  if (self->zoom <= 1)
    self->centre = clinic_scalp_map_get_middle (self);

  clinic_scalp_map_set_zoom (self, self->zoom * factor);

  /* What lay under the pointer still does. */
  frame = clinic_scalp_map_get_frame (self);
  centre.x = at.x + (gtk_widget_get_width (GTK_WIDGET (self)) / 2.0 - x) * CLINIC_SCALP_SIZE /
             frame.size;
  centre.y = at.y + (get_height (self) / 2 - y) * CLINIC_SCALP_SIZE / frame.size;
  set_centre (self, centre);
  moves (self);
}

void
clinic_scalp_map_zoom_out (ClinicScalpMap *self)
{
  g_return_if_fail (CLINIC_IS_SCALP_MAP (self));

  clinic_scalp_map_set_zoom (self, 1);
  moves (self);
}

void
clinic_scalp_map_pan (ClinicScalpMap *self,
                      double          by_x,
                      double          by_y)
{
  ClinicScalpFrame frame = clinic_scalp_map_get_frame (self);
  ClinicScalpPoint centre = {
    self->centre.x - by_x * CLINIC_SCALP_SIZE / frame.size,
    self->centre.y - by_y * CLINIC_SCALP_SIZE / frame.size
  };

  if (self->zoom <= 1)
    return;

  set_centre (self, centre);
  moves (self);
}

void
clinic_scalp_map_bring (ClinicScalpMap   *self,
                        ClinicScalpPoint  at)
{
  ClinicScalpPoint place = clinic_scalp_map_from_view (self, at);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->zoom <= 1 || (place.x > width * 0.1 && place.x < width * 0.9 &&
                          place.y > height * 0.1 && place.y < height * 0.9))
    return;

  set_centre (self, at);
  moves (self);
}

static gboolean
scrolled_cb (GtkEventControllerScroll *controller,
             double                    by_x,
             double                    by_y,
             ClinicScalpMap           *self)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) != 0)
    {
      ClinicScalpPoint at = clinic_scalp_map_from_view (self, self->pointer);

      clinic_scalp_map_zoom_by (self, pow (NOTCH, -by_y), at.x, at.y);
      return TRUE;
    }

  if (self->zoom <= 1)
    return FALSE;

  clinic_scalp_map_pan (self, -by_x * 40, -by_y * 40);

  return TRUE;
}

static void
pinch_began_cb (ClinicScalpMap   *self,
                GdkEventSequence *sequence,
                GtkGesture       *gesture)
{
  self->zoom_before = self->zoom;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pinched_cb (ClinicScalpMap *self,
            double          scale,
            GtkGesture     *gesture)
{
  double x;
  double y;

  if (gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    clinic_scalp_map_zoom_by (self, self->zoom_before * scale / self->zoom, x, y);
}

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicScalpMap *self = CLINIC_SCALP_MAP (widget);
  double x = gtk_widget_get_width (widget) / 2.0;
  double y = gtk_widget_get_height (widget) / 2.0;

  if (g_str_equal (name, "map.zoom-in"))
    clinic_scalp_map_zoom_by (self, NOTCH * NOTCH, x, y);
  else if (g_str_equal (name, "map.zoom-out"))
    clinic_scalp_map_zoom_by (self, 1 / NOTCH / NOTCH, x, y);
  else
    clinic_scalp_map_zoom_out (self);
}

void
clinic_scalp_map_add_zoom_keys (GtkWidgetClass *widget_class)
{
  static const struct { guint key; const char *name; } keys[] = {
    { GDK_KEY_plus, "map.zoom-in" }, { GDK_KEY_equal, "map.zoom-in" },
    { GDK_KEY_KP_Add, "map.zoom-in" }, { GDK_KEY_minus, "map.zoom-out" },
    { GDK_KEY_KP_Subtract, "map.zoom-out" }, { GDK_KEY_0, "map.zoom-fit" },
    { GDK_KEY_KP_0, "map.zoom-fit" },
  };

  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "map.zoom-fit", NULL, zoom_action);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK, keys[i].name,
                                         NULL);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "map.zoom-in", NULL);
}

void
clinic_scalp_map_add_zoom (ClinicScalpMap *self)
{
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scrolled_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_began_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinched_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}
