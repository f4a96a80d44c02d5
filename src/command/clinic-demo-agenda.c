/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-date.h"
#include "clinic-demo-names.h"
#include "clinic-demo-world.h"
#include "clinic-room.h"
#include "clinic-staff.h"

/* The agenda of a day is a word: bit 0 is the quarter of an hour from 08:00. */
#define DAY_BEGIN (8 * 60)
#define DAY_SLOTS 40

#define BITS(first, last) (((G_GUINT64_CONSTANT (1) << ((last) - (first) + 1)) - 1) << (first))

/* Monday to Friday 08:00 to 12:00 and 13:00 to 18:00, Saturday 09:00 to 13:00, Sunday only when
 * it is today. */
#define OPEN_WORKDAY (BITS (0, 15) | BITS (20, 39))
#define OPEN_WEEKEND BITS (4, 19)

/* What one practitioner sees on a good day of the last year. */
#define BUSY_DAY 12

static guint64
open_slots (ClinicDemoWorld *self,
            gint64           day)
{
  guint weekday = (self->epoch + day + 3) % 7;      /* 0 is Monday: day 0 of 1970 was a Thursday */

  if (weekday < 5)
    return OPEN_WORKDAY;

  return weekday == 5 || (day == self->today && self->open_sunday) ? OPEN_WEEKEND : 0;
}

static void
save (ClinicDemoWorld *self,
      ClinicChange    *change,
      ClinicRecord    *record)
{
  if (self->error == NULL)
    clinic_store_save (change, record, &self->error);
}

static gint64
add_staff (ClinicDemoWorld *self,
           ClinicChange    *change,
           const char      *name,
           const char      *roles,
           guint            place,
           gint64           to_day)
{
  static const char *const colours[] = {
    "#3584e4", "#33d17a", "#f6d32d", "#ff7800", "#e01b24", "#9141ac", "#986a44", "#77767b",
  };
  g_autoptr(ClinicRecord) staff = CLINIC_RECORD (clinic_staff_new ());

  clinic_demo_text (staff, "name", name);
  clinic_demo_text (staff, "roles", roles);
  clinic_demo_text (staff, "colour", colours[place % G_N_ELEMENTS (colours)]);

  if (to_day <= self->today)
    clinic_demo_take_text (staff, "archived_on", clinic_demo_date (self, to_day));

  save (self, change, staff);

  return clinic_record_get_id (staff);
}

static gint64
add_room (ClinicDemoWorld *self,
          ClinicChange    *change,
          guint            place)
{
  g_autoptr(ClinicRecord) record = CLINIC_RECORD (clinic_room_new ());
  ClinicDemoRoom room = { .taken = g_new0 (guint64, self->n_days) };

  clinic_demo_take_text (record, "name", g_strdup_printf ("Room %u", place + 1));
  save (self, change, record);
  room.id = clinic_record_get_id (record);
  g_array_append_val (self->rooms, room);

  return room.id;
}

/* Names are unique among the staff. */
static char *
draw_staff_name (ClinicDemoWorld *self,
                 GHashTable      *names)
{
  for (;;)
    {
      ClinicDemoName name;
      char *text;

      clinic_demo_name_draw (&name, &self->random);
      text = g_strdup_printf ("%s %s", name.given, name.family);

      if (g_hash_table_add (names, text))
        return g_strdup (text);
    }
}

static void
add_practitioner (ClinicDemoWorld *self,
                  ClinicChange    *change,
                  GHashTable      *names,
                  guint            place,
                  gint64           to_day)
{
  g_autofree char *name = draw_staff_name (self, names);
  ClinicDemoPractitioner practitioner = { .to_day = to_day,
                                          .taken = g_new0 (guint64, self->n_days) };

  practitioner.id = add_staff (self, change, name, "practitioner", place, to_day);
  practitioner.room_id = add_room (self, change, place);
  g_array_append_val (self->practitioners, practitioner);
}

