/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-chart-warning.h"

struct _ClinicChartWarning
{
  GObject parent_instance;

  char    *kind;
  char    *text;
  char    *detail;
  char    *advice;      /* NULL: none */
};

enum
{
  PROP_KIND = 1,
  PROP_TEXT,
  PROP_DETAIL,
  PROP_ICON_NAME,
  PROP_TIP,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicChartWarning, clinic_chart_warning, G_TYPE_OBJECT)

static const char *
get_icon_name (const char *kind)
{
  if (g_strcmp0 (kind, "stop") == 0)
    return "dialog-error-symbolic";

  return g_strcmp0 (kind, "warn") == 0 ? "dialog-warning-symbolic" : "dialog-information-symbolic";
}

static void
clinic_chart_warning_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *spec)
{
  ClinicChartWarning *self = CLINIC_CHART_WARNING (object);

  switch (id)
    {
    case PROP_KIND:
      g_value_set_string (value, self->kind);
      break;

    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;

    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;

    case PROP_ICON_NAME:
      g_value_set_string (value, get_icon_name (self->kind));
      break;

    case PROP_TIP:
      g_value_set_string (value, self->advice != NULL ? self->advice : self->detail);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
clinic_chart_warning_finalize (GObject *object)
{
  ClinicChartWarning *self = CLINIC_CHART_WARNING (object);

  g_free (self->kind);
  g_free (self->text);
  g_free (self->detail);
  g_free (self->advice);
  G_OBJECT_CLASS (clinic_chart_warning_parent_class)->finalize (object);
}

static void
clinic_chart_warning_class_init (ClinicChartWarningClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = clinic_chart_warning_get_property;
  object_class->finalize = clinic_chart_warning_finalize;

  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_TIP] = g_param_spec_string ("tip", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
clinic_chart_warning_init (ClinicChartWarning *self)
{
}

ClinicChartWarning *
clinic_chart_warning_new (const char *kind,
                          const char *text,
                          const char *detail,
                          const char *advice)
{
  ClinicChartWarning *self = g_object_new (CLINIC_TYPE_CHART_WARNING, NULL);

  self->kind = g_strdup (kind);
  self->text = g_strdup (text);
  self->detail = g_strdup (detail != NULL ? detail : "");
  self->advice = g_strdup (advice);

  return self;
}

const char *
clinic_chart_warning_get_kind (ClinicChartWarning *self)
{
  g_return_val_if_fail (CLINIC_IS_CHART_WARNING (self), NULL);

  return self->kind;
}

const char *
clinic_chart_warning_get_text (ClinicChartWarning *self)
{
  g_return_val_if_fail (CLINIC_IS_CHART_WARNING (self), NULL);

  return self->text;
}

static int
weigh (const char *kind)
{
  if (g_strcmp0 (kind, "stop") == 0)
    return 0;

  return g_strcmp0 (kind, "warn") == 0 ? 1 : 2;
}

int
clinic_chart_warning_compare (gconstpointer a,
                              gconstpointer b)
{
  const ClinicChartWarning *first = *(ClinicChartWarning *const *) a;
  const ClinicChartWarning *second = *(ClinicChartWarning *const *) b;

  return weigh (first->kind) - weigh (second->kind);
}
