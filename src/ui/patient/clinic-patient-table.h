/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"
#include "clinic-patient-line.h"
#include "clinic-patient-sift.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PATIENT_TABLE (clinic_patient_table_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPatientTable, clinic_patient_table, CLINIC, PATIENT_TABLE, AdwBin)

/* Patients in columns that are chosen and sorted, and what can be done with each: opened (Enter,
 * click), opened in a window (Ctrl+Enter), booked, edited, archived (menu). Signal "sorted": a
 * header was clicked. */

void          clinic_patient_table_set_desk    (ClinicPatientTable   *self,
                                                ClinicDesk           *desk);
/* Of ClinicPatientLine; another list starts at its top. @found: by typing, in an order of its own, which the headers
 * do not sort; the list that was shown before stays where it was scrolled to. */
void          clinic_patient_table_set_model   (ClinicPatientTable   *self,
                                                GListModel           *model,
                                                gboolean              found);
GListModel   *clinic_patient_table_get_model   (ClinicPatientTable   *self);
void          clinic_patient_table_get_sort    (ClinicPatientTable   *self,
                                                ClinicPatientSift    *sift);
/* Toggles of the columns ("columns.birth") and a menu of them. */
GActionGroup *clinic_patient_table_get_actions (ClinicPatientTable   *self);
GMenuModel   *clinic_patient_table_dup_menu    (ClinicPatientTable   *self);
/* Opens the one that is selected, else the first. */
void          clinic_patient_table_open        (ClinicPatientTable   *self);

G_END_DECLS
