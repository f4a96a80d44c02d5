/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-chart-model.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CHART_PART (clinic_chart_part_get_type ())
G_DECLARE_DERIVABLE_TYPE (ClinicChartPart, clinic_chart_part, CLINIC, CHART_PART, AdwBin)

/* A piece of the chart page, showing something of one chart. Property "model" (ClinicChartModel;
 * NULL: nothing yet). */
struct _ClinicChartPartClass
{
  AdwBinClass  parent_class;

  /* The model has a sheet, or another one, or is another one. */
  void (* show)   (ClinicChartPart  *self,
                   ClinicChartModel *model,
                   ClinicChartSheet *sheet);
  /* There is nothing to show any more, or not yet: another chart is being read. */
  void (* empty)  (ClinicChartPart  *self);
};

/* NULL without one. */
ClinicChartModel *clinic_chart_part_get_model (ClinicChartPart  *self);
void              clinic_chart_part_set_model (ClinicChartPart  *self,
                                               ClinicChartModel *model);

G_END_DECLS
