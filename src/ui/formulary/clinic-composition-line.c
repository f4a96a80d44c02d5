/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-composition-line.h"
#include "clinic-dose.h"

#define ML 1000

G_DEFINE_FINAL_TYPE (ClinicCompositionLine, clinic_composition_line, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicCompositionLine, version_id,    N_("Version")),
  CLINIC_FIELD (ClinicCompositionLine, number,        N_("Number of the version")),
  CLINIC_FIELD (ClinicCompositionLine, made_on,       N_("Made on"), .format = CLINIC_DATE),
  CLINIC_FIELD (ClinicCompositionLine, ingredient_id, N_("Ingredient"), .format = CLINIC_LINK, .links = "ingredient"),
  CLINIC_FIELD (ClinicCompositionLine, ingredient,    N_("Ingredient")),
  CLINIC_FIELD (ClinicCompositionLine, class,         N_("Class"), .format = CLINIC_CHOICE, .choices = clinic_ingredient_classes),
  CLINIC_FIELD (ClinicCompositionLine, role,          N_("Role"), .format = CLINIC_CHOICE, .choices = clinic_ingredient_roles),
  CLINIC_FIELD (ClinicCompositionLine, withdrawn,     N_("Withdrawn")),
  CLINIC_FIELD (ClinicCompositionLine, strength,      N_("Strength"), .format = CLINIC_DECIMAL),
  CLINIC_FIELD (ClinicCompositionLine, strength_unit, N_("Unit of strength"), .format = CLINIC_CHOICE, .choices = clinic_strength_units),
  CLINIC_FIELD (ClinicCompositionLine, volume,        N_("Volume (ml)"), .format = CLINIC_DECIMAL),
  CLINIC_FIELD (ClinicCompositionLine, total,         N_("Volume of the version (ml)"), .format = CLINIC_DECIMAL),
};
/* *INDENT-ON* */

static void
clinic_composition_line_class_init (ClinicCompositionLineClass *klass)
{
  clinic_record_class_set_fields (CLINIC_RECORD_CLASS (klass), "composition_line",
                                  N_("Component"), fields, G_N_ELEMENTS (fields));
}

static void
clinic_composition_line_init (ClinicCompositionLine *self)
{
}

GPtrArray *
clinic_composition_line_list (ClinicDb    *db,
                              const char  *cocktail,
                              GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "formulary-composition", error);

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_int (statement, 1, g_ascii_strtoll (cocktail, NULL, 10));

  return clinic_store_list (statement, CLINIC_TYPE_COMPOSITION_LINE, error);
}

gint64
clinic_composition_line_per_ml (ClinicCompositionLine *self)
{
  if (self->strength == CLINIC_UNKNOWN || self->total == CLINIC_UNKNOWN || self->total <= 0)
    return CLINIC_UNKNOWN;

  return clinic_dose_amount (ML, self->strength, g_strcmp0 (self->strength_unit, "unit_ml") == 0,
                             self->volume, self->total);
}
