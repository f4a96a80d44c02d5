/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-aftercare-rule.h"
#include "clinic-aftercare-text.h"

G_BEGIN_DECLS

#define CLINIC_AFTERCARE_MOST_LANGUAGES 16

#define CLINIC_TYPE_AFTERCARE_SHEET (clinic_aftercare_sheet_get_type ())
G_DECLARE_FINAL_TYPE (ClinicAftercareSheet, clinic_aftercare_sheet, CLINIC, AFTERCARE_SHEET, ClinicRecord)

/* A rule of the aftercare and its words in all languages as one record, as they are edited; never stored.
 * Its id is the rule's, its version that of the whole (clinic_aftercare_get_version ()). */
struct _ClinicAftercareSheet
{
  ClinicRecord  parent_instance;

  char         *code;
  char         *side;
  gint64        amount;
  char         *unit;
  gint64        position;
  gboolean      treatment;
  char         *source;
  char         *ended_on;
  char         *texts[CLINIC_AFTERCARE_MOST_LANGUAGES];
};

/* @texts: ClinicAftercareText. @version: 0 of one that is new. */
ClinicAftercareSheet *clinic_aftercare_sheet_new      (ClinicAftercareRule   *rule,
                                                       GPtrArray             *texts,
                                                       gint64                 version);
ClinicAftercareRule  *clinic_aftercare_sheet_dup_rule (ClinicAftercareSheet  *self);
/* Pairs of language and text, "" where there is none. */
GStrv                 clinic_aftercare_sheet_dup_words (ClinicAftercareSheet *self);
/* The words in @language, one of clinic_paper_known_languages (); NULL: none. */
const char           *clinic_aftercare_sheet_get_text (ClinicAftercareSheet  *self,
                                                       const char            *language);
void                  clinic_aftercare_sheet_set_text (ClinicAftercareSheet  *self,
                                                       const char            *language,
                                                       const char            *text);

G_END_DECLS
