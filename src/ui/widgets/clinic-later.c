/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-later.h"
#include "clinic-present.h"

/* Before a picture is drawn, after input. */
#define PRIORITY (GDK_PRIORITY_REDRAW - 1)

struct _ClinicLater
{
  AdwBin parent_instance;

  GType    type;
  gboolean soon;
  guint    source;
  guint    pieces;      /* its sizes are found out in */
};

typedef enum
{
  PROPERTY_TYPE = 1,
  PROPERTY_SOON,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

typedef enum
{
  MAKE,
  MADE,
  N_SIGNALS
} Signal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ClinicLater, clinic_later, ADW_TYPE_BIN)

static void
make (ClinicLater *self)
{
  GtkWidget *widget = NULL;

  if (adw_bin_get_child (ADW_BIN (self)) != NULL)
    return;

  if (self->type != G_TYPE_NONE)
    widget = g_object_ref_sink (g_object_new (self->type, NULL));
  else
    g_signal_emit (self, signals[MAKE], 0, &widget);

  if (widget == NULL)
    return;

  g_signal_emit (self, signals[MADE], 0, widget);
  gtk_widget_set_child_visible (widget, !self->soon);
  adw_bin_set_child (ADW_BIN (self), widget);
  g_object_unref (widget);
}

/* What was not drawn yet does not have itself drawn: it counts as waiting for that already, and whoever is around it
 * knows nothing of it. */
static void
reveal (ClinicLater *self,
        GtkWidget   *child)
{
  gtk_widget_set_child_visible (child, TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_there (ClinicLater *self)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (self));

  return child != NULL && gtk_widget_get_child_visible (child);
}

/* Made in one turn, measured in others, then seen. */
static gboolean
make_cb (gpointer user_data)
{
  ClinicLater *self = user_data;
  GtkWidget *child = adw_bin_get_child (ADW_BIN (self));

  if (child == NULL)
    make (self);
  else if (clinic_present_measure (child, &self->pieces))
    reveal (self, child);

  if (adw_bin_get_child (ADW_BIN (self)) != NULL && !is_there (self))
    return G_SOURCE_CONTINUE;

  self->source = 0;

  return G_SOURCE_REMOVE;
}

static void
clinic_later_map (GtkWidget *widget)
{
  ClinicLater *self = CLINIC_LATER (widget);

  if (!self->soon)
    make (self);
  else if (self->source == 0 && !is_there (self))
    self->source = g_idle_add_full (PRIORITY, make_cb, self, NULL);

  GTK_WIDGET_CLASS (clinic_later_parent_class)->map (widget);
}

static void
clinic_later_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (clinic_later_parent_class)->unmap (widget);

  g_clear_handle_id (&CLINIC_LATER (widget)->source, g_source_remove);
}

static gboolean
clinic_later_grab_focus (GtkWidget *widget)
{
  GtkWidget *child;

  make (CLINIC_LATER (widget));
  child = adw_bin_get_child (ADW_BIN (widget));

  if (child != NULL)
    reveal (CLINIC_LATER (widget), child);

  return child != NULL && gtk_widget_grab_focus (child);
}

static void
clinic_later_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  if (property_id == PROPERTY_TYPE)
    g_value_set_gtype (value, CLINIC_LATER (object)->type);
  else if (property_id == PROPERTY_SOON)
    g_value_set_boolean (value, CLINIC_LATER (object)->soon);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_later_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  if (property_id == PROPERTY_TYPE)
    CLINIC_LATER (object)->type = g_value_get_gtype (value);
  else if (property_id == PROPERTY_SOON)
    CLINIC_LATER (object)->soon = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_later_dispose (GObject *object)
{
  g_clear_handle_id (&CLINIC_LATER (object)->source, g_source_remove);

  G_OBJECT_CLASS (clinic_later_parent_class)->dispose (object);
}

static void
clinic_later_class_init (ClinicLaterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = clinic_later_get_property;
  object_class->set_property = clinic_later_set_property;
  object_class->dispose = clinic_later_dispose;
  widget_class->map = clinic_later_map;
  widget_class->unmap = clinic_later_unmap;
  widget_class->grab_focus = clinic_later_grab_focus;

  properties[PROPERTY_TYPE] =
    g_param_spec_gtype ("type", NULL, NULL, G_TYPE_NONE,
                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROPERTY_SOON] =
    g_param_spec_boolean ("soon", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[MAKE] = g_signal_new ("make", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                g_signal_accumulator_first_wins, NULL, NULL, GTK_TYPE_WIDGET, 0);
  signals[MADE] = g_signal_new ("made", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, GTK_TYPE_WIDGET);
}

static void
clinic_later_init (ClinicLater *self)
{
  self->type = G_TYPE_NONE;
}

GtkWidget *
clinic_later_make (ClinicLater *self)
{
  g_return_val_if_fail (CLINIC_IS_LATER (self), NULL);

  make (self);

  return adw_bin_get_child (ADW_BIN (self));
}

GtkWidget *
clinic_later_get_made (ClinicLater *self)
{
  g_return_val_if_fail (CLINIC_IS_LATER (self), NULL);

  return adw_bin_get_child (ADW_BIN (self));
}
