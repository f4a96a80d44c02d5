/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-agenda.h"
#include "clinic-course.h"
#include "clinic-patient.h"
#include "clinic-session.h"

G_BEGIN_DECLS

/* What is known of a visit that somebody wants to book. */
typedef struct
{
  gint64    patient;
  gint64    practitioner;       /* 0: the course's, else @usual */
  gint64    usual;              /* who it is when nobody was named */
  gint64    room;               /* 0: any */
  char     *when;               /* a wall time or a date; NULL: when the next session is due */
  char     *now;                /* the clinic's wall time */
  gint64    minutes;            /* 0: as long as the phase says, else @slot_minutes at least */
  gint64    slot_minutes;
  gboolean  alone;              /* no session of the course that is running */
} ClinicBookingWish;

/* And what follows from it. */
typedef struct
{
  ClinicPatient *patient;
  ClinicCourse  *course;        /* that is running; NULL: none */
  char          *protocol;      /* its name; may be NULL */
  gint64         planned;       /* sessions of the course */
  gint64         number;        /* of the next one not booked yet; 0: all are */
  gint64         phase;         /* of that one; 0: none */
  char          *due;           /* the date it is best on; NULL: any */
  char          *wished;        /* the time of day of the session before, "T09:30"; NULL: any */
  char          *booked;        /* when the patient comes next; NULL: not booked */

  gint64         practitioner;
  gint64         minutes;
  char          *starts;        /* wall time */
  ClinicClash    clash;
  char          *words;         /* what stands in the way; NULL: nothing */
  GPtrArray     *slots;         /* ClinicSlot: what is free instead; empty without a clash */
  GPtrArray     *alerts;        /* ClinicFinding: what whoever books ought to know */
} ClinicBookingFacts;

ClinicBookingWish  *clinic_booking_wish_copy   (const ClinicBookingWish  *wish);
void                clinic_booking_wish_free   (ClinicBookingWish        *wish);
void                clinic_booking_facts_free  (ClinicBookingFacts       *facts);
/* Reads only. NULL with @error, CLINIC_ERROR_INVALID when the patient cannot be booked. */
ClinicBookingFacts *clinic_booking_facts_load  (ClinicDb                 *db,
                                                const ClinicBookingWish  *wish,
                                                GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicBookingWish, clinic_booking_wish_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicBookingFacts, clinic_booking_facts_free)

G_END_DECLS
