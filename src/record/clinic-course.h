/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_COURSE (clinic_course_get_type ())
G_DECLARE_FINAL_TYPE (ClinicCourse, clinic_course, CLINIC, COURSE, ClinicRecord)

/* The central object: a patient, a diagnosis, a protocol, a practitioner, a goal.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicCourse
{
  ClinicRecord  parent_instance;

  gint64        patient_id;
  gint64        diagnosis_id;
  gint64        protocol_id;
  gint64        practitioner_id;
  gint64        cocktail_id;
  char         *goal;
  char         *started_on;
  char         *status;
  char         *ended_on;
  char         *stop_reason;
};

ClinicCourse *clinic_course_new (void);

G_END_DECLS
