/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PATIENT_DIALOG (clinic_patient_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPatientDialog, clinic_patient_dialog, CLINIC, PATIENT_DIALOG, AdwWindow)

/* Registers a patient (@patient 0) or edits one. @typed: what was typed where nobody was found, to
 * begin with; may be NULL. Above the window of @parent; a patient registered is opened there. */
void clinic_patient_dialog_present (GtkWidget  *parent,
                                    ClinicDesk *desk,
                                    gint64      patient,
                                    const char *typed);

G_END_DECLS
