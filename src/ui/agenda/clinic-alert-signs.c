/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-alert-signs.h"
#include "clinic-closures.h"

struct _ClinicAlertSigns
{
  GtkBox parent_instance;

  ClinicVisit *visit;
};

typedef enum
{
  PROPERTY_VISIT = 1,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicAlertSigns, clinic_alert_signs, GTK_TYPE_BOX)

static char *
say_allergies (GObject * object,
               gint64 number)
{
  return g_strdup_printf (ngettext ("%d allergy", "%d allergies", (gulong) number), (int) number);
}

static char *
say_conditions (GObject *object,
                gint64   number)
{
  return g_strdup_printf (ngettext ("%d condition to mind", "%d conditions to mind",
                                    (gulong) number), (int) number);
}

static char *
say_reactions (GObject *object,
               gint64   number)
{
  return g_strdup_printf (ngettext ("%d open reaction", "%d open reactions", (gulong) number),
                          (int) number);
}

static void
clinic_alert_signs_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  ClinicAlertSigns *self = CLINIC_ALERT_SIGNS (object);

  if (property_id == PROPERTY_VISIT)
    g_value_set_object (value, self->visit);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_alert_signs_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  if (property_id == PROPERTY_VISIT)
    clinic_alert_signs_set_visit (CLINIC_ALERT_SIGNS (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_alert_signs_dispose (GObject *object)
{
  ClinicAlertSigns *self = CLINIC_ALERT_SIGNS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_ALERT_SIGNS);
  g_clear_object (&self->visit);

  G_OBJECT_CLASS (clinic_alert_signs_parent_class)->dispose (object);
}

static void
clinic_alert_signs_class_init (ClinicAlertSignsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinic_alert_signs_dispose;
  object_class->get_property = clinic_alert_signs_get_property;
  object_class->set_property = clinic_alert_signs_set_property;

  properties[PROPERTY_VISIT] =
    g_param_spec_object ("visit", NULL, NULL, CLINIC_TYPE_VISIT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-alert-signs.ui");
  clinic_closures_bind (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, say_allergies);
  gtk_widget_class_bind_template_callback (widget_class, say_conditions);
  gtk_widget_class_bind_template_callback (widget_class, say_reactions);
}

static void
clinic_alert_signs_init (ClinicAlertSigns *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinic_alert_signs_set_visit (ClinicAlertSigns *self,
                              ClinicVisit      *visit)
{
  if (g_set_object (&self->visit, visit))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_VISIT]);
}
