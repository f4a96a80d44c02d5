/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-chart-part.h"

typedef struct
{
  ClinicChartModel *model;
  GSignalGroup     *signals;
} ClinicChartPartPrivate;

enum
{
  PROP_MODEL = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ClinicChartPart, clinic_chart_part, ADW_TYPE_BIN)

static void
sheet_changed_cb (ClinicChartPart *self)
{
  ClinicChartPartPrivate *priv = clinic_chart_part_get_instance_private (self);
  ClinicChartPartClass *klass = CLINIC_CHART_PART_GET_CLASS (self);
  ClinicChartSheet *sheet = priv->model != NULL ? clinic_chart_model_get_sheet (priv->model) : NULL;

  if (sheet != NULL)
    klass->show (self, priv->model, sheet);
  else if (klass->empty != NULL)
    klass->empty (self);
}

static void
clinic_chart_part_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *spec)
{
  if (id == PROP_MODEL)
    g_value_set_object (value, clinic_chart_part_get_model (CLINIC_CHART_PART (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
clinic_chart_part_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *spec)
{
  if (id == PROP_MODEL)
    clinic_chart_part_set_model (CLINIC_CHART_PART (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
clinic_chart_part_dispose (GObject *object)
{
  ClinicChartPartPrivate *priv = clinic_chart_part_get_instance_private (CLINIC_CHART_PART (object));

  g_clear_object (&priv->signals);
  g_clear_object (&priv->model);
  G_OBJECT_CLASS (clinic_chart_part_parent_class)->dispose (object);
}

static void
clinic_chart_part_class_init (ClinicChartPartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = clinic_chart_part_get_property;
  object_class->set_property = clinic_chart_part_set_property;
  object_class->dispose = clinic_chart_part_dispose;

  properties[PROP_MODEL] =
    g_param_spec_object ("model", NULL, NULL, CLINIC_TYPE_CHART_MODEL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
clinic_chart_part_init (ClinicChartPart *self)
{
  ClinicChartPartPrivate *priv = clinic_chart_part_get_instance_private (self);

  priv->signals = g_signal_group_new (CLINIC_TYPE_CHART_MODEL);
  g_signal_group_connect_swapped (priv->signals, "notify::sheet", G_CALLBACK (sheet_changed_cb),
                                  self);
}

ClinicChartModel *
clinic_chart_part_get_model (ClinicChartPart *self)
{
  ClinicChartPartPrivate *priv = clinic_chart_part_get_instance_private (self);

  return priv->model;
}

void
clinic_chart_part_set_model (ClinicChartPart  *self,
                             ClinicChartModel *model)
{
  ClinicChartPartPrivate *priv = clinic_chart_part_get_instance_private (self);

  g_return_if_fail (CLINIC_IS_CHART_PART (self));

  if (priv->signals == NULL || !g_set_object (&priv->model, model))
    return;

  g_signal_group_set_target (priv->signals, model);
  sheet_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}
