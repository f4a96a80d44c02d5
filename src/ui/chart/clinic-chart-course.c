/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-chart-course.h"

static void
pattern_free (gpointer data)
{
  g_free (((ClinicChartPattern *) data)->places);
  g_free (data);
}

static void
sum_free (gpointer data)
{
  ClinicChartSum *sum = data;

  g_free (sum->zone);
  g_ptr_array_unref (sum->patterns);
  g_free (sum);
}

/* Rows of a zone come one after the other. */
static ClinicChartSum *
open_sum (GPtrArray  *sums,
          const char *zone)
{
  ClinicChartSum *last = sums->len > 0 ? sums->pdata[sums->len - 1] : NULL;

  if (last != NULL && g_strcmp0 (last->zone, zone) == 0)
    return last;

  last = g_new0 (ClinicChartSum, 1);
  last->zone = g_strdup (zone);
  last->patterns = g_ptr_array_new_with_free_func (pattern_free);
  g_ptr_array_add (sums, last);

  return last;
}

GPtrArray *
clinic_chart_course_read (ClinicDb  *db,
                          gint64     session,
                          GError   **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "chart-course", error);
  g_autoptr(GPtrArray) sums = g_ptr_array_new_with_free_func (sum_free);
  GError *failure = NULL;

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_int (statement, 1, session);

  while (clinic_statement_step (statement, &failure))
    {
      ClinicChartSum *sum = open_sum (sums, clinic_statement_get_text (statement, 0));
      ClinicChartPattern *pattern = g_new0 (ClinicChartPattern, 1);

      sum->points += clinic_statement_get_int (statement, 1);
      sum->volume += clinic_statement_get_int (statement, 2);
      pattern->points = clinic_statement_get_int (statement, 3);
      pattern->places = g_strdup (clinic_statement_get_text (statement, 4));
      g_ptr_array_add (sum->patterns, pattern);
    }

  if (failure == NULL)
    return g_steal_pointer (&sums);

  g_propagate_error (error, failure);

  return NULL;
}
