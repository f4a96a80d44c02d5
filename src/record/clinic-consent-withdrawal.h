/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CONSENT_WITHDRAWAL (clinic_consent_withdrawal_get_type ())
G_DECLARE_FINAL_TYPE (ClinicConsentWithdrawal, clinic_consent_withdrawal, CLINIC, CONSENT_WITHDRAWAL, ClinicRecord)

/* The patient took a consent back, for a reason that may be no more than the wish.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicConsentWithdrawal
{
  ClinicRecord  parent_instance;

  gint64        consent_id;
  char         *withdrawn_at;
  char         *reason;
  gint64        staff_id;
};

ClinicConsentWithdrawal *clinic_consent_withdrawal_new (void);

G_END_DECLS
