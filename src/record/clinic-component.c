/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-component.h"

G_DEFINE_FINAL_TYPE (ClinicComponent, clinic_component, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicComponent, cocktail_version_id, N_("Cocktail version"), .format = CLINIC_LINK, .links = "cocktail_version", .required = TRUE),
  CLINIC_FIELD (ClinicComponent, ingredient_id,       N_("Ingredient"), .format = CLINIC_LINK, .links = "ingredient", .required = TRUE),
  CLINIC_FIELD (ClinicComponent, strength,            N_("Strength"), .format = CLINIC_DECIMAL, .max = 100000000),
  CLINIC_FIELD (ClinicComponent, strength_unit,       N_("Unit of strength"), .format = CLINIC_CHOICE, .choices = clinic_strength_units),
  CLINIC_FIELD (ClinicComponent, volume,              N_("Volume (ml)"), .format = CLINIC_DECIMAL, .required = TRUE, .min = 1, .max = 1000000),
};
/* *INDENT-ON* */

static const char *
clinic_component_check (ClinicRecord *record,
                        const char   *today)
{
  ClinicComponent *self = CLINIC_COMPONENT (record);

  if ((self->strength == CLINIC_UNKNOWN) != (self->strength_unit == NULL))
    return _("Strength: This needs a number and a unit.");

  return NULL;
}

static void
clinic_component_class_init (ClinicComponentClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->fixed = TRUE;
  record_class->check = clinic_component_check;

  clinic_record_class_set_fields (record_class, "component", N_("Component"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_component_init (ClinicComponent *self)
{
}

ClinicComponent *
clinic_component_new (void)
{
  return g_object_new (CLINIC_TYPE_COMPONENT, NULL);
}
