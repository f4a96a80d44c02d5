/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_BOOKING_TIME (clinic_booking_time_get_type ())
G_DECLARE_FINAL_TYPE (ClinicBookingTime, clinic_booking_time, CLINIC, BOOKING_TIME, AdwBin)

/* When, how long, with whom and where a visit is, to be typed and picked. Property "when"
 * (ClinicBookingWhen), to be set once. */

/* Puts the keyboard into what cannot be read; FALSE when all can. */
gboolean clinic_booking_time_start (ClinicBookingTime *self);

G_END_DECLS
