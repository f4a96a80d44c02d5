/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "clinic-choices.h"
#include "clinic-scalp-map-private.h"

/* How far a name may spill over its zone. */
#define SPILL 1.25

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

ClinicScalpHolding *
clinic_scalp_map_find_today (ClinicScalpMap * self,
                             const char     *zone)
{
  return clinic_scalp_layers_find (self->layers, CLINIC_SCALP_TODAY, zone);
}

GArray *
clinic_scalp_map_get_places (ClinicScalpMap     *self,
                             const char         *zone,
                             ClinicScalpHolding *holding)
{
  return clinic_scalp_holding_get_places (holding, zone, self->view, self->male);
}

double
clinic_scalp_map_get_size (ClinicScalpMap *self,
                           double         *x,
                           double         *y)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double size = MIN (width, height) * CLINIC_SCALP_ZOOM;

  *x = (width - size) / 2;
  *y = (height - size) / 2;

  return size;
}

ClinicScalpPoint
clinic_scalp_map_to_view (ClinicScalpMap *self,
                          double          x,
                          double          y)
{
  double left;
  double top;
  double size = MAX (clinic_scalp_map_get_size (self, &left, &top), 1);
  ClinicScalpPoint point = {
    (x - left) * CLINIC_SCALP_SIZE / size, (y - top) * CLINIC_SCALP_SIZE / size
  };

  return point;
}

GtkWidget *
clinic_scalp_map_find_child (ClinicScalpMap *self,
                             const char     *zone)
{
  for (guint i = 0; i < self->children->len; i++)
    {
      if (g_strcmp0 (clinic_scalp_zone_get_zone (self->children->pdata[i]), zone) == 0)
        return self->children->pdata[i];
    }

  return NULL;
}

void
clinic_scalp_map_activate (ClinicScalpMap  *self,
                           ClinicScalpZone *child)
{
  const char *zone = clinic_scalp_zone_get_zone (child);

  clinic_scalp_map_set_selected (self, zone);
  g_signal_emit (self, signals[ZONE_ACTIVATED], 0, zone);
}

/* What is shown of a zone: today's, or the course's as heat. */
static ClinicScalpHolding *
find_shown (ClinicScalpMap *self,
            const char     *zone)
{
  return clinic_scalp_layers_find (self->layers,
                                   self->heat ? CLINIC_SCALP_COURSE : CLINIC_SCALP_TODAY, zone);
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

/* A name that is wider than its zone would cover others; left and right are named alike. */
static gboolean
lacks_room (ClinicScalpMap  *self,
            ClinicScalpZone *child,
            double           size)
{
  const char *zone = clinic_scalp_zone_get_zone (child);
  double room = clinic_scalp_zone_room (self->view, self->male, zone) * size / CLINIC_SCALP_SIZE;
  int width;
  int other;

  clinic_scalp_zone_measure (child, clinic_choice_label (clinic_zones, zone), &width, NULL);
  clinic_scalp_zone_measure (child, clinic_choice_label (clinic_zones, clinic_scalp_mirror (zone)),
                             &other, NULL);

  return MAX (width, other) > room * SPILL;
}

/* Where a child would lie, about the centre of its zone. */
static graphene_rect_t
get_place (ClinicScalpMap  *self,
           ClinicScalpZone *child,
           gboolean         brief,
           gboolean         counted,
           double           size)
{
  const char *zone = clinic_scalp_zone_get_zone (child);
  ClinicScalpPoint centre = { 0, 0 };
  int width;
  int height;

  clinic_scalp_zone_centre (self->view, self->male, zone, &centre);
  clinic_scalp_zone_measure (child, brief ? "000" : clinic_choice_label (clinic_zones, zone), &width,
                             &height);
  height *= counted && !brief ? 2 : 1;

  return GRAPHENE_RECT_INIT (centre.x * size / CLINIC_SCALP_SIZE - width / 2.0,
                             centre.y * size / CLINIC_SCALP_SIZE - height / 2.0, width, height);
}

static gboolean
is_taken (GArray                *taken,
          const graphene_rect_t *place)
{
  for (guint i = 0; i < taken->len; i++)
    {
      if (graphene_rect_intersection (&g_array_index (taken, graphene_rect_t, i), place, NULL))
        return TRUE;
    }

  return FALSE;
}

static void
update_child (ClinicScalpMap  *self,
              ClinicScalpZone *child,
              GArray          *taken)
{
  ClinicScalpHolding *holding = find_shown (self, clinic_scalp_zone_get_zone (child));
  gboolean counted = holding != NULL && holding->points > 0;
  double x;
  double y;
  double size = clinic_scalp_map_get_size (self, &x, &y);
  graphene_rect_t place = get_place (self, child, FALSE, counted, size);
  gboolean brief = size > 0 && (lacks_room (self, child, size) || is_taken (taken, &place));

  clinic_scalp_zone_set (child, counted ? holding->points : 0, counted ? holding->words : NULL,
                         brief);

  if (brief)
    place = get_place (self, child, TRUE, counted, size);

  if (!brief || counted)
    g_array_append_val (taken, place);
}

/* Those that hold something are named before those that do not. */
static void
update_children (ClinicScalpMap *self)
{
  g_autoptr(GArray) taken = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));

  for (int round = 0; round < 2; round++)
    {
      for (guint i = 0; i < self->children->len; i++)
        {
          ClinicScalpZone *child = self->children->pdata[i];

          if ((find_shown (self, clinic_scalp_zone_get_zone (child)) == NULL) == (round == 1))
            update_child (self, child, taken);
        }
    }

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What has room is known once the map has its size, and while that is given nothing may change. */
static gboolean
resized_cb (gpointer user_data)
{
  ClinicScalpMap *self = user_data;

  self->resized = 0;
  update_children (self);

  return G_SOURCE_REMOVE;
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
  double size = clinic_scalp_map_get_size (self, &left, &top);

  if (size != self->size && self->resized == 0)
    self->resized = g_idle_add_full (G_PRIORITY_HIGH_IDLE, resized_cb, self, NULL);

  self->size = size;

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
      g_signal_connect_object (child, "activated", G_CALLBACK (clinic_scalp_map_activate), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_parent (child, GTK_WIDGET (self));
      g_ptr_array_add (self->children, child);
    }

  update_children (self);
}

