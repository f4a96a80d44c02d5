/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_BOOKING_CLASH (clinic_booking_clash_get_type ())
G_DECLARE_FINAL_TYPE (ClinicBookingClash, clinic_booking_clash, CLINIC, BOOKING_CLASH, AdwBin)

/* What stands in the way of a booking, when else it could be, and for those who may the way to
 * book beside the other visit on purpose. Property "draft" (ClinicBookingDraft), to be set once.
 * Once a free time is chosen the keyboard goes to the window's default button. */

/* Puts the keyboard onto the first free time. */
void clinic_booking_clash_start     (ClinicBookingClash *self);
/* Puts it into the reason. */
void clinic_booking_clash_start_reason (ClinicBookingClash *self);

G_END_DECLS
