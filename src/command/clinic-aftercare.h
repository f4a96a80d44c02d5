/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"
#include "clinic-aftercare-rule.h"
#include "clinic-home-care.h"
#include "clinic-session.h"

G_BEGIN_DECLS

/* One line of a patient's aftercare, with its real time. */
typedef struct
{
  gint64    rule;               /* id */
  char     *code;
  char     *text;               /* in the language asked for, or in one there is */
  gboolean  after;              /* after the session; else before the next */
  gboolean  whole_day;          /* to the end of a day */
  char     *limit;              /* wall time: until then (after), from then (before); NULL before when
                                 * there is no next session */
} ClinicAftercareLine;

typedef struct
{
  GPtrArray *lines;             /* ClinicAftercareLine, in the order of the rules */
  GPtrArray *home;              /* ClinicHomeCare that stands on the day of the session */
  char      *ends;              /* of the session, wall time */
  char      *next;              /* start of the patient's next visit; NULL: none is booked */
} ClinicAftercare;

/* What @session asks of its patient: times counted from its end, and back from the start of the
 * patient's next visit. @language: of the words; NULL: the patient's, else the clinic's. */
ClinicAftercare *clinic_aftercare_load      (ClinicDb             *db,
                                             gint64                session,
                                             const char           *language,
                                             GError              **error);
void             clinic_aftercare_free      (ClinicAftercare      *self);
/* The line's time in words of @language: "until Monday, 23 November 2026, 10:30"; NULL when it has
 * none. Caller frees. */
char            *clinic_aftercare_dup_when  (const ClinicAftercareLine *line,
                                             const char           *language);

/* The language papers for @patient are written in: the patient's, else the clinic's, else English;
 * one of clinic_paper_languages (). Static; NULL with @error. */
const char      *clinic_patient_find_language (ClinicDb           *db,
                                             gint64                patient,
                                             GError              **error);

/* A rule new or changed, with its words: NULL-terminated pairs of language and text; a text that is
 * empty takes the words of its language away, but not the last (aftercare.save). @version: what
 * clinic_aftercare_get_version () said when rule and words were read, CLINIC_ERROR_CONFLICT when either
 * was changed since; 0: only the rule's own version is looked at. The rule’s id; 0 with @error. */
gint64           clinic_aftercare_save      (ClinicAct            *act,
                                             ClinicAftercareRule  *rule,
                                             const char *const    *texts,
                                             gint64                version,
                                             GError              **error);
/* Stands for a rule and all of its words as they are: another one as soon as any of them changes. 0 with
 * @error. */
gint64           clinic_aftercare_get_version (ClinicDb           *db,
                                             gint64                rule,
                                             GError              **error);
/* Home care new or changed (homecare.save). */
gint64           clinic_home_care_save      (ClinicAct            *act,
                                             ClinicHomeCare       *care,
                                             GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicAftercare, clinic_aftercare_free)

G_END_DECLS
