/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_LOT_DIALOG (clinic_lot_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ClinicLotDialog, clinic_lot_dialog, CLINIC, LOT_DIALOG, AdwWindow)

/* A lot that came in. */
void clinic_lot_dialog_present (GtkWidget   *parent,
                                ClinicDesk  *desk);

G_END_DECLS
