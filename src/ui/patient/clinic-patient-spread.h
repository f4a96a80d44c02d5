/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-patient-column.h"
#include "clinic-spread.h"

G_BEGIN_DECLS

/* The columns of the list of patients as chosen on this desktop, which remembers what is chosen
 * by @actions: a toggle for each but the first, named as its column. Caller unrefs. */
ClinicSpread *clinic_patient_spread_new (GActionMap *actions);

G_END_DECLS
