/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_GOAL (clinic_goal_get_type ())
G_DECLARE_FINAL_TYPE (ClinicGoal, clinic_goal, CLINIC, GOAL, ClinicRecord)

/* What a course is to reach: a value of a metric in a zone. Read the members; write them through
 * properties, so that views hear of it. */
struct _ClinicGoal
{
  ClinicRecord  parent_instance;

  gint64        patient_id;
  gint64        course_id;
  gint64        metric_id;
  char         *zone;
  gint64        value;
};

ClinicGoal *clinic_goal_new (void);

G_END_DECLS
