/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_AFTERCARE_TEXT (clinic_aftercare_text_get_type ())
G_DECLARE_FINAL_TYPE (ClinicAftercareText, clinic_aftercare_text, CLINIC, AFTERCARE_TEXT, ClinicRecord)

/* What an aftercare rule says in one language.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicAftercareText
{
  ClinicRecord  parent_instance;

  gint64        aftercare_rule_id;
  char         *language;
  char         *text;
};

ClinicAftercareText *clinic_aftercare_text_new (void);

G_END_DECLS
