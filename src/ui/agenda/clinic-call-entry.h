/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-store.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CALL_ENTRY (clinic_call_entry_get_type ())
G_DECLARE_FINAL_TYPE (ClinicCallEntry, clinic_call_entry, CLINIC, CALL_ENTRY, ClinicRecord)

/* Somebody who is to be called today, and about what. Read from a query, never stored; its id is
 * the follow-up's. */
struct _ClinicCallEntry
{
  ClinicRecord  parent_instance;

  gint64        patient_id;
  gint64        reaction_id;
  char         *due_on;
  char         *reason;
  char         *family_name;
  char         *given_name;
  char         *phone;
  char         *what;           /* the kind of reaction */
  char         *specified;
  char         *zone;
  gint64        grade;
  char         *onset;
  gint64        expected_days;
  gboolean      red_flag;
};

/* Due on @today or before; @practitioner 0: everybody's. At most 500, the oldest first; GPtrArray,
 * caller unrefs. */
GPtrArray *clinic_call_entry_list      (ClinicDb         *db,
                                        const char       *today,
                                        gint64            practitioner,
                                        GError          **error);
/* What the call is about: "Nodules weeks later · Vertex · grade 2 · for 9 days"; caller frees. */
char      *clinic_call_entry_dup_words (ClinicCallEntry  *self,
                                        const char       *today);

G_END_DECLS
