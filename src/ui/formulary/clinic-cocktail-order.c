/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-cocktail-order.h"
#include "clinic-formulary.h"

struct _ClinicCocktailOrder
{
  gint64          id;             /* 0: a new cocktail */
  ClinicCocktail *cocktail;
  GPtrArray      *components;
  char           *note;
};

ClinicCocktailOrder *
clinic_cocktail_order_new (ClinicCocktail *cocktail,
                           const char     *name,
                           GPtrArray      *components,
                           const char     *note)
{
  ClinicCocktailOrder *self = g_new0 (ClinicCocktailOrder, 1);

  self->components = components;

  if (note != NULL && *note != '\0')
    self->note = g_strdup (note);

  if (cocktail != NULL)
    {
      self->id = clinic_record_get_id (CLINIC_RECORD (cocktail));
      return self;
    }

  self->cocktail = clinic_cocktail_new ();
  g_object_set (self->cocktail, "name", name, NULL);

  return self;
}

void
clinic_cocktail_order_free (gpointer order)
{
  ClinicCocktailOrder *self = order;

  g_clear_object (&self->cocktail);
  g_ptr_array_unref (self->components);
  g_free (self->note);
  g_free (self);
}

gpointer
clinic_cocktail_order_run (ClinicAct  *act,
                           gpointer    order,
                           GError    **error)
{
  ClinicCocktailOrder *self = order;
  gint64 id = self->id != 0
              ? clinic_cocktail_revise (act, self->id, self->components, self->note, error)
              : clinic_cocktail_create (act, self->cocktail, self->components, self->note, error);

  return id != 0 ? g_memdup2 (&id, sizeof id) : NULL;
}
