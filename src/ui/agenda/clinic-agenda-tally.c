/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-agenda-tally.h"

#define FIRST_HOUR 8
#define LAST_HOUR 18

/* Minutes of an hour that lie between two minutes of the day. */
static guint
get_common (guint hour,
            guint from,
            guint to)
{
  guint start = MAX (hour * 60, from);
  guint end = MIN (hour * 60 + 60, to);

  return end > start ? end - start : 0;
}

void
clinic_agenda_tally_add_visits (ClinicAgendaTally *self,
                                guint              day,
                                guint              from,
                                guint              to,
                                guint              visits)
{
  g_return_if_fail (self != NULL && day < CLINIC_AGENDA_WEEK);

  for (guint hour = 0; hour < CLINIC_AGENDA_HOURS_OF_DAY; hour++)
    {
      self->hours[day][hour].booked += visits * get_common (hour, from, to);
      self->hours[day][hour].visits += from / 60 == hour ? visits : 0;
    }
}

void
clinic_agenda_tally_add_open (ClinicAgendaTally *self,
                              guint              day,
                              const ClinicSpan  *spans,
                              guint              n_spans)
{
  g_return_if_fail (self != NULL && day < CLINIC_AGENDA_WEEK);

  for (guint i = 0; i < n_spans; i++)
    for (guint hour = 0; hour < CLINIC_AGENDA_HOURS_OF_DAY; hour++)
      self->hours[day][hour].open += get_common (hour, spans[i].from, spans[i].to);
}

/* Hours that are open all round the clock say nothing about when the day is. */
static gboolean
counts (const ClinicAgendaTally *self,
        guint                    hour)
{
  for (guint day = 0; day < CLINIC_AGENDA_WEEK; day++)
    {
      const ClinicAgendaHour *hours = self->hours[day];

      if (hours[hour].booked > 0 || hours[hour].visits > 0 ||
          (hours[hour].open > 0 && (hours[0].open == 0 || hours[23].open == 0)))
        return TRUE;
    }

  return FALSE;
}

void
clinic_agenda_tally_get_range (const ClinicAgendaTally *self,
                               guint                   *from,
                               guint                   *to)
{
  g_return_if_fail (self != NULL && from != NULL && to != NULL);

  *from = CLINIC_AGENDA_HOURS_OF_DAY;
  *to = 0;

  for (guint hour = 0; hour < CLINIC_AGENDA_HOURS_OF_DAY; hour++)
    {
      if (!counts (self, hour))
        continue;

      *from = MIN (*from, hour);
      *to = hour + 1;
    }

  if (*to == 0)
    {
      *from = FIRST_HOUR;
      *to = LAST_HOUR;
    }
}

int
clinic_agenda_hour_get_share (const ClinicAgendaHour *hour)
{
  g_return_val_if_fail (hour != NULL, -1);

  return hour->open > 0 ? (int) ((hour->booked * 100 + hour->open / 2) / hour->open) : -1;
}
