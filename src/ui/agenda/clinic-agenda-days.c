/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-agenda-column.h"
#include "clinic-agenda-days.h"
#include "clinic-agenda-range.h"
#include "clinic-date.h"
#include "clinic-visit.h"

struct _ClinicAgendaDays
{
  GObject parent_instance;

  ClinicDesk   *desk;
  char         *date;
  gboolean      week;
  gint64        practitioner;
  char         *wanted;         /* a date or wall time to go to once it is there */
  GPtrArray    *visits;
  GArray       *slots;          /* in place of visits; else NULL */
  gboolean      known;          /* the visits were loaded */
  GCancellable *loading;
};

typedef enum
{
  PROPERTY_DATE = 1,
  PROPERTY_MODE,
  PROPERTY_PRACTITIONER,
  PROPERTY_TITLE,
  PROPERTY_COUNT_WORDS,
  PROPERTY_EMPTY,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

static guint loaded_signal;

G_DEFINE_FINAL_TYPE (ClinicAgendaDays, clinic_agenda_days, G_TYPE_OBJECT)

static void
tell (ClinicAgendaDays * self,
      Property           first,
      Property           last)
{
  for (Property i = first; i <= last; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static char *
dup_title (ClinicAgendaDays *self)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (self->date == NULL)
    return g_strdup ("");

  first = clinic_agenda_days_dup_first (self);
  last = clinic_date_add_days (first, self->week ? 6 : 0);

  return clinic_agenda_range_dup_title (first, last);
}

static guint
count_visits (ClinicAgendaDays *self)
{
  guint n_visits = clinic_agenda_range_count (self->visits);

  for (guint i = 0; self->slots != NULL && i < self->slots->len; i++)
    n_visits += g_array_index (self->slots, ClinicVisitSlot, i).visits;

  return n_visits;
}

static char *
dup_count_words (ClinicAgendaDays *self)
{
  guint n_visits = count_visits (self);

  if (!self->known)
    return g_strdup ("");

  return g_strdup_printf (ngettext ("%u visit", "%u visits", n_visits), n_visits);
}

/* Other days were asked for meanwhile, or the page is gone. */
static gboolean
is_over (ClinicAgendaDays *self,
         const GError     *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->desk == NULL)
    return TRUE;

  g_clear_object (&self->loading);

  return FALSE;
}

static void
take (ClinicAgendaDays *self,
      GPtrArray        *visits,
      GArray           *slots)
{
  g_ptr_array_unref (self->visits);
  g_clear_pointer (&self->slots, g_array_unref);
  self->visits = visits;
  self->slots = slots;
  self->known = TRUE;
  tell (self, PROPERTY_COUNT_WORDS, PROPERTY_EMPTY);
}

static void
slots_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(ClinicAgendaDays) self = user_data;
  g_autoptr(GArray) slots = NULL;
  g_autoptr(GError) error = NULL;

  slots = clinic_worker_run_finish (CLINIC_WORKER (source), result, &error);

  if (is_over (self, error))
    return;

  if (slots != NULL)
    take (self, g_ptr_array_new (), g_steal_pointer (&slots));

  g_signal_emit (self, loaded_signal, 0, error);
}

static void
visits_loaded_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(ClinicAgendaDays) self = user_data;
  g_autoptr(GPtrArray) visits = NULL;
  g_autoptr(GError) error = NULL;

  visits = clinic_worker_run_finish (CLINIC_WORKER (source), result, &error);

  if (is_over (self, error))
    return;

  if (visits != NULL)
    take (self, g_steal_pointer (&visits), NULL);

  g_signal_emit (self, loaded_signal, 0, error);
}

static void
set_mode (ClinicAgendaDays *self,
          const char       *mode)
{
  gboolean week = g_strcmp0 (mode, "week") == 0;

  if (week == self->week || (!week && g_strcmp0 (mode, "day") != 0))
    return;

  self->week = week;

  /* The week is looked at from the day that was looked at. */
  if (self->wanted == NULL)
    self->wanted = g_strdup (self->date);

  tell (self, PROPERTY_MODE, PROPERTY_TITLE);
}

