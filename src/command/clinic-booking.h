/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"
#include "clinic-session.h"

G_BEGIN_DECLS

/* Rule codes of objections to a booking; clinic_act_accept () takes them. */
#define CLINIC_RULE_HOURS "outside-hours"
#define CLINIC_RULE_PAST  "in-the-past"

/* Books one visit (session.book): patient, practitioner, starts, ends, and where wanted course,
 * phase, number and room; without a room (CLINIC_UNKNOWN) any that is free is taken. Outside the
 * hours of the clinic or the practitioner is a finding ("outside-hours"). A time that is taken
 * is refused by the database: CLINIC_ERROR_CONFLICT names the visit in the way. With overbooked
 * set it is booked beside that visit on purpose: that takes the right session.overbook and a
 * reason (clinic_act_set_reason ()). What bears on the treatment is noted in act->findings
 * (clinic-alert.h). The id; 0 with @error. */
gint64   clinic_session_book        (ClinicAct      *act,
                                     ClinicSession  *session,
                                     GError        **error);
/* Moves one visit (session.move): starts, ends, practitioner, room and overbooked of @session,
 * which the caller has read and changed, are taken over, nothing else. A confirmed visit is
 * booked again: the patient has not confirmed the new time; one that only ends at another stays
 * confirmed. Only this one moves, not the rest of
 * its course. */
gboolean clinic_session_move        (ClinicAct      *act,
                                     ClinicSession  *session,
                                     GError        **error);

/* Cancels (session.cancel); needs a reason, which stays with the visit. Who and when is in the
 * audit. */
gboolean clinic_session_cancel      (ClinicAct      *act,
                                     gint64          session,
                                     const char     *reason,
                                     GError        **error);
/* The patient did not come (session.no-show); not before the visit's time. @reason may be NULL. */
gboolean clinic_session_no_show     (ClinicAct      *act,
                                     gint64          session,
                                     const char     *reason,
                                     GError        **error);
/* Any other step (session.state): "booked", "confirmed", "arrived", "in_treatment", "done".
 * CLINIC_ERROR_INVALID in words when the visit's state does not allow it. */
gboolean clinic_session_set_state   (ClinicAct      *act,
                                     gint64          session,
                                     const char     *status,
                                     GError        **error);
/* Whether a visit may go from one status to another. */
gboolean clinic_session_may_become  (const char     *from,
                                     const char     *to);

/* For commands of this room: after act->constraint said that a time is taken, puts words into
 * @error that name the visit in the way. Otherwise leaves @error as it is. */
void     clinic_booking_explain     (ClinicAct      *act,
                                     ClinicSession  *session,
                                     gboolean        any_room,
                                     GError        **error);

G_END_DECLS
