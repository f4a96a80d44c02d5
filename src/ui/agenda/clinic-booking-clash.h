/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-booking-facts.h"
#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_BOOKING_CLASH (clinic_booking_clash_get_type ())
G_DECLARE_FINAL_TYPE (ClinicBookingClash, clinic_booking_clash, CLINIC, BOOKING_CLASH, AdwBin)

/* What stands in the way of a booking, when else it could be, and for those who may the way to
 * book beside the other visit on purpose. Hidden while nothing does. Signal "chosen" (wall time):
 * one of the free times. */

/* @said: somewhere else it is said already what stands in the way. */
void        clinic_booking_clash_show       (ClinicBookingClash        *self,
                                             ClinicDesk                *desk,
                                             const ClinicBookingFacts  *facts,
                                             gboolean                   said);
/* Puts the keyboard onto the first free time. */
void        clinic_booking_clash_start      (ClinicBookingClash        *self);
gboolean    clinic_booking_clash_get_overbooked (ClinicBookingClash    *self);
/* Why it is overbooked; NULL when it is not. */
const char *clinic_booking_clash_get_reason (ClinicBookingClash        *self);
/* The entry of the reason. */
GtkWidget  *clinic_booking_clash_get_asking (ClinicBookingClash        *self);

G_END_DECLS
