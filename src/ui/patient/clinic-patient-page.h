/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-patient-section.h"

G_BEGIN_DECLS

/* One patient: who it is, never out of sight, and below it what there is to know, by section.
 * "id" is the patient's. Its actions, for its sections and for keys: patient.book, .chart (the
 * visit of today), .plan, .edit, .measure, .react, .report, .window, .archive, .restore, .retry
 * patient.section "s" ("overview", "history", "courses", "sessions", "progress", "photos",
 * "consents", "changes") and patient.nth-section "u", counted among those the person may see. */
#define CLINIC_TYPE_PATIENT_PAGE (clinic_patient_page_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPatientPage, clinic_patient_page, CLINIC, PATIENT_PAGE,
                      ClinicPatientSection)

G_END_DECLS
