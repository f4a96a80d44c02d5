/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_SCALE_DIALOG (clinic_scale_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ClinicScaleDialog, clinic_scale_dialog, CLINIC, SCALE_DIALOG, AdwWindow)

/* Takes down the stage of a patient by a scale, chosen from pictures; the scale and stage of the
 * last time are shown at first, else the scale for the patient's sex. @session: the one it was
 * seen at; 0: none. */
void clinic_scale_present (GtkWidget   *parent,
                           ClinicDesk  *desk,
                           gint64       patient,
                           gint64       session);

G_END_DECLS
