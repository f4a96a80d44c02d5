/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-lot-line.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_LOT_ROW (clinic_lot_row_get_type ())
G_DECLARE_FINAL_TYPE (ClinicLotRow, clinic_lot_row, CLINIC, LOT_ROW, GtkBox)

/* A lot on hand: what it is of, number, until when, what is left, and a menu of what can be done
 * with it (lot.open, lot.quarantine, lot.release, on the page it is in). Property "lot". */

G_END_DECLS
