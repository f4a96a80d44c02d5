/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-entry-dialog.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_HOME_CARE_DIALOG (clinic_home_care_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ClinicHomeCareDialog, clinic_home_care_dialog, CLINIC, HOME_CARE_DIALOG,
                      ClinicEntryDialog)

G_END_DECLS
