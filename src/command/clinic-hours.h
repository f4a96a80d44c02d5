/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-error.h"

G_BEGIN_DECLS

/* Opening hours of a clinic and working hours of its people, as they are kept: "Mo-Fr
 * 09:00-12:00 13:00-18:00; Sa 09:00-13:00". Days Mo Tu We Th Fr Sa Su, alone, as a range or as a
 * list ("Mo,We"), then up to four spans; days not named are closed. No text at all: at any time. */

#define CLINIC_HOURS_SPANS 4

/* Minutes of the day. */
typedef struct
{
  guint from;
  guint to;
} ClinicSpan;

/* The spans of each weekday, Monday first, in the order of the day. */
typedef struct
{
  guint      n_spans[7];
  ClinicSpan spans[7][CLINIC_HOURS_SPANS];
} ClinicHours;

/* NULL or empty text: every day from 00:00 to 24:00. CLINIC_ERROR_INVALID says which part is
 * off. */
gboolean clinic_hours_parse    (const char         *text,
                                ClinicHours        *hours,
                                GError            **error);
/* Whether a whole visit lies within one span. Both valid wall times on one day. */
gboolean clinic_hours_contain  (const ClinicHours  *hours,
                                const char         *starts,
                                const char         *ends);

/* Whether every day is open from 00:00 to 24:00. */
gboolean clinic_hours_are_always (const ClinicHours *hours);
gboolean clinic_hours_are_equal  (const ClinicHours *hours,
                                  const ClinicHours *others);
/* As they are kept; NULL: at any time. Some day must have a span. Caller frees. */
char    *clinic_hours_print      (const ClinicHours *hours);
/* As people of the locale read them: "Mon–Fri 09:00–12:00, 13:00–18:00; Sat 09:00–13:00". Caller
 * frees. */
char    *clinic_hours_describe   (const ClinicHours *hours);

/* A minute of the day as it is typed here: "09:00", "9:00 AM"; "24:00" ends the day. Caller
 * frees. */
char    *clinic_hours_write_minute (guint            minute);
/* What was typed; midnight is the end of the day where a span ends. -1: no time. */
int      clinic_hours_read_minute  (const char      *text,
                                    gboolean         end);

G_END_DECLS
