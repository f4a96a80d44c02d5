/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-photo-canvas.h"
#include "clinic-photo-pane.h"

#define GAP        6
#define KEY_ZOOM   1.25
#define KEY_MOVE   0.1
#define KEY_POINT  0.02
#define GRIP       14

struct _ClinicPhotoCanvas
{
  GtkWidget parent_instance;

  ClinicPhotoPair  *pair;
  ClinicPhotoPane   panes[CLINIC_PHOTO_SIDES];
  ClinicPhotoPoint  cursor;           /* shares of the pane: where Enter puts a point */
  ClinicPhotoPoint  dragged;          /* of this much the last move knew */
  gboolean          drags_line;
};

G_DEFINE_FINAL_TYPE (ClinicPhotoCanvas, clinic_photo_canvas, GTK_TYPE_WIDGET)

/* Where a photo is shown: beside the other, or all over. */
static graphene_rect_t
get_area (ClinicPhotoCanvas *self,
          guint              side)
{
  float width = gtk_widget_get_width (GTK_WIDGET (self));
  float height = gtk_widget_get_height (GTK_WIDGET (self));
  float half = MAX (1, (int) (width - GAP) / 2);

  if (clinic_photo_pair_get_mode (self->pair) != CLINIC_PHOTO_SIDE)
    return GRAPHENE_RECT_INIT (0, 0, width, height);

  return GRAPHENE_RECT_INIT (side == 0 ? 0 : width - half, 0, half, height);
}

/* The photo in this area, of which only what lies between @left and @right (shares) is shown. */
static cairo_surface_t *
get_surface (ClinicPhotoCanvas     *self,
             guint                  side,
             const graphene_rect_t *area,
             double                 left,
             double                 right)
{
  ClinicPhotoPane *pane = &self->panes[side];
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width = area->size.width * scale;
  int height = area->size.height * scale;
  cairo_matrix_t place;

  if (pane->image == NULL || width <= 0 || height <= 0 ||
      !clinic_photo_pair_place (self->pair, side, width, height, &place))
    return NULL;

  return clinic_photo_pane_draw (pane, &place, width, height, CLAMP ((int) (left * width), 0, width),
                                 CLAMP ((int) (right * width) + 1, 0, width));
}

static void
draw_photo (ClinicPhotoCanvas *self,
            cairo_t           *cr,
            guint              side,
            double             left,
            double             right,
            double             strength)
{
  graphene_rect_t area = get_area (self, side);
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *surface = get_surface (self, side, &area, left, right);

  if (surface == NULL)
    return;

  cairo_save (cr);
  cairo_rectangle (cr, area.origin.x + left * area.size.width, area.origin.y,
                   (right - left) * area.size.width, area.size.height);
  cairo_clip (cr);
  cairo_translate (cr, area.origin.x, area.origin.y);
  cairo_scale (cr, 1.0 / scale, 1.0 / scale);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint_with_alpha (cr, strength);
  cairo_restore (cr);
}

static void
draw_photos (ClinicPhotoCanvas *self,
             cairo_t           *cr)
{
  double position = clinic_photo_pair_get_position (self->pair);

  switch (clinic_photo_pair_get_mode (self->pair))
    {
    case CLINIC_PHOTO_SLIDER:
      draw_photo (self, cr, 0, 0, position, 1);
      draw_photo (self, cr, 1, position, 1, 1);
      break;

    case CLINIC_PHOTO_OVERLAY:
      draw_photo (self, cr, 0, 0, 1, 1);
      draw_photo (self, cr, 1, 0, 1, position);
      break;

    case CLINIC_PHOTO_SIDE:
      draw_photo (self, cr, 0, 0, 1, 1);
      draw_photo (self, cr, 1, 0, 1, 1);
      break;

    default:
      draw_photo (self, cr, 0, 0, 1, 1);
    }
}

static void
fill (GtkSnapshot *snapshot,
      double       x,
      double       y,
      double       width,
      double       height,
      double       grey,
      double       alpha)
{
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { grey, grey, grey, alpha },
                             &GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
draw_line (ClinicPhotoCanvas *self,
           GtkSnapshot       *snapshot)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double line = clinic_photo_pair_get_position (self->pair) * width;
  GskRoundedRect grip;

  fill (snapshot, line - 2, 0, 4, height, 0, 0.4);
  fill (snapshot, line - 1, 0, 2, height, 1, 1);
  gsk_rounded_rect_init_from_rect (&grip, &GRAPHENE_RECT_INIT (line - GRIP, height / 2 - GRIP, 2 * GRIP, 2 * GRIP),
                                   GRIP);
  gtk_snapshot_push_rounded_clip (snapshot, &grip);
  fill (snapshot, line - GRIP, height / 2 - GRIP, 2 * GRIP, 2 * GRIP, 1, 1);
  fill (snapshot, line - 5, height / 2 - 6, 2, 12, 0.2, 1);
  fill (snapshot, line - 1, height / 2 - 6, 2, 12, 0.2, 1);
  fill (snapshot, line + 3, height / 2 - 6, 2, 12, 0.2, 1);
  gtk_snapshot_pop (snapshot);
}

