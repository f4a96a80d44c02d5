/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-patient-section.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CONSENTS_SECTION (clinic_consents_section_get_type ())
G_DECLARE_FINAL_TYPE (ClinicConsentsSection, clinic_consents_section, CLINIC, CONSENTS_SECTION,
                      ClinicPatientSection)

/* The part of a patient's page with what was agreed to, what is missing, and the home care. Actions:
 * "consent.sign" (purpose, course), "consent.withdraw", "consent.save", "consent.print" (id),
 * "home.add", "home.edit" (id). */

G_END_DECLS
