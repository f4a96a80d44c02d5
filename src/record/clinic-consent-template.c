/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-consent-template.h"

G_DEFINE_FINAL_TYPE (ClinicConsentTemplate, clinic_consent_template, CLINIC_TYPE_RECORD)

const ClinicChoice clinic_consent_purposes[] = {
  { "treatment", N_("Treatment") },
  { "photo", N_("Photographs") },
  { "data", N_("Keeping of data") },
  { NULL }
};

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicConsentTemplate, code,       N_("Code"), .required = TRUE, .max = 40),
  CLINIC_FIELD (ClinicConsentTemplate, number,     N_("Version"), .required = TRUE, .min = 1, .max = 10000),
  CLINIC_FIELD (ClinicConsentTemplate, language,   N_("Language"), .required = TRUE, .max = 16),
  CLINIC_FIELD (ClinicConsentTemplate, purpose,    N_("Purpose"), .format = CLINIC_CHOICE, .choices = clinic_consent_purposes, .required = TRUE),
  CLINIC_FIELD (ClinicConsentTemplate, title,      N_("Title"), .required = TRUE, .max = 200),
  CLINIC_FIELD (ClinicConsentTemplate, body,       N_("Text"), .required = TRUE, .max = 40000),
  CLINIC_FIELD (ClinicConsentTemplate, valid_from, N_("Valid from"), .format = CLINIC_DATE, .required = TRUE),
  CLINIC_FIELD (ClinicConsentTemplate, source,     N_("Source"), .max = 400),
};
/* *INDENT-ON* */

static void
clinic_consent_template_class_init (ClinicConsentTemplateClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  clinic_record_class_set_fields (record_class, "consent_template", N_("Consent form"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_consent_template_init (ClinicConsentTemplate *self)
{
}

ClinicConsentTemplate *
clinic_consent_template_new (void)
{
  return g_object_new (CLINIC_TYPE_CONSENT_TEMPLATE, NULL);
}
