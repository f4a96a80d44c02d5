/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_FOLLOW_UP (clinic_follow_up_get_type ())
G_DECLARE_FINAL_TYPE (ClinicFollowUp, clinic_follow_up, CLINIC, FOLLOW_UP, ClinicRecord)

/* Somebody is to be called on a day, and what came of it. Read the members; write them through
 * properties, so that views hear of it. */
struct _ClinicFollowUp
{
  ClinicRecord  parent_instance;

  gint64        patient_id;
  gint64        reaction_id;    /* CLINIC_UNKNOWN: about nothing in particular */
  char         *due_on;
  gint64        staff_id;       /* who is to call; CLINIC_UNKNOWN: anybody */
  char         *reason;
  char         *done_at;        /* NULL: still to be done */
  gint64        done_by;
  char         *outcome;        /* of clinic_call_outcomes; once it is done */
  char         *note;
};

ClinicFollowUp *clinic_follow_up_new (void);

G_END_DECLS
