/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_REACTION_DIALOG (clinic_reaction_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ClinicReactionDialog, clinic_reaction_dialog, CLINIC, REACTION_DIALOG,
                      AdwWindow)

/* Logs a reaction in three steps: where, what, how bad. It began now unless said otherwise.
 * Reactions that are still open can be marked as cleared. @parent: any widget of the window.
 * @session: the one it followed; 0: the patient's, of no particular session. */
void clinic_reaction_present (GtkWidget   *parent,
                              ClinicDesk  *desk,
                              gint64       patient,
                              gint64       session);

G_END_DECLS
