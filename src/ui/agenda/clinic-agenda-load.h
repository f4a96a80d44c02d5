/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-agenda-tally.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_AGENDA_LOAD (clinic_agenda_load_get_type ())
G_DECLARE_FINAL_TYPE (ClinicAgendaLoad, clinic_agenda_load, CLINIC, AGENDA_LOAD, GtkWidget)

/* A week of more practitioners than can be shown beside each other: a cell for each hour says how
 * many come and how much is booked, and leads to its day. Arrows walk over the cells, which are one
 * stop for Tab. Action given: agenda.show-day "s". */

/* @first: the first day. */
void clinic_agenda_load_show (ClinicAgendaLoad        *self,
                              const char              *first,
                              const ClinicAgendaTally *tally);

G_END_DECLS
