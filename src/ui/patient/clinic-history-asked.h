/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-patient-section.h"

G_BEGIN_DECLS

/* What was answered about allergies, written down from the medical history: the action "history.allergies" with the answer. */
void clinic_history_asked_install (GtkWidgetClass       *widget_class);
/* Where it is allowed. */
void clinic_history_asked_allow   (ClinicPatientSection *section);

G_END_DECLS
