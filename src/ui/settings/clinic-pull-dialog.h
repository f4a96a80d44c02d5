/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-entry-dialog.h"
#include "clinic-pull.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PULL_DIALOG (clinic_pull_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPullDialog, clinic_pull_dialog, CLINIC, PULL_DIALOG, ClinicEntryDialog)

/* What the clinic says of a rule of the pull test. Saving makes another version of it. @id: the newest; 0: the first,
 * which begins as @shipped is. */
void clinic_pull_dialog_present (GtkWidget            *parent,
                                 ClinicDesk           *desk,
                                 const ClinicPullRule *shipped,
                                 gint64                id);

G_END_DECLS
