/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-facts.h"

G_BEGIN_DECLS

/* One rule: a file data/rules/CODE.rule. The groups of such a file:
 *
 * [rule] code=depth-deep               the file's name version=1                     goes up
 * with every change of meaning title=What it is about          a few words for whoever looks at all rules
 * severity=warn                 stop, warn, note, or a fact that
 * holds one of these
 * least=stop                    below this the clinic cannot set it; may be left out
 * each=injection                what it is asked for: nothing (once a
 * treatment), one scope, or pairs: ingredient+allergy when=injection.depth > bound.most; …
 * all must hold: FACT OP VALUE. OP: is, is-not, <, <=, >, >=, in. VALUE: a number in
 *                               the fact's unit, true, false, unknown, a date, a word, another
 *   fact, bound.NAME, or with
 *                               "in" several words with ',' between
 * message={injection.zone}: …   a [part] in brackets is left out when a fact in it is not known
 * source=…                      who says so override=practitioner;owner   roles that may go on
 * with a reason; empty: nobody (only severity stop; a warning anybody may)
 *
 * [bounds]                      numbers the clinic may change: rule.CODE.bound.NAME most=4
 *
 * [example too deep]            tried by a test; facts not given are not known
 * given=injection.depth=5; injection.zone=vertex expect=warn                   stop, warn, note
 * or none message=Vertex: …             may be left out
 *
 * What is not known makes no condition true, except "is unknown". */
typedef struct _ClinicRule ClinicRule;

typedef struct
{
  const char *name;
  GHashTable *given;        /* const ClinicFact * → ClinicValue * */
  const char *expect;
  const char *message;      /* NULL: not said */
} ClinicRuleExample;

/* Says what @fact is, into a @value that is unknown. */
typedef void (* ClinicFactReader) (const ClinicFact *fact,
                                   gpointer          data,
                                   ClinicValue      *value);

/* Reads a rule's file. CLINIC_ERROR_INVALID says what is wrong with it: facts that do not exist
 * or are about something the rule does not go through, comparisons of what cannot be compared,
 * unknown bounds… */
ClinicRule  *clinic_rule_new            (const char        *code,
                                         const char        *text,
                                         GError           **error);
void         clinic_rule_free           (ClinicRule        *self);

const char  *clinic_rule_get_code       (ClinicRule        *self);
gint64       clinic_rule_get_version    (ClinicRule        *self);
/* What the file says, or what the clinic says instead: "stop", "warn", "note", "off", or the
 * name of a fact. */
const char  *clinic_rule_get_severity   (ClinicRule        *self);
const char  *clinic_rule_get_source     (ClinicRule        *self);
/* Translated; the code where the file says nothing. */
const char  *clinic_rule_get_title      (ClinicRule        *self);
/* The clinic's own severity may not be below it; NULL: any. */
const char  *clinic_rule_get_least      (ClinicRule        *self);
/* The names of its bounds, in alphabetical order; caller frees the container. */
GList       *clinic_rule_list_bounds    (ClinicRule        *self);
/* Whether it objects less often the higher a bound is: "at most 4 mm", not "at least 2 agents". */
gboolean     clinic_rule_is_upper_bound (ClinicRule        *self,
                                         const char        *name);
/* Whether the severity is said outright, not by a fact: only then it may be the clinic's own. */
gboolean     clinic_rule_has_severity   (ClinicRule        *self);
/* ClinicScope. */
guint        clinic_rule_get_each       (ClinicRule        *self);
/* ClinicRuleExample. */
GPtrArray   *clinic_rule_get_examples   (ClinicRule        *self);
/* The roles that may go on with a reason; NULL-terminated, lent. */
const char *const *clinic_rule_get_override (ClinicRule *self);
/* Whether somebody with one of @roles (words separated by spaces) may go on with a reason. */
gboolean     clinic_rule_may_override   (ClinicRule        *self,
                                         const char        *roles);

/* The clinic's own choice: FALSE when there is no such severity ("stop", "warn", "note", "off"). */
gboolean     clinic_rule_set_severity   (ClinicRule        *self,
                                         const char        *severity);
/* CLINIC_UNKNOWN when there is no such bound. */
gint64       clinic_rule_get_bound      (ClinicRule        *self,
                                         const char        *name);
/* FALSE when there is no such bound. */
gboolean     clinic_rule_set_bound      (ClinicRule        *self,
                                         const char        *name,
                                         gint64             thousandths);

/* "stop", "warn" or "note" when the rule objects, else NULL. Static. */
const char  *clinic_rule_judge          (ClinicRule        *self,
                                         ClinicFactReader   reader,
                                         gpointer           data);
/* The translated message with its facts; caller frees. */
char        *clinic_rule_dup_message    (ClinicRule        *self,
                                         ClinicFactReader   reader,
                                         gpointer           data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicRule, clinic_rule_free)

G_END_DECLS
