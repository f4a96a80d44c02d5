/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-patient-section.h"

G_BEGIN_DECLS

/* Everything that was changed about a patient, the latest first, and the way back. */
#define CLINIC_TYPE_PATIENT_CHANGES (clinic_patient_changes_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPatientChanges, clinic_patient_changes, CLINIC, PATIENT_CHANGES,
                      ClinicPatientSection)

G_END_DECLS
