/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-agenda-column.h"
#include "clinic-agenda-layout.h"
#include "clinic-date.h"
#include "clinic-locale.h"
#include "clinic-visit.h"

/* Pixels of a column with names of patients in it, and with initials. */
#define LEAST_NAMES 112
#define LEAST_DAY 84
#define LEAST_INITIALS 46

void
clinic_agenda_column_free (ClinicAgendaColumn *self)
{
  g_free (self->date);
  g_free (self->title);
  g_free (self->day);
  g_free (self->brief);
  g_free (self->subtitle);
  g_free (self->colour);
  g_free (self);
}

gboolean
clinic_agenda_treats (ClinicStaff *staff)
{
  g_auto(GStrv) roles = g_strsplit (staff->roles != NULL ? staff->roles : "", " ", -1);

  return g_strv_contains ((const char *const *) roles, "practitioner");
}

guint
clinic_agenda_count_treating (ClinicDesk *desk)
{
  GListModel *staff = clinic_desk_get_staff (desk);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (staff); i++)
    {
      g_autoptr(ClinicStaff) one = g_list_model_get_item (staff, i);

      n += clinic_agenda_treats (one) ? 1 : 0;
    }

  return n;
}

guint
clinic_agenda_cut_spans (const ClinicSpan *some,
                         guint             n_some,
                         const ClinicSpan *others,
                         guint             n_others,
                         ClinicSpan       *spans)
{
  guint n_spans = 0;

  for (guint i = 0; i < n_some; i++)
    {
      for (guint k = 0; k < n_others && n_spans < CLINIC_AGENDA_SPANS; k++)
        {
          guint from = MAX (some[i].from, others[k].from);
          guint to = MIN (some[i].to, others[k].to);

          if (from < to)
            spans[n_spans++] = (ClinicSpan) { from, to }
          ;
        }
    }

  return n_spans;
}

/* Whether clocks are put forward or back on this day. */
static gboolean
is_changed (const char *date,
            GTimeZone  *zone)
{
  int year = atoi (date);
  int month = atoi (date + 5);
  int day = atoi (date + 8);
  g_autoptr(GDateTime) first = g_date_time_new (zone, year, month, day, 0, 0, 0);
  g_autoptr(GDateTime) last = g_date_time_new (zone, year, month, day, 23, 59, 59);

  return first == NULL || last == NULL ||
         g_date_time_get_utc_offset (first) != g_date_time_get_utc_offset (last);
}

/* The spans of a day that the clock has: two on the day it goes forward. */
static guint
find_clock (const char *date,
            const char *zone_name,
            ClinicSpan *spans)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (zone_name != NULL ? zone_name : "UTC");
  guint n_spans = 0;
  guint from = 0;

  if (zone == NULL)
    zone = g_time_zone_new_utc ();

  for (guint minute = 0; minute < CLINIC_DAY_MINUTES && n_spans < 2 && is_changed (date, zone);
       minute += 15)
    {
      g_autofree char *wall = g_strdup_printf ("%sT%02u:%02u", date, minute / 60, minute % 60);

      if (clinic_wall_exists (wall, zone, NULL))
        continue;

      if (minute > from)
        spans[n_spans++] = (ClinicSpan) { from, minute }
      ;

      from = minute + 15;
    }

  if (from < CLINIC_DAY_MINUTES)
    spans[n_spans++] = (ClinicSpan) { from, CLINIC_DAY_MINUTES }
  ;

  return n_spans;
}

/* Hours that cannot be read keep nobody from booking. */
static void
read_hours (const char  *text,
            ClinicHours *hours)
{
  if (!clinic_hours_parse (text, hours, NULL))
    clinic_hours_parse (NULL, hours, NULL);
}

/* What is the same for all columns of a date. */
typedef struct
{
  const char *date;
  gboolean    today;
  guint       n_open;
  ClinicSpan  open[CLINIC_AGENDA_SPANS];        /* the clinic, while the clock runs */
  gboolean    closed;
} Day;

static void
read_day (Day        *self,
          ClinicDesk *desk,
          const char *date)
{
  ClinicClinic *clinic = clinic_desk_get_clinic (desk);
  guint day = clinic_date_weekday (date) - 1;
  ClinicHours open;
  ClinicSpan clock[3];
  guint n_clock = find_clock (date, clinic->zone, clock);

  read_hours (clinic->hours, &open);
  self->date = date;
  self->today = g_strcmp0 (date, clinic_desk_get_today (desk)) == 0;
  self->closed = open.n_spans[day] == 0;
  self->n_open = clinic_agenda_cut_spans (open.spans[day], open.n_spans[day], clock, n_clock,
                                          self->open);
}

static void
find_open (ClinicAgendaColumn *self,
           const Day          *date,
           ClinicStaff        *staff)
{
  guint day = clinic_date_weekday (self->date) - 1;
  ClinicHours works;

  read_hours (staff != NULL ? staff->hours : NULL, &works);
  self->n_open = clinic_agenda_cut_spans (date->open, date->n_open, works.spans[day],
                                          works.n_spans[day], self->open);

  if (date->closed)
    self->subtitle = g_strdup (_("Closed"));
  else if (self->n_open == 0)
    self->subtitle = g_strdup (C_("practitioner", "Off"));
}

static ClinicAgendaColumn *
new_column (const Day   *day,
            ClinicStaff *staff)
{
  ClinicAgendaColumn *self = g_new0 (ClinicAgendaColumn, 1);

  self->date = g_strdup (day->date);
  self->today = day->today;

  if (staff != NULL)
    {
      self->practitioner = clinic_record_get_id (CLINIC_RECORD (staff));
      self->colour = g_strdup (staff->colour);
    }

  find_open (self, day, staff);

  return self;
}

