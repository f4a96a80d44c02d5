/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <langinfo.h>
#include <stdlib.h>
#include <string.h>

#include "clinic-decimal.h"
#include "clinic-locale.h"

/* What people type: the way back of clinic-locale.c. */

ClinicDateOrder
clinic_locale_date_order (void)
{
  const char *format = nl_langinfo (D_FMT);
  const char *day = strpbrk (format, "d");
  const char *month = strpbrk (format, "m");
  const char *year = strpbrk (format, "yY");

  /* "%D" is %m/%d/%y; the locale without a country says that too, and nobody means it. */
  if (day == NULL || month == NULL || year == NULL || strcmp (format, "%m/%d/%y") == 0)
    {
      gboolean american = strcmp (nl_langinfo (CRNCYSTR), "-$") == 0 &&
                          strstr (format, "%m/%d") == format;

      return american ? CLINIC_DATE_MDY : CLINIC_DATE_DMY;
    }

  if (year < month && year < day)
    return CLINIC_DATE_YMD;

  return month < day ? CLINIC_DATE_MDY : CLINIC_DATE_DMY;
}

/* What stands between the parts here. */
static char
get_separator (void)
{
  const char *format = nl_langinfo (D_FMT);
  const char *found = strcmp (format, "%m/%d/%y") != 0 ? strpbrk (format, "./-") : NULL;

  return clinic_locale_date_order () == CLINIC_DATE_YMD ? '-' : found != NULL ? *found : '.';
}

char *
clinic_locale_date_entry (const char *date)
{
  char c = get_separator ();

  if (date == NULL || !clinic_date_is_valid (date))
    return g_strdup (date != NULL ? date : "");

  switch (clinic_locale_date_order ())
    {
    case CLINIC_DATE_MDY:
      return g_strdup_printf ("%.2s%c%.2s%c%.4s", date + 5, c, date + 8, c, date);

    case CLINIC_DATE_DMY:
      return g_strdup_printf ("%.2s%c%.2s%c%.4s", date + 8, c, date + 5, c, date);

    case CLINIC_DATE_YMD:
    default:
      return g_strdup_printf ("%.4s%c%.2s%c%.2s", date, c, date + 5, c, date + 8);
    }
}

/* Digits of any script as plain ones, all that stands between as one '.'. */
static char *
simplify (const char *text)
{
  g_autoptr(GString) plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        g_string_append_c (plain, '0' + g_unichar_digit_value (c));
      else if (g_unichar_isalpha (c))
        g_string_append_c (plain, '?');
      else if (plain->len > 0 && plain->str[plain->len - 1] != '.')
        g_string_append_c (plain, '.');
    }

  while (plain->len > 0 && plain->str[plain->len - 1] == '.')
    g_string_truncate (plain, plain->len - 1);

  return g_string_free (g_steal_pointer (&plain), FALSE);
}

/* "310584" and "31051984" in the locale's order, with separators put in. */
static char *
separate (const char *digits)
{
  gsize length = strlen (digits);
  guint year = length == 8 ? 4 : 2;
  const char *rest;

  if ((length != 6 && length != 8) || strspn (digits, "0123456789") != length)
    return NULL;

  if (clinic_locale_date_order () == CLINIC_DATE_YMD)
    {
      rest = digits + year;
      return g_strdup_printf ("%.*s.%.2s.%.2s", (int) year, digits, rest, rest + 2);
    }

  return g_strdup_printf ("%.2s.%.2s.%s", digits, digits + 2, digits + 4);
}

/* "23.11": the year that brings it nearest to today. */
static char *
add_year (const char *text,
          const char *today)
{
  gboolean month_first = clinic_locale_date_order () != CLINIC_DATE_DMY;
  g_auto(GStrv) parts = g_strsplit (text, ".", -1);
  char *best = NULL;
  gint64 least = G_MAXINT64;
  int year;

  if (g_strv_length (parts) != 2 || today == NULL)
    return NULL;

  year = atoi (today);

  for (int i = -1; i <= 1; i++)
    {
      int month = atoi (parts[month_first ? 0 : 1]);
      int day = atoi (parts[month_first ? 1 : 0]);
      g_autofree char *date = g_strdup_printf ("%04d-%02d-%02d", year + i, month, day);

      if (clinic_date_is_valid (date) && ABS (clinic_date_days_between (today, date)) < least)
        {
          least = ABS (clinic_date_days_between (today, date));
          g_free (best);
          best = g_steal_pointer (&date);
        }
    }

  return best;
}

