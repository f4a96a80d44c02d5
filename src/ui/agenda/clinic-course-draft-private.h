/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-course-draft.h"
#include "clinic-course-order.h"
#include "clinic-course-proposal.h"

G_BEGIN_DECLS

struct _ClinicCourseDraft
{
  GObject               parent_instance;

  ClinicDesk           *desk;           /* NULL before begin () and after stop () */
  ClinicPatient        *patient;
  gboolean              asking;
  gboolean              unplannable;    /* there is no protocol */
  GCancellable         *cancellable;    /* of what is loaded or planned; NULL: nothing */
  ClinicCourseProposal *proposal;       /* NULL until planned and while it is booked */
  GHashTable           *chosen;         /* number → wall time, settled by hand */
  ClinicCourseOrder    *order;          /* under way; NULL: none */
  GListStore           *sessions;       /* ClinicPlannedSession */
};

/* Tells of all but the sessions, which only a plan changes. */
void clinic_course_draft_tell (ClinicCourseDraft *self);

G_END_DECLS
