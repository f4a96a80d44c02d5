/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Walks the rows of a list of one selection while the keyboard stays in the entry above it. */

/* So many rows down, or up when it is negative; round at both ends. */
void     clinic_walk_by  (GtkListView *list,
                          int          rows);
/* Whether @keyval is Up or Down and there is a row to go to; then it went there. */
gboolean clinic_walk_key (GtkListView *list,
                          guint        keyval);

G_END_DECLS
