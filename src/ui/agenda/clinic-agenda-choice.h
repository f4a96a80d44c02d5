/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_AGENDA_CHOICE (clinic_agenda_choice_get_type ())
G_DECLARE_FINAL_TYPE (ClinicAgendaChoice, clinic_agenda_choice, CLINIC, AGENDA_CHOICE, AdwBin)

/* Whose visits are shown: those of all practitioners or of one. Property "practitioner" (staff id,
 * 0: all), which notifies when somebody chooses. */

/* Chooses who was chosen last in the clinic at @location, and remembers who is chosen from now on. Before
 * it is filled. */
void   clinic_agenda_choice_remember        (ClinicAgendaChoice *self,
                                             const char         *location);
/* Lists those who treat now; who was chosen stays so while there. */
void   clinic_agenda_choice_fill             (ClinicAgendaChoice *self,
                                              ClinicDesk         *desk);
gint64 clinic_agenda_choice_get_practitioner (ClinicAgendaChoice *self);

G_END_DECLS
