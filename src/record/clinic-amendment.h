/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_AMENDMENT (clinic_amendment_get_type ())
G_DECLARE_FINAL_TYPE (ClinicAmendment, clinic_amendment, CLINIC, AMENDMENT, ClinicRecord)

/* What is added to a signed session. The session itself stays as it was signed.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicAmendment
{
  ClinicRecord  parent_instance;

  gint64        session_id;
  gint64        staff_id;
  char         *written_at;
  char         *reason;
  char         *text;
};

ClinicAmendment *clinic_amendment_new (void);

G_END_DECLS
