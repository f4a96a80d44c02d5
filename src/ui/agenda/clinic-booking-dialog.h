/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_BOOKING_DIALOG (clinic_booking_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ClinicBookingDialog, clinic_booking_dialog, CLINIC, BOOKING_DIALOG, AdwWindow)

/* Asks for what one visit needs and books it. @parent: any widget of the window below. @patient:
 * 0 to be asked. @when: a wall time, two with "/" between them (from when until when), a date,
 * or "" or NULL for the next free time from now.
 * @practitioner: 0 for the patient's own, else whoever acts. */
void clinic_booking_present (GtkWidget  *parent,
                             ClinicDesk *desk,
                             gint64      patient,
                             const char *when,
                             gint64      practitioner);

G_END_DECLS
