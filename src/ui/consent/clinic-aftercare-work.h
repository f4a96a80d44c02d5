/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-aftercare-rule.h"
#include "clinic-aftercare-text.h"
#include "clinic-desk.h"

G_BEGIN_DECLS

/* A rule of the aftercare with its words, as both cross between the threads. */
typedef struct
{
  ClinicAftercareRule *rule;
  GPtrArray           *texts;     /* ClinicAftercareText, one a language */
} ClinicAftercareStart;

/* ClinicWorkFunc. @id: points to the rule's, 0: a new one, last in the list. */
gpointer clinic_aftercare_start_read  (ClinicDb     *db,
                                       gpointer      id,
                                       GError      **error);
void     clinic_aftercare_start_free  (gpointer      self);
/* For clinic_form_save_run (): saves @record with the words of @texts, pairs of language and text
 * (GStrv). */
gboolean clinic_aftercare_start_save  (ClinicAct    *act,
                                       ClinicRecord *record,
                                       gpointer      texts,
                                       GError      **error);
/* ClinicDeskFunc: takes over what comes with the program. */
gpointer clinic_aftercare_take        (ClinicAct    *act,
                                       gpointer      data,
                                       GError      **error);

/* ClinicQueryFunc: all rules in their order, those that are not used any more too; and the words of
 * all of them. */
GPtrArray *clinic_aftercare_list_rules (ClinicDb    *db,
                                        const char  *argument,
                                        GError     **error);
GPtrArray *clinic_aftercare_list_texts (ClinicDb    *db,
                                        const char  *argument,
                                        GError     **error);

/* "After the session: 48 hours", and since when it is not used. Caller frees. */
char      *clinic_aftercare_dup_length (ClinicAftercareRule *rule);

G_END_DECLS
