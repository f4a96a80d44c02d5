/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-agenda.h"
#include "clinic-clinic.h"
#include "clinic-date.h"
#include "clinic-hours.h"
#include "clinic-locale.h"
#include "clinic-patient.h"
#include "clinic-room.h"
#include "clinic-staff.h"

#define DAY (24 * 60)

/* No visit is longer; one that began the evening before may still go on. */
#define LONGEST (8 * 60)

/* A visit that takes up time; in minutes of the wall clock. */
typedef struct
{
  gint64  from;
  gint64  to;
  gint64  patient;
  gint64  practitioner;
  gint64  room;
  char   *file_number;          /* NULL: only planned */
} Visit;

struct _ClinicAgenda
{
  ClinicDb      *db;
  GTimeZone     *zone;
  gint64         grid;
  ClinicHours    clinic_hours;
  ClinicHours    staff_hours;
  ClinicPatient *patient;
  ClinicStaff   *practitioner;
  GPtrArray     *rooms;         /* those that will do */
  gint64         except;
  GHashTable    *days;          /* days since 1970 → GArray of Visit */
  GArray        *reserved;
};

void
clinic_slot_free (ClinicSlot *self)
{
  if (self == NULL)
    return;

  g_free (self->starts);
  g_free (self->ends);
  g_free (self);
}

static void
clear_visit (gpointer data)
{
  g_free (((Visit *) data)->file_number);
}

static GArray *
new_visits (void)
{
  GArray *visits = g_array_new (FALSE, FALSE, sizeof (Visit));

  g_array_set_clear_func (visits, clear_visit);

  return visits;
}

void
clinic_agenda_free (ClinicAgenda *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_object (&self->patient);
  g_clear_object (&self->practitioner);
  g_clear_pointer (&self->rooms, g_ptr_array_unref);
  g_hash_table_unref (self->days);
  g_array_unref (self->reserved);
  g_free (self);
}

static gboolean
load_clinic (ClinicAgenda  *self,
             GError       **error)
{
  g_autoptr(GPtrArray) clinics = clinic_store_list_by (self->db, CLINIC_TYPE_CLINIC, NULL, 0,
                                                       error);
  ClinicClinic *clinic;

  if (clinics == NULL)
    return FALSE;

  if (clinics->len == 0)
    {
      g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                           _("There is no clinic here yet."));
      return FALSE;
    }

  clinic = clinics->pdata[0];
  self->zone = g_time_zone_new_identifier (clinic->zone);
  self->grid = clinic->slot_minutes != CLINIC_UNKNOWN ? clinic->slot_minutes : 15;

  if (self->zone == NULL)
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   _("Time zone: “%s” is not known. Write it like “Europe/Vienna”."), clinic->zone);
      return FALSE;
    }

  return clinic_hours_parse (clinic->hours, &self->clinic_hours, error);
}

static gboolean
load_patient (ClinicAgenda  *self,
              gint64         id,
              GError       **error)
{
  ClinicRecord *record = clinic_store_find (self->db, CLINIC_TYPE_PATIENT, id, error);

  if (record == NULL)
    return FALSE;

  self->patient = CLINIC_PATIENT (record);

  if (self->patient->archived_on == NULL && self->patient->merged_into == CLINIC_UNKNOWN &&
      self->patient->died_on == NULL)
    return TRUE;

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               _("Patient: %s is archived, merged into another file or has died. Nothing can be "
                 "booked."),
               self->patient->file_number);

  return FALSE;
}

static gboolean
load_practitioner (ClinicAgenda  *self,
                   gint64         id,
                   GError       **error)
{
  ClinicRecord *record = clinic_store_find (self->db, CLINIC_TYPE_STAFF, id, error);
  g_auto(GStrv) roles = NULL;

  if (record == NULL)
    return FALSE;

  self->practitioner = CLINIC_STAFF (record);
  roles = g_strsplit (self->practitioner->roles, " ", -1);

  if (g_strv_contains ((const char *const *) roles, "practitioner"))
    return clinic_hours_parse (self->practitioner->hours, &self->staff_hours, error);

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               _("Practitioner: %s is no practitioner."), self->practitioner->name);

  return FALSE;
}

