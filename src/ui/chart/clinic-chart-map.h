/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-chart-part.h"

G_BEGIN_DECLS

/* The scalp with what is injected today, what was last time, and where most of the course went. */
#define CLINIC_TYPE_CHART_MAP (clinic_chart_map_get_type ())
G_DECLARE_FINAL_TYPE (ClinicChartMap, clinic_chart_map, CLINIC, CHART_MAP, ClinicChartPart)

/* The keyboard onto the scalp. */
void clinic_chart_map_start (ClinicChartMap *self);

G_END_DECLS
