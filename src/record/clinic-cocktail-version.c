/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-cocktail-version.h"

G_DEFINE_FINAL_TYPE (ClinicCocktailVersion, clinic_cocktail_version, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicCocktailVersion, cocktail_id, N_("Cocktail"), .format = CLINIC_LINK, .links = "cocktail", .required = TRUE),
  CLINIC_FIELD (ClinicCocktailVersion, number,      N_("Version"), .required = TRUE, .min = 1, .max = 100000),
  CLINIC_FIELD (ClinicCocktailVersion, made_on,     N_("Made on"), .format = CLINIC_DATE, .required = TRUE),
  CLINIC_FIELD (ClinicCocktailVersion, note,        N_("Note")),
};
/* *INDENT-ON* */

static const char *
clinic_cocktail_version_check (ClinicRecord *record,
                               const char   *today)
{
  ClinicCocktailVersion *self = CLINIC_COCKTAIL_VERSION (record);

  if (strcmp (self->made_on, today) > 0)
    return _("Made on: This is in the future.");

  return NULL;
}

static void
clinic_cocktail_version_class_init (ClinicCocktailVersionClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->fixed = TRUE;
  record_class->check = clinic_cocktail_version_check;

  clinic_record_class_set_fields (record_class, "cocktail_version", N_("Cocktail version"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_cocktail_version_init (ClinicCocktailVersion *self)
{
}

ClinicCocktailVersion *
clinic_cocktail_version_new (void)
{
  return g_object_new (CLINIC_TYPE_COCKTAIL_VERSION, NULL);
}
