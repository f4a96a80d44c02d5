/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-closures.h"
#include "clinic-locale.h"
#include "clinic-record.h"
#include "clinic-today-card.h"

struct _ClinicTodayCard
{
  GtkButton parent_instance;

  gint64  figure;
  char   *caption;
};

typedef enum
{
  PROPERTY_FIGURE = 1,
  PROPERTY_CAPTION,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicTodayCard, clinic_today_card, GTK_TYPE_BUTTON)

/* The texts of a button's own making are not read out. */
static void
name_it (ClinicTodayCard *self)
{
  g_autofree char *figure = NULL;
  g_autofree char *name = NULL;

  if (self->caption == NULL)
    return;

  figure = clinic_locale_number (self->figure);

  /* Translators: what a card of the day says, read aloud: what is counted, how many */
  name = *figure != '\0' ? g_strdup_printf (C_("card", "%s: %s"), self->caption, figure)
                          : g_strdup (self->caption);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
clinic_today_card_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ClinicTodayCard *self = CLINIC_TODAY_CARD (object);

  switch ((Property) property_id)
    {
    case PROPERTY_FIGURE:
      g_value_set_int64 (value, self->figure);
      break;

    case PROPERTY_CAPTION:
      g_value_set_string (value, self->caption);
      break;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_today_card_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  ClinicTodayCard *self = CLINIC_TODAY_CARD (object);

  switch ((Property) property_id)
    {
    case PROPERTY_FIGURE:
      clinic_today_card_set_figure (self, g_value_get_int64 (value));
      break;

    case PROPERTY_CAPTION:
      g_free (self->caption);
      self->caption = g_value_dup_string (value);
      name_it (self);
      break;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_today_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_TODAY_CARD);

  G_OBJECT_CLASS (clinic_today_card_parent_class)->dispose (object);
}

static void
clinic_today_card_finalize (GObject *object)
{
  g_free (CLINIC_TODAY_CARD (object)->caption);

  G_OBJECT_CLASS (clinic_today_card_parent_class)->finalize (object);
}

static void
clinic_today_card_class_init (ClinicTodayCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinic_today_card_dispose;
  object_class->finalize = clinic_today_card_finalize;
  object_class->get_property = clinic_today_card_get_property;
  object_class->set_property = clinic_today_card_set_property;

  properties[PROPERTY_FIGURE] =
    g_param_spec_int64 ("figure", NULL, NULL, G_MININT64, G_MAXINT64, CLINIC_UNKNOWN,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROPERTY_CAPTION] =
    g_param_spec_string ("caption", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-today-card.ui");
  clinic_closures_bind (widget_class);
}

static void
clinic_today_card_init (ClinicTodayCard *self)
{
  self->figure = CLINIC_UNKNOWN;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinic_today_card_set_figure (ClinicTodayCard *self,
                              gint64           figure)
{
  if (self->figure == figure)
    return;

  self->figure = figure;
  name_it (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_FIGURE]);
}