static gboolean
has_practitioner (GPtrArray *columns,
                  gint64     practitioner)
{
  for (guint i = 0; i < columns->len; i++)
    {
      if (((ClinicAgendaColumn *) columns->pdata[i])->practitioner == practitioner)
        return TRUE;
    }

  return FALSE;
}

static void
add_practitioner (GPtrArray   *columns,
                  const Day   *day,
                  ClinicStaff *staff)
{
  ClinicAgendaColumn *column = new_column (day, staff);

  column->title = g_strdup (staff->name);
  column->least = LEAST_NAMES;
  g_ptr_array_add (columns, column);
}

GPtrArray *
clinic_agenda_columns_day (ClinicDesk *desk,
                           const char *date,
                           gint64      practitioner,
                           GPtrArray  *visits)
{
  GListModel *staff = clinic_desk_get_staff (desk);
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) clinic_agenda_column_free);
  Day day;

  read_day (&day, desk, date);

  for (guint i = 0; i < g_list_model_get_n_items (staff); i++)
    {
      g_autoptr(ClinicStaff) one = g_list_model_get_item (staff, i);

      if (practitioner == 0 ? clinic_agenda_treats (one)
                            : clinic_record_get_id (CLINIC_RECORD (one)) == practitioner)
        add_practitioner (columns, &day, one);
    }

  for (guint i = 0; visits != NULL && i < visits->len; i++)
    {
      ClinicVisit *visit = visits->pdata[i];
      ClinicStaff *one = clinic_desk_find_staff (desk, visit->practitioner_id);

      if (one != NULL && !has_practitioner (columns, visit->practitioner_id) &&
          (practitioner == 0 || practitioner == visit->practitioner_id))
        add_practitioner (columns, &day, one);
    }

  return columns;
}

static void
add_initial (GString    *brief,
             const char *word)
{
  g_autofree char *letter = g_strndup (word, g_utf8_next_char (word) - word);
  g_autofree char *upper = g_utf8_strup (letter, -1);

  g_string_append (brief, upper);
}

char *
clinic_agenda_dup_brief (const char *name)
{
  g_auto(GStrv) words = g_strsplit (name != NULL ? name : "", " ", -1);
  GString *brief = g_string_new (NULL);
  const char *first = NULL;
  const char *last = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0' || g_str_has_suffix (words[i], ".") || strcmp (words[i], "Dr") == 0)
        continue;

      last = words[i];
      first = first != NULL ? first : last;
    }

  if (first != NULL)
    add_initial (brief, first);

  if (last != first)
    add_initial (brief, last);

  return g_string_free (brief, FALSE);
}

/* Who is in all days of @visits is in each of them. */
static void
add_day_of_all (GPtrArray  *columns,
                ClinicDesk *desk,
                const char *date,
                GPtrArray  *visits)
{
  g_autoptr(GPtrArray) people = clinic_agenda_columns_day (desk, date, 0, visits);

  g_ptr_array_set_free_func (people, NULL);

  for (guint i = 0; i < people->len; i++)
    {
      ClinicAgendaColumn *column = people->pdata[i];
      g_autofree char *name = g_steal_pointer (&column->title);

      column->day = clinic_locale_day (date);
      column->brief = clinic_agenda_dup_brief (name);
      column->least = LEAST_INITIALS;
      /* Translators: a column of the agenda, of a day and a practitioner: "Mon 23 Nov, Dr Weber" */
      column->title = g_strdup_printf (C_("day and practitioner", "%s, %s"), column->day, name);
      g_ptr_array_add (columns, column);
    }
}

GPtrArray *
clinic_agenda_columns_week (ClinicDesk *desk,
                            const char *first,
                            gint64      practitioner,
                            GPtrArray  *visits)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) clinic_agenda_column_free);
  ClinicStaff *staff = practitioner != 0 ? clinic_desk_find_staff (desk, practitioner) : NULL;
  g_autoptr(GPtrArray) people = clinic_agenda_columns_day (desk, first, 0, visits);
  gboolean beside = practitioner == 0 && people->len > 1 &&
                    people->len <= CLINIC_AGENDA_MOST_BESIDE;

  for (guint i = 0; i < 7; i++)
    {
      g_autofree char *date = clinic_date_add_days (first, i);
      ClinicAgendaColumn *column;
      Day day;

      if (date == NULL)
        break;

      if (beside)
        {
          add_day_of_all (columns, desk, date, visits);
          continue;
        }

      read_day (&day, desk, date);
      column = new_column (&day, staff);
      column->title = clinic_locale_day (date);
      column->least = LEAST_DAY;
      g_clear_pointer (&column->colour, g_free);
      g_ptr_array_add (columns, column);
    }

  return columns;
}

int
clinic_agenda_columns_find (GPtrArray  *columns,
                            const char *starts,
                            gint64      practitioner)
{
  for (guint i = 0; columns != NULL && i < columns->len; i++)
    {
      ClinicAgendaColumn *column = columns->pdata[i];

      if (g_str_has_prefix (starts, column->date) &&
          (column->practitioner == 0 || column->practitioner == practitioner))
        return i;
    }

  return -1;
}

char *
clinic_agenda_dup_week_start (const char *date)
{
  int back = (int) clinic_date_weekday (date) - (int) clinic_locale_first_weekday ();

  return clinic_date_add_days (date, back < 0 ? -back - 7 : -back);
}
