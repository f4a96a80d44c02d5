/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-chart.h"

G_BEGIN_DECLS

/* A chart that is being filled in is kept every few seconds, without audit, so that nothing
 * typed is lost. One a session: while somebody's draft is there nobody else keeps one. */

/* Needs the right session.chart. CLINIC_ERROR_CONFLICT names the one whose draft is there. */
gboolean     clinic_chart_draft_save    (ClinicAct    *act,
                                         ClinicChart  *chart,
                                         GError      **error);
/* NULL without @error when there is none. Saving a chart read from it is refused (CONFLICT) when
 * the chart changed meanwhile. */
ClinicChart *clinic_chart_draft_load    (ClinicDb     *db,
                                         gint64        session,
                                         GError      **error);
/* Takes it away, whosever it is; no error when there is none. Needs the right session.chart. */
gboolean     clinic_chart_draft_discard (ClinicAct    *act,
                                         gint64        session,
                                         GError      **error);

/* The chart as JSON and back. Caller frees. */
char        *clinic_chart_to_text       (ClinicChart  *chart);
ClinicChart *clinic_chart_from_text     (const char   *text,
                                         GError      **error);

G_END_DECLS