static gboolean
has_year_first (const char *plain)
{
  const char *dot = strchr (plain, '.');

  return dot != NULL && dot - plain == 4;
}

/* A year of two digits that must not be 1927 when 2027 is meant. */
static char *
come_near (char       *date,
           const char *plain,
           const char *today)
{
  const char *last = strrchr (plain, '.');
  g_autofree char *old = date;
  g_autofree char *later = NULL;

  if (date == NULL || today == NULL || last == NULL || strlen (last) != 3)
    return g_steal_pointer (&old);

  later = g_strdup_printf ("%04d%s", atoi (old) + 100, old + 4);

  return clinic_date_is_valid (later) &&
         clinic_date_days_between (today, later) < -clinic_date_days_between (today, old)
         ? g_steal_pointer (&later) : g_steal_pointer (&old);
}

char *
clinic_locale_parse_date (const char *text,
                          const char *today,
                          gboolean    near)
{
  g_autofree char *plain = NULL;
  g_autofree char *apart = NULL;
  const char *what;
  ClinicDateOrder order = clinic_locale_date_order ();
  char *date;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return NULL;

  plain = simplify (text);
  apart = separate (plain);
  what = apart != NULL ? apart : plain;

  if (has_year_first (what))
    order = CLINIC_DATE_YMD;

  date = clinic_date_parse (what, order, today);

  if (date != NULL)
    return near ? come_near (date, what, today) : date;

  return near ? add_year (what, today) : NULL;
}

/* Hours and minutes of "9", "930", "9.30". */
static gboolean
read_hours (const char *plain,
            int        *hour,
            int        *minute)
{
  g_auto(GStrv) parts = g_strsplit (plain, ".", -1);
  guint n = g_strv_length (parts);
  gsize length = n > 0 ? strlen (parts[0]) : 0;

  if (n == 2 && length >= 1 && length <= 2 && strlen (parts[1]) == 2)
    {
      *hour = atoi (parts[0]);
      *minute = atoi (parts[1]);
      return TRUE;
    }

  if (n != 1 || length == 0 || length > 4)
    return FALSE;

  *hour = length <= 2 ? atoi (plain) : atoi (plain) / 100;
  *minute = length <= 2 ? 0 : atoi (plain) % 100;

  return TRUE;
}

/* Whether @folded says which half of the day it is, in the locale's words or in English; they are
 * blotted out. */
static gboolean
take_half_day (char       *folded,
               nl_item     item,
               const char *english)
{
  const char *own = nl_langinfo (item);
  g_autofree char *mark = g_utf8_casefold (own != NULL ? own : "", -1);
  const char *word = *mark != '\0' && strstr (folded, mark) != NULL ? mark : english;
  char *found = strstr (folded, word);

  if (found != NULL)
    memset (found, ' ', strlen (word));

  return found != NULL;
}

char *
clinic_locale_parse_time (const char *text)
{
  g_autofree char *plain = NULL;
  g_autofree char *folded = NULL;
  gboolean morning;
  gboolean evening;
  int hour;
  int minute;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return NULL;

  folded = g_utf8_casefold (text, -1);
  morning = take_half_day (folded, AM_STR, "am");
  evening = !morning && take_half_day (folded, PM_STR, "pm");
  plain = simplify (folded);

  if (strchr (plain, '?') != NULL || !read_hours (plain, &hour, &minute))
    return NULL;

  if ((morning || evening) && (hour < 1 || hour > 12))
    return NULL;

  if (morning || evening)
    hour = hour % 12 + (evening ? 12 : 0);

  if (hour > 23 || minute > 59)
    return NULL;

  return g_strdup_printf ("%02d:%02d", hour, minute);
}

/* "1.500" where people write "1,5" may be fifteen hundred: with three digits behind it a foreign
 * mark may as well group thousands. */
static gboolean
may_group (const char *text,
           char        mark)
{
  const char *found = strchr (text, mark);

  return found != NULL && strspn (found + 1, "0123456789") == 3;
}

gboolean
clinic_locale_parse_decimal (const char *text,
                             gint64     *thousandths)
{
  const char *own = nl_langinfo (RADIXCHAR);
  char mark = own != NULL && *own == ',' ? ',' : '.';
  char other = mark == ',' ? '.' : ',';

  if (text == NULL)
    return FALSE;

  return clinic_decimal_parse (text, mark, thousandths) ||
         (!may_group (text, other) && clinic_decimal_parse (text, other, thousandths));
}
