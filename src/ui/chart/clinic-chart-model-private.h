/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-chart-model.h"

G_BEGIN_DECLS

/* Between these, changes are one edit, or none when nothing @changed. @key: see note_edit (). */
void clinic_chart_model_begin  (ClinicChartModel *self);
void clinic_chart_model_end    (ClinicChartModel *self,
                                const char       *key,
                                gboolean          changed);
/* The treatment begins with its first zone, on the visit's own day: part of the edit that put it. */
void clinic_chart_model_begin_treatment (ClinicChartModel *self);
/* A zone or a lot; to be called between them. */
void clinic_chart_model_add    (ClinicChartModel *self,
                                ClinicRecord     *record);
void clinic_chart_model_remove (ClinicChartModel *self,
                                ClinicRecord     *record);

G_END_DECLS
