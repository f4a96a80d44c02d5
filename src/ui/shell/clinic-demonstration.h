/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The demonstration lives on the day that it was made on: on another one nobody is booked. */

/* Asks what is to become of the demonstration at @location when it was made on another day; at once
 * with FALSE when it was made today, or cannot be read. */
void     clinic_demonstration_ask_async  (GtkWindow            *window,
                                          const char           *location,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
/* TRUE: it is to be made anew; FALSE: opened as it is. */
gboolean clinic_demonstration_ask_finish (GtkWindow            *window,
                                          GAsyncResult         *result);

G_END_DECLS
