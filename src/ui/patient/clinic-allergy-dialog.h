/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-entry-dialog.h"

G_BEGIN_DECLS

/* Notes or changes an allergy. */
#define CLINIC_TYPE_ALLERGY_DIALOG (clinic_allergy_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ClinicAllergyDialog, clinic_allergy_dialog, CLINIC, ALLERGY_DIALOG, ClinicEntryDialog)

G_END_DECLS
