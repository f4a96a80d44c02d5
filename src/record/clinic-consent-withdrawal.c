/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-consent-withdrawal.h"

G_DEFINE_FINAL_TYPE (ClinicConsentWithdrawal, clinic_consent_withdrawal, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicConsentWithdrawal, consent_id,   N_("Consent"), .format = CLINIC_LINK, .links = "consent", .required = TRUE),
  CLINIC_FIELD (ClinicConsentWithdrawal, withdrawn_at, N_("Withdrawn at"), .required = TRUE, .max = 40),
  CLINIC_FIELD (ClinicConsentWithdrawal, reason,       N_("Reason"), .required = TRUE, .max = 400),
  CLINIC_FIELD (ClinicConsentWithdrawal, staff_id,     N_("Taken by"), .format = CLINIC_LINK, .links = "staff", .required = TRUE),
};
/* *INDENT-ON* */

static void
clinic_consent_withdrawal_class_init (ClinicConsentWithdrawalClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->fixed = TRUE;

  clinic_record_class_set_fields (record_class, "consent_withdrawal", N_("Withdrawal of a consent"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_consent_withdrawal_init (ClinicConsentWithdrawal *self)
{
}

ClinicConsentWithdrawal *
clinic_consent_withdrawal_new (void)
{
  return g_object_new (CLINIC_TYPE_CONSENT_WITHDRAWAL, NULL);
}
