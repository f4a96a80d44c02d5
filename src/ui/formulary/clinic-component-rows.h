/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-component-row.h"

G_BEGIN_DECLS

/* The rows of a list in which a cocktail is composed (ClinicComponentRow). */

/* Volume (thousandths of a millilitre) and principal agents of what is typed so far. */
void       clinic_component_rows_sum  (GtkListBox *list,
                                       gint64     *volume,
                                       guint      *n_principals);
/* Says of each row what its dose is (clinic_component_row_tell ()). */
void       clinic_component_rows_tell (GtkListBox *list,
                                       gint64      weight);
/* GPtrArray of ClinicComponent; NULL when something cannot be read: it is marked. Caller unrefs. */
GPtrArray *clinic_component_rows_read (GtkListBox *list);

G_END_DECLS
