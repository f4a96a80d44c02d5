/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-default.h"
#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_DEFAULT_DIALOG (clinic_default_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ClinicDefaultDialog, clinic_default_dialog, CLINIC, DEFAULT_DIALOG, AdwWindow)

/* Sets one default anew, or back to what is shipped; asks why where it warns of less then. */
void clinic_default_dialog_present (GtkWidget     *parent,
                                    ClinicDesk    *desk,
                                    ClinicDefault *item);

G_END_DECLS
