/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"
#include "clinic-lot-line.h"

G_BEGIN_DECLS

typedef enum
{
  CLINIC_LOT_OPEN,          /* first taken from today */
  CLINIC_LOT_QUARANTINE,    /* asks for the reason */
  CLINIC_LOT_RELEASE,       /* the same */
} ClinicLotStep;

/* Does it to a lot; says so with a toast that takes it back, or what went wrong. @widget: in the
 * window it is said in. */
void clinic_lot_step (GtkWidget      *widget,
                      ClinicDesk     *desk,
                      ClinicLotLine  *lot,
                      ClinicLotStep   step);

G_END_DECLS
