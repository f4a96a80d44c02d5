/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"
#include "clinic-photo-intake.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PHOTO_ADD_DIALOG (clinic_photo_add_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPhotoAddDialog, clinic_photo_add_dialog, CLINIC, PHOTO_ADD_DIALOG, AdwWindow)

/* Shows the pictures that come in, asks what they show, one by one or all at once, and keeps them
 * as one change. More may be dropped on it. @parent: any widget of the window. */
void clinic_photo_add_dialog_present (GtkWidget         *parent,
                                      ClinicDesk        *desk,
                                      ClinicPhotoIntake *intake);

G_END_DECLS
