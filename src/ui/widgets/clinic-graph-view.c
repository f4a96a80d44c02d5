/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "clinic-graph-colours.h"
#include "clinic-graph-view.h"

struct _ClinicGraphView
{
  GtkWidget parent_instance;

  ClinicGraph      *graph;
  ClinicGraphFrame  frame;
  GskRenderNode    *node;         /* the chart as it was drawn last */
  int               node_width;
  int               node_height;
  int               current;
  int               wish;
  double            pointer_x;    /* where it was last */
  double            pointer_y;
  GtkWidget        *label;
};

typedef enum
{
  PROPERTY_CURRENT = 1,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicGraphView, clinic_graph_view, GTK_TYPE_WIDGET)

static void
forget_drawing (ClinicGraphView *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static int
get_chart_height (ClinicGraphView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return MAX (gtk_widget_get_height (widget) - gtk_widget_get_height (self->label), 1);
}

static GskRenderNode *
draw (ClinicGraphView *self,
      int              width,
      int              height)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  ClinicGraphLook look = { .context = gtk_widget_get_pango_context (GTK_WIDGET (self)) };

  clinic_graph_colours_look (GTK_WIDGET (self), &look);
  clinic_graph_lay_out (self->graph, look.context, width, height, FALSE, &self->frame);
  clinic_graph_draw (self->graph, cr, &look, width, height);
  cairo_destroy (cr);

  return gtk_snapshot_free_to_node (snapshot);
}

/* The point that is read: a line to it and a ring around it, or its row. */
static void
snapshot_current (ClinicGraphView *self,
                  GtkSnapshot     *snapshot,
                  int              width,
                  int              height)
{
  const ClinicGraphPoint *point = self->current >= 0
                                  ? clinic_graph_get_point (self->graph, self->current) : NULL;
  ClinicGraphLook look = { 0 };
  double along;
  cairo_t *cr;

  if (point == NULL)
    return;

  clinic_graph_colours_look (GTK_WIDGET (self), &look);
  along = clinic_graph_place_at (&self->frame, point->at);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  if (self->frame.sideways)
    {
      look.text.alpha *= 0.08f;
      gdk_cairo_set_source_rgba (cr, &look.text);
      cairo_rectangle (cr, 0, along - 16, width, 32);
      cairo_fill (cr);
    }
  else
    {
      gdk_cairo_set_source_rgba (cr, &look.pale);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, floor (along) + 0.5, self->frame.y);
      cairo_line_to (cr, floor (along) + 0.5, self->frame.y + self->frame.height);
      cairo_stroke (cr);

      if (!isnan (point->value))
        {
          gdk_cairo_set_source_rgba (cr, &look.text);
          cairo_set_line_width (cr, 2);
          cairo_arc (cr, along, clinic_graph_place (&self->frame, point->value), 7, 0, 2 * G_PI);
          cairo_stroke (cr);
        }
    }

  cairo_destroy (cr);
}

static void
clinic_graph_view_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  ClinicGraphView *self = CLINIC_GRAPH_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = get_chart_height (self);

  gtk_widget_snapshot_child (widget, self->label, snapshot);

  if (self->graph == NULL || width <= 0)
    return;

  if (self->node == NULL || self->node_width != width || self->node_height != height)
    {
      g_clear_pointer (&self->node, gsk_render_node_unref);
      self->node = draw (self, width, height);
      self->node_width = width;
      self->node_height = height;
    }

  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);

  snapshot_current (self, snapshot, width, height);
}

static void
clinic_graph_view_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  ClinicGraphView *self = CLINIC_GRAPH_VIEW (widget);
  int label;

  gtk_widget_measure (self->label, orientation, for_size, &label, NULL, NULL, NULL);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (label, 200);
      *natural = MAX (label, 480);
      return;
    }

  *minimum = label + (self->graph != NULL ? clinic_graph_get_height (self->graph, self->wish)
                                          : self->wish);
  *natural = *minimum;
}

static void
clinic_graph_view_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  ClinicGraphView *self = CLINIC_GRAPH_VIEW (widget);
  int label;

  gtk_widget_measure (self->label, GTK_ORIENTATION_VERTICAL, width, &label, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->label, &(GtkAllocation) { 0, height - label, width, label }, -1);
}

static void
clinic_graph_view_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (clinic_graph_view_parent_class)->css_changed (widget, change);
  forget_drawing (CLINIC_GRAPH_VIEW (widget));
}

