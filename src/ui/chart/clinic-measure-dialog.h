/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_MEASURE_DIALOG (clinic_measure_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ClinicMeasureDialog, clinic_measure_dialog, CLINIC, MEASURE_DIALOG,
                      AdwWindow)

/* Takes down readings of a patient, one after the other. @parent: any widget of the window.
 * @session: the one they were taken at; 0: none. */
void clinic_measure_present (GtkWidget   *parent,
                             ClinicDesk  *desk,
                             gint64       patient,
                             gint64       session);

G_END_DECLS
