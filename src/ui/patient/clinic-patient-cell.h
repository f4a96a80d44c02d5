/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clinic-patient-column.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PATIENT_CELL (clinic_patient_cell_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPatientCell, clinic_patient_cell, CLINIC, PATIENT_CELL, GtkWidget)

/* What one column says of one patient; follows the line as it is filled. */
GtkWidget         *clinic_patient_cell_new      (const ClinicPatientColumn *column);
ClinicPatientLine *clinic_patient_cell_get_line (ClinicPatientCell         *self);
void               clinic_patient_cell_set_line (ClinicPatientCell         *self,
                                                 ClinicPatientLine         *line,
                                                 const char                *today);

/* Cells of a column for a list. @today: where its owner keeps the date; must live as long. */
GtkListItemFactory *clinic_patient_cell_factory (const ClinicPatientColumn *column,
                                                 const char *const         *today);

G_END_DECLS
