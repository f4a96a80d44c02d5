/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-chart-part.h"

G_BEGIN_DECLS

/* The zones of a chart as a table that can be typed in: the same as the map in words. */
#define CLINIC_TYPE_CHART_ZONES (clinic_chart_zones_get_type ())
G_DECLARE_FINAL_TYPE (ClinicChartZones, clinic_chart_zones, CLINIC, CHART_ZONES, ClinicChartPart)

G_END_DECLS
