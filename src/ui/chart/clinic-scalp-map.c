/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "clinic-choices.h"
#include "clinic-scalp-map-private.h"

typedef enum
{
  PROPERTY_VIEW = 1,
  PROPERTY_MALE,
  PROPERTY_HEAT,
  PROPERTY_EDITABLE,
  PROPERTY_SELECTED,
  PROPERTY_MODE,
  PROPERTY_ZOOM,
  PROPERTY_CHOSEN,
  PROPERTY_SPACING,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

typedef enum
{
  ZONE_ACTIVATED,
  ZONE_OPENED,
  ZONE_CLEARED,
  POINTS_WANTED,
  PLACES_CHANGED,
  N_SIGNALS
} Signal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ClinicScalpMap, clinic_scalp_map, GTK_TYPE_WIDGET)

GtkWidget *
clinic_scalp_map_find_child (ClinicScalpMap * self,
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
clinic_scalp_map_activate (ClinicScalpMap *self,
                           const char     *zone,
                           gboolean        digit)
{
  gboolean holds = clinic_scalp_layers_find (self->layers, CLINIC_SCALP_TODAY, zone) != NULL;

  clinic_scalp_map_set_selected (self, zone);

  if (self->mode != CLINIC_SCALP_SELECT && self->editable && !self->heat)
    {
      /* A digit only takes the cross there. */
      if (!digit && clinic_scalp_map_dab (self, self->cross, self->mode == CLINIC_SCALP_ERASE,
                                          clinic_scalp_map_get_reach (self, 10)))
        clinic_scalp_map_end_stroke (self);
    }
  else
    g_signal_emit (self, signals[holds && !digit ? ZONE_OPENED : ZONE_ACTIVATED], 0, zone);
}

ClinicScalpHolding *
clinic_scalp_map_find_shown (ClinicScalpMap *self,
                             const char     *zone)
{
  return clinic_scalp_layers_find (self->layers,
                                   self->heat ? CLINIC_SCALP_SUM : CLINIC_SCALP_TODAY, zone);
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
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 220 : 180;
  *natural = 460;
}

/* What has room is known once the map has its size, and while that is given nothing may change. */
static gboolean
resized_cb (gpointer user_data)
{
  ClinicScalpMap *self = user_data;

  self->resized = 0;
  clinic_scalp_map_update_names (self);

  return G_SOURCE_REMOVE;
}

static void
clinic_scalp_map_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  ClinicScalpMap *self = CLINIC_SCALP_MAP (widget);

  if ((width != self->width || height != self->height) && self->resized == 0)
    self->resized = g_idle_add_full (G_PRIORITY_HIGH_IDLE, resized_cb, self, NULL);

  self->width = width;
  self->height = height;
  clinic_scalp_map_place_names (self, width, height);
  clinic_scalp_map_place_whole (self, width, height);

  /* What is opened at a zone. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_POPOVER (child))
        gtk_popover_present (GTK_POPOVER (child));
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
child_activated_cb (ClinicScalpMap  *self,
                    ClinicScalpZone *child)
{
  clinic_scalp_map_activate (self, clinic_scalp_zone_get_zone (child), FALSE);
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
      gtk_widget_insert_before (child, GTK_WIDGET (self), self->whole);
      g_ptr_array_add (self->children, child);
    }

  clinic_scalp_map_update_names (self);
}

static gboolean
clinic_scalp_map_query_tooltip (GtkWidget  *widget,
                                int         x,
                                int         y,
                                gboolean    keyboard,
                                GtkTooltip *tooltip)
{
  ClinicScalpMap *self = CLINIC_SCALP_MAP (widget);
  ClinicScalpHolding *holding = clinic_scalp_map_find_shown (self, self->hovered);
  ClinicScalpHolding *reactions;
  g_autoptr(GString) text = NULL;

  if (self->hovered == NULL || keyboard)
    return FALSE;

  reactions = clinic_scalp_layers_find (self->layers, CLINIC_SCALP_REACTIONS, self->hovered);
  text = g_string_new (clinic_choice_label (clinic_zones, self->hovered));

  if (holding != NULL && holding->words != NULL)
    g_string_printf (text, _("%s: %s"), clinic_choice_label (clinic_zones, self->hovered), holding->words);

  if (reactions != NULL && reactions->words != NULL)
    g_string_append_printf (text, "\n%s", reactions->words);

  gtk_tooltip_set_text (tooltip, text->str);

  return TRUE;
}

static gboolean
clinic_scalp_map_grab_focus (GtkWidget *widget)
{
  ClinicScalpMap *self = CLINIC_SCALP_MAP (widget);
  GtkWidget *child = clinic_scalp_map_find_child (self, self->selected);

  return gtk_widget_grab_focus (child != NULL ? child : self->children->pdata[0]);
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

    case PROPERTY_MODE:
      g_value_set_int (value, self->mode);
      break;

    case PROPERTY_ZOOM:
      g_value_set_double (value, self->zoom);
      break;

    case PROPERTY_CHOSEN:
      g_value_set_uint (value, self->chosen->len);
      break;

    case PROPERTY_SPACING:
      g_value_set_double (value, self->spacing);
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

    case PROPERTY_MODE:
      clinic_scalp_map_set_mode (self, (ClinicScalpMode) g_value_get_int (value));
      return;

    case PROPERTY_ZOOM:
      clinic_scalp_map_set_zoom (self, g_value_get_double (value));
      return;

    case PROPERTY_SPACING:
      self->spacing = g_value_get_double (value);
      g_object_notify_by_pspec (object, pspec);
      return;

    case PROPERTY_CHOSEN:
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }

  clinic_scalp_map_update_names (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
clinic_scalp_map_dispose (GObject *object)
{
  ClinicScalpMap *self = CLINIC_SCALP_MAP (object);

  for (guint i = 0; i < self->children->len; i++)
    gtk_widget_unparent (self->children->pdata[i]);

  g_ptr_array_set_size (self->children, 0);
  g_clear_pointer (&self->whole, gtk_widget_unparent);
  clinic_scalp_map_drop_pictures (self);
  g_clear_handle_id (&self->resized, g_source_remove);
  g_clear_handle_id (&self->zooming, g_source_remove);

  G_OBJECT_CLASS (clinic_scalp_map_parent_class)->dispose (object);
}

static void
clinic_scalp_map_finalize (GObject *object)
{
  ClinicScalpMap *self = CLINIC_SCALP_MAP (object);

  clinic_scalp_layers_free (self->layers);
  g_ptr_array_unref (self->children);
  g_array_unref (self->chosen);
  g_clear_pointer (&self->carried, g_array_unref);
  g_free (self->selected);
  g_free (self->hovered);
  g_free (self->dragged);

  G_OBJECT_CLASS (clinic_scalp_map_parent_class)->finalize (object);
}

static void
add_signals (ClinicScalpMapClass *klass)
{
  static const char *const of_zones[] = { "zone-activated", "zone-opened", "zone-cleared" };

  for (guint i = 0; i < G_N_ELEMENTS (of_zones); i++)
    signals[ZONE_ACTIVATED + i] = g_signal_new (of_zones[i], G_TYPE_FROM_CLASS (klass),
                                                G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 1, G_TYPE_STRING);

  signals[POINTS_WANTED] = g_signal_new ("points-wanted", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                         G_TYPE_STRING, G_TYPE_INT);
  signals[PLACES_CHANGED] = g_signal_new ("places-changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                          G_TYPE_STRV);
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
  properties[PROPERTY_MODE] =
    g_param_spec_int ("mode", NULL, NULL, 0, CLINIC_SCALP_N_MODES - 1, 0, flags);
  properties[PROPERTY_ZOOM] =
    g_param_spec_double ("zoom", NULL, NULL, 1, CLINIC_SCALP_MAX_ZOOM, 1, flags);
  properties[PROPERTY_CHOSEN] =
    g_param_spec_uint ("chosen", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROPERTY_SPACING] =
    g_param_spec_double ("spacing", NULL, NULL, 1, 100, CLINIC_SCALP_SPACING, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  add_signals (klass);

  gtk_widget_class_set_css_name (widget_class, "scalpmap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_property_action (widget_class, "map.heat", "heat");
  clinic_scalp_map_add_keys (widget_class);
}

static void
clinic_scalp_map_init (ClinicScalpMap *self)
{
  self->editable = TRUE;
  self->zoom = 1;
  self->spacing = CLINIC_SCALP_SPACING;
  self->children = g_ptr_array_new ();

  self->layers = clinic_scalp_layers_new ();
  self->chosen = clinic_scalp_map_new_chosen ();

  /* A head has its left on the same side in every language. */
  gtk_widget_set_direction (GTK_WIDGET (self), GTK_TEXT_DIR_LTR);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Map of the scalp"), -1);
  clinic_scalp_map_add_pointer (self);
  clinic_scalp_map_add_zoom (self);
  clinic_scalp_map_add_whole (self);
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
  self->crossed = FALSE;
  clinic_scalp_map_choose_none (self);
  g_clear_pointer (&self->hovered, g_free);
  clinic_scalp_map_set_zoom (self, 1);
  make_children (self);

  if (clinic_scalp_map_find_child (self, self->selected) == NULL)
    clinic_scalp_map_set_selected (self, NULL);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_VIEW]);
}

