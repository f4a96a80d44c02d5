/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-consent-confirmation.h"

G_DEFINE_FINAL_TYPE (ClinicConsentConfirmation, clinic_consent_confirmation, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicConsentConfirmation, consent_id,   N_("Consent"), .format = CLINIC_LINK, .links = "consent", .required = TRUE),
  CLINIC_FIELD (ClinicConsentConfirmation, session_id,   N_("Session"), .format = CLINIC_LINK, .links = "session", .required = TRUE),
  CLINIC_FIELD (ClinicConsentConfirmation, confirmed_at, N_("Confirmed at"), .required = TRUE, .max = 40),
  CLINIC_FIELD (ClinicConsentConfirmation, staff_id,     N_("Taken by"), .format = CLINIC_LINK, .links = "staff", .required = TRUE),
};
/* *INDENT-ON* */

static void
clinic_consent_confirmation_class_init (ClinicConsentConfirmationClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->fixed = TRUE;

  clinic_record_class_set_fields (record_class, "consent_confirmation", N_("Confirmation of a consent"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_consent_confirmation_init (ClinicConsentConfirmation *self)
{
}

ClinicConsentConfirmation *
clinic_consent_confirmation_new (void)
{
  return g_object_new (CLINIC_TYPE_CONSENT_CONFIRMATION, NULL);
}
