/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-booking-facts.h"
#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_BOOKING_TIME (clinic_booking_time_get_type ())
G_DECLARE_FINAL_TYPE (ClinicBookingTime, clinic_booking_time, CLINIC, BOOKING_TIME, AdwBin)

/* When, how long, with whom and where: what a person has not chosen follows from who comes. Signal
 * "changed": somebody chose or typed something. */

/* @when, @practitioner: as in clinic_booking_present (). */
void     clinic_booking_time_begin     (ClinicBookingTime         *self,
                                        ClinicDesk                *desk,
                                        const char                *when,
                                        gint64                     practitioner);
/* Rooms to choose from (ClinicRoom). */
void     clinic_booking_time_set_rooms (ClinicBookingTime         *self,
                                        GPtrArray                 *rooms);
/* What was chosen. */
void     clinic_booking_time_fill      (ClinicBookingTime         *self,
                                        ClinicBookingWish         *wish);
/* Shows what follows for the rest. */
void     clinic_booking_time_show      (ClinicBookingTime         *self,
                                        const ClinicBookingFacts  *facts);
/* Puts it at this wall time, as if somebody had typed it. */
void     clinic_booking_time_choose    (ClinicBookingTime         *self,
                                        const char                *wall);
/* The wall time; NULL while it cannot be read. Caller frees. */
char    *clinic_booking_time_dup_wall  (ClinicBookingTime         *self);
gint64   clinic_booking_time_get_minutes      (ClinicBookingTime  *self);
gint64   clinic_booking_time_get_practitioner (ClinicBookingTime  *self);
/* CLINIC_UNKNOWN for any. */
gint64   clinic_booking_time_get_room  (ClinicBookingTime         *self);
/* Puts the keyboard into what cannot be read; FALSE when all can. */
gboolean clinic_booking_time_start     (ClinicBookingTime         *self);

G_END_DECLS