/* As many as before: they are the same, wherever they lie now. */
static void
keep_chosen (ClinicScalpMap *self,
             const char     *zone,
             guint           points)
{
  ClinicScalpHolding *before = clinic_scalp_layers_find (self->layers, CLINIC_SCALP_TODAY, zone);

  if (before == NULL || before->points != points)
    clinic_scalp_map_forget_chosen (self, zone);
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

  if (layer == CLINIC_SCALP_TODAY)
    keep_chosen (self, zone, points);

  if (clinic_scalp_layers_set (self->layers, layer, zone, points, places, volume, words))
    clinic_scalp_map_update_names (self);
}

void
clinic_scalp_map_clear (ClinicScalpMap   *self,
                        ClinicScalpLayer  layer)
{
  g_return_if_fail (CLINIC_IS_SCALP_MAP (self));
  g_return_if_fail (layer < CLINIC_SCALP_N_LAYERS);

  if (layer == CLINIC_SCALP_TODAY)
    clinic_scalp_map_choose_none (self);

  clinic_scalp_layers_clear (self->layers, layer);
  clinic_scalp_map_update_names (self);
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

  /* The keyboard begins to brush where the zone is. */
  if (zone != NULL)
    clinic_scalp_zone_centre (self->view, self->male, zone, &self->cross);

  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_SELECTED]);
}

