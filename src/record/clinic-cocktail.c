/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-cocktail.h"

G_DEFINE_FINAL_TYPE (ClinicCocktail, clinic_cocktail, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicCocktail, name,        N_("Name"), .required = TRUE, .max = 120),
  CLINIC_FIELD (ClinicCocktail, note,        N_("Note")),
  CLINIC_FIELD (ClinicCocktail, archived_on, N_("Archived on"), .format = CLINIC_DATE),
};
/* *INDENT-ON* */

static void
clinic_cocktail_class_init (ClinicCocktailClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  clinic_record_class_set_fields (record_class, "cocktail", N_("Cocktail"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_cocktail_init (ClinicCocktail *self)
{
}

ClinicCocktail *
clinic_cocktail_new (void)
{
  return g_object_new (CLINIC_TYPE_COCKTAIL, NULL);
}
