/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clinic-patient-spread.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PATIENT_HEADS (clinic_patient_heads_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPatientHeads, clinic_patient_heads, CLINIC, PATIENT_HEADS, GtkWidget)

/* The titles over the list of patients: a click sorts, a click on the same again turns round, the
 * end of each can be dragged. */

/* @adjustment: how far the rows below are scrolled sideways. */
void clinic_patient_heads_set (ClinicPatientHeads   *self,
                               ClinicPatientSpread *columns,
                               GtkAdjustment        *adjustment);

G_END_DECLS
