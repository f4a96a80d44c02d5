/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CONSENT (clinic_consent_get_type ())
G_DECLARE_FINAL_TYPE (ClinicConsent, clinic_consent, CLINIC, CONSENT, ClinicRecord)

/* What photographs may be used for, each with all before it. */
extern const ClinicChoice clinic_photo_scopes[];

/* A form that a patient signed; it stays as it is, and can be withdrawn (ClinicConsentWithdrawal).
 * @signed_at is an instant in UTC. @strokes is text as clinic-strokes.h has it, NULL when the name was
 * typed (@typed). @fingerprint binds it to the form (clinic_consent_fingerprint ()).
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicConsent
{
  ClinicRecord  parent_instance;

  gint64        patient_id;
  gint64        course_id;
  gint64        consent_template_id;
  char         *scope;
  char         *signed_at;
  char         *signed_name;
  gboolean      typed;
  char         *strokes;
  char         *fingerprint;
  gint64        staff_id;
  char         *witness;
};

ClinicConsent *clinic_consent_new (void);

G_END_DECLS
