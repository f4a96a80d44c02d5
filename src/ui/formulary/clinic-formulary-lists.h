/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-store.h"

G_BEGIN_DECLS

/* Ingredients (withdrawn ones last) and cocktails that are not archived, each by name. Of cocktails those that @argument finds
 * by their name or by an ingredient of their newest version (NULL or empty: all); of ingredients all. GPtrArray of
 * ClinicIngredient and ClinicCocktail; caller unrefs. */
GPtrArray *clinic_formulary_list_ingredients (ClinicDb    *db,
                                              const char  *argument,
                                              GError     **error);
GPtrArray *clinic_formulary_list_cocktails   (ClinicDb    *db,
                                              const char  *argument,
                                              GError     **error);
/* The lot with the id that @id points to; caller unrefs. */
gpointer   clinic_formulary_find_lot         (ClinicDb    *db,
                                              gpointer     id,
                                              GError     **error);

G_END_DECLS