static void
say (ClinicGraphView *self)
{
  g_autofree char *words = NULL;

  if (self->graph != NULL && self->current >= 0)
    words = clinic_graph_dup_words (self->graph, self->current);
  else if (self->graph != NULL)
    words = g_strdup (_("Point at the chart or press the arrow keys to read its values."));

  gtk_label_set_label (GTK_LABEL (self->label), words != NULL ? words : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->graph != NULL && self->graph->title != NULL
                                  ? self->graph->title : _("Chart"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words != NULL ? words : "",
                                  -1);

  if (self->current >= 0)
    gtk_widget_remove_css_class (self->label, "dim-label");
  else
    gtk_widget_add_css_class (self->label, "dim-label");
}

static void
moved_cb (ClinicGraphView *self,
          double           x,
          double           y)
{
  /* A pointer at rest is told of again whenever something is laid out; the keys must win. */
  if (x == self->pointer_x && y == self->pointer_y)
    return;

  self->pointer_x = x;
  self->pointer_y = y;

  if (self->graph != NULL && self->node != NULL && y < get_chart_height (self))
    clinic_graph_view_set_current (self, clinic_graph_find (self->graph, &self->frame, x, y));
}

static void
left_cb (ClinicGraphView *self)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    clinic_graph_view_set_current (self, -1);
}

static void
pressed_cb (ClinicGraphView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
key_cb (ClinicGraphView *self,
        guint            key,
        guint            code,
        GdkModifierType  state)
{
  gboolean sideways = self->graph != NULL && self->graph->kind != CLINIC_PLOT_LINE;
  int last = self->graph != NULL ? (int) clinic_graph_n_points (self->graph) - 1 : -1;
  int current = self->current;

  if (last < 0 || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if (key == (sideways ? GDK_KEY_Down : GDK_KEY_Right))
    current = MIN (current + 1, last);
  else if (key == (sideways ? GDK_KEY_Up : GDK_KEY_Left))
    current = current < 0 ? last : MAX (current - 1, 0);
  else if (key == GDK_KEY_Home)
    current = 0;
  else if (key == GDK_KEY_End)
    current = last;
  else if (key == GDK_KEY_Escape && current >= 0)
    current = -1;
  else
    return GDK_EVENT_PROPAGATE;

  clinic_graph_view_set_current (self, current);

  return GDK_EVENT_STOP;
}

static void
clinic_graph_view_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch ((Property) property_id)
    {
    case PROPERTY_CURRENT:
      g_value_set_int (value, CLINIC_GRAPH_VIEW (object)->current);
      break;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_graph_view_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch ((Property) property_id)
    {
    case PROPERTY_CURRENT:
      clinic_graph_view_set_current (CLINIC_GRAPH_VIEW (object), g_value_get_int (value));
      break;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_graph_view_dispose (GObject *object)
{
  ClinicGraphView *self = CLINIC_GRAPH_VIEW (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->graph, clinic_graph_free);
  G_OBJECT_CLASS (clinic_graph_view_parent_class)->dispose (object);
}

static void
clinic_graph_view_class_init (ClinicGraphViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinic_graph_view_dispose;
  object_class->get_property = clinic_graph_view_get_property;
  object_class->set_property = clinic_graph_view_set_property;
  widget_class->snapshot = clinic_graph_view_snapshot;
  widget_class->measure = clinic_graph_view_measure;
  widget_class->size_allocate = clinic_graph_view_size_allocate;
  widget_class->css_changed = clinic_graph_view_css_changed;
  gtk_widget_class_set_css_name (widget_class, "clinic-graph");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);

  properties[PROPERTY_CURRENT] =
    g_param_spec_int ("current", NULL, NULL, -1, G_MAXINT, -1,
                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
clinic_graph_view_init (ClinicGraphView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->current = -1;
  self->wish = 240;
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->label, "caption");
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (left_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
clinic_graph_view_new (void)
{
  return g_object_new (CLINIC_TYPE_GRAPH_VIEW, NULL);
}

void
clinic_graph_view_take_graph (ClinicGraphView *self,
                              ClinicGraph     *graph)
{
  g_return_if_fail (CLINIC_IS_GRAPH_VIEW (self));

  g_clear_pointer (&self->graph, clinic_graph_free);
  self->graph = graph;
  self->current = -1;
  say (self);
  forget_drawing (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_CURRENT]);
}

ClinicGraph *
clinic_graph_view_get_graph (ClinicGraphView *self)
{
  g_return_val_if_fail (CLINIC_IS_GRAPH_VIEW (self), NULL);

  return self->graph;
}

int
clinic_graph_view_get_current (ClinicGraphView *self)
{
  g_return_val_if_fail (CLINIC_IS_GRAPH_VIEW (self), -1);

  return self->current;
}

void
clinic_graph_view_set_current (ClinicGraphView *self,
                               int              current)
{
  int n;

  g_return_if_fail (CLINIC_IS_GRAPH_VIEW (self));

  n = self->graph != NULL ? (int) clinic_graph_n_points (self->graph) : 0;
  current = CLAMP (current, -1, n - 1);

  if (current == self->current)
    return;

  self->current = current;
  say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_CURRENT]);
}

const char *
clinic_graph_view_get_words (ClinicGraphView *self)
{
  g_return_val_if_fail (CLINIC_IS_GRAPH_VIEW (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->label));
}

void
clinic_graph_view_set_wish (ClinicGraphView *self,
                            int              height)
{
  g_return_if_fail (CLINIC_IS_GRAPH_VIEW (self));

  self->wish = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
