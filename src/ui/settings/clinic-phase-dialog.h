/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-entry-dialog.h"

G_BEGIN_DECLS

/* Changes a phase of a protocol: how often, and how it is injected. */
#define CLINIC_TYPE_PHASE_DIALOG (clinic_phase_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPhaseDialog, clinic_phase_dialog, CLINIC, PHASE_DIALOG, ClinicEntryDialog)

G_END_DECLS
