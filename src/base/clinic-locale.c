/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "clinic-decimal.h"
#include "clinic-locale.h"
#include "clinic-text.h"

static gboolean from_right;

void
clinic_locale_set_from_right (gboolean is_from_right)
{
  from_right = is_from_right;
}

/* Takes over @text: "21 Nov" would be read "Nov 21" where the words around it go the other way. */
static char *
keep_together (char *text)
{
  g_autofree char *own = text;

  return from_right && *own != '\0' ? clinic_text_isolate (own) : g_steal_pointer (&own);
}

/* A date or the date of a wall time at noon: what is formatted has no zone. NULL when it is none. */
static GDateTime *
read_day (const char *date)
{
  int year;
  int month;
  int day;

  if (date == NULL || strlen (date) < 10)
    return NULL;

  year = atoi (date);
  month = atoi (date + 5);
  day = atoi (date + 8);

  return g_date_time_new_utc (year, month, day, 12, 0, 0);
}

static char *
format_one (const char *date,
            const char *format)
{
  g_autoptr(GDateTime) day = read_day (date);

  return day != NULL ? g_date_time_format (day, format) : g_strdup ("");
}

static char *
format_day (const char *date,
            const char *format)
{
  return keep_together (format_one (date, format));
}

char *
clinic_locale_date (const char *date)
{
  /* Translators: a date, as g_date_time_format () takes it: "31 May 1984" */
  return format_day (date, C_("date", "%-d %b %Y"));
}

char *
clinic_locale_day (const char *date)
{
  /* Translators: a day of this year, as g_date_time_format () takes it: "Mon 23 Nov" */
  return format_day (date, C_("date", "%a %-d %b"));
}

char *
clinic_locale_near_day (const char *date,
                        const char *today)
{
  gint64 days;

  if (date == NULL || today == NULL || strlen (date) < 10)
    return clinic_locale_day (date);

  days = clinic_date_days_between (today, date);

  if (days == 0)
    return g_strdup (_("Today"));

  if (days == 1)
    return g_strdup (_("Tomorrow"));

  if (days == -1)
    return g_strdup (_("Yesterday"));

  if (strncmp (date, today, 4) == 0)
    return clinic_locale_day (date);

  /* Translators: a day of another year: "Mon 23 Nov 2026" */
  return format_day (date, C_("date", "%a %-d %b %Y"));
}

char *
clinic_locale_long_date (const char *date)
{
  /* Translators: a date in full: "Monday 23 November 2026" */
  return format_day (date, C_("date", "%A %-d %B %Y"));
}

char *
clinic_locale_month (const char *date)
{
  /* Translators: a month: "November 2026"; %OB is its name standing alone */
  return format_day (date, C_("date", "%OB %Y"));
}

char *
clinic_locale_weekday (guint    weekday,
                       gboolean brief)
{
  /* 5 January 1970 was a Monday. */
  g_autofree char *date = clinic_date_from_days (3 + weekday);

  g_return_val_if_fail (weekday >= 1 && weekday <= 7, NULL);

  return format_one (date, brief ? "%a" : "%A");
}

static GDateTime *
read_wall (const char *wall)
{
  if (wall == NULL || strlen (wall) < 16)
    return NULL;

  return g_date_time_new_utc (atoi (wall), atoi (wall + 5), atoi (wall + 8), atoi (wall + 11),
                              atoi (wall + 14), 0);
}

static gboolean
has_half_days (void)
{
  const char *format = nl_langinfo (T_FMT);

  return strstr (format, "%I") != NULL || strstr (format, "%r") != NULL ||
         strstr (format, "%l") != NULL;
}

/* English without a country writes the day in 24 hours here: nothing is mistaken for the night. */
static const char *
get_time_format (void)
{
  const char *am = nl_langinfo (AM_STR);

  return has_half_days () && am != NULL && *am != '\0' && strcmp (setlocale (LC_TIME, NULL),
                                                                  "C.UTF-8") != 0
         ? "%-I:%M %p" : "%H:%M";
}

char *
clinic_locale_time (const char *wall)
{
  g_autoptr(GDateTime) time = read_wall (wall);

  return time != NULL ? g_date_time_format (time, get_time_format ()) : g_strdup ("");
}

char *
clinic_locale_wall (const char *wall)
{
  g_autofree char *date = clinic_locale_date (wall);
  g_autofree char *time = clinic_locale_time (wall);

  if (*time == '\0')
    return g_steal_pointer (&date);

  /* Translators: a date and a time: "23 Nov 2026, 09:30" */
  return keep_together (g_strdup_printf (C_("date", "%s, %s"), date, time));
}