static gboolean
load_rooms (ClinicAgenda  *self,
            gint64         wanted,
            GError       **error)
{
  self->rooms = clinic_store_list_by (self->db, CLINIC_TYPE_ROOM, NULL, 0, error);

  if (self->rooms == NULL)
    return FALSE;

  for (guint i = self->rooms->len; i > 0; i--)
    {
      ClinicRoom *room = self->rooms->pdata[i - 1];

      if (room->archived_on != NULL ||
          (wanted != 0 && clinic_record_get_id (CLINIC_RECORD (room)) != wanted))
        g_ptr_array_remove_index (self->rooms, i - 1);
    }

  if (wanted == 0 || self->rooms->len > 0)
    return TRUE;

  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                       _("Room: There is no such room, or it was given up."));

  return FALSE;
}

ClinicAgenda *
clinic_agenda_new (ClinicDb  *db,
                   gint64     patient,
                   gint64     practitioner,
                   gint64     room,
                   gint64     except,
                   GError   **error)
{
  g_autoptr(ClinicAgenda) self = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  self = g_new0 (ClinicAgenda, 1);
  self->db = db;
  self->except = except;
  self->days = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                      (GDestroyNotify) g_array_unref);
  self->reserved = new_visits ();

  if (!load_clinic (self, error) ||
      !load_patient (self, patient, error) ||
      !load_practitioner (self, practitioner, error) ||
      !load_rooms (self, room, error))
    return NULL;

  return g_steal_pointer (&self);
}

static Visit
read_visit (ClinicStatement *statement)
{
  return (Visit) {
           .patient = clinic_statement_get_int (statement, 1),
           .practitioner = clinic_statement_get_int (statement, 2),
           .room = clinic_statement_get_int (statement, 3),
           .from = clinic_wall_to_minutes (clinic_statement_get_text (statement, 4)),
           .to = clinic_wall_to_minutes (clinic_statement_get_text (statement, 5)),
           .file_number = g_strdup (clinic_statement_get_text (statement, 6)),
  };
}

/* The visits of a day, those that began late the day before among them. */
static GArray *
get_day (ClinicAgenda  *self,
         gint64         day,
         GError       **error)
{
  GArray *known = g_hash_table_lookup (self->days, &day);
  g_autoptr(GArray) visits = NULL;
  g_autoptr(ClinicStatement) statement = NULL;
  g_autofree char *from = NULL;
  g_autofree char *before = NULL;
  GError *failure = NULL;

  if (known != NULL)
    return known;

  if ((statement = clinic_db_query (self->db, "booking-day", error)) == NULL)
    return NULL;

  visits = new_visits ();
  from = clinic_wall_from_minutes (day * DAY - LONGEST);
  before = clinic_wall_from_minutes ((day + 1) * DAY);
  clinic_statement_bind_text (statement, 1, from);
  clinic_statement_bind_text (statement, 2, before);
  clinic_statement_bind_int (statement, 3, self->except);

  while (clinic_statement_step (statement, &failure))
    {
      Visit visit = read_visit (statement);

      g_array_append_val (visits, visit);
    }

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }

  known = g_steal_pointer (&visits);
  g_hash_table_insert (self->days, g_memdup2 (&day, sizeof day), known);

  return known;
}

/* The first of @visits in that time that is of the practitioner, the patient or in the room; 0:
 * does not matter. */
static const Visit *
find_visit (GArray *visits,
            gint64  from,
            gint64  to,
            gint64  practitioner,
            gint64  patient,
            gint64  room)
{
  for (guint i = 0; i < visits->len; i++)
    {
      const Visit *visit = &g_array_index (visits, Visit, i);

      if (visit->from < to && visit->to > from &&
          ((practitioner != 0 && visit->practitioner == practitioner) ||
           (patient != 0 && visit->patient == patient) ||
           (room != 0 && visit->room == room)))
        return visit;
    }

  return NULL;
}

static const Visit *
find_in_both (ClinicAgenda *self,
              GArray       *day,
              gint64        from,
              gint64        to,
              gint64        practitioner,
              gint64        patient,
              gint64        room)
{
  const Visit *visit = find_visit (day, from, to, practitioner, patient, room);

  return visit != NULL ? visit : find_visit (self->reserved, from, to, practitioner, patient, room);
}

