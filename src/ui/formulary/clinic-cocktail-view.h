/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-cocktail.h"
#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_COCKTAIL_VIEW (clinic_cocktail_view_get_type ())
G_DECLARE_FINAL_TYPE (ClinicCocktailView, clinic_cocktail_view, CLINIC, COCKTAIL_VIEW, AdwBin)

/* One cocktail: what its newest version holds, or an older one, and the lots on hand. */

void       clinic_cocktail_view_show           (ClinicCocktailView  *self,
                                                ClinicDesk          *desk,
                                                ClinicCocktail      *cocktail);
/* Loads again what is shown. */
void       clinic_cocktail_view_reload         (ClinicCocktailView  *self);
/* What the newest version holds, to begin another with: GPtrArray of ClinicComponent; caller
 * unrefs. */
GPtrArray *clinic_cocktail_view_dup_components (ClinicCocktailView  *self);

G_END_DECLS