char *
clinic_locale_instant (const char *instant,
                       const char *zone)
{
  g_autoptr(GTimeZone) there = NULL;
  g_autoptr(GDateTime) utc = NULL;
  g_autoptr(GDateTime) local = NULL;
  g_autofree char *wall = NULL;

  if (instant == NULL)
    return g_strdup ("");

  there = zone != NULL ? g_time_zone_new_identifier (zone) : NULL;
  utc = g_date_time_new_from_iso8601 (instant, NULL);

  if (utc == NULL)
    return g_strdup (instant);

  local = there != NULL ? g_date_time_to_timezone (utc, there) : g_date_time_to_local (utc);
  wall = g_date_time_format (local, "%Y-%m-%dT%H:%M");

  return clinic_locale_wall (wall);
}

char *
clinic_locale_minutes (gint64 minutes)
{
  if (minutes < 60)
    /* Translators: minutes, abbreviated */
    return g_strdup_printf (_("%d min"), (int) minutes);

  if (minutes % 60 == 0)
    /* Translators: hours, abbreviated */
    return g_strdup_printf (_("%d h"), (int) (minutes / 60));

  /* Translators: hours and minutes, abbreviated */
  return g_strdup_printf (_("%d h %d min"), (int) (minutes / 60), (int) (minutes % 60));
}

static int
count_months (const char *from,
              const char *to)
{
  int months = (atoi (to) - atoi (from)) * 12 + atoi (to + 5) - atoi (from + 5);

  return atoi (to + 8) < atoi (from + 8) ? months - 1 : months;
}

char *
clinic_locale_age (const char *birth_date,
                   const char *today)
{
  int years;

  if (birth_date == NULL || today == NULL || !clinic_date_is_valid (birth_date))
    return g_strdup ("");

  years = clinic_date_age (birth_date, today);

  if (years < 0)
    return g_strdup ("");

  if (years < 2)
    {
      int months = count_months (birth_date, today);

      return g_strdup_printf (ngettext ("%d month", "%d months", months), months);
    }

  return g_strdup_printf (ngettext ("%d year", "%d years", years), years);
}

static char
get_mark (void)
{
  const char *mark = nl_langinfo (RADIXCHAR);

  return mark != NULL && *mark == ',' ? ',' : '.';
}

char *
clinic_locale_decimal (gint64 thousandths)
{
  return thousandths == G_MININT64 ? g_strdup ("")
                                   : clinic_decimal_format (thousandths, get_mark ());
}

char *
clinic_locale_rounded (gint64 thousandths,
                       gint64 decimals)
{
  gint64 step = decimals <= 0 ? 1000 : decimals == 1 ? 100 : decimals == 2 ? 10 : 1;
  gint64 half = thousandths < 0 ? -step / 2 : step / 2;

  return thousandths == G_MININT64 ? g_strdup ("")
                                   : clinic_locale_decimal ((thousandths + half) / step * step);
}

char *
clinic_locale_number (gint64 number)
{
  return number == G_MININT64 ? g_strdup ("") : g_strdup_printf ("%'" G_GINT64_FORMAT, number);
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}

char *
clinic_locale_full_name (const char *given,
                         const char *family)
{
  if (is_blank (given) || is_blank (family))
    return g_strdup (is_blank (given) ? (is_blank (family) ? "" : family) : given);

  /* Translators: a person's name in running text: given name, family name */
  return g_strdup_printf (C_("name", "%1$s %2$s"), given, family);
}

char *
clinic_locale_list_name (const char *family,
                         const char *given)
{
  if (is_blank (given) || is_blank (family))
    return clinic_locale_full_name (given, family);

  /* Translators: a person's name in a list: family name, given name */
  return g_strdup_printf (C_("name", "%1$s, %2$s"), family, given);
}

static void
append_initial (GString    *text,
                const char *name)
{
  if (!is_blank (name))
    g_string_append_unichar (text, g_unichar_toupper (g_utf8_get_char (name)));
}

char *
clinic_locale_initials (const char *given,
                        const char *family)
{
  g_autoptr(GString) text = g_string_new (NULL);

  append_initial (text, given);
  append_initial (text, family);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

guint
clinic_locale_first_weekday (void)
{
  /* glibc: the day that week_1stday names, counted on by first_weekday. The first is passed as a
   * number in place of a pointer. */
  union
  {
    const char  *text;
    unsigned int number;
  } origin = { .text = nl_langinfo (_NL_TIME_WEEK_1STDAY) };
  const char *first = nl_langinfo (_NL_TIME_FIRST_WEEKDAY);
  guint offset = first != NULL ? (guint) first[0] : 1;
  guint base = origin.number == 19971201 ? 1 : 7;
  const char *name = setlocale (LC_TIME, NULL);

  /* No country said: the week of ISO 8601. */
  if (name == NULL || strcmp (name, "C") == 0 || strcmp (name, "C.UTF-8") == 0 ||
      offset < 1 || offset > 7)
    return 1;

  return (base - 1 + offset - 1) % 7 + 1;
}
