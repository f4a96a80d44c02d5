/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-hours.h"

G_BEGIN_DECLS

/* How busy the hours of a week are, in minutes of practitioners. */

#define CLINIC_AGENDA_WEEK 7
#define CLINIC_AGENDA_HOURS_OF_DAY 24

typedef struct
{
  guint visits;         /* that begin in it */
  guint booked;
  guint open;
} ClinicAgendaHour;

typedef struct
{
  ClinicAgendaHour hours[CLINIC_AGENDA_WEEK][CLINIC_AGENDA_HOURS_OF_DAY];
} ClinicAgendaTally;

/* So many visits at once on @day (0 the first), from one minute of the day to another. */
void  clinic_agenda_tally_add_visits (ClinicAgendaTally      *self,
                                      guint                   day,
                                      guint                   from,
                                      guint                   to,
                                      guint                   visits);
/* The hours of one more practitioner. */
void  clinic_agenda_tally_add_open   (ClinicAgendaTally      *self,
                                      guint                   day,
                                      const ClinicSpan       *spans,
                                      guint                   n_spans);
/* From the first to after the last hour of any day that there is anything in; 8 to 18 when there
 * is none. */
void  clinic_agenda_tally_get_range  (const ClinicAgendaTally *self,
                                      guint                  *from,
                                      guint                  *to);
/* Percent of the open time that is booked; above 100 when more is. -1: nothing is open. */
int   clinic_agenda_hour_get_share   (const ClinicAgendaHour *hour);

G_END_DECLS
