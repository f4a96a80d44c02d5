/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"
#include "clinic-form-save.h"
#include "clinic-lot.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_LOT_DIALOG (clinic_lot_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ClinicLotDialog, clinic_lot_dialog, CLINIC, LOT_DIALOG, AdwWindow)

/* A lot that came in. @draft: what is known of it already (a scanned code); NULL: nothing. What saves it and says
 * so; lent. */
ClinicFormSave *clinic_lot_dialog_present (GtkWidget   *parent,
                                           ClinicDesk  *desk,
                                           ClinicLot   *draft);
/* A lot that was written down wrongly; asks for the reason. */
void clinic_lot_dialog_correct (GtkWidget   *parent,
                                ClinicDesk  *desk,
                                gint64       lot);

G_END_DECLS
