/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-agenda-layout.h"

G_BEGIN_DECLS

/* Room for the hours beside the columns. */
#define CLINIC_AGENDA_GUTTER 64

#define CLINIC_TYPE_AGENDA_HOURS (clinic_agenda_hours_get_type ())
G_DECLARE_FINAL_TYPE (ClinicAgendaHours, clinic_agenda_hours, CLINIC, AGENDA_HOURS, GtkWidget)

/* The hours of the day one below the other, drawn; they stand still when columns are scrolled. */

GtkWidget *clinic_agenda_hours_new       (void);
/* Takes a copy. */
void       clinic_agenda_hours_set_scale (ClinicAgendaHours       *self,
                                          const ClinicAgendaScale *scale);

G_END_DECLS