static void
draw_cross (GtkSnapshot *snapshot,
            double       x,
            double       y,
            double       length,
            gboolean     strong)
{
  fill (snapshot, x - length - 1, y - 2, 2 * length + 2, 4, 0, 0.6);
  fill (snapshot, x - 2, y - length - 1, 4, 2 * length + 2, 0, 0.6);
  fill (snapshot, x - length, y - 1, 2 * length, 2, 1, strong ? 1 : 0.85);
  fill (snapshot, x - 1, y - length, 2, 2 * length, 1, strong ? 1 : 0.85);
}

static void
draw_points (ClinicPhotoCanvas *self,
             GtkSnapshot       *snapshot,
             guint              side)
{
  graphene_rect_t area = get_area (self, side);
  const ClinicPhotoPoint *points;
  guint n_points = clinic_photo_pair_get_points (self->pair, side, &points);
  cairo_matrix_t place;

  if (!clinic_photo_pair_place (self->pair, side, area.size.width, area.size.height, &place))
    return;

  for (guint i = 0; i < n_points; i++)
    {
      double x = points[i].x;
      double y = points[i].y;

      cairo_matrix_transform_point (&place, &x, &y);
      draw_cross (snapshot, area.origin.x + x, area.origin.y + y, 9, FALSE);
      fill (snapshot, area.origin.x + x - 3, area.origin.y + y - 3, 6, 6, i == 0 ? 1 : 0, 1);
    }

  if (clinic_photo_pair_wanted_side (self->pair) == (int) side)
    draw_cross (snapshot, area.origin.x + self->cursor.x * area.size.width,
                area.origin.y + self->cursor.y * area.size.height, 18, TRUE);
}

static void
clinic_photo_canvas_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  ClinicPhotoCanvas *self = CLINIC_PHOTO_CANVAS (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);

  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  draw_photos (self, cr);
  cairo_destroy (cr);

  if (clinic_photo_pair_get_mode (self->pair) == CLINIC_PHOTO_SLIDER)
    draw_line (self, snapshot);

  for (guint side = 0; side < CLINIC_PHOTO_SIDES && clinic_photo_pair_wanted_side (self->pair) >= 0; side++)
    draw_points (self, snapshot, side);
}

/* In pixels of the photo the next point is wanted in; @x and @y are the widget's. */
static void
put_point (ClinicPhotoCanvas *self,
           double             x,
           double             y)
{
  guint side = clinic_photo_pair_wanted_side (self->pair);
  graphene_rect_t area = get_area (self, side);
  cairo_matrix_t place;

  if (!graphene_rect_contains_point (&area, &GRAPHENE_POINT_INIT (x, y)) ||
      !clinic_photo_pair_place (self->pair, side, area.size.width, area.size.height, &place) ||
      cairo_matrix_invert (&place) != CAIRO_STATUS_SUCCESS)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  self->cursor.x = (x - area.origin.x) / area.size.width;
  self->cursor.y = (y - area.origin.y) / area.size.height;
  x -= area.origin.x;
  y -= area.origin.y;
  cairo_matrix_transform_point (&place, &x, &y);

  if (!clinic_photo_pair_put_point (self->pair, x, y))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
pressed_cb (GtkGestureClick   *click,
            int                n_press,
            double             x,
            double             y,
            ClinicPhotoCanvas *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));

  if (clinic_photo_pair_wanted_side (self->pair) >= 0)
    put_point (self, x, y);
}

static void
drag_begin_cb (GtkGestureDrag    *drag,
               double             x,
               double             y,
               ClinicPhotoCanvas *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double line = clinic_photo_pair_get_position (self->pair) * width;

  self->dragged = (ClinicPhotoPoint) { 0, 0 };
  self->drags_line = clinic_photo_pair_get_mode (self->pair) == CLINIC_PHOTO_SLIDER &&
                     ABS (x - line) <= 2 * GRIP;
}

static void
drag_update_cb (GtkGestureDrag    *drag,
                double             dx,
                double             dy,
                ClinicPhotoCanvas *self)
{
  graphene_rect_t area = get_area (self, 0);
  double x;
  double y;

  if (clinic_photo_pair_wanted_side (self->pair) >= 0)
    return;

  gtk_gesture_drag_get_start_point (drag, &x, &y);

  if (self->drags_line)
    clinic_photo_pair_set_position (self->pair, (x + dx) / gtk_widget_get_width (GTK_WIDGET (self)));
  else
    clinic_photo_pair_move (self->pair, (dx - self->dragged.x) / area.size.width,
                            (dy - self->dragged.y) / area.size.height);

  self->dragged = (ClinicPhotoPoint) { dx, dy };
}

