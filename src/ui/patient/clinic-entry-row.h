/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-record.h"

G_BEGIN_DECLS

/* A row of a list that shows one record for as long as it lives. Property "entry": what is
 * shown, to be bound to. */
#define CLINIC_TYPE_ENTRY_ROW (clinic_entry_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (ClinicEntryRow, clinic_entry_row, CLINIC, ENTRY_ROW, AdwPreferencesRow)

struct _ClinicEntryRowClass
{
  AdwPreferencesRowClass  parent_class;

  /* The entry is known. May be NULL. */
  void                 (* entry_set) (ClinicEntryRow *self);
};

/* Lent. */
gpointer   clinic_entry_row_get_entry (ClinicEntryRow *self);
/* Rows of type GPOINTER_TO_SIZE (@type): for gtk_list_box_bind_model (). */
GtkWidget *clinic_entry_row_create    (gpointer        entry,
                                       gpointer        type);

G_END_DECLS
