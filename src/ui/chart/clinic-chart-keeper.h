/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-chart-model.h"
#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CHART_KEEPER (clinic_chart_keeper_get_type ())
G_DECLARE_FINAL_TYPE (ClinicChartKeeper, clinic_chart_keeper, CLINIC, CHART_KEEPER, GObject)

/* Keeps the draft of a chart: at most a second after something was typed it is on its way to the
 * disk, and tried again every few seconds while the disk does not take it. From what is typed
 * until it is kept the keeper stands on its clinic's shelf (ClinicChartShelf), which holds it and
 * its model when the page is gone. Signals: "kept" (char *at, a wall time), "failed" (GError *). */
ClinicChartKeeper *clinic_chart_keeper_new         (ClinicDesk         *desk,
                                                    ClinicChartModel   *model);
/* Lent. */
ClinicChartModel  *clinic_chart_keeper_get_model   (ClinicChartKeeper  *self);
/* Whether all that was typed is on the disk. */
gboolean           clinic_chart_keeper_is_kept     (ClinicChartKeeper  *self);
/* Why it could not be kept the last time; NULL when it was, or has not been tried. Lent. */
const GError      *clinic_chart_keeper_get_trouble (ClinicChartKeeper  *self);
/* What is not kept yet, at once: the page is left. */
void               clinic_chart_keeper_flush       (ClinicChartKeeper  *self);
/* Nothing more is kept: the chart was signed, or the draft thrown away. */
void               clinic_chart_keeper_drop        (ClinicChartKeeper  *self);

G_END_DECLS
