/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"
#include "clinic-hours.h"

G_BEGIN_DECLS

/* With more people than these a week has a column for each day, and counts. */
#define CLINIC_AGENDA_MOST_BESIDE 6

/* Enough for the spans of a clinic cut with those of a practitioner. */
#define CLINIC_AGENDA_SPANS (2 * CLINIC_HOURS_SPANS)

/* A column of the agenda: a day, of one practitioner or of all. */
typedef struct
{
  char       *date;
  gint64      practitioner;     /* 0: all */
  char       *title;
  char       *day;              /* of which this is one of several columns; else NULL */
  char       *brief;            /* whose it is, in few letters; else NULL */
  char       *subtitle;         /* may be NULL: "Closed", "Off" */
  char       *colour;           /* may be NULL */
  gboolean    today;
  int         least;            /* pixels: what is in a narrower one cannot be read */
  guint       n_open;
  ClinicSpan  open[CLINIC_AGENDA_SPANS];        /* when visits can be booked without a reason */
} ClinicAgendaColumn;

void       clinic_agenda_column_free    (ClinicAgendaColumn       *self);

/* Whether @staff treats patients. */
gboolean   clinic_agenda_treats         (ClinicStaff              *staff);
/* How many do. */
guint      clinic_agenda_count_treating (ClinicDesk               *desk);
/* One column for each practitioner (or only @practitioner), and for everybody else one of
 * @visits is with. GPtrArray of ClinicAgendaColumn; caller unrefs. */
GPtrArray *clinic_agenda_columns_day    (ClinicDesk               *desk,
                                         const char               *date,
                                         gint64                    practitioner,
                                         GPtrArray                *visits);
/* Seven days from @first; of all, a few have a column each in every day. */
GPtrArray *clinic_agenda_columns_week   (ClinicDesk               *desk,
                                         const char               *first,
                                         gint64                    practitioner,
                                         GPtrArray                *visits);
/* The first letters of first and last name, without titles: "AW". Caller frees. */
char      *clinic_agenda_dup_brief      (const char               *name);
/* The column of a visit at @starts with @practitioner; -1: none. */
int        clinic_agenda_columns_find   (GPtrArray                *columns,
                                         const char               *starts,
                                         gint64                    practitioner);
/* The first day of the week that @date is in, as the locale counts. Caller frees. */
char      *clinic_agenda_dup_week_start (const char               *date);
/* What both have in common; how many spans. @spans has room for CLINIC_AGENDA_SPANS. */
guint      clinic_agenda_cut_spans      (const ClinicSpan         *some,
                                         guint                     n_some,
                                         const ClinicSpan         *others,
                                         guint                     n_others,
                                         ClinicSpan               *spans);

G_END_DECLS
