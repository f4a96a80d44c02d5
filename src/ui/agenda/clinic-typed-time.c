/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-date.h"
#include "clinic-locale.h"
#include "clinic-typed-time.h"

struct _ClinicTypedTime
{
  GObject parent_instance;

  char *today;                  /* NULL: not known yet */
  char *date;                   /* never NULL */
  char *time;                   /* never NULL */
};

typedef enum
{
  PROPERTY_DATE = 1,
  PROPERTY_TIME,
  PROPERTY_DAY,
  PROPERTY_DATE_TITLE,
  PROPERTY_DATE_WRONG,
  PROPERTY_TIME_WRONG,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

static guint typed_signal;

G_DEFINE_FINAL_TYPE (ClinicTypedTime, clinic_typed_time, G_TYPE_OBJECT)

static char *
dup_day (ClinicTypedTime * self)
{
  return self->today != NULL ? clinic_locale_parse_date (self->date, self->today, TRUE) : NULL;
}

static char *
dup_date_title (ClinicTypedTime *self)
{
  g_autofree char *day = dup_day (self);
  g_autofree char *weekday = NULL;

  if (day == NULL)
    return g_strdup (_("Date"));

  weekday = clinic_locale_weekday (clinic_date_weekday (day), FALSE);

  return g_strdup_printf (_("Date (%s)"), weekday);
}

/* @read: taken over. */
static gboolean
is_wrong (ClinicTypedTime *self,
          char            *read)
{
  g_autofree char *text = read;

  return self->today != NULL && text == NULL;
}

static void
tell (ClinicTypedTime *self)
{
  for (guint i = PROPERTY_DATE; i < N_PROPERTIES; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static void
type (ClinicTypedTime  *self,
      char            **text,
      const char       *typed)
{
  if (self->today == NULL || g_strcmp0 (*text, typed) == 0)
    return;

  g_free (*text);
  *text = g_strdup (typed != NULL ? typed : "");
  tell (self);
  g_signal_emit (self, typed_signal, 0);
}

static void
clinic_typed_time_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ClinicTypedTime *self = CLINIC_TYPED_TIME (object);

  switch ((Property) property_id)
    {
    case PROPERTY_DATE:
      g_value_set_string (value, self->date);
      break;

    case PROPERTY_TIME:
      g_value_set_string (value, self->time);
      break;

    case PROPERTY_DAY:
      g_value_take_string (value, dup_day (self));
      break;

    case PROPERTY_DATE_TITLE:
      g_value_take_string (value, dup_date_title (self));
      break;

    case PROPERTY_DATE_WRONG:
      g_value_set_boolean (value, is_wrong (self, dup_day (self)));
      break;

    case PROPERTY_TIME_WRONG:
      g_value_set_boolean (value, is_wrong (self, clinic_locale_parse_time (self->time)));
      break;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_typed_time_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  ClinicTypedTime *self = CLINIC_TYPED_TIME (object);

  if (property_id == PROPERTY_DATE)
    type (self, &self->date, g_value_get_string (value));
  else if (property_id == PROPERTY_TIME)
    type (self, &self->time, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_typed_time_finalize (GObject *object)
{
  ClinicTypedTime *self = CLINIC_TYPED_TIME (object);

  g_free (self->today);
  g_free (self->date);
  g_free (self->time);

  G_OBJECT_CLASS (clinic_typed_time_parent_class)->finalize (object);
}

static void
clinic_typed_time_class_init (ClinicTypedTimeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamFlags writable = readable | G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = clinic_typed_time_get_property;
  object_class->set_property = clinic_typed_time_set_property;
  object_class->finalize = clinic_typed_time_finalize;

  properties[PROPERTY_DATE] = g_param_spec_string ("date", NULL, NULL, "", writable);
  properties[PROPERTY_TIME] = g_param_spec_string ("time", NULL, NULL, "", writable);
  properties[PROPERTY_DAY] = g_param_spec_string ("day", NULL, NULL, NULL, readable);
  properties[PROPERTY_DATE_TITLE] = g_param_spec_string ("date-title", NULL, NULL, NULL, readable);
  properties[PROPERTY_DATE_WRONG] = g_param_spec_boolean ("date-wrong", NULL, NULL, FALSE, readable);
  properties[PROPERTY_TIME_WRONG] = g_param_spec_boolean ("time-wrong", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  typed_signal = g_signal_new ("typed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                               NULL, NULL, G_TYPE_NONE, 0);
}

static void
clinic_typed_time_init (ClinicTypedTime *self)
{
  self->date = g_strdup ("");
  self->time = g_strdup ("");
}

ClinicTypedTime *
clinic_typed_time_new (void)
{
  return g_object_new (CLINIC_TYPE_TYPED_TIME, NULL);
}

void
clinic_typed_time_set_today (ClinicTypedTime *self,
                             const char      *today)
{
  g_return_if_fail (CLINIC_IS_TYPED_TIME (self) && clinic_date_is_valid (today));

  g_free (self->today);
  self->today = g_strdup (today);
  tell (self);
}

void
clinic_typed_time_set_wall (ClinicTypedTime *self,
                            const char      *wall)
{
  gboolean whole = clinic_wall_is_valid (wall);
  g_autofree char *date = whole ? clinic_wall_dup_date (wall) : g_strdup (wall);

  g_return_if_fail (CLINIC_IS_TYPED_TIME (self) && clinic_date_is_valid (date));

  g_free (self->date);
  self->date = clinic_locale_date_entry (date);

  if (whole)
    {
      g_free (self->time);
      self->time = clinic_locale_time (wall);
    }

  tell (self);
}

char *
clinic_typed_time_dup_wall (ClinicTypedTime *self)
{
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  g_return_val_if_fail (CLINIC_IS_TYPED_TIME (self), NULL);

  day = dup_day (self);
  time = clinic_locale_parse_time (self->time);

  return day != NULL && time != NULL ? g_strconcat (day, "T", time, NULL) : NULL;
}
