/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-chart-part.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CHART_REACTION_LIST (clinic_chart_reaction_list_get_type ())
G_DECLARE_FINAL_TYPE (ClinicChartReactionList, clinic_chart_reaction_list, CLINIC, CHART_REACTION_LIST, ClinicChartPart)

/* The reactions of twelve months as the map has signs for them, in words: where, what, how bad, when, and which
 * lots were injected there before. Property "shown" (whether the map shows them); nothing while there are none. */

G_END_DECLS