/* The first room that is free; when none is, @visit is what takes up the first. */
static gint64
find_room (ClinicAgenda  *self,
           GArray        *day,
           gint64         from,
           gint64         to,
           const Visit  **visit)
{
  *visit = NULL;

  for (guint i = 0; i < self->rooms->len; i++)
    {
      gint64 room = clinic_record_get_id (self->rooms->pdata[i]);
      const Visit *taken = find_in_both (self, day, from, to, 0, 0, room);

      if (taken == NULL)
        {
          *visit = NULL;
          return room;
        }

      if (*visit == NULL)
        *visit = taken;
    }

  return CLINIC_UNKNOWN;
}

static gboolean
is_there (ClinicAgenda *self,
          const char   *starts,
          const char   *ends)
{
  g_autofree char *date = clinic_wall_dup_date (starts);

  return clinic_hours_contain (&self->clinic_hours, starts, ends) &&
         clinic_hours_contain (&self->staff_hours, starts, ends) &&
         (self->practitioner->archived_on == NULL ||
          strcmp (date, self->practitioner->archived_on) < 0);
}

/* @room: the one for it, also where something else stands in the way. */
static ClinicClash
judge (ClinicAgenda  *self,
       GArray        *day,
       const char    *starts,
       gint64         minutes,
       gint64        *room,
       const Visit  **visit)
{
  gint64 from = clinic_wall_to_minutes (starts);
  gint64 to = from + minutes;
  g_autofree char *ends = clinic_wall_from_minutes (to);
  const Visit *in_room;

  *room = find_room (self, day, from, to, &in_room);

  if (!clinic_wall_exists (starts, self->zone, NULL))
    return CLINIC_CLASH_CLOCK;

  if (!is_there (self, starts, ends))
    return CLINIC_CLASH_HOURS;

  /* Who is taken says more than which room. */
  *visit = find_in_both (self, day, from, to,
                         clinic_record_get_id (CLINIC_RECORD (self->practitioner)), 0, 0);

  if (*visit != NULL)
    return CLINIC_CLASH_PRACTITIONER;

  *visit = find_in_both (self, day, from, to, 0,
                         clinic_record_get_id (CLINIC_RECORD (self->patient)), 0);

  if (*visit != NULL)
    return CLINIC_CLASH_PATIENT;

  *visit = in_room;

  return in_room != NULL ? CLINIC_CLASH_ROOM : CLINIC_CLASH_NONE;
}

static gboolean
look (ClinicAgenda  *self,
      const char    *starts,
      gint64         minutes,
      ClinicClash   *clash,
      gint64        *room,
      const Visit  **visit,
      GError       **error)
{
  g_autofree char *date = clinic_wall_dup_date (starts);
  GArray *day = get_day (self, clinic_date_to_days (date), error);

  *visit = NULL;

  if (day == NULL)
    return FALSE;

  *clash = judge (self, day, starts, minutes, room, visit);

  return TRUE;
}

gboolean
clinic_agenda_look (ClinicAgenda  *self,
                    const char    *starts,
                    gint64         minutes,
                    ClinicClash   *clash,
                    gint64        *room,
                    GError       **error)
{
  const Visit *visit;

  g_return_val_if_fail (self != NULL && clinic_wall_is_valid (starts) && minutes > 0, FALSE);

  return look (self, starts, minutes, clash, room, &visit, error);
}

static const char *
get_room_name (ClinicAgenda *self,
               gint64        id)
{
  for (guint i = 0; i < self->rooms->len; i++)
    {
      if (clinic_record_get_id (self->rooms->pdata[i]) == id)
        return ((ClinicRoom *) self->rooms->pdata[i])->name;
    }

  return "–";
}

/* "23 Nov 2026, 09:00–09:30" */
static char *
write_time (gint64 from,
            gint64 to)
{
  g_autofree char *starts = clinic_wall_from_minutes (from);
  g_autofree char *ends = clinic_wall_from_minutes (to);

  g_autofree char *day = clinic_locale_date (starts);
  g_autofree char *begin = clinic_locale_time (starts);
  g_autofree char *end = clinic_locale_time (ends);

  /* Translators: a date, from a time to a time: "23 Nov 2026, 09:00–09:30" */
  return g_strdup_printf (C_("date", "%s, %s–%s"), day, begin, end);
}

