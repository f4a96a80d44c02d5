/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-graph-view.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_REPORT_CHART (clinic_report_chart_get_type ())
G_DECLARE_FINAL_TYPE (ClinicReportChart, clinic_report_chart, CLINIC, REPORT_CHART, GtkBox)

/* A chart with its title and the menu that saves it. Takes a copy of @graph. @location: of the
 * open clinic. */
GtkWidget *clinic_report_chart_new (ClinicGraph *graph,
                                    const char  *location);

G_END_DECLS
