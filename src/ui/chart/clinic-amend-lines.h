/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-chart-sheet.h"

G_BEGIN_DECLS

/* A line of what was signed: "Vertex", "18 × 0.05 ml · 3 mm". */
typedef struct
{
  char *label;
  char *value;
} ClinicAmendLine;

/* GPtrArray of ClinicAmendLine: zones, lots, then what else the session says, as far as it says
 * it. Caller unrefs. */
GPtrArray *clinic_amend_lines_list (ClinicChartSheet *sheet);

G_END_DECLS