static void
clinic_agenda_days_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  ClinicAgendaDays *self = CLINIC_AGENDA_DAYS (object);

  switch ((Property) property_id)
    {
    case PROPERTY_DATE:
      g_value_set_string (value, self->date);
      break;

    case PROPERTY_MODE:
      g_value_set_string (value, self->week ? "week" : "day");
      break;

    case PROPERTY_PRACTITIONER:
      g_value_set_int64 (value, self->practitioner);
      break;

    case PROPERTY_TITLE:
      g_value_take_string (value, dup_title (self));
      break;

    case PROPERTY_COUNT_WORDS:
      g_value_take_string (value, dup_count_words (self));
      break;

    case PROPERTY_EMPTY:
      g_value_set_boolean (value, self->known && self->slots == NULL && self->visits->len == 0);
      break;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_agenda_days_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  ClinicAgendaDays *self = CLINIC_AGENDA_DAYS (object);

  if (property_id == PROPERTY_MODE)
    set_mode (self, g_value_get_string (value));
  else if (property_id == PROPERTY_PRACTITIONER)
    self->practitioner = g_value_get_int64 (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_agenda_days_finalize (GObject *object)
{
  ClinicAgendaDays *self = CLINIC_AGENDA_DAYS (object);

  g_clear_object (&self->loading);
  g_clear_object (&self->desk);
  g_ptr_array_unref (self->visits);
  g_clear_pointer (&self->slots, g_array_unref);
  g_free (self->date);
  g_free (self->wanted);

  G_OBJECT_CLASS (clinic_agenda_days_parent_class)->finalize (object);
}

static void
clinic_agenda_days_class_init (ClinicAgendaDaysClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamFlags writable = readable | G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = clinic_agenda_days_get_property;
  object_class->set_property = clinic_agenda_days_set_property;
  object_class->finalize = clinic_agenda_days_finalize;

  properties[PROPERTY_DATE] = g_param_spec_string ("date", NULL, NULL, NULL, readable);
  properties[PROPERTY_MODE] = g_param_spec_string ("mode", NULL, NULL, "day", writable);
  properties[PROPERTY_PRACTITIONER] =
    g_param_spec_int64 ("practitioner", NULL, NULL, 0, G_MAXINT64, 0, writable);
  properties[PROPERTY_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, readable);
  properties[PROPERTY_COUNT_WORDS] = g_param_spec_string ("count-words", NULL, NULL, NULL, readable);
  properties[PROPERTY_EMPTY] = g_param_spec_boolean ("empty", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  loaded_signal = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
clinic_agenda_days_init (ClinicAgendaDays *self)
{
  self->visits = g_ptr_array_new ();
}

gboolean
clinic_agenda_days_show (ClinicAgendaDays *self,
                         const char       *date)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (CLINIC_IS_AGENDA_DAYS (self) && date != NULL, FALSE);

  day = clinic_wall_is_valid (date) ? clinic_wall_dup_date (date) : g_strdup (date);

  if (!clinic_date_is_valid (day))
    return FALSE;

  g_free (self->wanted);
  self->wanted = g_strdup (date);
  g_free (self->date);
  self->date = g_steal_pointer (&day);
  tell (self, PROPERTY_DATE, PROPERTY_TITLE);

  return TRUE;
}

gboolean
clinic_agenda_days_step (ClinicAgendaDays *self,
                         int               steps)
{
  g_autofree char *date = NULL;

  g_return_val_if_fail (CLINIC_IS_AGENDA_DAYS (self) && self->date != NULL, FALSE);

  date = clinic_date_add_days (self->date, steps * (self->week ? 7 : 1));

  return date != NULL && clinic_agenda_days_show (self, date);
}

void
clinic_agenda_days_load (ClinicAgendaDays *self,
                         ClinicDesk       *desk)
{
  g_autofree char *first = NULL;

  g_return_if_fail (CLINIC_IS_AGENDA_DAYS (self) && CLINIC_IS_DESK (desk) && self->date != NULL);

  clinic_agenda_days_stop (self);
  self->desk = g_object_ref (desk);
  self->loading = g_cancellable_new ();
  first = clinic_agenda_days_dup_first (self);

  if (self->week && self->practitioner == 0 &&
      clinic_agenda_count_treating (desk) > CLINIC_AGENDA_MOST_BESIDE)
    clinic_agenda_range_count_async (desk, first, 7, self->loading, slots_loaded_cb,
                                     g_object_ref (self));
  else
    clinic_agenda_range_load_async (desk, first, self->week ? 7 : 1, self->practitioner,
                                    self->loading, visits_loaded_cb, g_object_ref (self));
}

void
clinic_agenda_days_stop (ClinicAgendaDays *self)
{
  g_return_if_fail (CLINIC_IS_AGENDA_DAYS (self));

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->desk);
}

gboolean
clinic_agenda_days_is_week (ClinicAgendaDays *self)
{
  return self->week;
}

const char *
clinic_agenda_days_get_date (ClinicAgendaDays *self)
{
  return self->date;
}

gint64
clinic_agenda_days_get_practitioner (ClinicAgendaDays *self)
{
  return self->practitioner;
}

ClinicDesk *
clinic_agenda_days_get_desk (ClinicAgendaDays *self)
{
  return self->desk;
}

GPtrArray *
clinic_agenda_days_get_visits (ClinicAgendaDays *self)
{
  return self->visits;
}

GArray *
clinic_agenda_days_get_slots (ClinicAgendaDays *self)
{
  return self->slots;
}

char *
clinic_agenda_days_dup_first (ClinicAgendaDays *self)
{
  return self->week ? clinic_agenda_dup_week_start (self->date) : g_strdup (self->date);
}

char *
clinic_agenda_days_steal_wanted (ClinicAgendaDays *self)
{
  return g_steal_pointer (&self->wanted);
}
