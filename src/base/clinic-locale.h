/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "clinic-date.h"

G_BEGIN_DECLS

/* Dates, times, numbers and names as people of the locale write them. All give new text; "" for
 * what is NULL or unknown (G_MININT64). Caller frees. */

/* Whether sentences are read from the right: dates then stay in one piece within them (clinic_text_isolate ()). Said once,
 * before anything is written; FALSE until then. */
void             clinic_locale_set_from_right (gboolean      is_from_right);

char            *clinic_locale_date           (const char   *date);        /* "31 May 1984" */
char            *clinic_locale_day            (const char   *date);        /* "Mon 23 Nov" */
/* "Today", "Tomorrow", "Yesterday", else as clinic_locale_day (), with the year when it is not
 * that of @today. */
char            *clinic_locale_near_day       (const char   *date,
                                               const char   *today);
char            *clinic_locale_long_date      (const char   *date);        /* "Monday 23 November 2026" */
char            *clinic_locale_month          (const char   *date);        /* "November 2026" */
char            *clinic_locale_weekday        (guint         weekday,      /* 1 Monday … 7 */
                                               gboolean      brief);       /* "Mon", else "Monday" */
char            *clinic_locale_time           (const char   *wall);        /* "09:30", "9:30 AM" */
char            *clinic_locale_wall           (const char   *wall);        /* "23 Nov 2026, 09:30" */
/* The same of an instant ("2026-11-21T09:30:15.123Z") in @zone. */
char            *clinic_locale_instant        (const char   *instant,
                                               const char   *zone);
char            *clinic_locale_minutes        (gint64        minutes);     /* "1 h 15 min" */
char            *clinic_locale_age            (const char   *birth_date,
                                               const char   *today);       /* "42 years", "5 months" */
char            *clinic_locale_decimal        (gint64        thousandths); /* "1,5" */
char            *clinic_locale_rounded        (gint64        thousandths,
                                               gint64        decimals);    /* half away from zero */
char            *clinic_locale_number         (gint64        number);      /* grouped */
char            *clinic_locale_full_name      (const char   *given,
                                               const char   *family);      /* "Ayşe Yıldız" */
char            *clinic_locale_list_name      (const char   *family,
                                               const char   *given);       /* "Yıldız, Ayşe" */
char            *clinic_locale_initials       (const char   *given,
                                               const char   *family);      /* "AY" */

/* How dates are typed here, and an example to say so: "31.12.1984". */
ClinicDateOrder  clinic_locale_date_order     (void);
char            *clinic_locale_date_entry     (const char   *date);        /* as it is typed */
/* What was typed, also ISO; also without a year (the nearest to @today, when @near) and without
 * separators ("310584"). NULL when it is no date. */
char            *clinic_locale_parse_date     (const char   *text,
                                               const char   *today,
                                               gboolean      near);
/* "9", "930", "9:30", "9.30", "9:30 pm" → "09:30"; NULL. */
char            *clinic_locale_parse_time     (const char   *text);
/* With the locale's decimal mark; '.' is taken too where that cannot be meant otherwise. */
gboolean         clinic_locale_parse_decimal  (const char   *text,
                                               gint64       *thousandths);
/* 1 Monday … 7 Sunday */
guint            clinic_locale_first_weekday  (void);

G_END_DECLS
