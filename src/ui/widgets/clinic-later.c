/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-later.h"

struct _ClinicLater
{
  AdwBin parent_instance;

  GType type;
};

typedef enum
{
  PROPERTY_TYPE = 1,
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
  adw_bin_set_child (ADW_BIN (self), widget);
  g_object_unref (widget);
}

static void
clinic_later_map (GtkWidget *widget)
{
  make (CLINIC_LATER (widget));

  GTK_WIDGET_CLASS (clinic_later_parent_class)->map (widget);
}

static gboolean
clinic_later_grab_focus (GtkWidget *widget)
{
  GtkWidget *child;

  make (CLINIC_LATER (widget));
  child = adw_bin_get_child (ADW_BIN (widget));

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
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_later_class_init (ClinicLaterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = clinic_later_get_property;
  object_class->set_property = clinic_later_set_property;
  widget_class->map = clinic_later_map;
  widget_class->grab_focus = clinic_later_grab_focus;

  properties[PROPERTY_TYPE] =
    g_param_spec_gtype ("type", NULL, NULL, G_TYPE_NONE,
                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
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
