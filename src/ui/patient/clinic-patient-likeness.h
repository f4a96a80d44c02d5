/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"
#include "clinic-patient.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PATIENT_LIKENESS (clinic_patient_likeness_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPatientLikeness, clinic_patient_likeness, CLINIC, PATIENT_LIKENESS,
                      GtkWidget)

/* Who on file is much like a patient being typed, and why; hidden while there is nobody. Signal
 * "chosen" (gint64 patient): it is that one. */

/* Looks anew in a moment; what was looked for before is given up. */
void clinic_patient_likeness_look (ClinicPatientLikeness *self,
                                   ClinicDesk            *desk,
                                   ClinicPatient         *patient);

G_END_DECLS
