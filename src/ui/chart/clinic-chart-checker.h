/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-chart-model.h"
#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CHART_CHECKER (clinic_chart_checker_get_type ())
G_DECLARE_FINAL_TYPE (ClinicChartChecker, clinic_chart_checker, CLINIC, CHART_CHECKER, GObject)

/* Asks the rules and reckons doses whenever a chart was edited, shortly after the last edit; what
 * an edit overtook is given up. Proposes lots with it. Signals: "checked" (GPtrArray of
 * ClinicFinding, GArray of ClinicDose), "failed" (GError *). */
ClinicChartChecker *clinic_chart_checker_new    (ClinicDesk          *desk,
                                                 ClinicChartModel    *model);
/* At once. */
void                clinic_chart_checker_start  (ClinicChartChecker  *self);
gboolean            clinic_chart_checker_is_pending (ClinicChartChecker *self);
void                clinic_chart_checker_cancel (ClinicChartChecker  *self);

G_END_DECLS
