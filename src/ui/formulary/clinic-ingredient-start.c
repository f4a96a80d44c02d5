/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-allergen-group.h"
#include "clinic-condition-kind.h"
#include "clinic-contraindication.h"
#include "clinic-formulary.h"
#include "clinic-ingredient-allergen.h"
#include "clinic-ingredient-start.h"

void
clinic_ingredient_start_free (gpointer data)
{
  ClinicIngredientStart *self = data;

  g_clear_object (&self->ingredient);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->contraindications, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicIngredientStart, clinic_ingredient_start_free)

gpointer
clinic_ingredient_start_read (ClinicDb  *db,
                              gpointer   data,
                              GError   **error)
{
  gint64 id = *(gint64 *) data;
  g_autoptr(ClinicIngredientStart) self = g_new0 (ClinicIngredientStart, 1);

  self->ingredient = id != 0 ? (ClinicIngredient *) clinic_store_find (db, CLINIC_TYPE_INGREDIENT, id, error)
                             : clinic_ingredient_new ();

  if (self->ingredient == NULL ||
      !(self->groups = clinic_store_list_by (db, CLINIC_TYPE_ALLERGEN_GROUP, NULL, 0, error)) ||
      !(self->kinds = clinic_store_list_by (db, CLINIC_TYPE_CONDITION_KIND, NULL, 0, error)) ||
      !(self->links = clinic_store_list_by (db, CLINIC_TYPE_INGREDIENT_ALLERGEN, "ingredient_id", id, error)) ||
      !(self->contraindications = clinic_store_list_by (db, CLINIC_TYPE_CONTRAINDICATION, "ingredient_id", id, error)))
    return NULL;

  return g_steal_pointer (&self);
}

gboolean
clinic_ingredient_start_save (ClinicAct     *act,
                              ClinicRecord  *record,
                              gpointer       with,
                              GError       **error)
{
  ClinicIngredientStart *self = with;

  return clinic_ingredient_save (act, CLINIC_INGREDIENT (record), self->links, self->contraindications, error) != 0;
}
