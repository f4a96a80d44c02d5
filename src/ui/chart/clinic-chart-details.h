/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-chart-part.h"

G_BEGIN_DECLS

/* How it was done: technique, needle, device, anaesthetic, pain, notes. */
#define CLINIC_TYPE_CHART_DETAILS (clinic_chart_details_get_type ())
G_DECLARE_FINAL_TYPE (ClinicChartDetails, clinic_chart_details, CLINIC, CHART_DETAILS, ClinicChartPart)

/* Marks what cannot be read and puts the keyboard there. */
gboolean   clinic_chart_details_validate    (ClinicChartDetails *self,
                                             const char         *today);
/* The buttons that lead on: a reaction, a measurement, photos. Lent. */
GtkWidget *clinic_chart_details_get_actions (ClinicChartDetails *self);

G_END_DECLS
