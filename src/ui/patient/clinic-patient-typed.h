/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-patient.h"

G_BEGIN_DECLS

/* What was typed to search for somebody, as the beginning of a new patient: "ayşe yıldız",
 * "Yıldız, Ayşe", a date of birth or a telephone number. */
void clinic_patient_typed_take (ClinicPatient *patient,
                                const char    *typed,
                                const char    *today);

G_END_DECLS
