/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_DECISION_DIALOG (clinic_decision_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ClinicDecisionDialog, clinic_decision_dialog, CLINIC, DECISION_DIALOG,
                      AdwWindow)

/* Decides about the course of @patient that it is due about. Where the next phase is proposed, the visits as
 * they would be are shown before that is accepted. */
void clinic_decision_present (GtkWidget   *parent,
                              ClinicDesk  *desk,
                              gint64       patient);

G_END_DECLS
