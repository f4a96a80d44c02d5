/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_SESSION_DRAFT (clinic_session_draft_get_type ())
G_DECLARE_FINAL_TYPE (ClinicSessionDraft, clinic_session_draft, CLINIC, SESSION_DRAFT, ClinicRecord)

/* A chart being filled: what has been typed so far.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicSessionDraft
{
  ClinicRecord  parent_instance;

  gint64        session_id;
  gint64        staff_id;
  char         *content;
  char         *saved_at;
};

ClinicSessionDraft *clinic_session_draft_new (void);

G_END_DECLS
