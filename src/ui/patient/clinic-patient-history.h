/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-patient-section.h"

G_BEGIN_DECLS

/* Allergies, conditions, medicines, diagnoses and reactions, to be added to, changed and ended. */
#define CLINIC_TYPE_PATIENT_HISTORY (clinic_patient_history_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPatientHistory, clinic_patient_history, CLINIC, PATIENT_HISTORY,
                      ClinicPatientSection)

G_END_DECLS
