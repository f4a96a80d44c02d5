/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-allergen-group.h"

G_DEFINE_FINAL_TYPE (ClinicAllergenGroup, clinic_allergen_group, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicAllergenGroup, code, N_("Code"), .required = TRUE, .max = 40),
  CLINIC_FIELD (ClinicAllergenGroup, name, N_("Name"), .required = TRUE, .max = 120),
  CLINIC_FIELD (ClinicAllergenGroup, note, N_("Note")),
};
/* *INDENT-ON* */

static void
clinic_allergen_group_class_init (ClinicAllergenGroupClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  clinic_record_class_set_fields (record_class, "allergen_group", N_("Allergen group"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_allergen_group_init (ClinicAllergenGroup *self)
{
}

ClinicAllergenGroup *
clinic_allergen_group_new (void)
{
  return g_object_new (CLINIC_TYPE_ALLERGEN_GROUP, NULL);
}
