/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-booking-draft.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_BOOKING_WHO (clinic_booking_who_get_type ())
G_DECLARE_FINAL_TYPE (ClinicBookingWho, clinic_booking_who, CLINIC, BOOKING_WHO, AdwBin)

/* Who comes: a search, then who was found with the course that runs, or a few fields for somebody
 * new. Once somebody is chosen the keyboard goes to the window's default button. Property "draft"
 * (ClinicBookingDraft), to be set once. Its action booking.change begins anew. */

/* @fixed: who comes is not asked. */
void clinic_booking_who_begin (ClinicBookingWho  *self,
                               ClinicDesk        *desk,
                               gboolean           fixed);
/* The keyboard to what is missing: into the search, or into the family name. */
void clinic_booking_who_start (ClinicBookingWho  *self,
                               ClinicBookingGap   gap);

G_END_DECLS
