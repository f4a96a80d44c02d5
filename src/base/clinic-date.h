/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Dates are text, "2026-11-21"; wall times "2026-11-21T09:30": the clinic's own clock, no zone.
 * Both sort as text. Years 1800 to 2999. */

/* The order of the parts in a date somebody typed. */
typedef enum
{
  CLINIC_DATE_YMD,
  CLINIC_DATE_DMY,
  CLINIC_DATE_MDY,
} ClinicDateOrder;

gboolean clinic_date_is_valid       (const char *date);          /* "2026-02-30" is not */
gboolean clinic_wall_is_valid       (const char *wall);          /* to the minute, 00:00 to 23:59 */

/* Days since 1970-01-01; minutes since 1970-01-01T00:00 on the wall's own clock. The argument must
 * be valid. Sums that leave the years 1800 to 2999 are NULL. */
gint64   clinic_date_to_days        (const char *date);
char    *clinic_date_from_days      (gint64      days);
gint64   clinic_wall_to_minutes     (const char *wall);
char    *clinic_wall_from_minutes   (gint64      minutes);

char    *clinic_date_add_days       (const char *date,
                                     gint64      days);
char    *clinic_wall_add_minutes    (const char *wall,
                                     gint64      minutes);
/* What the clocks of @zone show when so many minutes have passed since @wall: an hour that a change of
 * the clocks skips or repeats counts as time that passed. A @wall that comes twice is the first one.
 * Caller frees. */
char    *clinic_wall_add_elapsed    (const char *wall,
                                     gint64      minutes,
                                     GTimeZone  *zone);
/* The date part of a wall time (or a date); caller frees. */
char    *clinic_wall_dup_date       (const char *wall);
/* From the first to the second, in days; negative when the second is earlier. Dates or wall times;
 * only the date counts. */
gint64   clinic_date_days_between   (const char *from,
                                     const char *to);
/* 1 Monday … 7 Sunday */
guint    clinic_date_weekday        (const char *date);
/* Completed years on @today; -1 when not born yet. 29 February counts as 1 March in other years. */
int      clinic_date_age            (const char *birth_date,
                                     const char *today);

/* Reads a date of three numbers in the given order with any of . / - or space between, or
 * "20261121" for YMD. Years of two digits: the latest that is not after @today (a birth date is
 * never in the future). NULL when it is none. */
char    *clinic_date_parse          (const char      *text,
                                     ClinicDateOrder  order,
                                     const char      *today);

/* TRUE when the wall time exists in the zone (DST gaps do not). @ambiguous: it comes
 * twice. */
gboolean clinic_wall_exists         (const char *wall,
                                     GTimeZone  *zone,
                                     gboolean   *ambiguous);

G_END_DECLS
