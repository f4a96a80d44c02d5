/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clinic-desk.h"
#include "clinic-snippet.h"

G_BEGIN_DECLS

/* A row of the phrases' list, with buttons that give "phrases.arrange" (id, places; 0: put away). */
GtkWidget     *clinic_phrase_row_new       (ClinicSnippet       *phrase);
/* Lent. */
ClinicSnippet *clinic_phrase_row_get       (GtkWidget           *row);
/* Moves a phrase by so many places; by 0 it is put away. */
void           clinic_phrase_arrange_async (ClinicDesk          *desk,
                                            gint64               phrase,
                                            int                  by,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);

G_END_DECLS
