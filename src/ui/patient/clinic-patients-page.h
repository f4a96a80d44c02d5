/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-page.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PATIENTS_PAGE (clinic_patients_page_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPatientsPage, clinic_patients_page, CLINIC, PATIENTS_PAGE, ClinicPage)

/* All patients: searched by typing, filtered by chips, sorted by their columns. */

G_END_DECLS
