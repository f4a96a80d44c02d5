/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-patient-section.h"

G_BEGIN_DECLS

/* What no longer stands, ended from the medical history: the actions "history.end" and "history.clear" with what it is of and
 * its id. */
void clinic_history_end_install (GtkWidgetClass       *widget_class);
/* Where it is allowed. */
void clinic_history_end_allow   (ClinicPatientSection *section);

G_END_DECLS
