/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-booking-facts.h"

G_BEGIN_DECLS

/* What booking takes and is not there. */
typedef enum
{
  CLINIC_BOOKING_WHOLE,
  CLINIC_BOOKING_NOBODY,
  CLINIC_BOOKING_NO_NAME,
  CLINIC_BOOKING_NO_PRACTITIONER,
  CLINIC_BOOKING_NO_TIME,
  CLINIC_BOOKING_NO_REASON,
} ClinicBookingGap;

/* NULL: nothing is missing. */
const char *clinic_booking_gap_words    (ClinicBookingGap           gap);

/* What is said of a booking; callers free. */

/* "A-1042 · 31 May 1984 (42 years) · 0664 123456". @today: the clinic's, for the age. */
char *clinic_booking_dup_patient_words (ClinicPatient             *patient,
                                        const char                *today);
/* "Session 5 of 8 is next, due Tue 24 Nov"; "" when the course has no protocol to say so. */
char *clinic_booking_dup_course_words  (const ClinicBookingFacts  *facts);
/* "Ayşe Yıldız is booked: Tue 24 Nov, 10:15". */
char *clinic_booking_dup_booked_words  (ClinicPatient             *patient,
                                        const char                *starts,
                                        const char                *today);

G_END_DECLS
