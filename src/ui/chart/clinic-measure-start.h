/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"
#include "clinic-measurement.h"
#include "clinic-metric.h"

G_BEGIN_DECLS

/* What is chosen from when something is measured, and where the reading belongs. */
typedef struct
{
  GPtrArray *metrics;         /* ClinicMetric, by name */
  GPtrArray *latest;          /* ClinicMeasurement: the patient's last of each metric, the latest first */
  GPtrArray *own;             /* ClinicPullVersion: the clinic's own rules of the pull test that are offered */
  gint64     course;          /* the latest that is under way */
} ClinicMeasureStart;

void                clinic_measure_start_free      (ClinicMeasureStart   *self);
/* @session: 0 for a reading outside of one. */
void                clinic_measure_start_async     (ClinicDesk           *desk,
                                                    gint64                patient,
                                                    gint64                session,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
ClinicMeasureStart *clinic_measure_start_finish    (GAsyncResult         *result,
                                                    GError              **error);
/* Another reading taken as @before was, without a value yet. Caller unrefs. */
ClinicMeasurement  *clinic_measure_start_another   (ClinicMeasurement    *before);
/* The id of the metric with this code; CLINIC_UNKNOWN when there is none. */
gint64              clinic_measure_start_find      (ClinicMeasureStart   *self,
                                                    const char           *code);
/* "Value (/cm², 0 to 600)": what can be typed for @metric. Caller frees. */
char               *clinic_measure_start_dup_title (ClinicMetric         *metric);
/* For clinic_form_save_run (). */
gboolean            clinic_measure_start_save      (ClinicAct            *act,
                                                    ClinicRecord         *reading,
                                                    gpointer              with,
                                                    GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicMeasureStart, clinic_measure_start_free)

G_END_DECLS
