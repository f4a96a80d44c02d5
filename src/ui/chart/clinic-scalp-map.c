/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "clinic-choices.h"
#include "clinic-graph-colours.h"
#include "clinic-scalp-map.h"
#include "clinic-scalp-paint.h"
#include "clinic-scalp-zone.h"

/* Pixels a pointer may tremble, and how near to a point it must be. */
#define TREMBLE 4
#define REACH   9

/* Below this names would cover the drawing. */
#define SMALL 380

struct _ClinicScalpMap
{
  GtkWidget parent_instance;

  ClinicScalpView  view;
  gboolean         male;
  gboolean         heat;
  gboolean         editable;
  char            *selected;
  char            *hovered;
  GHashTable      *layers[CLINIC_SCALP_N_LAYERS];   /* zone → Holding */
  GPtrArray       *children;                        /* ClinicScalpZone of the view */

  GdkTexture      *head;            /* painted last */
  char            *head_key;        /* for what */

  char            *dragged;         /* zone of the point that is dragged; NULL: none */
  guint            dragged_point;
  gboolean         moved;
};

/* What a zone holds in a layer. */
typedef struct
{
  guint           points;
  char           *places;
  gint64          volume;
  char           *words;
  ClinicScalpView view;             /* of the array */
  GArray         *array;            /* ClinicScalpPoint in that view; NULL: not asked for yet */
} Holding;

typedef enum
{
  PROPERTY_VIEW = 1,
  PROPERTY_MALE,
  PROPERTY_HEAT,
  PROPERTY_EDITABLE,
  PROPERTY_SELECTED,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

typedef enum
{
  ZONE_ACTIVATED,
  POINTS_WANTED,
  PLACES_CHANGED,
  N_SIGNALS
} Signal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ClinicScalpMap, clinic_scalp_map, GTK_TYPE_WIDGET)

static void
holding_free (Holding *holding)
{
  g_free (holding->places);
  g_free (holding->words);
  g_clear_pointer (&holding->array, g_array_unref);
  g_free (holding);
}

/* The points as they lie in the view; NULL when they were placed in another. */
static GArray *
get_places (ClinicScalpMap *self,
            const char     *zone,
            Holding        *holding)
{
  ClinicScalpView view = self->view;

  if (holding->array != NULL && holding->view == self->view)
    return holding->array->len > 0 ? holding->array : NULL;

  g_clear_pointer (&holding->array, g_array_unref);

  if (holding->places != NULL)
    holding->array = clinic_scalp_parse (holding->places, &view);

  if (holding->array == NULL)
    holding->array = clinic_scalp_fill (self->view, self->male, zone, holding->points);
  else if (view != self->view)
    g_array_set_size (holding->array, 0);

  holding->view = self->view;

  return holding->array->len > 0 ? holding->array : NULL;
}

static void
add_marks (ClinicScalpMap   *self,
           GArray           *marks,
           ClinicScalpLayer  layer)
{
  GHashTableIter iter;
  gpointer zone;
  gpointer value;

  g_hash_table_iter_init (&iter, self->layers[layer]);

  while (g_hash_table_iter_next (&iter, &zone, &value))
    {
      Holding *holding = value;
      ClinicScalpMark mark = {
        zone, holding->points, get_places (self, zone, holding), holding->volume,
        layer == CLINIC_SCALP_BEFORE
      };

      g_array_append_val (marks, mark);
    }
}

static GArray *
list_marks (ClinicScalpMap *self)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (ClinicScalpMark));

  if (self->heat)
    add_marks (self, marks, CLINIC_SCALP_COURSE);
  else
    {
      add_marks (self, marks, CLINIC_SCALP_BEFORE);
      add_marks (self, marks, CLINIC_SCALP_TODAY);
    }

  return marks;
}

static double
get_size (ClinicScalpMap *self,
          double         *x,
          double         *y)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double size = MIN (width, height);

  *x = (width - size) / 2;
  *y = (height - size) / 2;

  return size;
}

static ClinicScalpPoint
to_view (ClinicScalpMap *self,
         double          x,
         double          y)
{
  double left;
  double top;
  double size = MAX (get_size (self, &left, &top), 1);
  ClinicScalpPoint point = {
    (x - left) * CLINIC_SCALP_SIZE / size, (y - top) * CLINIC_SCALP_SIZE / size
  };

  return point;
}

