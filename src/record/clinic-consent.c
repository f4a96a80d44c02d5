/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-consent.h"

G_DEFINE_FINAL_TYPE (ClinicConsent, clinic_consent, CLINIC_TYPE_RECORD)

const ClinicChoice clinic_photo_scopes[] = {
  { "record", N_("The record only") },
  { "teaching", N_("Teaching") },
  { "publication", N_("Publication") },
  { NULL }
};

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicConsent, patient_id,          N_("Patient"), .format = CLINIC_LINK, .links = "patient", .required = TRUE),
  CLINIC_FIELD (ClinicConsent, course_id,           N_("Course"), .format = CLINIC_LINK, .links = "course"),
  CLINIC_FIELD (ClinicConsent, consent_template_id, N_("Form"), .format = CLINIC_LINK, .links = "consent_template", .required = TRUE),
  CLINIC_FIELD (ClinicConsent, scope,               N_("Photographs are for"), .format = CLINIC_CHOICE, .choices = clinic_photo_scopes),
  CLINIC_FIELD (ClinicConsent, signed_at,           N_("Signed at"), .required = TRUE, .max = 40),
  CLINIC_FIELD (ClinicConsent, signed_name,         N_("Name of who signed"), .required = TRUE, .max = 200),
  CLINIC_FIELD (ClinicConsent, typed,               N_("Signed by typing the name")),
  CLINIC_FIELD (ClinicConsent, strokes,             N_("Drawn signature"), .max = 400000),
  CLINIC_FIELD (ClinicConsent, fingerprint,         N_("Fingerprint"), .required = TRUE, .max = 128),
  CLINIC_FIELD (ClinicConsent, staff_id,            N_("Taken by"), .format = CLINIC_LINK, .links = "staff", .required = TRUE),
  CLINIC_FIELD (ClinicConsent, witness,             N_("Witness"), .max = 200),
};
/* *INDENT-ON* */

static const char *
clinic_consent_check (ClinicRecord *record,
                      const char   *today)
{
  ClinicConsent *self = CLINIC_CONSENT (record);

  if (self->typed == (self->strokes != NULL))
    return _("Signature: Draw it, or type the name.");

  return NULL;
}

static void
clinic_consent_class_init (ClinicConsentClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->subject = "patient_id";
  record_class->fixed = TRUE;
  record_class->check = clinic_consent_check;

  clinic_record_class_set_fields (record_class, "consent", N_("Consent"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_consent_init (ClinicConsent *self)
{
}

ClinicConsent *
clinic_consent_new (void)
{
  return g_object_new (CLINIC_TYPE_CONSENT, NULL);
}
