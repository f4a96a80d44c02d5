/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-chart-part.h"
#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CHART_BOARD (clinic_chart_board_get_type ())
G_DECLARE_FINAL_TYPE (ClinicChartBoard, clinic_chart_board, CLINIC, CHART_BOARD, ClinicChartPart)

/* All of a chart at a glance: what stands against it, last time, the map, what is injected, what
 * rules object to. */
/* Makes the next of its larger parts; FALSE: all are there. What is not there yet when it is needed is
 * made then. */
gboolean    clinic_chart_board_build        (ClinicChartBoard  *self);
void        clinic_chart_board_take_answers (ClinicChartBoard  *self,
                                             GPtrArray         *findings,
                                             GArray            *doses);
void        clinic_chart_board_set_findings (ClinicChartBoard  *self,
                                             GPtrArray         *findings);
/* Puts the keyboard where something is missing or wrong, and says what; NULL: nothing is. */
const char *clinic_chart_board_find_missing (ClinicChartBoard  *self,
                                             const char        *today);
/* The same of what the rules object to alone. */
const char *clinic_chart_board_describe_missing (ClinicChartBoard *self);
GHashTable *clinic_chart_board_dup_reasons  (ClinicChartBoard  *self);
void        clinic_chart_board_set_kept     (ClinicChartBoard  *self,
                                             const char        *words);
/* What was added to a signed session; "": nothing. */
void        clinic_chart_board_set_added    (ClinicChartBoard  *self,
                                             const char        *words);
/* The keyboard onto the map. */
void        clinic_chart_board_start        (ClinicChartBoard  *self);
/* The keyboard into the notes. */
void        clinic_chart_board_write        (ClinicChartBoard  *self);
/* Why no new version of the cocktail can be made; NULL: one can. */
void        clinic_chart_board_set_hindrance (ClinicChartBoard *self,
                                             const char        *words);
/* The keyboard into the next section, or the one before: what stands against it, cocktail, lots, map, zones,
 * reactions, last session and notes, treatment, objections, actions. */
void        clinic_chart_board_go           (ClinicChartBoard  *self,
                                             gboolean           forward);
/* Takes a lot that was received from the chart, once it was read with it. */
void        clinic_chart_board_take_received (ClinicChartBoard *self);
/* Opens the list of cocktails. */
void        clinic_chart_board_choose       (ClinicChartBoard  *self);

G_END_DECLS
