/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-signature-pad.h"
#include "clinic-strokes.h"

#define PRESSURE 500
#define SHAPE 2.5

struct _ClinicSignaturePad
{
  GtkWidget parent_instance;

  GPtrArray *strokes;           /* GArray of ClinicStrokePoint */
  GArray    *drawing;           /* the stroke under way; NULL: none */
  gboolean   by_pen;            /* a pen draws it: the pointer that goes with it does not count */
  gint64     begun;             /* monotonic time of the first point */
};

enum
{
  PROPERTY_EMPTY = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicSignaturePad, clinic_signature_pad, GTK_TYPE_WIDGET)

static void
say_state (ClinicSignaturePad *self)
{
  g_autofree char *text = NULL;
  guint n = self->strokes->len;

  if (n == 0)
    text = g_strdup (_("Nothing is drawn yet"));
  else
    text = g_strdup_printf (ngettext ("%u stroke is drawn", "%u strokes are drawn", n), n);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "signature.undo", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "signature.clear", n > 0);
}

static void
changed (ClinicSignaturePad *self)
{
  say_state (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_EMPTY]);
}

static void
add_point (ClinicSignaturePad *self,
           double              x,
           double              y,
           double              pressure)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  gint64 now = g_get_monotonic_time ();
  ClinicStrokePoint point;

  if (self->drawing == NULL || width <= 0)
    return;

  if (self->begun == 0)
    self->begun = now;

  point.x = CLAMP ((gint) (x / width * 1000), 0, 1000);
  point.y = CLAMP ((gint) (y / width * 1000), 0, (gint) (1000 / SHAPE));
  point.pressure = CLAMP ((gint) (pressure * 1000), 0, 1000);
  point.time = (gint) ((now - self->begun) / 1000);
  g_array_append_val (self->drawing, point);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
begin_stroke (ClinicSignaturePad *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->drawing = clinic_strokes_begin (self->strokes);
}

static void
end_stroke (ClinicSignaturePad *self)
{
  if (self->drawing == NULL)
    return;

  if (self->drawing->len == 0)
    g_ptr_array_remove_index (self->strokes, self->strokes->len - 1);

  self->drawing = NULL;
  self->by_pen = FALSE;
  changed (self);
}

static void
drag_begun_cb (ClinicSignaturePad *self,
               double              x,
               double              y)
{
  if (self->by_pen)
    return;

  end_stroke (self);
  begin_stroke (self);
  add_point (self, x, y, PRESSURE / 1000.0);
}

static void
drag_updated_cb (ClinicSignaturePad *self,
                 double              right,
                 double              down,
                 GtkGestureDrag     *gesture)
{
  double x, y;

  if (self->by_pen || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;

  add_point (self, x + right, y + down, PRESSURE / 1000.0);
}

static void
drag_ended_cb (ClinicSignaturePad *self)
{
  if (!self->by_pen)
    end_stroke (self);
}

static double
get_pressure (GtkGestureStylus *gesture)
{
  double pressure;

  return gtk_gesture_stylus_get_axis (gesture, GDK_AXIS_PRESSURE, &pressure) ? pressure
                                                                            : PRESSURE / 1000.0;
}

static void
pen_down_cb (ClinicSignaturePad *self,
             double              x,
             double              y,
             GtkGestureStylus   *gesture)
{
  end_stroke (self);
  begin_stroke (self);
  self->by_pen = TRUE;
  add_point (self, x, y, get_pressure (gesture));
}

static void
pen_moved_cb (ClinicSignaturePad *self,
              double              x,
              double              y,
              GtkGestureStylus   *gesture)
{
  if (self->by_pen)
    add_point (self, x, y, get_pressure (gesture));
}

static void
pen_up_cb (ClinicSignaturePad *self)
{
  if (self->by_pen)
    end_stroke (self);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  clinic_signature_pad_undo (CLINIC_SIGNATURE_PAD (widget));
}

static void
clear_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  clinic_signature_pad_clear (CLINIC_SIGNATURE_PAD (widget));
}

/* Through the middles between points, so that the line has no corners. */
static void
draw_stroke (cairo_t *cairo,
             GArray  *stroke,
             double   scale)
{
  double x = 0;
  double y = 0;

  for (guint i = 0; i < stroke->len; i++)
    {
      const ClinicStrokePoint *point = &g_array_index (stroke, ClinicStrokePoint, i);
      const ClinicStrokePoint *before = i > 0 ? point - 1 : point;
      double middle_x = (before->x + point->x) * scale / 2;
      double middle_y = (before->y + point->y) * scale / 2;

      if (i == 0)
        {
          x = middle_x;
          y = middle_y;
        }

      cairo_set_line_width (cairo, clinic_strokes_width (point) * scale);
      cairo_move_to (cairo, x, y);
      cairo_curve_to (cairo,
                      x + (before->x * scale - x) * 2 / 3, y + (before->y * scale - y) * 2 / 3,
                      middle_x + (before->x * scale - middle_x) * 2 / 3,
                      middle_y + (before->y * scale - middle_y) * 2 / 3,
                      middle_x, middle_y);
      cairo_stroke (cairo);
      x = middle_x;
      y = middle_y;

      if (i + 1 == stroke->len)
        {
          cairo_move_to (cairo, x, y);
          cairo_line_to (cairo, point->x * scale, point->y * scale);
          cairo_stroke (cairo);
        }
    }
}

