/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-spread.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_SPREAD_ROW (clinic_spread_row_get_type ())
G_DECLARE_FINAL_TYPE (ClinicSpreadRow, clinic_spread_row, CLINIC, SPREAD_ROW, GtkWidget)

/* What a column says of an item; NULL or "": nothing. Caller frees. */
typedef char *(*ClinicSpreadText) (gpointer item,
                                   guint    column,
                                   gpointer data);

/* All columns of an item in one widget: a list keeps two hundred rows at hand, and a widget for
 * each text would make it wait. Texts are made when they are first drawn, and anew when the item
 * notifies of a property. */
gpointer            clinic_spread_row_get_item (ClinicSpreadRow  *self);

/* Rows for a list of objects. @data must live as long as the list. @tells_titles: who listens to
 * a row hears the title of each column before its text. */
GtkListItemFactory *clinic_spread_row_factory  (ClinicSpread     *columns,
                                                ClinicSpreadText  func,
                                                gpointer          data,
                                                gboolean          tells_titles);

G_END_DECLS
