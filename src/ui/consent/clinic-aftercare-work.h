/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-aftercare-sheet.h"
#include "clinic-desk.h"

G_BEGIN_DECLS

/* ClinicWorkFunc: a ClinicAftercareSheet. @id: points to the rule's, 0: a new one, last in the list. */
gpointer clinic_aftercare_sheet_read  (ClinicDb     *db,
                                       gpointer      id,
                                       GError      **error);
/* For clinic_form_save_run (): saves @sheet, the rule with its words, unless somebody changed either
 * since it was read. */
gboolean clinic_aftercare_sheet_save  (ClinicAct    *act,
                                       ClinicRecord *sheet,
                                       gpointer      nothing,
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
