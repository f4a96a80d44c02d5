/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-component.h"
#include "clinic-ingredient.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_COMPONENT_ROW (clinic_component_row_get_type ())
G_DECLARE_FINAL_TYPE (ClinicComponentRow, clinic_component_row, CLINIC, COMPONENT_ROW,
                      GtkListBoxRow)

/* An ingredient of a cocktail that is being composed. Signals: "changed", "removed". */

/* @ingredients: GListModel of ClinicIngredient. @component: what it begins with; NULL: empty. */
GtkWidget        *clinic_component_row_new            (GListModel          *ingredients,
                                                       ClinicComponent     *component);
ClinicIngredient *clinic_component_row_get_ingredient (ClinicComponentRow  *self);
/* What is typed; NULL when it cannot be read: it is marked when @marking. Caller unrefs. */
ClinicComponent  *clinic_component_row_read           (ClinicComponentRow  *self,
                                                       gboolean             marking);
/* Says class, role and dose of what is typed, and what is wrong with it; TRUE when something is. @mg and
 * @units: of its ingredient in all rows. @weight: of a patient, kg in thousandths, for maxima by weight;
 * CLINIC_UNKNOWN: not known. */
gboolean          clinic_component_row_tell           (ClinicComponentRow  *self,
                                                       gint64               mg,
                                                       gint64               units,
                                                       gint64               weight);

G_END_DECLS