void
clinic_scalp_map_set_mode (ClinicScalpMap  *self,
                           ClinicScalpMode  mode)
{
  if (mode == self->mode)
    return;

  self->mode = mode;
  clinic_scalp_map_choose_none (self);
  self->crossed = mode != CLINIC_SCALP_SELECT && gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   mode == CLINIC_SCALP_SELECT ? NULL : "crosshair");
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_MODE]);
}

void
clinic_scalp_map_set_zoom (ClinicScalpMap *self,
                           double          zoom)
{
  double wanted = CLAMP (zoom, 1, CLINIC_SCALP_MAX_ZOOM);

  /* Almost all of it is all of it. */
  if (wanted < 1.02)
    wanted = 1;

  if (wanted == self->zoom)
    return;

  if (self->zoom <= 1)
    self->centre = clinic_scalp_map_get_middle (self);

  self->zoom = wanted;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_ZOOM]);
}

const char *
clinic_scalp_map_pick (ClinicScalpMap *self,
                       double          x,
                       double          y)
{
  ClinicScalpPoint at;

  g_return_val_if_fail (CLINIC_IS_SCALP_MAP (self), NULL);

  at = clinic_scalp_map_to_view (self, x, y);

  return clinic_scalp_zone_at (self->view, self->male, at.x, at.y);
}
