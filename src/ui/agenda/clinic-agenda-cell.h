/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-agenda-tally.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_AGENDA_CELL (clinic_agenda_cell_get_type ())
G_DECLARE_FINAL_TYPE (ClinicAgendaCell, clinic_agenda_cell, CLINIC, AGENDA_CELL, GtkWidget)

/* An hour of a day with many practitioners: how many visits begin in it, and how much of the time
 * is booked. A click or Enter gives the action agenda.show-day "s" with its wall time. */

GtkWidget *clinic_agenda_cell_new  (void);
/* @starts: the wall time that the hour begins at. Nothing can be chosen where nothing is open and
 * nobody comes. */
void       clinic_agenda_cell_show (ClinicAgendaCell       *self,
                                    const char             *starts,
                                    const ClinicAgendaHour *hour);

G_END_DECLS
