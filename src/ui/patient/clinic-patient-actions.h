/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-patient-section.h"

G_BEGIN_DECLS

/* What can be begun from a patient's page. Installs the actions "patient.book" and so on, with
 * their keys, in a class of sections. */
void     clinic_patient_actions_install   (GtkWidgetClass       *widget_class);
/* Enables those that the person acting may give and that make sense for the patient shown. */
void     clinic_patient_actions_allow     (ClinicPatientSection *page);
/* The person acting charts, and the patient has a visit today. */
gboolean clinic_patient_actions_may_chart (ClinicPatientSection *page);

G_END_DECLS
