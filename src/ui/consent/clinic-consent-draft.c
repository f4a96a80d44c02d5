/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-consent-draft.h"
#include "clinic-consent-sign.h"
#include "clinic-text.h"

void
clinic_consent_draft_clear (ClinicConsentDraft *self)
{
  g_clear_pointer (&self->start, clinic_consent_start_free);
  g_clear_pointer (&self->purpose, g_free);
  g_clear_pointer (&self->name, g_free);
}

ClinicConsentTemplate *
clinic_consent_draft_get_form (ClinicConsentDraft *self)
{
  return self->start != NULL && self->chosen < self->start->forms->len
         ? self->start->forms->pdata[self->chosen] : NULL;
}

gboolean
clinic_consent_draft_is_ready (ClinicConsentDraft *self)
{
  return clinic_consent_draft_get_form (self) != NULL && self->reached &&
         !clinic_text_is_empty (self->name) && (self->typed || self->drawn);
}

const char *
clinic_consent_draft_get_hint (ClinicConsentDraft *self)
{
  if (clinic_consent_draft_get_form (self) == NULL)
    return "";

  if (!self->reached)
    return _("Read the form to its end, then sign.");

  if (clinic_text_is_empty (self->name))
    return _("Write the name of who signs.");

  if (!self->typed && !self->drawn)
    return _("Sign in the white field, or tick that the typed name counts.");

  return _("Ready. What is signed stays as it is; it can be withdrawn.");
}

ClinicConsent *
clinic_consent_draft_make (ClinicConsentDraft *self,
                           guint               scope,
                           const char         *witness,
                           const char         *strokes)
{
  gboolean photo = g_strcmp0 (self->purpose, "photo") == 0;
  ClinicRecord *form = CLINIC_RECORD (clinic_consent_draft_get_form (self));
  ClinicConsent *consent = clinic_consent_new ();

  g_object_set (consent,
                "patient-id", self->patient,
                "course-id", photo ? CLINIC_UNKNOWN : self->course,
                "consent-template-id", clinic_record_get_id (form),
                "scope", photo ? clinic_photo_scopes[scope].value : NULL,
                "signed-name", self->name,
                "witness", witness,
                "typed", self->typed,
                "strokes", self->typed ? NULL : strokes,
                NULL);

  return consent;
}

gpointer
clinic_consent_draft_sign (ClinicAct  *act,
                           gpointer    consent,
                           GError    **error)
{
  return clinic_consent_sign (act, consent, error) != 0 ? g_object_ref (consent) : NULL;
}
