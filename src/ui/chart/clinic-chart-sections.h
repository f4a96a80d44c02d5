/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Puts the keyboard into the next of @sections (the one before when not @forward) that takes it, round and
 * round. @sections: in their order; one that lies inside another stands for what is in it. FALSE: none takes
 * it. */
gboolean clinic_chart_sections_go (GtkWidget *const *sections,
                                   guint             n_sections,
                                   gboolean          forward);

G_END_DECLS
