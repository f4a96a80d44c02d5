/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-entry-dialog.h"

G_BEGIN_DECLS

/* Sets what a course is to reach: a value of a metric in a zone. */
#define CLINIC_TYPE_GOAL_DIALOG (clinic_goal_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ClinicGoalDialog, clinic_goal_dialog, CLINIC, GOAL_DIALOG, ClinicEntryDialog)

G_END_DECLS
