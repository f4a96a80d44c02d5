/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-chart-part.h"

G_BEGIN_DECLS

/* From which lots a chart is drawn: proposed, those that expire first before others; editable. */
#define CLINIC_TYPE_CHART_LOTS (clinic_chart_lots_get_type ())
G_DECLARE_FINAL_TYPE (ClinicChartLots, clinic_chart_lots, CLINIC, CHART_LOTS, ClinicChartPart)

/* Takes the lot that was received from here, once the chart was read with it. */
void clinic_chart_lots_take_received (ClinicChartLots *self);

G_END_DECLS
