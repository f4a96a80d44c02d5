/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One reading of a metric, packed: there may be a million of them. */
typedef struct
{
  gint64  id;
  gint64  value;        /* thousandths */
  guint32 metric;       /* whatever numbers the caller gives them */
  guint32 zone;
  gint32  visit;        /* -1: not known */
  gint32  day;          /* 20261121; 0: not known */
} ClinicReading;

/* "2026-11-21" → 20261121; 0 for NULL. */
gint32   clinic_reading_pack_day   (const char           *date);
/* The date again, or NULL; caller frees. */
char    *clinic_reading_unpack_day (gint32                day);
/* Days from one packed day to the other; both known. */
int      clinic_reading_days       (gint32                from,
                                    gint32                to);

/* Readings of one thing in the order they were taken: by visit where all have one, else by day,
 * what has none first; then by id, which rises. The first is the baseline, the last the latest. */
void     clinic_readings_sort      (ClinicReading        *readings,
                                    gsize                 n);
/* TRUE when @later was taken at another visit or day than @first: two readings of one sitting
 * are no change. */
gboolean clinic_reading_is_later   (const ClinicReading  *first,
                                    const ClinicReading  *later);

/* How far two readings may differ by the method alone: each errs by the larger of @absolute and
 * @percent of itself (thousandths; CLINIC_NULL: none), and errors that do not know of each other
 * add up by their squares. NaN when neither is known. In thousandths of the metric's unit. */
double   clinic_reading_noise      (gint64                first,
                                    gint64                second,
                                    gint64                percent,
                                    gint64                absolute);
/* As it is printed: UCUM writes units that are none in braces, "{score}" → "score". NULL for
 * NULL; caller frees. */
char    *clinic_reading_dup_unit   (const char           *unit);

G_END_DECLS
