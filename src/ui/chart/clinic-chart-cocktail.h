/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-chart-part.h"

G_BEGIN_DECLS

/* Which cocktail is injected, in which version, and which principal agents it has. */
#define CLINIC_TYPE_CHART_COCKTAIL (clinic_chart_cocktail_get_type ())
G_DECLARE_FINAL_TYPE (ClinicChartCocktail, clinic_chart_cocktail, CLINIC, CHART_COCKTAIL, ClinicChartPart)

/* Opens the list of cocktails, to be searched by keyboard. */
void clinic_chart_cocktail_open          (ClinicChartCocktail *self);
/* Why no new version of it can be made; NULL: one can. */
void clinic_chart_cocktail_set_hindrance (ClinicChartCocktail *self,
                                          const char          *words);

G_END_DECLS
