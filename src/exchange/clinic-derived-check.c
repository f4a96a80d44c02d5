/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-decimal.h"
#include "clinic-derived-check.h"

/* So many rows are named. */
#define MOST_NAMED 20

/* By sign: 0 the decrease (baseline − last), 1 the change (last − baseline). */
struct _ClinicDerivedCheck
{
  guint64    n_wrong[2];
  GPtrArray *sentences[2];
  guint64    n_compared;
};

ClinicDerivedCheck *
clinic_derived_check_new (void)
{
  ClinicDerivedCheck *self = g_new0 (ClinicDerivedCheck, 1);

  for (guint i = 0; i < 2; i++)
    self->sentences[i] = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
clinic_derived_check_free (ClinicDerivedCheck *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < 2; i++)
    g_ptr_array_unref (self->sentences[i]);

  g_free (self);
}

/* The readings of the first and the last visit; FALSE unless both are there and @column can be
 * about no other metric. */
static gboolean
find_ends (ClinicMeasurementRow    *row,
           ClinicMeasurementColumn *column,
           ClinicMeasurement      **first,
           ClinicMeasurement      **last)
{
  ClinicMetric *metric = column->metric;

  *first = *last = NULL;

  for (guint i = 0; i < row->readings->len; i++)
    {
      ClinicMeasurement *reading = row->readings->pdata[i];

      if (metric == NULL)
        metric = row->metrics->pdata[i];
      else if (row->metrics->pdata[i] != metric && column->metric == NULL)
        return FALSE;

      if (row->metrics->pdata[i] != metric || reading->visit == CLINIC_UNKNOWN)
        continue;

      /* Of two zones, which? */
      if (reading->visit == 0 && *first != NULL)
        return FALSE;

      if (reading->visit == 0)
        *first = reading;
      else if (*last == NULL || reading->visit > (*last)->visit)
        *last = reading;
    }

  return *first != NULL && *last != NULL;
}

/* Half of the last place that is given, or all of it: some round, some cut off. */
static double
get_tolerance (const char *given,
               char        mark)
{
  const char *point = strchr (given, mark);
  gsize n_decimals = point != NULL ? strspn (point + 1, "0123456789") : 0;

  return pow (10, -(double) n_decimals) + 1e-9;
}

static void
note_wrong (ClinicDerivedCheck   *self,
            guint                 sign,
            ClinicMeasurementRow *row,
            const char           *name,
            const char           *given,
            double                computed,
            ClinicMeasurement    *first,
            ClinicMeasurement    *last,
            guint64               line)
{
  g_autofree char *from = clinic_decimal_format (first->value, '.');
  g_autofree char *to = clinic_decimal_format (last->value, '.');
  g_autofree char *result = clinic_decimal_format_double (computed, 1);

  if (self->n_wrong[sign]++ >= MOST_NAMED)
    return;

  g_ptr_array_add (self->sentences[sign],
                   g_strdup_printf (_("Line %" PRIu64 " (%s): “%s” says %s, but %s and "
                                      "%s make %s. All is kept as it "
                                      "is; look at the source."),
                                    line, row->subject, name, given, from, to, result));
}

void
clinic_derived_check_add (ClinicDerivedCheck      *self,
                          ClinicMeasurementRow    *row,
                          ClinicMeasurementColumn *column,
                          const char              *name,
                          const char              *given,
                          char                     mark,
                          guint64                  line)
{
  ClinicMeasurement *first;
  ClinicMeasurement *last;
  g_autofree char *plain = g_strstrip (g_strdelimit (g_strdup (given), "%", ' '));
  gint64 thousandths;

  if (!clinic_csv_read_number (plain, mark, TRUE, &thousandths) ||
      !find_ends (row, column, &first, &last) ||
      (column->percent && first->value == 0))
    return;

  self->n_compared++;

  for (guint sign = 0; sign < 2; sign++)
    {
      double difference = (first->value - last->value) / 1000.0 * (sign == 0 ? 1 : -1);
      double computed = column->percent ? difference / (first->value / 1000.0) * 100 : difference;
      double tolerance = column->percent ? get_tolerance (plain, mark) : get_tolerance (plain,
                                                                                        mark) / 2;

      if (fabs (computed - thousandths / 1000.0) > tolerance)
        note_wrong (self, sign, row, name, given, computed, first, last, line);
    }
}

void
clinic_derived_check_note (ClinicDerivedCheck *self,
                           GPtrArray          *notes)
{
  guint sign = self->n_wrong[0] <= self->n_wrong[1] ? 0 : 1;

  for (guint i = 0; i < self->sentences[sign]->len; i++)
    g_ptr_array_add (notes, g_strdup (self->sentences[sign]->pdata[i]));

  if (self->n_compared > 0)
    g_ptr_array_add (notes, g_strdup_printf (_("Differences and percents compared with the readings: %" PRIu64
                                               "; that do not fit: %" PRIu64 "."),
                                             self->n_compared, self->n_wrong[sign]));
}
