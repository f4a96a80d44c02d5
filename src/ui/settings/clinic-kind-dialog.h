/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-entry-dialog.h"

G_BEGIN_DECLS

/* What is expected of a kind of reaction, and when somebody is called about it. Presented by
 * clinic_entry_dialog_present (), patient 0. */
#define CLINIC_TYPE_KIND_DIALOG (clinic_kind_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ClinicKindDialog, clinic_kind_dialog, CLINIC, KIND_DIALOG, ClinicEntryDialog)

G_END_DECLS
