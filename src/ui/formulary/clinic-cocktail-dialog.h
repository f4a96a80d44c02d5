/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-cocktail.h"
#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_COCKTAIL_DIALOG (clinic_cocktail_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ClinicCocktailDialog, clinic_cocktail_dialog, CLINIC, COCKTAIL_DIALOG,
                      AdwWindow)

/* Composes a new cocktail (@cocktail NULL), or a new version of one that begins with
 * @components (GPtrArray of ClinicComponent). @ingredients: GListModel of ClinicIngredient. Lent. Signal
 * "saved" (gint64: the new cocktail, or the new version). */
ClinicCocktailDialog *clinic_cocktail_dialog_present (GtkWidget       *parent,
                                                      ClinicDesk      *desk,
                                                      ClinicCocktail  *cocktail,
                                                      GListModel      *ingredients,
                                                      GPtrArray       *components);

G_END_DECLS
