/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-agenda-days.h"
#include "clinic-agenda-view.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_AGENDA_BOARD (clinic_agenda_board_get_type ())
G_DECLARE_FINAL_TYPE (ClinicAgendaBoard, clinic_agenda_board, CLINIC, AGENDA_BOARD, AdwBin)

/* The visits of the agenda's days below the heads of their columns, scrolled to what was asked
 * for, with a line that says how late it is. Property "days" (ClinicAgendaDays), to be set
 * once. */

/* NULL once the board is being taken down. */
ClinicAgendaView *clinic_agenda_board_get_view (ClinicAgendaBoard *self);

/* Puts the keyboard on a time. */
void clinic_agenda_board_start (ClinicAgendaBoard *self);

G_END_DECLS