static char *
explain_visit (ClinicAgenda *self,
               ClinicClash   clash,
               const Visit  *visit)
{
  g_autofree char *when = write_time (visit->from, visit->to);
  const char *whose = visit->file_number != NULL ? visit->file_number : self->patient->file_number;

  if (clash == CLINIC_CLASH_PRACTITIONER)
    return g_strdup_printf (_("%s is taken %s (patient %s)."), self->practitioner->name, when,
                            whose);

  if (clash == CLINIC_CLASH_PATIENT)
    return g_strdup_printf (_("Patient %s already has a visit %s."), self->patient->file_number,
                            when);

  return self->rooms->len > 1 ?
         g_strdup_printf (_("No room is free; %s is taken %s (patient %s)."),
                          get_room_name (self, visit->room), when, whose) :
         g_strdup_printf (_("%s is taken %s (patient %s)."), get_room_name (self, visit->room),
                          when, whose);
}

char *
clinic_agenda_explain (ClinicAgenda  *self,
                       const char    *starts,
                       gint64         minutes,
                       GError       **error)
{
  ClinicClash clash;
  const Visit *visit;
  gint64 room;

  g_return_val_if_fail (self != NULL && clinic_wall_is_valid (starts) && minutes > 0, NULL);

  if (!look (self, starts, minutes, &clash, &room, &visit, error) || clash == CLINIC_CLASH_NONE)
    return NULL;

  if (clash == CLINIC_CLASH_CLOCK)
    return g_strdup_printf (_("On %.10s there is no %s: the clocks go forward that night."), starts,
                            starts + 11);

  if (clash == CLINIC_CLASH_HOURS)
    {
      gint64 from = clinic_wall_to_minutes (starts);
      g_autofree char *when = write_time (from, from + minutes);

      return g_strdup_printf (_("%s is outside the hours of the clinic or of %s."), when,
                              self->practitioner->name);
    }

  return explain_visit (self, clash, visit);
}

typedef struct
{
  gint64 distance;
  gint64 from;
  gint64 room;
} Free;

static int
compare_free (gconstpointer one,
              gconstpointer other)
{
  const Free *first = one;
  const Free *second = other;

  if (first->distance != second->distance)
    return first->distance < second->distance ? -1 : 1;

  return first->from < second->from ? -1 : first->from > second->from;
}

static ClinicSlot *
make_slot (const Free *time,
           gint64      minutes)
{
  ClinicSlot *slot = g_new0 (ClinicSlot, 1);

  slot->starts = clinic_wall_from_minutes (time->from);
  slot->ends = clinic_wall_from_minutes (time->from + minutes);
  slot->room = time->room;

  return slot;
}

gboolean
clinic_agenda_find (ClinicAgenda  *self,
                    const char    *date,
                    const char    *wished,
                    gint64         minutes,
                    guint          most,
                    GPtrArray     *slots,
                    GError       **error)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (Free));
  gint64 midnight = clinic_date_to_days (date) * DAY;
  gint64 ideal = midnight + clinic_wall_to_minutes (wished) % DAY;

  g_return_val_if_fail (self != NULL && clinic_date_is_valid (date) &&
                        clinic_wall_is_valid (wished), FALSE);

  for (gint64 from = midnight; from + minutes <= midnight + DAY; from += self->grid)
    {
      g_autofree char *starts = clinic_wall_from_minutes (from);
      ClinicClash clash;
      Free time = { .distance = ABS (from - ideal), .from = from };

      if (!clinic_agenda_look (self, starts, minutes, &clash, &time.room, error))
        return FALSE;

      if (clash == CLINIC_CLASH_NONE)
        g_array_append_val (times, time);
    }

  g_array_sort (times, compare_free);

  for (guint i = 0; i < MIN (times->len, most); i++)
    g_ptr_array_add (slots, make_slot (&g_array_index (times, Free, i), minutes));

  return TRUE;
}

void
clinic_agenda_reserve (ClinicAgenda *self,
                       const char   *starts,
                       gint64        minutes,
                       gint64        room)
{
  Visit visit = {
    .from = clinic_wall_to_minutes (starts),
    .to = clinic_wall_to_minutes (starts) + minutes,
    .patient = clinic_record_get_id (CLINIC_RECORD (self->patient)),
    .practitioner = clinic_record_get_id (CLINIC_RECORD (self->practitioner)),
    .room = room,
  };

  g_return_if_fail (self != NULL);

  g_array_append_val (self->reserved, visit);
}
