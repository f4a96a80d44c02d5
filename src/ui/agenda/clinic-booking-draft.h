/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-booking-facts.h"
#include "clinic-booking-when.h"
#include "clinic-booking-words.h"
#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_BOOKING_DRAFT (clinic_booking_draft_get_type ())
G_DECLARE_FINAL_TYPE (ClinicBookingDraft, clinic_booking_draft, CLINIC, BOOKING_DRAFT, GObject)

/* A visit that is being booked, without a window: who comes, when, what follows from that, what
 * stands in the way. Looks up again by itself whenever something is given.
 *
 * Properties. Who: "searching", "known" (somebody on file), "registering" (somebody new), "name",
 * "about"; of a new patient "given-name", "family-name", "mobile" (writable). The course that
 * runs: "has-course", "has-next", "protocol", "course-words", and "belongs" (writable: the visit
 * is its next session). When: "when" (ClinicBookingWhen). In the way: "clash" (NULL: nothing),
 * "refused" (it was said already), "may-overbook", "overbook" and "reason" (writable), "free"
 * (GListModel of wall times, as strings). "busy": it is being booked.
 *
 * Signals: "changed": a person gave something else; "looked-up" (GError, or NULL); "booked" (char
 * *words, gint64 operation); "objected" (GError, GPtrArray of ClinicFinding or NULL). */

/* @when, @practitioner: as in clinic_booking_present (). To be called once. */
void               clinic_booking_draft_begin       (ClinicBookingDraft  *self,
                                                     ClinicDesk          *desk,
                                                     gint64               patient,
                                                     const char          *when,
                                                     gint64               practitioner);
/* Nothing is told any more; what is being booked is. */
void               clinic_booking_draft_stop        (ClinicBookingDraft  *self);

/* Somebody on file, or 0 to ask again. */
void               clinic_booking_draft_set_patient (ClinicBookingDraft  *self,
                                                     gint64               patient);
/* 0: nobody was chosen, or not registered yet. */
gint64             clinic_booking_draft_get_patient (ClinicBookingDraft  *self);
/* Somebody new, as typed where nobody was found: names, or a telephone number. */
void               clinic_booking_draft_register    (ClinicBookingDraft  *self,
                                                     const char          *typed);

ClinicDesk        *clinic_booking_draft_get_desk    (ClinicBookingDraft  *self);
ClinicBookingWhen *clinic_booking_draft_get_when    (ClinicBookingDraft  *self);
/* What was looked up last; NULL: nothing yet. Lent. */
const ClinicBookingFacts *clinic_booking_draft_get_facts (ClinicBookingDraft *self);
/* What follows is not known yet. */
gboolean           clinic_booking_draft_get_loading (ClinicBookingDraft  *self);
gboolean           clinic_booking_draft_get_busy    (ClinicBookingDraft  *self);

/* The first thing that booking takes and that is not there. */
ClinicBookingGap   clinic_booking_draft_find_gap    (ClinicBookingDraft  *self);
/* Books what was given. @reasons: rule → reason; may be NULL. Ends in "booked" or "objected". */
void               clinic_booking_draft_book        (ClinicBookingDraft  *self,
                                                     GHashTable          *reasons);

G_END_DECLS
