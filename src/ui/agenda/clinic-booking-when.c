/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-agenda-column.h"
#include "clinic-agenda-layout.h"
#include "clinic-booking-when.h"
#include "clinic-date.h"
#include "clinic-locale.h"
#include "clinic-room.h"

struct _ClinicBookingWhen
{
  GObject parent_instance;

  ClinicDesk      *desk;
  char            *wanted;      /* a date that was asked for, until a time is given */
  gboolean         time_given;
  gboolean         length_given;
  gboolean         person_given;
  ClinicTypedTime *typed;
  ClinicPickList  *lengths;     /* minutes */
  ClinicPickList  *people;
  ClinicPickList  *rooms;
};

typedef enum
{
  PROPERTY_TYPED = 1,
  PROPERTY_HAS_ROOMS,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

static guint changed_signal;

/* How far a day of work is looked for. */
#define MOST_DAYS 21

static const gint64 usual_lengths[] = { 10, 15, 20, 30, 40, 45, 60, 75, 90, 120, 150, 180, 240 };

G_DEFINE_FINAL_TYPE (ClinicBookingWhen, clinic_booking_when, G_TYPE_OBJECT)

static void
tell_changed (ClinicBookingWhen *self)
{
  if (self->desk != NULL)
    g_signal_emit (self, changed_signal, 0);
}

/* The usual ones, and @minutes where they belong. */
static void
fill_lengths (ClinicBookingWhen *self,
              gint64             minutes)
{
  gint64 other = minutes;
  guint next = 0;

  clinic_pick_list_begin (self->lengths);

  while (next < G_N_ELEMENTS (usual_lengths) || other > 0)
    {
      gboolean usual = next < G_N_ELEMENTS (usual_lengths) &&
                       (other <= 0 || usual_lengths[next] <= other);
      gint64 length = usual ? usual_lengths[next] : other;
      g_autofree char *name = clinic_locale_minutes (length);

      next += usual;
      other = length == other ? 0 : other;
      clinic_pick_list_add (self->lengths, length, name);
    }

  clinic_pick_list_end (self->lengths, minutes);
}

static void
set_minutes (ClinicBookingWhen *self,
             gint64             minutes)
{
  if (!clinic_pick_list_set_id (self->lengths, minutes))
    fill_lengths (self, minutes);
}

static void
length_picked_cb (ClinicBookingWhen *self)
{
  self->length_given = TRUE;
  tell_changed (self);
}

static void
person_picked_cb (ClinicBookingWhen *self)
{
  self->person_given = TRUE;
  tell_changed (self);
}

static void
typed_cb (ClinicBookingWhen *self)
{
  self->time_given = TRUE;
  tell_changed (self);
}

static void
clinic_booking_when_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ClinicBookingWhen *self = CLINIC_BOOKING_WHEN (object);

  if (property_id == PROPERTY_TYPED)
    g_value_set_object (value, self->typed);
  else if (property_id == PROPERTY_HAS_ROOMS)
    g_value_set_boolean (value, clinic_pick_list_get_length (self->rooms) > 1);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_booking_when_finalize (GObject *object)
{
  ClinicBookingWhen *self = CLINIC_BOOKING_WHEN (object);

  g_clear_object (&self->desk);
  g_free (self->wanted);
  g_object_unref (self->typed);
  g_object_unref (self->lengths);
  g_object_unref (self->people);
  g_object_unref (self->rooms);

  G_OBJECT_CLASS (clinic_booking_when_parent_class)->finalize (object);
}

static void
clinic_booking_when_class_init (ClinicBookingWhenClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = clinic_booking_when_get_property;
  object_class->finalize = clinic_booking_when_finalize;

  properties[PROPERTY_TYPED] =
    g_param_spec_object ("typed", NULL, NULL, CLINIC_TYPE_TYPED_TIME,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROPERTY_HAS_ROOMS] =
    g_param_spec_boolean ("has-rooms", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
clinic_booking_when_init (ClinicBookingWhen *self)
{
  self->typed = clinic_typed_time_new ();
  self->lengths = clinic_pick_list_new ();
  self->people = clinic_pick_list_new ();
  self->rooms = clinic_pick_list_new ();
  g_signal_connect_object (self->typed, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lengths, "picked", G_CALLBACK (length_picked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->people, "picked", G_CALLBACK (person_picked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rooms, "picked", G_CALLBACK (tell_changed), self,
                           G_CONNECT_SWAPPED);
}

ClinicBookingWhen *
clinic_booking_when_new (void)
{
  return g_object_new (CLINIC_TYPE_BOOKING_WHEN, NULL);
}

/* When @practitioner works next, from @wall on, in steps of @slot minutes; @wall where that is in none of the days that
 * are looked at. */
static char *
find_open (ClinicDesk *desk,
           gint64      practitioner,
           const char *wall,
           gint64      slot)
{
  g_autofree char *date = clinic_wall_dup_date (wall);
  guint from = (guint) (clinic_wall_to_minutes (wall) % CLINIC_DAY_MINUTES);

  for (guint day = 0; day < MOST_DAYS && date != NULL; day++, from = 0)
    {
      g_autoptr(GPtrArray) columns = clinic_agenda_columns_day (desk, date, practitioner, NULL);
      ClinicAgendaColumn *column = columns->len > 0 ? columns->pdata[0] : NULL;
      g_autofree char *next = NULL;

      for (guint i = 0; column != NULL && i < column->n_open; i++)
        {
          guint minute = MAX (from, column->open[i].from);

          if (minute + slot <= column->open[i].to)
            return g_strdup_printf ("%sT%02u:%02u", date, minute / 60, minute % 60);
        }

      next = clinic_date_add_days (date, 1);
      g_free (date);
      date = g_steal_pointer (&next);
    }

  return g_strdup (wall);
}

void
clinic_booking_when_begin (ClinicBookingWhen *self,
                           ClinicDesk        *desk,
                           const char        *when,
                           gint64             practitioner)
{
  ClinicStaff *actor = clinic_desk_get_actor (desk);
  g_autofree char *now = clinic_desk_dup_now (desk);
  gint64 slot = clinic_desk_get_clinic (desk)->slot_minutes;
  gint64 minute = clinic_wall_to_minutes (now);
  g_autofree char *next = NULL;
  g_autofree char *open = NULL;
  g_auto(GStrv) span = when != NULL ? g_strsplit (when, "/", 2) : NULL;

  g_return_if_fail (CLINIC_IS_BOOKING_WHEN (self) && CLINIC_IS_DESK (desk));

  g_set_object (&self->desk, desk);
  clinic_typed_time_set_today (self->typed, clinic_desk_get_today (desk));
  slot = slot > 0 ? slot : 15;
  fill_lengths (self, MAX (slot, 30));
  next = clinic_wall_from_minutes ((minute + slot - 1) / slot * slot);

  if (span != NULL && g_strv_length (span) == 2 && clinic_wall_is_valid (span[0]) &&
      clinic_wall_is_valid (span[1]))
    {
      when = span[0];
      set_minutes (self, clinic_wall_to_minutes (span[1]) - clinic_wall_to_minutes (span[0]));
      self->length_given = TRUE;
    }

  self->time_given = when != NULL && clinic_wall_is_valid (when);
  self->person_given = practitioner != 0;

  if (!self->time_given && when != NULL && clinic_date_is_valid (when))
    {
      g_free (self->wanted);
      self->wanted = g_strdup (when);

      if (strcmp (when, clinic_desk_get_today (desk)) != 0)
        {
          g_free (next);
          next = g_strconcat (when, "T00:00", NULL);
        }
    }

  clinic_pick_list_begin (self->people);
  clinic_pick_list_add_treating (self->people, desk);
  clinic_pick_list_end (self->people, actor != NULL ? clinic_record_get_id (CLINIC_RECORD (actor))
                                                    : 0);

  if (practitioner != 0)
    clinic_pick_list_set_id (self->people, practitioner);

  open = find_open (desk, clinic_pick_list_get_id (self->people), next, slot);
  clinic_typed_time_set_wall (self->typed, self->time_given ? when : open);
}

void
clinic_booking_when_set_rooms (ClinicBookingWhen *self,
                               GPtrArray         *rooms)
{
  g_return_if_fail (CLINIC_IS_BOOKING_WHEN (self) && rooms != NULL);

  clinic_pick_list_begin (self->rooms);
  clinic_pick_list_add (self->rooms, CLINIC_UNKNOWN, _("Any that is free"));

  for (guint i = 0; i < rooms->len; i++)
    {
      ClinicRoom *room = rooms->pdata[i];

      if (room->archived_on == NULL)
        clinic_pick_list_add (self->rooms, clinic_record_get_id (CLINIC_RECORD (room)),
                              room->name);
    }

  clinic_pick_list_end (self->rooms, CLINIC_UNKNOWN);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_HAS_ROOMS]);
}

ClinicTypedTime *
clinic_booking_when_get_typed (ClinicBookingWhen *self)
{
  return self->typed;
}

ClinicPickList *
clinic_booking_when_get_lengths (ClinicBookingWhen *self)
{
  return self->lengths;
}

ClinicPickList *
clinic_booking_when_get_people (ClinicBookingWhen *self)
{
  return self->people;
}

ClinicPickList *
clinic_booking_when_get_rooms (ClinicBookingWhen *self)
{
  return self->rooms;
}

void
clinic_booking_when_fill (ClinicBookingWhen *self,
                          ClinicBookingWish *wish)
{
  gint64 room;

  g_return_if_fail (CLINIC_IS_BOOKING_WHEN (self) && self->desk != NULL && wish != NULL);

  room = clinic_booking_when_get_room (self);
  wish->usual = clinic_booking_when_get_practitioner (self);
  wish->practitioner = self->person_given ? wish->usual : 0;
  wish->minutes = self->length_given ? clinic_booking_when_get_minutes (self) : 0;
  wish->slot_minutes = clinic_desk_get_clinic (self->desk)->slot_minutes;
  wish->room = room != CLINIC_UNKNOWN ? room : 0;
  wish->now = clinic_desk_dup_now (self->desk);
  wish->when = self->time_given ? clinic_booking_when_dup_wall (self) : g_strdup (self->wanted);
}

void
clinic_booking_when_take (ClinicBookingWhen        *self,
                          const ClinicBookingFacts *facts)
{
  g_return_if_fail (CLINIC_IS_BOOKING_WHEN (self) && facts != NULL);

  if (!self->time_given)
    clinic_typed_time_set_wall (self->typed, facts->starts);

  if (!self->length_given)
    set_minutes (self, facts->minutes);

  if (!self->person_given)
    clinic_pick_list_set_id (self->people, facts->practitioner);
}

void
clinic_booking_when_choose (ClinicBookingWhen *self,
                            const char        *wall)
{
  g_return_if_fail (CLINIC_IS_BOOKING_WHEN (self));

  clinic_typed_time_set_wall (self->typed, wall);
  self->time_given = TRUE;
  tell_changed (self);
}

char *
clinic_booking_when_dup_wall (ClinicBookingWhen *self)
{
  g_return_val_if_fail (CLINIC_IS_BOOKING_WHEN (self), NULL);

  return clinic_typed_time_dup_wall (self->typed);
}

gint64
clinic_booking_when_get_minutes (ClinicBookingWhen *self)
{
  return clinic_pick_list_get_id (self->lengths);
}

gint64
clinic_booking_when_get_practitioner (ClinicBookingWhen *self)
{
  return clinic_pick_list_get_id (self->people);
}

gint64
clinic_booking_when_get_room (ClinicBookingWhen *self)
{
  return clinic_pick_list_get_length (self->rooms) > 0 ? clinic_pick_list_get_id (self->rooms)
                                                       : CLINIC_UNKNOWN;
}
