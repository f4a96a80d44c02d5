/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-chart.h"
#include "clinic-desk.h"

G_BEGIN_DECLS

/* How far a chart came. */
typedef enum
{
  CLINIC_CHART_FAILED,      /* nothing was saved */
  CLINIC_CHART_SAVED,       /* saved, but not signed; the error says why */
  CLINIC_CHART_SIGNED,
} ClinicChartOutcome;

/* Saves a chart, with reasons for what rules object to (rule code → reason), and signs it.
 * Takes over @chart. */
void               clinic_chart_signing_async   (ClinicDesk           *desk,
                                                 ClinicChart          *chart,
                                                 GHashTable           *reasons,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
/* @findings: see clinic_desk_run_finish (). */
ClinicChartOutcome clinic_chart_signing_finish  (ClinicDesk           *desk,
                                                 GAsyncResult         *result,
                                                 GPtrArray           **findings,
                                                 GError              **error);

/* Throws the draft of a session away; with @take_over it becomes the draft of the person acting
 * instead. */
void               clinic_chart_drafting_async  (ClinicDesk           *desk,
                                                 gint64                session,
                                                 gboolean              take_over,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean           clinic_chart_drafting_finish (ClinicDesk           *desk,
                                                 GAsyncResult         *result,
                                                 GError              **error);

G_END_DECLS
