/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-patient-section.h"

G_BEGIN_DECLS

/* Who it is and what stands against treatment: above every section, never out of sight. Says
 * nothing at all until everything was read. */
#define CLINIC_TYPE_PATIENT_HEADER (clinic_patient_header_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPatientHeader, clinic_patient_header, CLINIC, PATIENT_HEADER,
                      ClinicPatientSection)

G_END_DECLS
