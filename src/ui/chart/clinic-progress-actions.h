/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-page.h"

G_BEGIN_DECLS

/* What is done from a patient's progress: progress.measure, progress.form "s" (a form by name),
 * progress.goal, progress.decide, progress.report. Of a ClinicPage whose id is the patient's. */
void clinic_progress_actions_install (GtkWidgetClass *widget_class);
/* Those that the person acting may not use are disabled. */
void clinic_progress_actions_allow   (GtkWidget      *page,
                                      ClinicDesk     *desk);

G_END_DECLS
