/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Rows that say what an ingredient has to do with allergies and conditions. */

/* A row with a check for each of @groups (ClinicAllergenGroup), set where @links
 * (ClinicIngredientAllergen) have it. */
void       clinic_ingredient_rows_show_groups (AdwExpanderRow *expander,
                                               GPtrArray      *groups,
                                               GPtrArray      *links);
/* The links as they are checked; caller unrefs. */
GPtrArray *clinic_ingredient_rows_read_groups (AdwExpanderRow *expander);
/* A row with a choice for each of @kinds (ClinicConditionKind), set as @contraindications say. */
void       clinic_ingredient_rows_show_kinds  (AdwExpanderRow *expander,
                                               GPtrArray      *kinds,
                                               GPtrArray      *contraindications);
GPtrArray *clinic_ingredient_rows_read_kinds  (AdwExpanderRow *expander);

G_END_DECLS
