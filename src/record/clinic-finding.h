/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_FINDING (clinic_finding_get_type ())
G_DECLARE_FINAL_TYPE (ClinicFinding, clinic_finding, CLINIC, FINDING, ClinicRecord)

/* A rule objected and somebody went on, for a reason.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicFinding
{
  ClinicRecord  parent_instance;

  gint64        patient_id;
  gint64        session_id;
  gint64        staff_id;
  char         *rule;
  gint64        rule_version;
  char         *severity;
  char         *message;
  char         *reason;
  char         *written_at;

  char         *bar;            /* not kept: who may go on, said to somebody who may not; NULL: they may */
};

ClinicFinding *clinic_finding_new     (void);
void           clinic_finding_set_bar (ClinicFinding *self,
                                       const char    *bar);

G_END_DECLS
