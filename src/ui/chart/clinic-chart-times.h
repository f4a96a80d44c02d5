/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-chart-part.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CHART_TIMES (clinic_chart_times_get_type ())
G_DECLARE_FINAL_TYPE (ClinicChartTimes, clinic_chart_times, CLINIC, CHART_TIMES, ClinicChartPart)

/* When the treatment began and ended: a button that says it and opens two entries. */

/* Whether what is said can be; when not, it is opened where it is wrong. */
gboolean clinic_chart_times_validate (ClinicChartTimes *self);

G_END_DECLS
