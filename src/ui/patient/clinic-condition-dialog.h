/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-entry-dialog.h"

G_BEGIN_DECLS

/* Notes or changes a condition. */
#define CLINIC_TYPE_CONDITION_DIALOG (clinic_condition_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ClinicConditionDialog, clinic_condition_dialog, CLINIC, CONDITION_DIALOG, ClinicEntryDialog)

G_END_DECLS