static ClinicScalpLook
make_look (ClinicScalpMap *self)
{
  ClinicGraphLook colours;
  ClinicScalpLook look = {
    self->view, self->male, self->heat, self->selected, self->hovered
  };

  clinic_graph_colours_look (GTK_WIDGET (self), &colours);
  look.ink = colours.text;
  look.accent = colours.accent;

  return look;
}

/* All that the picture of the head depends on. */
static char *
make_key (ClinicScalpMap        *self,
          const ClinicScalpLook *look,
          GArray                *marks,
          int                    pixels)
{
  g_autofree char *ink = gdk_rgba_to_string (&look->ink);
  g_autofree char *accent = gdk_rgba_to_string (&look->accent);
  g_autoptr(GString) key = g_string_new (NULL);

  g_string_printf (key, "%d %d %d %d %s %s %s %s", pixels, self->view, self->male, self->heat,
                   self->selected, self->hovered, ink, accent);

  for (guint i = 0; i < marks->len; i++)
    {
      const ClinicScalpMark *mark = &g_array_index (marks, ClinicScalpMark, i);

      if (!mark->ghost)
        g_string_append_printf (key, " %s %d %" G_GINT64_FORMAT, mark->zone, mark->points > 0,
                                self->heat ? mark->volume : 0);
    }

  return g_string_free (g_steal_pointer (&key), FALSE);
}

static GdkTexture *
paint_head (const ClinicScalpLook *look,
            GArray                *marks,
            int                    pixels)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, pixels, pixels);
  cairo_t *cr = cairo_create (surface);
  g_autoptr(GBytes) bytes = NULL;
  int stride = cairo_image_surface_get_stride (surface);
  GdkTexture *texture;

  clinic_scalp_paint_head (cr, pixels, look, marks);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * pixels);
  texture = gdk_memory_texture_new (pixels, pixels, GDK_MEMORY_DEFAULT, bytes, stride);
  cairo_surface_destroy (surface);

  return texture;
}

static void
clinic_scalp_map_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  ClinicScalpMap *self = CLINIC_SCALP_MAP (widget);
  g_autoptr(GArray) marks = list_marks (self);
  ClinicScalpLook look = make_look (self);
  double x;
  double y;
  double size = get_size (self, &x, &y);
  int pixels = (int) (size * gtk_widget_get_scale_factor (widget));
  g_autofree char *key = NULL;
  cairo_t *cr;

  if (pixels < 1)
    return;

  key = make_key (self, &look, marks, pixels);

  if (g_strcmp0 (key, self->head_key) != 0)
    {
      g_clear_object (&self->head);
      g_free (self->head_key);
      self->head_key = g_steal_pointer (&key);
      self->head = paint_head (&look, marks, pixels);
    }

  gtk_snapshot_append_texture (snapshot, self->head, &GRAPHENE_RECT_INIT (x, y, size, size));

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x, y, size, size));
  cairo_translate (cr, x, y);
  clinic_scalp_paint_points (cr, size, &look, marks);
  cairo_destroy (cr);

  for (guint i = 0; i < self->children->len; i++)
    gtk_widget_snapshot_child (widget, self->children->pdata[i], snapshot);
}

static void
clinic_scalp_map_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = 220;
  *natural = 460;
}

static void
clinic_scalp_map_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  ClinicScalpMap *self = CLINIC_SCALP_MAP (widget);
  double left;
  double top;
  double size = get_size (self, &left, &top);

  for (guint i = 0; i < self->children->len; i++)
    {
      GtkWidget *child = self->children->pdata[i];
      const char *zone = clinic_scalp_zone_get_zone (CLINIC_SCALP_ZONE (child));
      ClinicScalpPoint centre = { CLINIC_SCALP_SIZE / 2, CLINIC_SCALP_SIZE / 2 };
      GtkRequisition wanted;
      GtkAllocation place;

      clinic_scalp_zone_centre (self->view, self->male, zone, &centre);
      gtk_widget_get_preferred_size (child, NULL, &wanted);
      place.width = wanted.width;
      place.height = wanted.height;
      place.x = left + centre.x * size / CLINIC_SCALP_SIZE - wanted.width / 2.0;
      place.y = top + centre.y * size / CLINIC_SCALP_SIZE - wanted.height / 2.0;
      gtk_widget_size_allocate (child, &place, -1);
    }
}

