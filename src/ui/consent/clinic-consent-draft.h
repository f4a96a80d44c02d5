/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-consent-start.h"
#include "clinic-consent.h"

G_BEGIN_DECLS

/* A consent that is being signed: whose, for what, and what was done of it so far. */
typedef struct
{
  gint64              patient;
  gint64              course;           /* CLINIC_UNKNOWN: none */
  char               *purpose;
  ClinicConsentStart *start;            /* NULL: not read yet */
  guint               chosen;           /* place of the form */
  gboolean            reached;          /* the end of its text was seen */
  char               *name;             /* of who signs */
  gboolean            typed;            /* the typed name counts */
  gboolean            drawn;            /* there is a stroke */
} ClinicConsentDraft;

void                   clinic_consent_draft_clear    (ClinicConsentDraft *self);
/* NULL while there is none. Lent. */
ClinicConsentTemplate *clinic_consent_draft_get_form (ClinicConsentDraft *self);
/* Whether nothing is missing to sign it. */
gboolean               clinic_consent_draft_is_ready (ClinicConsentDraft *self);
/* What is to be done next, in a sentence. */
const char            *clinic_consent_draft_get_hint (ClinicConsentDraft *self);
/* The record to be signed. @scope: place in clinic_photo_scopes; @strokes: NULL when typed. Caller
 * unrefs. */
ClinicConsent         *clinic_consent_draft_make     (ClinicConsentDraft *self,
                                                      guint               scope,
                                                      const char         *witness,
                                                      const char         *strokes);
/* ClinicDeskFunc that signs a ClinicConsent. */
gpointer               clinic_consent_draft_sign     (ClinicAct          *act,
                                                      gpointer            consent,
                                                      GError            **error);

G_END_DECLS
