/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "clinic-hours.h"
#include "clinic-locale.h"
#include "clinic-text.h"

#define N_DAYS 7

/* What is written between days and spans. */
typedef struct
{
  const char *to_day;
  const char *and_day;
  const char *before_spans;
  const char *to_time;
  const char *and_span;
  const char *and_days;
  char     *(*name_day)(guint day);             /* 0 Monday … 6 Sunday */
  char     *(*write_time)(guint minute);
} Manner;

static char *
name_kept_day (guint day)
{
  static const char names[N_DAYS][3] = { "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su" };

  return g_strdup (names[day]);
}

static char *
write_kept_time (guint minute)
{
  return g_strdup_printf ("%02u:%02u", minute / 60, minute % 60);
}

static char *
name_read_day (guint day)
{
  return clinic_locale_weekday (day + 1, TRUE);
}

static gboolean
is_same_day (const ClinicHours *hours,
             guint              day,
             const ClinicHours *others,
             guint              other)
{
  return hours->n_spans[day] == others->n_spans[other] &&
         memcmp (hours->spans[day], others->spans[other], hours->n_spans[day] * sizeof (ClinicSpan)) == 0;
}

/* The days from @nth on, counted from @first, that are like it: "Mo-We,Fr". A bit each in @done. */
static void
write_days (GString           *text,
            const Manner      *manner,
            const ClinicHours *hours,
            guint              first,
            guint              nth,
            guint             *done)
{
  guint like = (first + nth) % N_DAYS;
  gboolean begun = FALSE;

  for (guint i = nth; i < N_DAYS; i++)
    {
      g_autofree char *name = NULL;
      g_autofree char *last_name = NULL;
      guint last = i;

      if (!is_same_day (hours, (first + i) % N_DAYS, hours, like))
        continue;

      while (last + 1 < N_DAYS && is_same_day (hours, (first + last + 1) % N_DAYS, hours, like))
        last++;

      for (guint j = i; j <= last; j++)
        *done |= 1u << j;

      name = manner->name_day ((first + i) % N_DAYS);
      last_name = manner->name_day ((first + last) % N_DAYS);
      g_string_append_printf (text, "%s%s%s%s", begun ? manner->and_day : "", name,
                              last > i ? manner->to_day : "", last > i ? last_name : "");
      begun = TRUE;
      i = last;
    }
}

static void
write_spans (GString           *text,
             const Manner      *manner,
             const ClinicHours *hours,
             guint              day)
{
  for (guint i = 0; i < hours->n_spans[day]; i++)
    {
      g_autofree char *from = manner->write_time (hours->spans[day][i].from);
      g_autofree char *to = manner->write_time (hours->spans[day][i].to);

      g_string_append_printf (text, "%s%s%s%s", i > 0 ? manner->and_span : manner->before_spans, from,
                              manner->to_time, to);
    }
}

static char *
write_hours (const ClinicHours *hours,
             const Manner      *manner,
             guint              first)
{
  GString *text = g_string_new (NULL);
  guint done = 0;

  for (guint i = 0; i < N_DAYS; i++)
    {
      guint day = (first + i) % N_DAYS;

      if (hours->n_spans[day] == 0 || (done & (1u << i)) != 0)
        continue;

      if (text->len > 0)
        g_string_append (text, manner->and_days);

      write_days (text, manner, hours, first, i, &done);
      write_spans (text, manner, hours, day);
    }

  return g_string_free (text, FALSE);
}

gboolean
clinic_hours_are_always (const ClinicHours *hours)
{
  for (guint day = 0; day < N_DAYS; day++)
    {
      if (hours->n_spans[day] != 1 || hours->spans[day][0].from != 0 || hours->spans[day][0].to != 24 * 60)
        return FALSE;
    }

  return TRUE;
}

gboolean
clinic_hours_are_equal (const ClinicHours *hours,
                        const ClinicHours *others)
{
  for (guint day = 0; day < N_DAYS; day++)
    {
      if (!is_same_day (hours, day, others, day))
        return FALSE;
    }

  return TRUE;
}

char *
clinic_hours_print (const ClinicHours *hours)
{
  static const Manner kept = { "-", ",", " ", "-", " ", "; ", name_kept_day, write_kept_time };

  return clinic_hours_are_always (hours) ? NULL : write_hours (hours, &kept, 0);
}

char *
clinic_hours_describe (const ClinicHours *hours)
{
  const Manner read = {
    "–", ", ", " ", "–",
    /* Translators: between two spans of the hours of a day: "09:00–12:00, 13:00–18:00" */
    C_("hours", ", "),
    /* Translators: between days with other hours: "Mon–Fri 09:00–18:00; Sat 09:00–13:00" */
    C_("hours", "; "),
    name_read_day, clinic_hours_write_minute,
  };

  return clinic_hours_are_always (hours) ? g_strdup (_("At any time"))
                                         : write_hours (hours, &read, clinic_locale_first_weekday () - 1);
}

char *
clinic_hours_write_minute (guint minute)
{
  g_autofree char *wall = g_strdup_printf ("2026-01-01T%02u:%02u", minute / 60 % 24, minute % 60);
  g_autofree char *time = clinic_locale_time (wall);

  /* The end of a day where it has 24 hours; where it has twice 12, both ends are called the same. */
  if (minute == 24 * 60 && *time == '0')
    return g_strconcat ("24", time + strspn (time, "0"), NULL);

  return g_steal_pointer (&time);
}

int
clinic_hours_read_minute (const char *text,
                          gboolean    end)
{
  g_autofree char *time = clinic_locale_parse_time (text);
  g_autofree char *digits = clinic_text_digits (text);
  int minute;

  if (time == NULL)
    return end && (strcmp (digits, "24") == 0 || strcmp (digits, "2400") == 0) ? 24 * 60 : -1;

  minute = atoi (time) * 60 + atoi (time + 3);

  return end && minute == 0 ? 24 * 60 : minute;
}
