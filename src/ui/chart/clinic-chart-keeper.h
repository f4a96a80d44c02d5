/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-chart-model.h"
#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CHART_KEEPER (clinic_chart_keeper_get_type ())
G_DECLARE_FINAL_TYPE (ClinicChartKeeper, clinic_chart_keeper, CLINIC, CHART_KEEPER, GObject)

/* Keeps the draft of a chart: at most a second after something was typed it is on its way to the
 * disk, and tried again every few seconds while the disk does not take it. Signals: "kept" (char *at, a wall time), "failed" (GError *). */
ClinicChartKeeper *clinic_chart_keeper_new   (ClinicDesk         *desk,
                                              ClinicChartModel   *model);
/* What is not kept yet, at once: the page is left. */
void               clinic_chart_keeper_flush (ClinicChartKeeper  *self);
/* Nothing more is kept: the chart was signed, or the draft thrown away. */
void               clinic_chart_keeper_drop  (ClinicChartKeeper  *self);

G_END_DECLS
