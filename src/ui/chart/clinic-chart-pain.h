/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-chart-part.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CHART_PAIN (clinic_chart_pain_get_type ())
G_DECLARE_FINAL_TYPE (ClinicChartPain, clinic_chart_pain, CLINIC, CHART_PAIN, ClinicChartPart)

/* How much it hurt, 0 to 10: a button each, pressed once; pressed again, or Delete, it was not asked.
 * Tab stops at one of them, the arrows lead to the others. */

G_END_DECLS
