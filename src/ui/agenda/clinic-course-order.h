/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-course-proposal.h"

G_BEGIN_DECLS

/* A course that is to be booked, for clinic_desk_run_async (): shared by both threads, so that the
 * plan, which then says what is taken, comes back also when it fails. Not touched until that is
 * through. */
typedef struct
{
  ClinicCourseProposal *proposal;
  GHashTable           *reasons;        /* rule → reason; may be NULL */
} ClinicCourseOrder;

/* Takes @proposal over. Reference counted, atomically. */
ClinicCourseOrder *clinic_course_order_new   (ClinicCourseProposal  *proposal,
                                              GHashTable            *reasons);
void               clinic_course_order_unref (gpointer               order);
/* A ClinicDeskFunc; the course's id (gint64 *). */
gpointer           clinic_course_order_run   (ClinicAct             *act,
                                              gpointer               order,
                                              GError               **error);

G_END_DECLS
