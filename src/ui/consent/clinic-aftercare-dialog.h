/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_AFTERCARE_DIALOG (clinic_aftercare_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ClinicAftercareDialog, clinic_aftercare_dialog, CLINIC, AFTERCARE_DIALOG,
                      AdwWindow)

/* One rule of the aftercare: how long it holds, and its words in each language of papers.
 * @rule: its id; 0: a new one. */
void clinic_aftercare_dialog_present (GtkWidget  *parent,
                                      ClinicDesk *desk,
                                      gint64      rule);

G_END_DECLS
