/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clinic-booking-draft.h"
#include "clinic-booking-order.h"

G_BEGIN_DECLS

struct _ClinicBookingDraft
{
  GObject             parent_instance;

  ClinicDesk         *desk;             /* NULL before begin () and after stop () */
  gint64              patient;          /* 0 until chosen or registered */
  ClinicPatient      *newcomer;         /* is registered with the booking; NULL: is on file */
  char               *given_name;       /* of the newcomer, as typed, never NULL */
  char               *family_name;
  char               *mobile;
  ClinicBookingFacts *facts;            /* of @patient; NULL until known */
  ClinicBookingOrder *order;            /* that is being booked */
  ClinicBookingWhen  *when;
  GtkStringList      *free;             /* wall times */
  GCancellable       *loading;
  gboolean            refused;
  gboolean            belongs;
  gboolean            overbook;
  char               *reason;           /* never NULL */
};

/* Tells of all that follows from the rest. */
void clinic_booking_draft_tell    (ClinicBookingDraft *self);

/* clinic-booking-draft-work.c */
/* A person gave something else. */
void clinic_booking_draft_give    (ClinicBookingDraft *self);

G_END_DECLS
