/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-planned-session.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PLANNED_ROW (clinic_planned_row_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPlannedRow, clinic_planned_row, CLINIC, PLANNED_ROW, GtkListBoxRow)

/* A planned session: when it is and what stands in the way, with buttons for the times that are
 * free instead. Alt+Left and Alt+Right move it a day, Alt+Up and Alt+Down a step of the agenda; a
 * popover takes a day and a time that are typed. What is wanted is asked of the window by its
 * action course.choose "(us)". Property "session". */

/* @step: minutes of the agenda's grid. @today: for dates typed without a year. */
GtkWidget            *clinic_planned_row_new         (ClinicPlannedSession  *session,
                                                      gint64                 step,
                                                      const char            *today);
ClinicPlannedSession *clinic_planned_row_get_session (ClinicPlannedRow      *self);
/* Opens the popover to type a day and a time. */
void                  clinic_planned_row_edit        (ClinicPlannedRow      *self);

G_END_DECLS
