/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-date.h"
#include "clinic-hours.h"

static const char day_names[7][3] = { "mo", "tu", "we", "th", "fr", "sa", "su" };

/* 0 Monday … 6 Sunday; -1: none. */
static int
find_day (const char *name)
{
  for (int day = 0; day < 7; day++)
    {
      if (g_ascii_strcasecmp (day_names[day], name) == 0)
        return day;
    }

  return -1;
}

/* "Mo", "Mo-Fr" or "Mo,We-Fr": a bit a day; 0 when it is none of these. */
static guint
parse_days (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, ",", -1);
  guint days = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto(GStrv) ends = g_strsplit (parts[i], "-", 2);
      int first = ends[0] != NULL ? find_day (ends[0]) : -1;
      int last = first >= 0 && ends[1] != NULL ? find_day (ends[1]) : first;

      if (first < 0 || last < first)
        return 0;

      for (int day = first; day <= last; day++)
        days |= 1u << day;
    }

  return days;
}

/* "09:00" → 540, "24:00" → 1440; -1 when it is no time. */
static int
parse_time (const char *text)
{
  guint hour;
  guint minute;

  if (strlen (text) != 5 || text[2] != ':' || !g_ascii_isdigit (text[0]) ||
      !g_ascii_isdigit (text[1]) ||
      !g_ascii_isdigit (text[3]) || !g_ascii_isdigit (text[4]))
    return -1;

  hour = g_ascii_digit_value (text[0]) * 10 + g_ascii_digit_value (text[1]);
  minute = g_ascii_digit_value (text[3]) * 10 + g_ascii_digit_value (text[4]);

  if (minute > 59 || hour * 60 + minute > 24 * 60)
    return -1;

  return hour * 60 + minute;
}

static gboolean
add_span (ClinicHours *hours,
          guint        days,
          const char  *text)
{
  g_auto(GStrv) ends = g_strsplit (text, "-", 2);
  int from = ends[0] != NULL ? parse_time (ends[0]) : -1;
  int to = from >= 0 && ends[1] != NULL ? parse_time (ends[1]) : -1;

  if (to <= from)
    return FALSE;

  for (guint day = 0; day < 7; day++)
    {
      guint n = hours->n_spans[day];

      if ((days & (1u << day)) == 0)
        continue;

      if (n == CLINIC_HOURS_SPANS || (n > 0 && hours->spans[day][n - 1].to > (guint) from))
        return FALSE;

      hours->spans[day][n] = (ClinicSpan) { from, to };
      hours->n_spans[day]++;
    }

  return TRUE;
}

/* "Mo-Fr 09:00-12:00 13:00-18:00" */
static gboolean
parse_entry (ClinicHours *hours,
             const char  *text)
{
  g_auto(GStrv) words = g_strsplit_set (text, " \t", -1);
  guint days = 0;
  guint n_spans = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] == '\0')
        continue;

      if (days == 0)
        {
          if ((days = parse_days (words[i])) == 0)
            return FALSE;
        }
      else
        {
          if (!add_span (hours, days, words[i]))
            return FALSE;

          n_spans++;
        }
    }

  return n_spans > 0;
}

gboolean
clinic_hours_parse (const char   *text,
                    ClinicHours  *hours,
                    GError      **error)
{
  g_auto(GStrv) entries = NULL;
  guint n_entries = 0;

  g_return_val_if_fail (hours != NULL, FALSE);

  memset (hours, 0, sizeof *hours);
  entries = g_strsplit (text != NULL ? text : "", ";", -1);

  for (guint i = 0; entries[i] != NULL; i++)
    {
      if (*g_strstrip (entries[i]) == '\0')
        continue;

      if (!parse_entry (hours, entries[i]))
        {
          g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                       _("Hours: “%s” cannot be read. Write them like “Mo-Fr 09:00-12:00 "
                         "13:00-18:00; Sa 09:00-13:00”."),
                       entries[i]);
          return FALSE;
        }

      n_entries++;
    }

  if (n_entries == 0)
    {
      for (guint day = 0; day < 7; day++)
        {
          hours->n_spans[day] = 1;
          hours->spans[day][0] = (ClinicSpan) { 0, 24 * 60 };
        }
    }

  return TRUE;
}

gboolean
clinic_hours_contain (const ClinicHours *hours,
                      const char        *starts,
                      const char        *ends)
{
  g_autofree char *date = clinic_wall_dup_date (starts);
  guint day = clinic_date_weekday (date) - 1;
  gint64 midnight = clinic_date_to_days (date) * 24 * 60;
  gint64 from = clinic_wall_to_minutes (starts) - midnight;
  gint64 to = clinic_wall_to_minutes (ends) - midnight;

  for (guint i = 0; i < hours->n_spans[day]; i++)
    {
      if (from >= hours->spans[day][i].from && to <= hours->spans[day][i].to)
        return TRUE;
    }

  return FALSE;
}
