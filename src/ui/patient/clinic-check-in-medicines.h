/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-check-in.h"
#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CHECK_IN_MEDICINES (clinic_check_in_medicines_get_type ())
G_DECLARE_FINAL_TYPE (ClinicCheckInMedicines, clinic_check_in_medicines, CLINIC, CHECK_IN_MEDICINES, AdwPreferencesGroup)

/* Which medicines are new, as they were noted today, with a button that notes one; there while the answer is "yes". */

/* @record is lent a reference; its patient is known. */
void clinic_check_in_medicines_set_record (ClinicCheckInMedicines *self,
                                           ClinicDesk             *desk,
                                           ClinicCheckIn          *record);

G_END_DECLS
