/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-page.h"

G_BEGIN_DECLS

/* One patient: who it is, never out of sight, and below it what there is to know, by section.
 * "id" is the patient's. */
#define CLINIC_TYPE_PATIENT_PAGE (clinic_patient_page_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPatientPage, clinic_patient_page, CLINIC, PATIENT_PAGE, ClinicPage)

G_END_DECLS
