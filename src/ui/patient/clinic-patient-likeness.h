/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"
#include "clinic-form.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PATIENT_LIKENESS (clinic_patient_likeness_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPatientLikeness, clinic_patient_likeness, CLINIC, PATIENT_LIKENESS,
                      GtkWidget)

/* Who on file is much like a patient being typed, and why; hidden while there is nobody. Signal
 * "chosen" (gint64 patient): it is that one. */

/* Looks for the patient that @form holds, and again with each change of it. */
void clinic_patient_likeness_follow (ClinicPatientLikeness *self,
                                     ClinicDesk            *desk,
                                     ClinicForm            *form);

G_END_DECLS
