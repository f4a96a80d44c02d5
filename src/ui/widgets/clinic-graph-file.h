/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-graph.h"

G_BEGIN_DECLS

/* Writes the chart, black on white with its titles: as a picture of twice the pixels, or, where
 * @path ends in ".pdf", on a page that bears title and maker. The file appears when it is
 * whole. */
gboolean clinic_graph_write (ClinicGraph  *self,
                             const char   *path,
                             GError      **error);

G_END_DECLS
