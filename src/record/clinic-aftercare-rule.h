/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_AFTERCARE_RULE (clinic_aftercare_rule_get_type ())
G_DECLARE_FINAL_TYPE (ClinicAftercareRule, clinic_aftercare_rule, CLINIC, AFTERCARE_RULE, ClinicRecord)

/* Before or after a session. */
extern const ClinicChoice clinic_aftercare_sides[];

/* How its length is counted: hours as they pass; days to the same time of the clock; to the end of
 * a day so many days later (0: the same day). */
extern const ClinicChoice clinic_aftercare_units[];

/* What a patient keeps to after a session, or before the next one, and for how long. The words are
 * ClinicAftercareText, one a language.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicAftercareRule
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
};

ClinicAftercareRule *clinic_aftercare_rule_new    (void);

/* After a session that ended at @wall: the wall time from which on the rule no longer holds. Before
 * one that starts at @wall: the wall time from which on it holds. To the end of a day is midnight
 * that begins the next; before, the midnight that begins that day. Days keep the time of the clock,
 * hours pass. Caller frees. */
char                *clinic_aftercare_rule_limit  (ClinicAftercareRule *self,
                                                   const char          *wall,
                                                   GTimeZone           *zone);
/* Whether it is about the time after a session. */
gboolean             clinic_aftercare_rule_is_after (ClinicAftercareRule *self);

G_END_DECLS
