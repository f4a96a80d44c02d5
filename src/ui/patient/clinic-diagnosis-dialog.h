/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-entry-dialog.h"

G_BEGIN_DECLS

/* Notes or changes a diagnosis. */
#define CLINIC_TYPE_DIAGNOSIS_DIALOG (clinic_diagnosis_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ClinicDiagnosisDialog, clinic_diagnosis_dialog, CLINIC, DIAGNOSIS_DIALOG, ClinicEntryDialog)

G_END_DECLS
