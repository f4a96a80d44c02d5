/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_DECISION (clinic_decision_get_type ())
G_DECLARE_FINAL_TYPE (ClinicDecision, clinic_decision, CLINIC, DECISION, ClinicRecord)

/* What was decided about a course after one of its sessions, and why. Read the members; write them
 * through properties, so that views hear of it. */
struct _ClinicDecision
{
  ClinicRecord  parent_instance;

  gint64        patient_id;
  gint64        course_id;
  gint64        session_id;
  gint64        number;
  gint64        score;
  gboolean      photos;
  char         *choice;
  char         *reason;
  gint64        phase_id;
  char         *decided_on;
  gint64        staff_id;
};

ClinicDecision *clinic_decision_new (void);

G_END_DECLS
