/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-chart-part.h"

G_BEGIN_DECLS

/* What was done last time, and what came of it; to be repeated with one key. */
#define CLINIC_TYPE_CHART_LAST (clinic_chart_last_get_type ())
G_DECLARE_FINAL_TYPE (ClinicChartLast, clinic_chart_last, CLINIC, CHART_LAST, ClinicChartPart)

G_END_DECLS
