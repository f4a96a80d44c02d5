/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-booking-facts.h"
#include "clinic-desk.h"
#include "clinic-pick-list.h"
#include "clinic-typed-time.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_BOOKING_WHEN (clinic_booking_when_get_type ())
G_DECLARE_FINAL_TYPE (ClinicBookingWhen, clinic_booking_when, CLINIC, BOOKING_WHEN, GObject)

/* When a visit is, how long, with whom and where, as a person types and picks it; what nobody
 * gave follows from who comes. Properties "typed" (ClinicTypedTime) and
 * "has-rooms". Signal "changed": a person gave something
 * else. */

ClinicBookingWhen *clinic_booking_when_new       (void);
/* @when, @practitioner: as in clinic_booking_present (). */
void               clinic_booking_when_begin     (ClinicBookingWhen         *self,
                                                  ClinicDesk                *desk,
                                                  const char                *when,
                                                  gint64                     practitioner);
/* Rooms to pick from (ClinicRoom). */
void               clinic_booking_when_set_rooms (ClinicBookingWhen         *self,
                                                  GPtrArray                 *rooms);

/* What is typed, and what to pick from; lent. */
ClinicTypedTime   *clinic_booking_when_get_typed   (ClinicBookingWhen       *self);
ClinicPickList    *clinic_booking_when_get_lengths (ClinicBookingWhen       *self);
ClinicPickList    *clinic_booking_when_get_people  (ClinicBookingWhen       *self);
ClinicPickList    *clinic_booking_when_get_rooms   (ClinicBookingWhen       *self);

/* What was given. */
void               clinic_booking_when_fill      (ClinicBookingWhen         *self,
                                                  ClinicBookingWish         *wish);
/* What follows for the rest. */
void               clinic_booking_when_take      (ClinicBookingWhen         *self,
                                                  const ClinicBookingFacts  *facts);
/* Puts it on this date, or at this wall time, as if somebody had typed it. */
void               clinic_booking_when_choose    (ClinicBookingWhen         *self,
                                                  const char                *wall);

/* The wall time; NULL while it cannot be read. Caller frees. */
char              *clinic_booking_when_dup_wall  (ClinicBookingWhen         *self);
gint64             clinic_booking_when_get_minutes      (ClinicBookingWhen  *self);
/* 0: nobody treats patients. */
gint64             clinic_booking_when_get_practitioner (ClinicBookingWhen  *self);
/* CLINIC_UNKNOWN for any. */
gint64             clinic_booking_when_get_room  (ClinicBookingWhen         *self);

G_END_DECLS
