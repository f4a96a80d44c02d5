/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-course-order.h"
#include "clinic-findings-box.h"

ClinicCourseOrder *
clinic_course_order_new (ClinicCourseProposal *proposal,
                         GHashTable           *reasons)
{
  ClinicCourseOrder *order = g_atomic_rc_box_new0 (ClinicCourseOrder);

  order->proposal = proposal;
  order->reasons = reasons != NULL ? g_hash_table_ref (reasons) : NULL;

  return order;
}

static void
clear_order (gpointer data)
{
  ClinicCourseOrder *order = data;

  g_clear_pointer (&order->proposal, clinic_course_proposal_free);
  g_clear_pointer (&order->reasons, g_hash_table_unref);
}

void
clinic_course_order_unref (gpointer order)
{
  g_atomic_rc_box_release_full (order, clear_order);
}

gpointer
clinic_course_order_run (ClinicAct  *act,
                         gpointer    data,
                         GError    **error)
{
  ClinicCourseOrder *order = data;
  gint64 course;

  clinic_findings_accept (act, order->reasons);
  course = clinic_course_start (act, order->proposal->plan, error);

  return course != 0 ? g_memdup2 (&course, sizeof course) : NULL;
}
