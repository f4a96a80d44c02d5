/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CONSENT_CONFIRMATION (clinic_consent_confirmation_get_type ())
G_DECLARE_FINAL_TYPE (ClinicConsentConfirmation, clinic_consent_confirmation, CLINIC, CONSENT_CONFIRMATION, ClinicRecord)

/* Before a session the patient said again that a consent stands.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicConsentConfirmation
{
  ClinicRecord  parent_instance;

  gint64        consent_id;
  gint64        session_id;
  char         *confirmed_at;
  gint64        staff_id;
};

ClinicConsentConfirmation *clinic_consent_confirmation_new (void);

G_END_DECLS
