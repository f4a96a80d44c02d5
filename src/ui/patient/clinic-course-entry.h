/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_COURSE_ENTRY (clinic_course_entry_get_type ())
G_DECLARE_FINAL_TYPE (ClinicCourseEntry, clinic_course_entry, CLINIC, COURSE_ENTRY, ClinicRecord)

/* A course as the patient's page shows it: with the names of what belongs to it and its sessions
 * counted. Read from queries, never stored; its id and version are the course's. */
struct _ClinicCourseEntry
{
  ClinicRecord  parent_instance;

  gint64        patient_id;
  char         *protocol;
  char         *cocktail;
  char         *practitioner;
  char         *diagnosis;
  char         *goal;
  char         *started_on;
  char         *status;
  char         *ended_on;
  char         *stop_reason;
  char         *next;               /* the first that is booked or under way */
  gint64        planned;            /* by the protocol; 0 without one */
  gint64        done;
  gint64        booked;
  gint64        missed;
  gint64        remaining;
};

G_END_DECLS
