/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-entry-dialog.h"

G_BEGIN_DECLS

/* A reaction that was logged: its course, what was injected into its zone before, what it came
 * from and whether it is serious, and the calls about it. Presented by
 * clinic_entry_dialog_present (). */
#define CLINIC_TYPE_REACTION_WINDOW (clinic_reaction_window_get_type ())
G_DECLARE_FINAL_TYPE (ClinicReactionWindow, clinic_reaction_window, CLINIC, REACTION_WINDOW,
                      ClinicEntryDialog)

G_END_DECLS