static gboolean
scroll_cb (GtkEventControllerScroll *scroll,
           double                    dx,
           double                    dy,
           ClinicPhotoCanvas        *self)
{
  clinic_photo_pair_zoom_at (self->pair, dy < 0 ? KEY_ZOOM : 1 / KEY_ZOOM, 0.5, 0.5);

  return TRUE;
}

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicPhotoCanvas *self = CLINIC_PHOTO_CANVAS (widget);
  int direction = g_variant_get_int32 (parameter);

  if (direction == 0)
    clinic_photo_pair_reset_view (self->pair);
  else
    clinic_photo_pair_zoom_at (self->pair, direction > 0 ? KEY_ZOOM : 1 / KEY_ZOOM, 0.5, 0.5);
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicPhotoCanvas *self = CLINIC_PHOTO_CANVAS (widget);
  int dx;
  int dy;

  g_variant_get (parameter, "(ii)", &dx, &dy);

  if (clinic_photo_pair_wanted_side (self->pair) < 0)
    {
      clinic_photo_pair_move (self->pair, -dx * KEY_MOVE, -dy * KEY_MOVE);
      return;
    }

  self->cursor.x = CLAMP (self->cursor.x + dx * KEY_POINT, 0, 1);
  self->cursor.y = CLAMP (self->cursor.y + dy * KEY_POINT, 0, 1);
  gtk_widget_queue_draw (widget);
}

static void
put_point_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  ClinicPhotoCanvas *self = CLINIC_PHOTO_CANVAS (widget);
  int side = clinic_photo_pair_wanted_side (self->pair);
  graphene_rect_t area;

  if (side < 0)
    return;

  area = get_area (self, side);
  put_point (self, area.origin.x + self->cursor.x * (area.size.width - 1),
             area.origin.y + self->cursor.y * (area.size.height - 1));
}

static void
take_point_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  clinic_photo_pair_take_point (CLINIC_PHOTO_CANVAS (widget)->pair);
}

static void
clinic_photo_canvas_dispose (GObject *object)
{
  ClinicPhotoCanvas *self = CLINIC_PHOTO_CANVAS (object);

  for (guint i = 0; i < CLINIC_PHOTO_SIDES; i++)
    clinic_photo_pane_clear (&self->panes[i]);

  G_OBJECT_CLASS (clinic_photo_canvas_parent_class)->dispose (object);
}

static void
clinic_photo_canvas_finalize (GObject *object)
{
  g_object_unref (CLINIC_PHOTO_CANVAS (object)->pair);

  G_OBJECT_CLASS (clinic_photo_canvas_parent_class)->finalize (object);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    int   direction;
  } zooms[] = {
    { GDK_KEY_plus, 1 }, { GDK_KEY_KP_Add, 1 }, { GDK_KEY_equal, 1 }, { GDK_KEY_minus, -1 },
    { GDK_KEY_KP_Subtract, -1 }, { GDK_KEY_0, 0 }, { GDK_KEY_KP_0, 0 },
  };
  static const struct
  {
    guint key;
    int   dx;
    int   dy;
  } moves[] = {
    { GDK_KEY_Left, -1, 0 }, { GDK_KEY_Right, 1, 0 }, { GDK_KEY_Up, 0, -1 }, { GDK_KEY_Down, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_class_add_binding_action (widget_class, zooms[i].key, 0, "photo.zoom", "i", zooms[i].direction);

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_add_binding_action (widget_class, moves[i].key, 0, "photo.move", "(ii)", moves[i].dx,
                                         moves[i].dy);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "photo.put-point", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "photo.put-point", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_BackSpace, 0, "photo.take-point", NULL);
}

static void
clinic_photo_canvas_class_init (ClinicPhotoCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_photo_canvas_dispose;
  G_OBJECT_CLASS (klass)->finalize = clinic_photo_canvas_finalize;
  widget_class->snapshot = clinic_photo_canvas_snapshot;
  gtk_widget_class_set_css_name (widget_class, "photo-canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_install_action (widget_class, "photo.zoom", "i", zoom_action);
  gtk_widget_class_install_action (widget_class, "photo.move", "(ii)", move_action);
  gtk_widget_class_install_action (widget_class, "photo.put-point", NULL, put_point_action);
  gtk_widget_class_install_action (widget_class, "photo.take-point", NULL, take_point_action);
  bind_keys (widget_class);
}

static void
clinic_photo_canvas_init (ClinicPhotoCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL |
                                                                GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  self->pair = clinic_photo_pair_new ();
  self->cursor = (ClinicPhotoPoint) { 0.5, 0.5 };
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect_object (self->pair, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

ClinicPhotoPair *
clinic_photo_canvas_get_pair (ClinicPhotoCanvas *self)
{
  g_return_val_if_fail (CLINIC_IS_PHOTO_CANVAS (self), NULL);

  return self->pair;
}

void
clinic_photo_canvas_set_image (ClinicPhotoCanvas *self,
                               guint              side,
                               ClinicPhotoImage  *image)
{
  g_return_if_fail (CLINIC_IS_PHOTO_CANVAS (self) && side < CLINIC_PHOTO_SIDES);

  clinic_photo_pane_clear (&self->panes[side]);
  g_set_object (&self->panes[side].image, image);
  clinic_photo_pair_set_size (self->pair, side, image != NULL ? clinic_photo_image_get_width (image) : 0,
                              image != NULL ? clinic_photo_image_get_height (image) : 0);
}
