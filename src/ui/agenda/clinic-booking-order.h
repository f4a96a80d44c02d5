/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"
#include "clinic-patient.h"
#include "clinic-session.h"

G_BEGIN_DECLS

/* What is to be booked, for clinic_desk_run_async (): not touched until that is through. */
typedef struct
{
  ClinicSession *session;
  ClinicPatient *newcomer;      /* is registered first; has an id from then on; may be NULL */
  GHashTable    *reasons;       /* rule → reason; may be NULL */
  char          *reason;        /* why it is booked beside another visit; may be NULL */
} ClinicBookingOrder;

/* Reference counted, atomically. */
ClinicBookingOrder *clinic_booking_order_new   (ClinicSession       *session,
                                                ClinicPatient       *newcomer,
                                                GHashTable          *reasons,
                                                const char          *reason);
void                clinic_booking_order_unref (gpointer             order);
/* A ClinicDeskFunc; a new reference to the session that was booked. */
gpointer            clinic_booking_order_run   (ClinicAct           *act,
                                                gpointer             order,
                                                GError             **error);

/* What was typed where nobody was found, as a patient to be registered: names, or a telephone
 * number. Caller unrefs. */
ClinicPatient      *clinic_booking_read_typed  (const char          *typed);

G_END_DECLS