void
clinic_demo_make_people (ClinicDemoWorld *self,
                         ClinicChange    *change)
{
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  double n_sessions = (double) self->options->patients * self->options->sessions_per_patient;
  guint n = MAX (3, (guint) (n_sessions * 1.6 / (MAX (self->today, 100) * 0.8 * BUSY_DAY)) + 1);
  g_autofree char *manager = draw_staff_name (self, names);
  g_autofree char *receptionist = draw_staff_name (self, names);

  add_staff (self, change, manager, "manager", n, G_MAXINT64);
  add_staff (self, change, receptionist, "receptionist", n + 1, G_MAXINT64);

  for (guint i = 0; i < n; i++)
    add_practitioner (self, change, names, i, self->n_days);

  /* Somebody who left, so that the past has names that the present has not. */
  add_practitioner (self, change, names, n, self->today - self->today / 5 - 1);
}

ClinicDemoPractitioner *
clinic_demo_get_practitioner (ClinicDemoWorld *self,
                              guint            place)
{
  return &g_array_index (self->practitioners, ClinicDemoPractitioner, place);
}

guint
clinic_demo_practitioner (ClinicDemoWorld *self,
                          gint64           day)
{
  for (;;)
    {
      guint place = clinic_random_below (&self->random, self->practitioners->len);
      ClinicDemoPractitioner *practitioner = clinic_demo_get_practitioner (self, place);

      /* Nobody begins what somebody else would have to end. */
      if (practitioner->to_day == self->n_days || practitioner->to_day > day + 300)
        return place;
    }
}

static ClinicDemoRoom *
find_room (ClinicDemoWorld *self,
           guint            place,
           gint64           day,
           guint64          bits)
{
  ClinicDemoRoom *room = &g_array_index (self->rooms, ClinicDemoRoom, place);

  /* Now and then in another's room. */
  if (clinic_demo_chance (self, 5))
    {
      guint other = clinic_random_below (&self->random, self->rooms->len);
      ClinicDemoRoom *elsewhere = &g_array_index (self->rooms, ClinicDemoRoom, other);

      if ((elsewhere->taken[day] & bits) == 0)
        return elsewhere;
    }

  return (room->taken[day] & bits) == 0 ? room : NULL;
}

static gboolean
try_day (ClinicDemoWorld *self,
         gint64           day,
         guint            length,
         guint            place,
         ClinicDemoVisit *visit)
{
  ClinicDemoPractitioner *practitioner = clinic_demo_get_practitioner (self, place);
  guint n = (length + CLINIC_DEMO_SLOT - 1) / CLINIC_DEMO_SLOT;
  guint64 open = open_slots (self, day);
  guint first;

  if (open == 0 || day >= practitioner->to_day)
    return FALSE;

  first = clinic_random_below (&self->random, DAY_SLOTS);

  for (guint i = 0; i < DAY_SLOTS; i++)
    {
      guint slot = (first + i) % DAY_SLOTS;
      guint64 bits = BITS (slot, slot + n - 1);
      ClinicDemoRoom *room;

      if (slot + n > DAY_SLOTS || (open & bits) != bits || (practitioner->taken[day] & bits) != 0 ||
          !(room = find_room (self, place, day, bits)))
        continue;

      practitioner->taken[day] |= bits;
      room->taken[day] |= bits;
      *visit = (ClinicDemoVisit) { day, DAY_BEGIN + slot * CLINIC_DEMO_SLOT, length, place,
                                   room->id };
      return TRUE;
    }

  return FALSE;
}

gboolean
clinic_demo_find_time (ClinicDemoWorld *self,
                       gint64           day,
                       gint64           least,
                       gint64           most,
                       guint            length,
                       guint            practitioner,
                       ClinicDemoVisit *visit)
{
  least = MAX (least, 0);
  most = MIN (most, (gint64) self->n_days - 1);

  for (gint64 away = 0; away <= MAX (day - least, most - day); away++)
    {
      if (day + away >= least && day + away <= most &&
          try_day (self, day + away, length, practitioner, visit))
        return TRUE;

      if (away > 0 && day - away >= least && day - away <= most &&
          try_day (self, day - away, length, practitioner, visit))
        return TRUE;
    }

  return FALSE;
}
