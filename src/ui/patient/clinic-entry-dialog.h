/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-entry-start.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A small dialog that makes or changes one record that belongs to a patient. Its template's
 * fields are named as the record's; besides it has "notice" and "fields" (all of them). */
#define CLINIC_TYPE_ENTRY_DIALOG (clinic_entry_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (ClinicEntryDialog, clinic_entry_dialog, CLINIC, ENTRY_DIALOG, AdwWindow)

struct _ClinicEntryDialogClass
{
  AdwWindowClass             parent_class;

  GType                      record_type;
  const ClinicEntryOptions  *options;       /* ends with { NULL } */
  const char                *done;          /* N_(): the toast */
  const char                *dated;         /* the property that is today in a new record; NULL:
                                             * none */

  /* The command; runs on the writing worker's thread. */
  gint64                  (* save)          (ClinicAct     *act,
                                             ClinicRecord  *record,
                                             GError       **error);
  /* A heading to ask for a reason by, when such a change needs one; else NULL. May be NULL. */
  const char             *(* ask)           (ClinicRecord  *before,
                                             ClinicRecord  *after);
  /* The record is there: what does not suit it is hidden. May be NULL. */
  void                    (* prepare)       (ClinicEntryDialog *self,
                                             ClinicRecord      *record);
};

/* To be called from class_init after the parts above are set: template and actions. */
void clinic_entry_dialog_class_bind (ClinicEntryDialogClass *klass,
                                     const char             *resource);
/* @id: the record's; 0 makes a new one. The dialog is lent: it is prepared once the record was read. */
ClinicEntryDialog *clinic_entry_dialog_present (GType       type,
                                                GtkWidget  *parent,
                                                ClinicDesk *desk,
                                                gint64      patient,
                                                gint64      id);

/* For subclasses, from prepare () on; lent. */
ClinicDesk   *clinic_entry_dialog_get_desk  (ClinicEntryDialog *self);
/* The draft that the fields show and change. */
ClinicRecord *clinic_entry_dialog_get_draft (ClinicEntryDialog *self);

G_END_DECLS
