/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-chart-part.h"

G_BEGIN_DECLS

/* What stands against a treatment: allergies, conditions, reactions still open. */
#define CLINIC_TYPE_CHART_BANNER (clinic_chart_banner_get_type ())
G_DECLARE_FINAL_TYPE (ClinicChartBanner, clinic_chart_banner, CLINIC, CHART_BANNER, ClinicChartPart)

G_END_DECLS
