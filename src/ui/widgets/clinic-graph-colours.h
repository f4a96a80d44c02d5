/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-graph.h"

G_BEGIN_DECLS

/* The theme's colours as @widget has them now: dark and high contrast follow. */
void clinic_graph_colours_look (GtkWidget       *widget,
                                ClinicGraphLook *look);
/* One colour of the theme by its name ("warning_color"), else that of texts. */
void clinic_graph_colours_get  (GtkWidget       *widget,
                                const char      *name,
                                GdkRGBA         *colour);

G_END_DECLS
