/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-graph.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_GRAPH_VIEW (clinic_graph_view_get_type ())
G_DECLARE_FINAL_TYPE (ClinicGraphView, clinic_graph_view, CLINIC, GRAPH_VIEW, GtkWidget)

/* A chart in a window. The pointer and, with the keyboard in it, the arrow keys, Home and End go
 * from point to point; what each says stands in words below and is its accessible description.
 * Property "current": the place of that point, -1 for none. */
GtkWidget   *clinic_graph_view_new         (void);
/* Takes over @graph; NULL: nothing is shown. */
void         clinic_graph_view_take_graph  (ClinicGraphView *self,
                                            ClinicGraph     *graph);
ClinicGraph *clinic_graph_view_get_graph   (ClinicGraphView *self);
int          clinic_graph_view_get_current (ClinicGraphView *self);
void         clinic_graph_view_set_current (ClinicGraphView *self,
                                            int              current);
/* The words below it. Lent. */
const char  *clinic_graph_view_get_words   (ClinicGraphView *self);
/* The least height of a chart over time; 240 unless told. */
void         clinic_graph_view_set_wish    (ClinicGraphView *self,
                                            int              height);

G_END_DECLS
