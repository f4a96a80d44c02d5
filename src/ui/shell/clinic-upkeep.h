/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_UPKEEP (clinic_upkeep_get_type ())
G_DECLARE_FINAL_TYPE (ClinicUpkeep, clinic_upkeep, CLINIC, UPKEEP, GObject)

/* What a clinic that is open needs now and then and nobody should have to ask for: some minutes after
 * it was opened, when the morning's first work is done, and once a day. */
ClinicUpkeep *clinic_upkeep_new (ClinicDesk   *desk);
/* Does it now. What goes wrong is told the next time, by what it goes wrong for. */
void          clinic_upkeep_run (ClinicUpkeep *self);

G_END_DECLS
