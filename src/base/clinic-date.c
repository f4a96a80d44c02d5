/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "clinic-date.h"

#define FIRST_YEAR      1800
#define LAST_YEAR       2999
#define DATE_LENGTH     10
#define WALL_LENGTH     16
#define MINUTES_PER_DAY (24 * 60)
#define SECONDS_PER_DAY (24 * 60 * 60)

typedef struct
{
  int year;
  int month;
  int day;
} Date;

static gboolean
is_leap (int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int
get_month_length (int year,
                  int month)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return month == 2 && is_leap (year) ? 29 : lengths[month - 1];
}

static gboolean
date_is_valid (const Date *date)
{
  return date->year >= FIRST_YEAR && date->year <= LAST_YEAR &&
         date->month >= 1 && date->month <= 12 &&
         date->day >= 1 && date->day <= get_month_length (date->year, date->month);
}

/* The number of @length plain digits at @text; -1 when they are not all digits. */
static int
read_number (const char *text,
             guint       length)
{
  int number = 0;

  for (guint i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;

      number = number * 10 + (text[i] - '0');
    }

  return number;
}

/* Reads the ten characters of a date; what follows is the caller's. */
static gboolean
read_date (const char *text,
           Date       *date)
{
  if (strnlen (text, DATE_LENGTH) < DATE_LENGTH || text[4] != '-' || text[7] != '-')
    return FALSE;

  date->year = read_number (text, 4);
  date->month = read_number (text + 5, 2);
  date->day = read_number (text + 8, 2);

  return date_is_valid (date);
}

/* Day counts of the Gregorian calendar: each 400 years have 146097 days. Counted from 1 March, so
* that the leap day is a year's last (H. Hinnant, chrono-compatible low-level date algorithms). */
static gint64
date_to_days (const Date *date)
{
  gint64 year = date->year - (date->month <= 2 ? 1 : 0);
  gint64 era = year / 400;
  gint64 year_of_era = year - era * 400;
  gint64 day_of_year = (153 * (date->month + (date->month > 2 ? -3 : 9)) + 2) / 5 + date->day - 1;
  gint64 day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * 146097 + day_of_era - 719468;
}

static gboolean
date_from_days (gint64  days,
                Date   *date)
{
  gint64 shifted = days + 719468;
  gint64 era;
  gint64 day_of_era;
  gint64 year_of_era;
  gint64 day_of_year;
  gint64 month;

  /* far beyond both ends, and nothing below can overflow */
  if (days < -200000 || days > 400000)
    return FALSE;

  era = shifted / 146097;
  day_of_era = shifted - era * 146097;
  year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  month = (5 * day_of_year + 2) / 153;

  date->day = day_of_year - (153 * month + 2) / 5 + 1;
  date->month = month < 10 ? month + 3 : month - 9;
  date->year = year_of_era + era * 400 + (date->month <= 2 ? 1 : 0);

  return date_is_valid (date);
}

static char *
format_date (const Date *date)
{
  return g_strdup_printf ("%04d-%02d-%02d", date->year, date->month, date->day);
}

gboolean
clinic_date_is_valid (const char *text)
{
  Date date;

  return text != NULL && read_date (text, &date) && text[DATE_LENGTH] == '\0';
}

gboolean
clinic_wall_is_valid (const char *wall)
{
  Date date;
  int hour;
  int minute;

  if (wall == NULL || strnlen (wall, WALL_LENGTH + 1) != WALL_LENGTH || !read_date (wall, &date))
    return FALSE;

  hour = read_number (wall + 11, 2);
  minute = read_number (wall + 14, 2);

  return wall[10] == 'T' && wall[13] == ':' &&
         hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59;
}

gint64
clinic_date_to_days (const char *text)
{
  Date date;

  g_return_val_if_fail (clinic_date_is_valid (text), 0);

  read_date (text, &date);

  return date_to_days (&date);
}

char *
clinic_date_from_days (gint64 days)
{
  Date date;

  return date_from_days (days, &date) ? format_date (&date) : NULL;
}