static Holding *
find_holding (ClinicScalpMap   *self,
              ClinicScalpLayer  layer,
              const char       *zone)
{
  return zone != NULL ? g_hash_table_lookup (self->layers[layer], zone) : NULL;
}

static void
update_child (ClinicScalpMap *self,
              GtkWidget      *child)
{
  const char *zone = clinic_scalp_zone_get_zone (CLINIC_SCALP_ZONE (child));
  Holding *holding = find_holding (self, self->heat ? CLINIC_SCALP_COURSE : CLINIC_SCALP_TODAY,
                                   zone);
  double x;
  double y;
  double size = get_size (self, &x, &y);

  clinic_scalp_zone_set (CLINIC_SCALP_ZONE (child), holding != NULL ? holding->points : 0,
                         holding != NULL ? holding->words : NULL, size > 0 && size < SMALL);
}

static void
update_children (ClinicScalpMap *self)
{
  for (guint i = 0; i < self->children->len; i++)
    update_child (self, self->children->pdata[i]);

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GtkWidget *
find_child (ClinicScalpMap *self,
            const char     *zone)
{
  for (guint i = 0; i < self->children->len; i++)
    {
      if (g_strcmp0 (clinic_scalp_zone_get_zone (self->children->pdata[i]), zone) == 0)
        return self->children->pdata[i];
    }

  return NULL;
}

static void
child_activated_cb (ClinicScalpMap  *self,
                    ClinicScalpZone *child)
{
  const char *zone = clinic_scalp_zone_get_zone (child);

  clinic_scalp_map_set_selected (self, zone);
  g_signal_emit (self, signals[ZONE_ACTIVATED], 0, zone);
}

static void
child_focused_cb (GtkEventControllerFocus *controller,
                  ClinicScalpMap          *self)
{
  GtkWidget *child = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  clinic_scalp_map_set_selected (self, clinic_scalp_zone_get_zone (CLINIC_SCALP_ZONE (child)));
}

static void
make_children (ClinicScalpMap *self)
{
  const char * const *zone = clinic_scalp_zones (self->view);

  for (guint i = 0; i < self->children->len; i++)
    gtk_widget_unparent (self->children->pdata[i]);

  g_ptr_array_set_size (self->children, 0);

  for (; *zone != NULL; zone++)
    {
      GtkWidget *child = clinic_scalp_zone_new (*zone);
      GtkEventController *focus = gtk_event_controller_focus_new ();

      g_signal_connect_object (focus, "enter", G_CALLBACK (child_focused_cb), self, 0);
      gtk_widget_add_controller (child, focus);
      g_signal_connect_object (child, "activated", G_CALLBACK (child_activated_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_parent (child, GTK_WIDGET (self));
      g_ptr_array_add (self->children, child);
    }

  update_children (self);
}

/* The point of today's under the pointer. */
static gboolean
find_point (ClinicScalpMap *self,
            double          x,
            double          y)
{
  ClinicScalpPoint at = to_view (self, x, y);
  double left;
  double top;
  double reach = REACH * CLINIC_SCALP_SIZE / MAX (get_size (self, &left, &top), 1);
  GHashTableIter iter;
  gpointer zone;
  gpointer holding;

  g_clear_pointer (&self->dragged, g_free);
  g_hash_table_iter_init (&iter, self->layers[CLINIC_SCALP_TODAY]);

  while (g_hash_table_iter_next (&iter, &zone, &holding))
    {
      GArray *places = get_places (self, zone, holding);

      for (guint i = 0; places != NULL && i < places->len; i++)
        {
          ClinicScalpPoint *point = &g_array_index (places, ClinicScalpPoint, i);

          if (hypot (point->x - at.x, point->y - at.y) <= reach)
            {
              reach = hypot (point->x - at.x, point->y - at.y);
              g_free (self->dragged);
              self->dragged = g_strdup (zone);
              self->dragged_point = i;
            }
        }
    }

  return self->dragged != NULL;
}

static void
tell_places (ClinicScalpMap *self,
             const char     *zone,
             GArray         *places)
{
  g_autofree char *text = places->len > 0 ? clinic_scalp_format (self->view, places)
                                          : g_strdup ("");

  g_signal_emit (self, signals[PLACES_CHANGED], 0, zone, text);
}

/* Shift and click: a point more, or one less. */
static void
add_or_erase (ClinicScalpMap *self,
              double          x,
              double          y)
{
  ClinicScalpPoint at = to_view (self, x, y);
  g_autofree char *zone = find_point (self, x, y)
                          ? g_strdup (self->dragged)
                          : g_strdup (clinic_scalp_zone_at (self->view, self->male, at.x, at.y));
  Holding *holding = find_holding (self, CLINIC_SCALP_TODAY, zone);
  GArray *places = holding != NULL ? get_places (self, zone, holding) : NULL;
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
  Holding *holding = find_holding (self, CLINIC_SCALP_TODAY, self->dragged);
  double x;
  double y;
  ClinicScalpPoint at;

  if (hypot (by_x, by_y) > TREMBLE)
    self->moved = TRUE;

  if (!self->moved || holding == NULL)
    return;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  at = to_view (self, x + by_x, y + by_y);

  /* A point stays in its zone. */
  if (g_strcmp0 (clinic_scalp_zone_at (self->view, self->male, at.x, at.y), self->dragged) == 0)
    g_array_index (get_places (self, self->dragged, holding), ClinicScalpPoint,
                   self->dragged_point) = at;

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
click (ClinicScalpMap *self,
       double          x,
       double          y)
{
  ClinicScalpPoint at = to_view (self, x, y);
  const char *zone = clinic_scalp_zone_at (self->view, self->male, at.x, at.y);
  GtkWidget *child = find_child (self, zone);

  if (child == NULL)
    return;

  gtk_widget_grab_focus (child);
  child_activated_cb (self, CLINIC_SCALP_ZONE (child));
}

static void
drag_end_cb (ClinicScalpMap *self,
             double          by_x,
             double          by_y,
             GtkGestureDrag *gesture)
{
  Holding *holding = find_holding (self, CLINIC_SCALP_TODAY, self->dragged);
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  double x;
  double y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);

  if (self->moved && holding != NULL)
    {
      g_autofree char *zone = g_steal_pointer (&self->dragged);

      tell_places (self, zone, get_places (self, zone, holding));
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
  ClinicScalpPoint at = to_view (self, x, y);

  set_hovered (self, clinic_scalp_zone_at (self->view, self->male, at.x, at.y));
}

static void
pointer_left_cb (ClinicScalpMap *self)
{
  set_hovered (self, NULL);
}

static gboolean
clinic_scalp_map_query_tooltip (GtkWidget  *widget,
                                int         x,
                                int         y,
                                gboolean    keyboard,
                                GtkTooltip *tooltip)
{
  ClinicScalpMap *self = CLINIC_SCALP_MAP (widget);
  Holding *holding = find_holding (self, self->heat ? CLINIC_SCALP_COURSE : CLINIC_SCALP_TODAY,
                                   self->hovered);
  g_autofree char *text = NULL;

  if (self->hovered == NULL || keyboard)
    return FALSE;

  if (holding != NULL && holding->words != NULL)
    text = g_strdup_printf (_("%s: %s"), clinic_choice_label (clinic_zones, self->hovered),
                            holding->words);

  gtk_tooltip_set_text (tooltip, text != NULL ? text
                                              : clinic_choice_label (clinic_zones, self->hovered));

  return TRUE;
}

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
static gboolean
clinic_scalp_map_focus (GtkWidget        *widget,
                        GtkDirectionType  way)
{
  ClinicScalpMap *self = CLINIC_SCALP_MAP (widget);
  GtkWidget *focus = gtk_widget_get_focus_child (widget);
  GtkWidget *child = find_child (self, self->selected);

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

static gboolean
clinic_scalp_map_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
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
  child_activated_cb (self, self->children->pdata[nth]);
}

static void
more_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicScalpMap *self = CLINIC_SCALP_MAP (widget);

  if (self->selected != NULL && self->editable)
    g_signal_emit (self, signals[POINTS_WANTED], 0, self->selected,
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
clinic_scalp_map_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ClinicScalpMap *self = CLINIC_SCALP_MAP (object);

  switch ((Property) property_id)
    {
    case PROPERTY_VIEW:
      g_value_set_int (value, self->view);
      break;

    case PROPERTY_MALE:
      g_value_set_boolean (value, self->male);
      break;

    case PROPERTY_HEAT:
      g_value_set_boolean (value, self->heat);
      break;

    case PROPERTY_EDITABLE:
      g_value_set_boolean (value, self->editable);
      break;

    case PROPERTY_SELECTED:
      g_value_set_string (value, self->selected);
      break;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

/* Points that lie evenly lie elsewhere under another hairline. */
static void
forget_places (ClinicScalpMap *self)
{
  for (guint i = 0; i < CLINIC_SCALP_N_LAYERS; i++)
    {
      GHashTableIter iter;
      gpointer holding;

      g_hash_table_iter_init (&iter, self->layers[i]);

      while (g_hash_table_iter_next (&iter, NULL, &holding))
        g_clear_pointer (&((Holding *) holding)->array, g_array_unref);
    }
}

static void
clinic_scalp_map_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  ClinicScalpMap *self = CLINIC_SCALP_MAP (object);

  switch ((Property) property_id)
    {
    case PROPERTY_VIEW:
      clinic_scalp_map_set_view (self, g_value_get_int (value));
      return;

    case PROPERTY_MALE:
      self->male = g_value_get_boolean (value);
      forget_places (self);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      break;

    case PROPERTY_HEAT:
      self->heat = g_value_get_boolean (value);
      break;

    case PROPERTY_EDITABLE:
      self->editable = g_value_get_boolean (value);
      break;

    case PROPERTY_SELECTED:
      clinic_scalp_map_set_selected (self, g_value_get_string (value));
      return;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }

  update_children (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
clinic_scalp_map_dispose (GObject *object)
{
  ClinicScalpMap *self = CLINIC_SCALP_MAP (object);

  for (guint i = 0; i < self->children->len; i++)
    gtk_widget_unparent (self->children->pdata[i]);

  g_ptr_array_set_size (self->children, 0);
  g_clear_object (&self->head);

  G_OBJECT_CLASS (clinic_scalp_map_parent_class)->dispose (object);
}

static void
clinic_scalp_map_finalize (GObject *object)
{
  ClinicScalpMap *self = CLINIC_SCALP_MAP (object);

  for (guint i = 0; i < CLINIC_SCALP_N_LAYERS; i++)
    g_hash_table_unref (self->layers[i]);

  g_ptr_array_unref (self->children);
  g_free (self->selected);
  g_free (self->hovered);
  g_free (self->head_key);
  g_free (self->dragged);

  G_OBJECT_CLASS (clinic_scalp_map_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const guint more[] = { GDK_KEY_plus, GDK_KEY_KP_Add, GDK_KEY_equal };
  static const guint less[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract };

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

static void
clinic_scalp_map_class_init (ClinicScalpMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = clinic_scalp_map_get_property;
  object_class->set_property = clinic_scalp_map_set_property;
  object_class->dispose = clinic_scalp_map_dispose;
  object_class->finalize = clinic_scalp_map_finalize;
  widget_class->snapshot = clinic_scalp_map_snapshot;
  widget_class->measure = clinic_scalp_map_measure;
  widget_class->size_allocate = clinic_scalp_map_size_allocate;
  widget_class->focus = clinic_scalp_map_focus;
  widget_class->grab_focus = clinic_scalp_map_grab_focus;
  widget_class->query_tooltip = clinic_scalp_map_query_tooltip;

  properties[PROPERTY_VIEW] =
    g_param_spec_int ("view", NULL, NULL, 0, CLINIC_SCALP_N_VIEWS - 1, 0, flags);
  properties[PROPERTY_MALE] = g_param_spec_boolean ("male", NULL, NULL, FALSE, flags);
  properties[PROPERTY_HEAT] = g_param_spec_boolean ("heat", NULL, NULL, FALSE, flags);
  properties[PROPERTY_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE, flags);
  properties[PROPERTY_SELECTED] = g_param_spec_string ("selected", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[ZONE_ACTIVATED] = g_signal_new ("zone-activated", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                          G_TYPE_STRING);
  signals[POINTS_WANTED] = g_signal_new ("points-wanted", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                         G_TYPE_STRING, G_TYPE_INT);
  signals[PLACES_CHANGED] = g_signal_new ("places-changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                          G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "scalpmap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "map.nth", "i", nth_action);
  gtk_widget_class_install_action (widget_class, "map.more", "i", more_action);
  gtk_widget_class_install_action (widget_class, "map.next-view", NULL, next_view_action);
  gtk_widget_class_install_property_action (widget_class, "map.heat", "heat");
  add_keys (widget_class);
}

static void
add_pointer (ClinicScalpMap *self)
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

static void
clinic_scalp_map_init (ClinicScalpMap *self)
{
  self->editable = TRUE;
  self->children = g_ptr_array_new ();

  for (guint i = 0; i < CLINIC_SCALP_N_LAYERS; i++)
    self->layers[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) holding_free);

  /* A head has its left on the same side in every language. */
  gtk_widget_set_direction (GTK_WIDGET (self), GTK_TEXT_DIR_LTR);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Map of the scalp"), -1);
  add_pointer (self);
  make_children (self);
}

GtkWidget *
clinic_scalp_map_new (void)
{
  return g_object_new (CLINIC_TYPE_SCALP_MAP, NULL);
}

ClinicScalpView
clinic_scalp_map_get_view (ClinicScalpMap *self)
{
  g_return_val_if_fail (CLINIC_IS_SCALP_MAP (self), CLINIC_SCALP_TOP);

  return self->view;
}

void
clinic_scalp_map_set_view (ClinicScalpMap  *self,
                           ClinicScalpView  view)
{
  g_return_if_fail (CLINIC_IS_SCALP_MAP (self));
  g_return_if_fail (view < CLINIC_SCALP_N_VIEWS);

  if (view == self->view)
    return;

  self->view = view;
  g_clear_pointer (&self->hovered, g_free);
  make_children (self);

  if (find_child (self, self->selected) == NULL)
    clinic_scalp_map_set_selected (self, NULL);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_VIEW]);
}

void
clinic_scalp_map_set_zone (ClinicScalpMap   *self,
                           ClinicScalpLayer  layer,
                           const char       *zone,
                           guint             points,
                           const char       *places,
                           gint64            volume,
                           const char       *words)
{
  Holding *holding;

  g_return_if_fail (CLINIC_IS_SCALP_MAP (self));
  g_return_if_fail (layer < CLINIC_SCALP_N_LAYERS && zone != NULL);

  if (points == 0)
    g_hash_table_remove (self->layers[layer], zone);
  else
    {
      holding = g_new0 (Holding, 1);
      holding->points = points;
      holding->places = g_strdup (places);
      holding->volume = volume;
      holding->words = g_strdup (words);
      g_hash_table_insert (self->layers[layer], g_strdup (zone), holding);
    }

  update_children (self);
}

void
clinic_scalp_map_clear (ClinicScalpMap   *self,
                        ClinicScalpLayer  layer)
{
  g_return_if_fail (CLINIC_IS_SCALP_MAP (self));
  g_return_if_fail (layer < CLINIC_SCALP_N_LAYERS);

  g_hash_table_remove_all (self->layers[layer]);
  update_children (self);
}

const char *
clinic_scalp_map_get_selected (ClinicScalpMap *self)
{
  g_return_val_if_fail (CLINIC_IS_SCALP_MAP (self), NULL);

  return self->selected;
}

void
clinic_scalp_map_set_selected (ClinicScalpMap *self,
                               const char     *zone)
{
  g_autofree char *before = NULL;

  g_return_if_fail (CLINIC_IS_SCALP_MAP (self));

  if (g_strcmp0 (zone, self->selected) == 0)
    return;

  before = self->selected;
  self->selected = g_strdup (zone);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_SELECTED]);
}

void
clinic_scalp_map_draw (ClinicScalpMap *self,
                       cairo_t        *cr,
                       double          size)
{
  g_autoptr(GArray) marks = NULL;
  ClinicScalpLook look;

  g_return_if_fail (CLINIC_IS_SCALP_MAP (self));

  marks = list_marks (self);
  look = make_look (self);
  look.selected = NULL;
  look.hovered = NULL;
  clinic_scalp_paint_head (cr, size, &look, marks);
  clinic_scalp_paint_points (cr, size, &look, marks);
}
