/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"
#include "clinic-findings-box.h"
#include "clinic-form.h"
#include "clinic-notice.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_FORM_SAVE (clinic_form_save_get_type ())
G_DECLARE_FINAL_TYPE (ClinicFormSave, clinic_form_save, CLINIC, FORM_SAVE, GObject)

/* Saves what the form of a dialog holds: checks it, gives the command, and says what was wrong
 * where it belongs: at the field, in the box of findings, else in the notice. Where somebody else
 * was faster with the same record, both are compared, and what was chosen is saved. Property
 * "saving". Signals "saved" (ClinicRecord *record, gint64 operation) and "failed" (GError *error;
 * what was wrong is said already); none when the dialog is gone by then. */

/* The command; runs on the writing worker's thread. @with: what was given with it. */
typedef gboolean (* ClinicFormSaveFunc) (ClinicAct     *act,
                                         ClinicRecord  *record,
                                         gpointer       with,
                                         GError       **error);

/* Keeps neither @form nor @notice. @action ("dialog.save"; may be NULL): disabled while it saves,
 * offered again where that may help, and activated when a conflict was settled. */
ClinicFormSave *clinic_form_save_new          (ClinicDesk          *desk,
                                               ClinicForm          *form,
                                               ClinicNotice        *notice,
                                               const char          *action);
/* Where findings are shown and answered; they go with the command. */
void            clinic_form_save_set_findings (ClinicFormSave      *self,
                                               ClinicFindingsBox   *findings);
/* Why it is changed, where the command wants to know; NULL: nothing is said. */
void            clinic_form_save_set_reason   (ClinicFormSave      *self,
                                               const char          *reason);
/* The record as it was read; theirs after a conflict. Lent. */
void            clinic_form_save_set_base     (ClinicFormSave      *self,
                                               ClinicRecord        *base);
/* How theirs is read after a conflict, where the record is more than a row: a ClinicWorkFunc that is
 * given the id (gint64) and yields a record. */
void            clinic_form_save_set_reader   (ClinicFormSave      *self,
                                               ClinicWorkFunc       reader);
ClinicRecord   *clinic_form_save_get_base     (ClinicFormSave      *self);
/* What the form holds comes from a conflict that was settled. */
gboolean        clinic_form_save_get_merged   (ClinicFormSave      *self);
gboolean        clinic_form_save_get_saving   (ClinicFormSave      *self);
/* Whether all can be saved as it is typed; says what cannot. */
gboolean        clinic_form_save_check        (ClinicFormSave      *self);
/* Saves a copy of what the form holds. */
void            clinic_form_save_run          (ClinicFormSave      *self,
                                               ClinicFormSaveFunc   func,
                                               gpointer             with,
                                               GDestroyNotify       free_with);
/* Says what went wrong. @action: what tries it again; NULL: nothing. */
void            clinic_form_save_tell         (ClinicFormSave      *self,
                                               const GError        *error,
                                               const char          *action);

G_END_DECLS
