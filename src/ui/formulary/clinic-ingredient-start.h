/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"
#include "clinic-ingredient.h"

G_BEGIN_DECLS

/* An ingredient with all that it may have to do with, as it crosses between the threads. */
typedef struct
{
  ClinicIngredient *ingredient;
  GPtrArray        *groups;             /* ClinicAllergenGroup, all there are */
  GPtrArray        *kinds;              /* ClinicConditionKind, all there are */
  GPtrArray        *links;              /* ClinicIngredientAllergen of the ingredient */
  GPtrArray        *contraindications;  /* ClinicContraindication of the ingredient */
} ClinicIngredientStart;

/* Runs on a worker. @id: points to the ingredient's, 0: a new one. NULL with @error. */
gpointer clinic_ingredient_start_read (ClinicDb    *db,
                                       gpointer     id,
                                       GError     **error);
void     clinic_ingredient_start_free (gpointer     self);
/* For clinic_form_save_run (): saves @record with the links and contraindications of @with. */
gboolean clinic_ingredient_start_save (ClinicAct     *act,
                                       ClinicRecord  *record,
                                       gpointer       with,
                                       GError       **error);

G_END_DECLS
