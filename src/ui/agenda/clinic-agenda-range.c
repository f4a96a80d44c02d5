/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-agenda-range.h"
#include "clinic-date.h"
#include "clinic-locale.h"
#include "clinic-visit.h"

typedef struct
{
  char   *first;
  char   *after;
  gint64  practitioner;
} Range;

static void
free_range (gpointer data)
{
  Range *range = data;

  g_free (range->first);
  g_free (range->after);
  g_free (range);
}

static gpointer
load_visits (ClinicDb  *db,
             gpointer   data,
             GError   **error)
{
  Range *range = data;

  return clinic_visit_list_days (db, range->first, range->after, range->practitioner, error);
}

void
clinic_agenda_range_load_async (ClinicDesk          *desk,
                                const char          *first,
                                guint                days,
                                gint64               practitioner,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  Range *range;

  g_return_if_fail (CLINIC_IS_DESK (desk) && clinic_date_is_valid (first));

  range = g_new0 (Range, 1);
  range->first = g_strdup (first);
  range->after = clinic_date_add_days (first, days);
  range->practitioner = practitioner;
  clinic_worker_run_async (clinic_desk_get_reader (desk), load_visits, range, free_range,
                           (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

static gpointer
count_slots (ClinicDb  *db,
             gpointer   data,
             GError   **error)
{
  Range *range = data;

  return clinic_visit_count_slots (db, range->first, range->after, error);
}

void
clinic_agenda_range_count_async (ClinicDesk          *desk,
                                 const char          *first,
                                 guint                days,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  Range *range;

  g_return_if_fail (CLINIC_IS_DESK (desk) && clinic_date_is_valid (first));

  range = g_new0 (Range, 1);
  range->first = g_strdup (first);
  range->after = clinic_date_add_days (first, days);
  clinic_worker_run_async (clinic_desk_get_reader (desk), count_slots, range, free_range,
                           (GDestroyNotify) g_array_unref, cancellable, callback, user_data);
}

static char *
dup_within_month (const char *first,
                  const char *last)
{
  g_autofree char *from = clinic_locale_weekday (clinic_date_weekday (first), TRUE);
  g_autofree char *to = clinic_locale_weekday (clinic_date_weekday (last), TRUE);
  g_autofree char *month = clinic_locale_month (last);

  /* Translators: days of one month: "Mon 23 – Sun 29 November 2026" */
  return g_strdup_printf (C_("range of days", "%1$s %2$d – %3$s %4$d %5$s"),
                          from, atoi (first + 8), to, atoi (last + 8), month);
}

char *
clinic_agenda_range_dup_title (const char *first,
                               const char *last)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_return_val_if_fail (clinic_date_is_valid (first) && clinic_date_is_valid (last), NULL);

  if (strcmp (first, last) == 0)
    return clinic_locale_long_date (first);

  if (strncmp (first, last, strlen ("2026-11")) == 0)
    return dup_within_month (first, last);

  from = clinic_locale_day (first);
  to = clinic_locale_date (last);

  /* Translators: days of two months: "Mon 30 Nov – 6 December 2026" */
  return g_strdup_printf (C_("range of days", "%s – %s"), from, to);
}

guint
clinic_agenda_range_count (GPtrArray *visits)
{
  guint n_visits = 0;

  for (guint i = 0; i < visits->len; i++)
    {
      ClinicVisit *visit = visits->pdata[i];

      if (g_strcmp0 (visit->status, "cancelled") != 0 && g_strcmp0 (visit->status, "no_show") != 0)
        n_visits++;
    }

  return n_visits;
}

GDateTime *
clinic_agenda_range_new_day (const char *date)
{
  return g_date_time_new_local (atoi (date), atoi (date + 5), atoi (date + 8), 12, 0, 0);
}
