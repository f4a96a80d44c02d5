/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-rule.h"

G_BEGIN_DECLS

/* All rules of a clinic. */
typedef struct _ClinicRuleBook ClinicRuleBook;

/* The rules shipped with the program (data/rules), as they are shipped. */
ClinicRuleBook *clinic_rule_book_new      (GError          **error);
/* The same with what the clinic changed about them: settings "rule.CODE.severity" (stop, warn,
 * note, off) and "rule.CODE.bound.NAME" (a number in the fact's unit). CLINIC_ERROR_INVALID
 * names a setting that is no such thing: a rule that somebody changed is not silently asked as
 * shipped. */
ClinicRuleBook *clinic_rule_book_open     (ClinicDb         *db,
                                           GError          **error);
void            clinic_rule_book_free     (ClinicRuleBook   *self);

/* Takes over a rule; it replaces one of the same code. */
void            clinic_rule_book_add      (ClinicRuleBook   *self,
                                           ClinicRule       *rule);
/* NULL when there is none of this code. */
ClinicRule     *clinic_rule_book_find     (ClinicRuleBook   *self,
                                           const char       *code);
/* ClinicRule, by code; lent. */
GPtrArray      *clinic_rule_book_list     (ClinicRuleBook   *self);
gboolean        clinic_rule_book_set      (ClinicRuleBook   *self,
                                           const char       *key,
                                           const char       *value,
                                           GError          **error);

/* What the rules object to: ClinicFinding records, unsaved, with patient, session, rule,
 * version, severity and message. Stops first, then warnings, then notes; within these by rule,
 * within a rule in the treatment's order; the same words once. */
GPtrArray      *clinic_rule_book_evaluate (ClinicRuleBook   *self,
                                           ClinicTreatment  *treatment);
/* Adds to @found what the rule of this code alone objects to. Only what its facts read has to be in
 * @treatment. */
void            clinic_rule_book_ask      (ClinicRuleBook   *self,
                                           const char       *code,
                                           ClinicTreatment  *treatment,
                                           GPtrArray        *found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicRuleBook, clinic_rule_book_free)

G_END_DECLS
