/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

/* How many principal agents are advised: clinic_principal_least () on the reader; 0: none, or it could not be
 * read. */
void  clinic_principals_read_async  (ClinicDesk          *desk,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
guint clinic_principals_read_finish (GObject             *source,
                                     GAsyncResult        *result);

/* Says how many principal agents a cocktail has, with a sign whether they are at @least as many as are
 * advised (0: none are). */
void  clinic_principals_show        (GtkImage            *sign,
                                     GtkLabel            *words,
                                     guint                number,
                                     guint                least);

G_END_DECLS
