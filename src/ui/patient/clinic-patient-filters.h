/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-patient-sift.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PATIENT_FILTERS (clinic_patient_filters_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPatientFilters, clinic_patient_filters, CLINIC, PATIENT_FILTERS,
                      GtkWidget)

/* A row of chips that sift a list of patients. Signal "changed". */

/* Writes what is chosen into @sift. */
void clinic_patient_filters_apply (ClinicPatientFilters *self,
                                   ClinicPatientSift    *sift);
void clinic_patient_filters_clear (ClinicPatientFilters *self);

G_END_DECLS
