/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clinic-planned-session.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PLANNED_POPOVER (clinic_planned_popover_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPlannedPopover, clinic_planned_popover, CLINIC, PLANNED_POPOVER, GtkPopover)

/* Takes another day and time of a planned session that are typed, and asks for them by the action
 * course.choose "(us)". Its arrows are those of the row: planned.move "i". */

/* @today: for dates typed without a year. */
GtkWidget *clinic_planned_popover_new (ClinicPlannedSession *session,
                                       const char           *today);

G_END_DECLS
