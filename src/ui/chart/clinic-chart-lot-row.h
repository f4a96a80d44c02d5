/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clinic-chart-model.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CHART_LOT_ROW (clinic_chart_lot_row_get_type ())
G_DECLARE_FINAL_TYPE (ClinicChartLotRow, clinic_chart_lot_row, CLINIC, CHART_LOT_ROW,
                      GtkListBoxRow)

/* A lot that is drawn from, and how many ml. */
GtkWidget *clinic_chart_lot_row_new (ClinicChartModel *model,
                                     ClinicDraw       *draw);

G_END_DECLS