gint64
clinic_wall_to_minutes (const char *wall)
{
  Date date;

  g_return_val_if_fail (clinic_wall_is_valid (wall), 0);

  read_date (wall, &date);

  return date_to_days (&date) * MINUTES_PER_DAY + read_number (wall + 11, 2) * 60 +
         read_number (wall + 14, 2);
}

char *
clinic_wall_from_minutes (gint64 minutes)
{
  gint64 minute_of_day = (minutes % MINUTES_PER_DAY + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  gint64 days = minutes / MINUTES_PER_DAY - (minutes % MINUTES_PER_DAY < 0 ? 1 : 0);
  g_autofree char *date = clinic_date_from_days (days);

  if (date == NULL)
    return NULL;

  return g_strdup_printf ("%sT%02d:%02d",
                          date,
                          (int) (minute_of_day / 60),
                          (int) (minute_of_day % 60));
}

char *
clinic_date_add_days (const char *date,
                      gint64      days)
{
  gint64 sum;

  g_return_val_if_fail (clinic_date_is_valid (date), NULL);

  if (__builtin_add_overflow (clinic_date_to_days (date), days, &sum))
    return NULL;

  return clinic_date_from_days (sum);
}

char *
clinic_wall_add_minutes (const char *wall,
                         gint64      minutes)
{
  gint64 sum;

  g_return_val_if_fail (clinic_wall_is_valid (wall), NULL);

  if (__builtin_add_overflow (clinic_wall_to_minutes (wall), minutes, &sum))
    return NULL;

  return clinic_wall_from_minutes (sum);
}

static gboolean
is_date_or_wall (const char *text)
{
  return clinic_date_is_valid (text) || clinic_wall_is_valid (text);
}

char *
clinic_wall_dup_date (const char *wall)
{
  g_return_val_if_fail (is_date_or_wall (wall), NULL);

  return g_strndup (wall, DATE_LENGTH);
}

gint64
clinic_date_days_between (const char *from,
                          const char *to)
{
  Date from_date;
  Date to_date;

  g_return_val_if_fail (is_date_or_wall (from), 0);
  g_return_val_if_fail (is_date_or_wall (to), 0);

  read_date (from, &from_date);
  read_date (to, &to_date);

  return date_to_days (&to_date) - date_to_days (&from_date);
}

guint
clinic_date_weekday (const char *date)
{
  gint64 days = clinic_date_to_days (date);

  /* 1970-01-01 was a Thursday */
  return ((days + 3) % 7 + 7) % 7 + 1;
}

int
clinic_date_age (const char *birth_date,
                 const char *today)
{
  g_return_val_if_fail (is_date_or_wall (birth_date), -1);
  g_return_val_if_fail (is_date_or_wall (today), -1);

  if (strncmp (birth_date, today, DATE_LENGTH) > 0)
    return -1;

  return read_number (today, 4) - read_number (birth_date, 4) -
         (strncmp (today + 4, birth_date + 4, DATE_LENGTH - 4) < 0 ? 1 : 0);
}

typedef struct
{
  int   value;
  guint n_digits;
} Part;

static void
read_part (const char **p,
           Part        *part)
{
  int digit;

  part->value = 0;
  part->n_digits = 0;

  while (part->n_digits < 5 && (digit = g_unichar_digit_value (g_utf8_get_char (*p))) >= 0)
    {
      part->value = part->value * 10 + digit;
      part->n_digits++;
      *p = g_utf8_next_char (*p);
    }
}

static void
skip_spaces (const char **p)
{
  while (g_unichar_isspace (g_utf8_get_char (*p)))
    *p = g_utf8_next_char (*p);
}

/* One mark with or without spaces around it, or spaces alone: "21.11.2026", "21. 11. 2026", "21 11
 * 2026". */
static gboolean
skip_separator (const char **p)
{
  const char *start = *p;

  skip_spaces (p);

  if (**p == '.' || **p == '/' || **p == '-')
    *p += 1;

  skip_spaces (p);

  return *p > start;
}

static gboolean
read_parts (const char *p,
            Part        parts[3])
{
  for (guint i = 0; i < 3; i++)
    {
      if (i > 0 && !skip_separator (&p))
        return FALSE;

      read_part (&p, &parts[i]);
    }

  return *p == '\0';
}

/* The latest year ending in these two digits that makes a date not after @today. */
static char *
complete_year (Date       *date,
               const char *today)
{
  int ending = date->year;

  if (!is_date_or_wall (today))
    return NULL;

  for (int year = read_number (today, 2) * 100 + ending; year >= FIRST_YEAR; year -= 100)
    {
      g_autofree char *text = NULL;

      date->year = year;

      if (!date_is_valid (date))
        continue;

      text = format_date (date);

      if (strncmp (text, today, DATE_LENGTH) <= 0)
        return g_steal_pointer (&text);
    }

  return NULL;
}

char *
clinic_date_parse (const char      *text,
                   ClinicDateOrder  order,
                   const char      *today)
{
  /* which part is year, month, day */
  static const guint places[][3] = {
    [CLINIC_DATE_YMD] = { 0, 1, 2 },
    [CLINIC_DATE_DMY] = { 2, 1, 0 },
    [CLINIC_DATE_MDY] = { 2, 0, 1 },
  };
  g_autofree char *trimmed = NULL;
  Part parts[3];
  Part year;
  Date date;

  g_return_val_if_fail (order < G_N_ELEMENTS (places), NULL);

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return NULL;

  trimmed = g_strstrip (g_strdup (text));

  if (order == CLINIC_DATE_YMD && strlen (trimmed) == 8 && read_number (trimmed, 8) >= 0)
    {
      date.year = read_number (trimmed, 4);
      date.month = read_number (trimmed + 4, 2);
      date.day = read_number (trimmed + 6, 2);

      return date_is_valid (&date) ? format_date (&date) : NULL;
    }

  if (!read_parts (trimmed, parts))
    return NULL;

  year = parts[places[order][0]];
  date = (Date) { year.value, parts[places[order][1]].value, parts[places[order][2]].value };

  if (parts[places[order][1]].n_digits > 2 || parts[places[order][2]].n_digits > 2)
    return NULL;

  if (year.n_digits == 2)
    return complete_year (&date, today);

  return year.n_digits == 4 && date_is_valid (&date) ? format_date (&date) : NULL;
}

static gint32
get_offset (GTimeZone *zone,
            gint64     instant)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant);

  return interval >= 0 ? g_time_zone_get_offset (zone, interval) : 0;
}

