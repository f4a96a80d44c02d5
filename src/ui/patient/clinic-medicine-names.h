/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_MEDICINE_NAMES (clinic_medicine_names_get_type ())
G_DECLARE_FINAL_TYPE (ClinicMedicineNames, clinic_medicine_names, CLINIC, MEDICINE_NAMES, AdwPreferencesRow)

/* What the name that somebody writes may become, as buttons; hidden while there is nothing. The signal "chosen" tells the name
 * (a string). */

/* @matches: of ClinicMedicineMatch; those that were written in whole are left out. */
void clinic_medicine_names_show (ClinicMedicineNames *self,
                                 GPtrArray           *matches);

G_END_DECLS