static void
clinic_signature_pad_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  ClinicSignaturePad *self = CLINIC_SIGNATURE_PAD (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  cairo_t *cairo = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_set_source_rgb (cairo, 0.72, 0.74, 0.78);
  cairo_set_line_width (cairo, 1);
  cairo_move_to (cairo, width * 0.05, height * 0.78);
  cairo_line_to (cairo, width * 0.95, height * 0.78);
  cairo_stroke (cairo);
  cairo_set_line_cap (cairo, CAIRO_LINE_CAP_ROUND);
  cairo_set_source_rgb (cairo, 0.06, 0.12, 0.42);

  for (guint i = 0; i < self->strokes->len; i++)
    draw_stroke (cairo, self->strokes->pdata[i], width / 1000);

  cairo_destroy (cairo);
}

static GtkSizeRequestMode
clinic_signature_pad_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
clinic_signature_pad_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 360 : 144;
  *minimum_baseline = *natural_baseline = -1;
}

static void
clinic_signature_pad_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  if (property_id == PROPERTY_EMPTY)
    g_value_set_boolean (value, clinic_signature_pad_get_empty (CLINIC_SIGNATURE_PAD (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_signature_pad_finalize (GObject *object)
{
  g_ptr_array_unref (CLINIC_SIGNATURE_PAD (object)->strokes);

  G_OBJECT_CLASS (clinic_signature_pad_parent_class)->finalize (object);
}

static void
clinic_signature_pad_class_init (ClinicSignaturePadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = clinic_signature_pad_get_property;
  object_class->finalize = clinic_signature_pad_finalize;
  widget_class->snapshot = clinic_signature_pad_snapshot;
  widget_class->measure = clinic_signature_pad_measure;
  widget_class->get_request_mode = clinic_signature_pad_get_request_mode;
  properties[PROPERTY_EMPTY] = g_param_spec_boolean ("empty", NULL, NULL, TRUE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_css_name (widget_class, "signature");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_install_action (widget_class, "signature.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "signature.clear", NULL, clear_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_BackSpace, 0, "signature.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "signature.clear", NULL);
}

static void
add_gestures (ClinicSignaturePad *self)
{
  GtkGesture *pen = gtk_gesture_stylus_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (pen, "down", G_CALLBACK (pen_down_cb), self);
  g_signal_connect_swapped (pen, "motion", G_CALLBACK (pen_moved_cb), self);
  g_signal_connect_swapped (pen, "up", G_CALLBACK (pen_up_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begun_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_updated_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_ended_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_ended_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pen));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

static void
clinic_signature_pad_init (ClinicSignaturePad *self)
{
  self->strokes = clinic_strokes_new ();
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "crosshair");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Signature"), -1);
  add_gestures (self);
  say_state (self);
}

GtkWidget *
clinic_signature_pad_new (void)
{
  return g_object_new (CLINIC_TYPE_SIGNATURE_PAD, NULL);
}

gboolean
clinic_signature_pad_get_empty (ClinicSignaturePad *self)
{
  g_return_val_if_fail (CLINIC_IS_SIGNATURE_PAD (self), TRUE);

  return self->strokes->len == 0;
}

gboolean
clinic_signature_pad_get_signed (ClinicSignaturePad *self)
{
  g_return_val_if_fail (CLINIC_IS_SIGNATURE_PAD (self), FALSE);

  return clinic_strokes_suffice (self->strokes);
}

guint
clinic_signature_pad_get_n_strokes (ClinicSignaturePad *self)
{
  g_return_val_if_fail (CLINIC_IS_SIGNATURE_PAD (self), 0);

  return self->strokes->len;
}

char *
clinic_signature_pad_dup_strokes (ClinicSignaturePad *self)
{
  g_return_val_if_fail (CLINIC_IS_SIGNATURE_PAD (self), NULL);

  return clinic_strokes_format (self->strokes);
}

void
clinic_signature_pad_undo (ClinicSignaturePad *self)
{
  g_return_if_fail (CLINIC_IS_SIGNATURE_PAD (self));

  if (self->strokes->len == 0 || self->drawing != NULL)
    return;

  g_ptr_array_remove_index (self->strokes, self->strokes->len - 1);
  changed (self);
}

void
clinic_signature_pad_clear (ClinicSignaturePad *self)
{
  g_return_if_fail (CLINIC_IS_SIGNATURE_PAD (self));

  self->drawing = NULL;
  self->begun = 0;
  g_ptr_array_set_size (self->strokes, 0);
  changed (self);
}