/* Tries the offsets of the day before and the day after: a wall time is an instant for each that
 * holds there. Asking GTimeZone for standard and daylight time would miss changes that are
 * neither. */
gboolean
clinic_wall_exists (const char *wall,
                    GTimeZone  *zone,
                    gboolean   *ambiguous)
{
  gint64 seconds;
  gint32 before;
  gint32 after;
  guint n_instants;

  g_return_val_if_fail (clinic_wall_is_valid (wall), FALSE);
  g_return_val_if_fail (zone != NULL, FALSE);

  seconds = clinic_wall_to_minutes (wall) * 60;
  before = get_offset (zone, seconds - SECONDS_PER_DAY);
  after = get_offset (zone, seconds + SECONDS_PER_DAY);
  n_instants = get_offset (zone, seconds - before) == before ? 1 : 0;

  if (after != before && get_offset (zone, seconds - after) == after)
    n_instants++;

  if (ambiguous != NULL)
    *ambiguous = n_instants > 1;

  return n_instants > 0;
}

char *
clinic_wall_add_elapsed (const char *wall,
                         gint64      minutes,
                         GTimeZone  *zone)
{
  g_autoptr(GDateTime) start = NULL;
  g_autoptr(GDateTime) end = NULL;

  g_return_val_if_fail (wall != NULL && clinic_wall_is_valid (wall) && zone != NULL, NULL);

  start = g_date_time_new (zone, atoi (wall), atoi (wall + 5), atoi (wall + 8), atoi (wall + 11),
                           atoi (wall + 14), 0);
  end = start != NULL ? g_date_time_add_minutes (start, (gint) minutes) : NULL;

  return end != NULL ? g_date_time_format (end, "%Y-%m-%dT%H:%M") : NULL;
}
