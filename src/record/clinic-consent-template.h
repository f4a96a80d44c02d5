/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CONSENT_TEMPLATE (clinic_consent_template_get_type ())
G_DECLARE_FINAL_TYPE (ClinicConsentTemplate, clinic_consent_template, CLINIC, CONSENT_TEMPLATE, ClinicRecord)

/* What is agreed to. */
extern const ClinicChoice clinic_consent_purposes[];

/* One version of a form that patients sign, in one language. Its body is paragraphs with empty lines
 * between them; a line that begins with "## " is a heading, one with "- " an item of a list. Once
 * somebody signed it the database refuses to change it: editing makes the next number.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicConsentTemplate
{
  ClinicRecord  parent_instance;

  char         *code;
  gint64        number;
  char         *language;
  char         *purpose;
  char         *title;
  char         *body;
  char         *valid_from;
  char         *source;
};

ClinicConsentTemplate *clinic_consent_template_new (void);

G_END_DECLS
