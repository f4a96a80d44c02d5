/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-patient-section.h"

G_BEGIN_DECLS

/* What one wants to know of a patient first. */
#define CLINIC_TYPE_PATIENT_OVERVIEW (clinic_patient_overview_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPatientOverview, clinic_patient_overview, CLINIC, PATIENT_OVERVIEW,
                      ClinicPatientSection)

G_END_DECLS
