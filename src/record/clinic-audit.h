/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-store.h"

G_BEGIN_DECLS

/* Appends one row to the chain: @before and @after are JSON objects of the fields that differ,
 * either may be NULL. mac = HMAC-SHA-256 (key, previous mac ‖ each field as type, length,
 * bytes). The head is read and written in the same transaction, last of all. @patient: whose
 * record this is, 0 for none. */
gboolean clinic_audit_append (ClinicChange  *change,
                              const char    *action,
                              const char    *entity,
                              gint64         entity_id,
                              gint64         patient,
                              const char    *before,
                              const char    *after,
                              GError       **error);

/* Gives @record the values that a before or after of the trail names; other fields stay. Undo is
 * made of this. */
gboolean clinic_audit_apply  (ClinicRecord  *record,
                              const char    *json,
                              GError       **error);

typedef struct
{
  gint64  n_rows;
  gint64  head_seq;
  char   *head_mac;
  gint64  broken_seq;       /* the first row that does not fit; 0: none */
  char   *broken_reason;    /* in words; NULL: none */
} ClinicAuditReport;

/* Walks the chain from @from_seq (1: all of it). @anchor_seq and @anchor_mac, when given, say
 * what the head once was: a cut tail is found by them. FALSE only when it could not be walked. */
gboolean clinic_audit_verify      (ClinicDb           *db,
                                   gint64              from_seq,
                                   gint64              anchor_seq,
                                   const char         *anchor_mac,
                                   ClinicAuditReport  *report,
                                   GError            **error);
void     clinic_audit_report_clear (ClinicAuditReport *report);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ClinicAuditReport, clinic_audit_report_clear)

G_END_DECLS
