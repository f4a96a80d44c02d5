/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_UPKEEP (clinic_upkeep_get_type ())
G_DECLARE_FINAL_TYPE (ClinicUpkeep, clinic_upkeep, CLINIC, UPKEEP, GObject)

/* Once a day. */
#define CLINIC_UPKEEP_SECONDS (24 * 60 * 60)

/* What a clinic that is open needs now and then and nobody should have to ask for: some minutes after
 * it was opened, when the morning's first work is done, and once a day. Not when it is shut: that is not
 * to wait, and what is swept has lain there for a month, sealed as all pictures are. */
ClinicUpkeep *clinic_upkeep_new (ClinicDesk   *desk);
/* Does it now, when somebody is signed in. What goes wrong is told the next time, by what it goes wrong
 * for. In how many seconds it is to be done again. */
guint         clinic_upkeep_run (ClinicUpkeep *self);

G_END_DECLS
