/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <math.h>
#include <stdlib.h>

#include "clinic-db.h"
#include "clinic-reading.h"

gint32
clinic_reading_pack_day (const char *date)
{
  gint32 day = 0;

  for (guint i = 0; date != NULL && date[i] != '\0' && i < 10; i++)
    {
      if (g_ascii_isdigit (date[i]))
        day = day * 10 + (date[i] - '0');
    }

  return day;
}

char *
clinic_reading_unpack_day (gint32 day)
{
  if (day == 0)
    return NULL;

  return g_strdup_printf ("%04d-%02d-%02d", day / 10000, day / 100 % 100, day % 100);
}

int
clinic_reading_days (gint32 from,
                     gint32 to)
{
  GDate first, last;

  g_date_clear (&first, 1);
  g_date_clear (&last, 1);
  g_date_set_dmy (&first, from % 100, from / 100 % 100, from / 10000);
  g_date_set_dmy (&last, to % 100, to / 100 % 100, to / 10000);

  return g_date_days_between (&first, &last);
}

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_by_visit (const void *a,
                  const void *b)
{
  const ClinicReading *one = a;
  const ClinicReading *other = b;
  int order = compare_numbers (one->visit, other->visit);

  if (order == 0)
    order = compare_numbers (one->day, other->day);

  return order != 0 ? order : compare_numbers (one->id, other->id);
}

static int
compare_by_day (const void *a,
                const void *b)
{
  const ClinicReading *one = a;
  const ClinicReading *other = b;
  int order = compare_numbers (one->day, other->day);

  if (order == 0)
    order = compare_numbers (one->visit, other->visit);

  return order != 0 ? order : compare_numbers (one->id, other->id);
}

void
clinic_readings_sort (ClinicReading *readings,
                      gsize          n)
{
  gboolean numbered = TRUE;

  for (gsize i = 0; i < n; i++)
    numbered = numbered && readings[i].visit >= 0;

  qsort (readings, n, sizeof *readings, numbered ? compare_by_visit : compare_by_day);
}

gboolean
clinic_reading_is_later (const ClinicReading *first,
                         const ClinicReading *later)
{
  return first->visit != later->visit || first->day != later->day;
}

static double
get_error (gint64 value,
           gint64 percent,
           gint64 absolute)
{
  double share = percent != CLINIC_NULL ? fabs ((double) value) * percent / 100000 : 0;
  double least = absolute != CLINIC_NULL ? absolute : 0;

  return MAX (share, least);
}

double
clinic_reading_noise (gint64 first,
                      gint64 second,
                      gint64 percent,
                      gint64 absolute)
{
  if (percent == CLINIC_NULL && absolute == CLINIC_NULL)
    return NAN;

  return hypot (get_error (first, percent, absolute), get_error (second, percent, absolute));
}

char *
clinic_reading_dup_unit (const char *unit)
{
  gsize length = unit != NULL ? strlen (unit) : 0;

  return length > 2 && unit[0] == '{' &&
         unit[length - 1] == '}' ? g_strndup (unit + 1, length - 2) : g_strdup (unit);
}