static gboolean
clinic_scalp_map_query_tooltip (GtkWidget  *widget,
                                int         x,
                                int         y,
                                gboolean    keyboard,
                                GtkTooltip *tooltip)
{
  ClinicScalpMap *self = CLINIC_SCALP_MAP (widget);
  ClinicScalpHolding *holding = find_shown (self, self->hovered);
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

static gboolean
clinic_scalp_map_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
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
      clinic_scalp_layers_forget (self->layers);
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
  g_clear_object (&self->plate);
  g_clear_object (&self->marks);
  g_clear_handle_id (&self->resized, g_source_remove);

  G_OBJECT_CLASS (clinic_scalp_map_parent_class)->dispose (object);
}

static void
clinic_scalp_map_finalize (GObject *object)
{
  ClinicScalpMap *self = CLINIC_SCALP_MAP (object);

  clinic_scalp_layers_free (self->layers);
  g_ptr_array_unref (self->children);
  g_free (self->selected);
  g_free (self->hovered);
  g_free (self->plate_key);
  g_free (self->marks_key);
  g_free (self->dragged);

  G_OBJECT_CLASS (clinic_scalp_map_parent_class)->finalize (object);
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
  gtk_widget_class_install_property_action (widget_class, "map.heat", "heat");
  clinic_scalp_map_add_keys (widget_class);
}

static void
clinic_scalp_map_init (ClinicScalpMap *self)
{
  self->editable = TRUE;
  self->children = g_ptr_array_new ();

  self->layers = clinic_scalp_layers_new ();

  /* A head has its left on the same side in every language. */
  gtk_widget_set_direction (GTK_WIDGET (self), GTK_TEXT_DIR_LTR);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Map of the scalp"), -1);
  clinic_scalp_map_add_pointer (self);
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

  if (clinic_scalp_map_find_child (self, self->selected) == NULL)
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
  g_return_if_fail (CLINIC_IS_SCALP_MAP (self));
  g_return_if_fail (layer < CLINIC_SCALP_N_LAYERS && zone != NULL);

  if (clinic_scalp_layers_set (self->layers, layer, zone, points, places, volume, words))
    update_children (self);
}

void
clinic_scalp_map_clear (ClinicScalpMap   *self,
                        ClinicScalpLayer  layer)
{
  g_return_if_fail (CLINIC_IS_SCALP_MAP (self));
  g_return_if_fail (layer < CLINIC_SCALP_N_LAYERS);

  clinic_scalp_layers_clear (self->layers, layer);
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
