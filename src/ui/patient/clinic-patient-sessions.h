/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-patient-section.h"

G_BEGIN_DECLS

/* All visits of a patient, in a table; what can be done with the one chosen stands below it. */
#define CLINIC_TYPE_PATIENT_SESSIONS (clinic_patient_sessions_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPatientSessions, clinic_patient_sessions, CLINIC, PATIENT_SESSIONS,
                      ClinicPatientSection)

G_END_DECLS
