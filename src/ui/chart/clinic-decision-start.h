/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"
#include "clinic-session.h"

G_BEGIN_DECLS

/* What is known before anything is decided about a course. */
typedef struct
{
  ClinicRecord *session;      /* after which it is due */
  char         *proposal;     /* its visits as the next phase would have them, or why there is
                               * none, in words */
  GPtrArray    *photos;       /* ClinicPhoto, the oldest first */
} ClinicDecisionStart;

void                 clinic_decision_start_free   (ClinicDecisionStart  *self);
/* Of the course of @patient that a decision is due about. */
void                 clinic_decision_start_async  (ClinicDesk           *desk,
                                                   gint64                patient,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
ClinicDecisionStart *clinic_decision_start_finish (GAsyncResult         *result,
                                                   GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicDecisionStart, clinic_decision_start_free)

G_END_DECLS
