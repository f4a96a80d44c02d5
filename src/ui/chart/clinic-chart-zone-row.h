/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-chart-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_CHART_ZONE_ROW (clinic_chart_zone_row_get_type ())
G_DECLARE_FINAL_TYPE (ClinicChartZoneRow, clinic_chart_zone_row, CLINIC, CHART_ZONE_ROW,
                      GtkListBoxRow)

/* One zone of a chart in figures that can be typed over. */
GtkWidget *clinic_chart_zone_row_new (ClinicChartModel *model,
                                      ClinicInjection  *injection);
/* @columns: GtkSizeGroup of points, volume, depth and total, so that they stand below each other. */
void       clinic_chart_zone_row_align (ClinicChartZoneRow *self,
                                        GtkSizeGroup       *columns[4]);

G_END_DECLS
