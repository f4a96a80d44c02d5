/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-visit.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_AGENDA_VISIT (clinic_agenda_visit_get_type ())
G_DECLARE_FINAL_TYPE (ClinicAgendaVisit, clinic_agenda_visit, CLINIC, AGENDA_VISIT, GtkWidget)

/* A visit in the agenda: stripe and tint of the practitioner, name, number in the course, signs,
 * time where there is room for it. It has any size it is given and leaves out what does not fit;
 * tooltip and accessible name say all of it. Actions: visit.open, visit.patient, visit.become
 * "s" (a status) and visit.length "x" (minutes), forwarded to those of the page (agenda.…). */

GtkWidget   *clinic_agenda_visit_new       (ClinicVisit       *visit);
ClinicVisit *clinic_agenda_visit_get_visit (ClinicAgendaVisit *self);
/* Shows what @visit says, the same session or another. */
void         clinic_agenda_visit_set_visit (ClinicAgendaVisit *self,
                                            ClinicVisit       *visit);
/* Booked or confirmed: another time can be given to it. */
gboolean     clinic_agenda_visit_can_move  (ClinicAgendaVisit *self);

G_END_DECLS
