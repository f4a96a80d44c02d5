/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-graph.h"

G_BEGIN_DECLS

/* Writes the chart, black on white with its titles: as a picture of twice the pixels, or, where
 * @path ends in ".pdf", on a page that bears title and maker. The file appears when it is
 * whole. */
gboolean clinic_graph_write (ClinicGraph  *self,
                             const char   *path,
                             GError      **error);

/* Asks for a file, writes the chart to it on a thread of its own and says so at the bottom of the
 * window. Takes over @graph. @location: of the open clinic, whose files are not written over.
 * @suffix: "png" or "pdf". */
void     clinic_graph_save  (ClinicGraph  *graph,
                             GtkWidget    *parent,
                             const char   *location,
                             const char   *suffix);

G_END_DECLS
