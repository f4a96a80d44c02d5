/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-chart-merge.h"
#include "clinic-chart-model.h"
#include "clinic-conflict-window.h"
#include "clinic-desk.h"

G_BEGIN_DECLS

/* What the clinic holds of a session that is being charted here too, and who charted it. */
typedef struct
{
  ClinicChart *chart;
  gint64       staff;       /* 0: not known */
  char        *at;          /* an instant; NULL: not known */
} ClinicChartConflict;

/* Runs on a worker's thread. @data: the session's id, gint64 *. */
gpointer              clinic_chart_conflict_read   (ClinicDb             *db,
                                                    gpointer              data,
                                                    GError              **error);
void                  clinic_chart_conflict_free   (ClinicChartConflict  *self);
ClinicChartMerge     *clinic_chart_conflict_merge  (ClinicChartConflict  *self,
                                                    ClinicChartModel     *model);
/* The question: a line for each field in dispute and one for the zones with their lots. */
ClinicConflictWindow *clinic_chart_conflict_window (ClinicChartConflict  *self,
                                                    ClinicChartMerge     *merge,
                                                    ClinicChartModel     *model,
                                                    ClinicDesk           *desk,
                                                    GtkWidget            *parent);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicChartConflict, clinic_chart_conflict_free)

G_END_DECLS
