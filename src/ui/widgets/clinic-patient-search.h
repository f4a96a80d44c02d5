/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"
#include "clinic-patient.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PATIENT_SEARCH (clinic_patient_search_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPatientSearch, clinic_patient_search, CLINIC, PATIENT_SEARCH, GtkWidget)

/* A search entry with the patients found below it (name, birth date and age, file number,
 * telephone), for choosing one: type, arrows, Enter. Properties: "desk", "patient" (the one
 * chosen, or NULL). Signals: "chosen" (ClinicPatient), "register" (char *text: nobody found and
 * Enter pressed on "Register …"). */

GtkWidget     *clinic_patient_search_new         (void);
void           clinic_patient_search_set_desk    (ClinicPatientSearch *self,
                                                  ClinicDesk          *desk);
ClinicPatient *clinic_patient_search_get_patient (ClinicPatientSearch *self);
void           clinic_patient_search_set_patient (ClinicPatientSearch *self,
                                                  ClinicPatient       *patient);

G_END_DECLS
