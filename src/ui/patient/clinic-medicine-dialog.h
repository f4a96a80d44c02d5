/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-entry-dialog.h"

G_BEGIN_DECLS

/* Notes or changes a medicine. What is written is looked up among the kinds that the clinic knows of. */
#define CLINIC_TYPE_MEDICINE_DIALOG (clinic_medicine_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ClinicMedicineDialog, clinic_medicine_dialog, CLINIC, MEDICINE_DIALOG, ClinicEntryDialog)

G_END_DECLS
