/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-graph.h"

G_BEGIN_DECLS

/* The charts that a sheet whose rows are kept describes, at most @most of each kind it names.
 * GPtrArray of ClinicGraph; caller unrefs. The sheet stands at its first row afterwards. */
GPtrArray *clinic_graphs_from_sheet (ClinicSheet *sheet,
                                     guint        most);

G_END_DECLS
