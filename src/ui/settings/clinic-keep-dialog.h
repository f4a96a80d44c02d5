/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_KEEP_DIALOG (clinic_keep_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ClinicKeepDialog, clinic_keep_dialog, CLINIC, KEEP_DIALOG, AdwWindow)

/* Somebody who works here or a room, new or changed. @record: a ClinicStaff or ClinicRoom; the
 * dialog works on a copy. */
void clinic_keep_dialog_present (GtkWidget    *parent,
                                 ClinicDesk   *desk,
                                 ClinicRecord *record);

G_END_DECLS
