/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (* ClinicReadEndFunc) (gpointer user_data);

/* Calls @func whenever the end of what @scroll holds can be seen, once a text has its whole height:
 * GtkTextView measures what cannot be seen only when nothing else is to do. */
void clinic_read_end_watch (GtkScrolledWindow  *scroll,
                            ClinicReadEndFunc   func,
                            gpointer            user_data);

G_END_DECLS
