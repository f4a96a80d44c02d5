/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clinic-patient-spread.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PATIENT_ROW (clinic_patient_row_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPatientRow, clinic_patient_row, CLINIC, PATIENT_ROW, GtkWidget)

/* What all columns say of one patient, in one widget: a list keeps two hundred rows at hand, and
 * a widget for each text would make it wait. Texts are made when they are first drawn, and follow
 * the line as it is filled. */
ClinicPatientLine  *clinic_patient_row_get_line (ClinicPatientRow     *self);
/* @today: for ages and near days. */
void                clinic_patient_row_set_line (ClinicPatientRow     *self,
                                                 ClinicPatientLine    *line,
                                                 const char           *today);

/* Rows for a list. @today: where its owner keeps the date; must live as long. */
GtkListItemFactory *clinic_patient_row_factory  (ClinicPatientSpread *columns,
                                                 const char *const    *today);

G_END_DECLS
