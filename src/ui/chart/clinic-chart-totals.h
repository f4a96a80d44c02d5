/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-chart-part.h"

G_BEGIN_DECLS

/* Points and ml of a chart, and how much of each ingredient that is. */
#define CLINIC_TYPE_CHART_TOTALS (clinic_chart_totals_get_type ())
G_DECLARE_FINAL_TYPE (ClinicChartTotals, clinic_chart_totals, CLINIC, CHART_TOTALS, ClinicChartPart)

/* ClinicDose, as they were reckoned for what is charted now. */
void clinic_chart_totals_take_doses (ClinicChartTotals *self,
                                     GArray            *doses);

G_END_DECLS
