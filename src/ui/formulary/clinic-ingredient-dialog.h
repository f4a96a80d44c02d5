/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_INGREDIENT_DIALOG (clinic_ingredient_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ClinicIngredientDialog, clinic_ingredient_dialog, CLINIC, INGREDIENT_DIALOG, AdwWindow)

/* An ingredient of the formulary: class, role, maxima, whether it is withdrawn and why, allergen groups and
 * contraindications. @ingredient: its id; 0: a new one. */
void clinic_ingredient_dialog_present (GtkWidget   *parent,
                                       ClinicDesk  *desk,
                                       gint64       ingredient);

G_END_DECLS
