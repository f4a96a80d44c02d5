/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

/* Minutes. */
#define CLINIC_SESSION_LONGEST 480

#define CLINIC_TYPE_SESSION (clinic_session_get_type ())
G_DECLARE_FINAL_TYPE (ClinicSession, clinic_session, CLINIC, SESSION, ClinicRecord)

/* A booking that becomes a treatment; belongs to a course or stands alone. Signed, it is changed
 * by amendments only. Read the members; write them through properties, so that views hear of it. */
struct _ClinicSession
{
  ClinicRecord  parent_instance;

  gint64        patient_id;
  gint64        course_id;
  gint64        phase_id;
  gint64        number;
  gint64        practitioner_id;
  gint64        room_id;
  char         *starts;
  char         *ends;
  char         *status;
  char         *status_reason;
  gboolean      overbooked;
  char         *technique;
  char         *gauge;
  gint64        needle_mm;
  char         *device;
  char         *anaesthetic;
  gint64        pain;
  gint64        prp;            /* done today: 1, else unknown, so that older signatures stay */
  gint64        lllt;
  char         *began;          /* of the treatment itself, whenever it was booked */
  char         *finished;
  char         *notes;
  char         *signed_at;
  gint64        signed_by;
  char         *signature;
};

ClinicSession *clinic_session_new (void);

G_END_DECLS
