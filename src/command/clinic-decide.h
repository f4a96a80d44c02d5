/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"
#include "clinic-decision.h"

G_BEGIN_DECLS

/* What becomes of a visit when its course goes on to the next phase. */
typedef struct
{
  gint64  session;        /* 0: it is not booked yet */
  gint64  phase;
  gint64  number;         /* in the course */
  gint64  room;           /* of one not booked yet; CLINIC_UNKNOWN: none */
  char   *before;         /* when it is booked now; NULL: it is not */
  char   *starts;         /* when it would be; NULL: it is no longer needed or, not booked yet, no time is free */
  char   *ends;
} ClinicMove;

/* The visits of a course as they would be if its next phase began now: each at its time of day, as near to the phase's
 * target interval as hours and other visits allow. Those that are not booked yet follow at the time of the last; those
 * booked that the phases left do not need come last, without a time. GPtrArray of ClinicMove; NULL with
 * CLINIC_ERROR_INVALID when there is no next phase or nothing took place yet. Caller unrefs. */
GPtrArray *clinic_decide_propose (ClinicDb        *db,
                                  gint64           course,
                                  GError         **error);
/* Decides about a course (decision.take). "taper" moves and books its visits as clinic_decide_propose ()
 * has it and cancels those left over; "stop" ends it. All of it is one operation, and is taken back as
 * one. The id; 0 with @error. */
gint64     clinic_decide_take    (ClinicAct       *act,
                                  ClinicDecision  *decision,
                                  GError         **error);

G_END_DECLS
