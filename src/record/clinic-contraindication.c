/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-contraindication.h"

G_DEFINE_FINAL_TYPE (ClinicContraindication, clinic_contraindication, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicContraindication, ingredient_id,     N_("Ingredient"), .format = CLINIC_LINK, .links = "ingredient", .required = TRUE),
  CLINIC_FIELD (ClinicContraindication, condition_kind_id, N_("Condition"), .format = CLINIC_LINK, .links = "condition_kind", .required = TRUE),
  CLINIC_FIELD (ClinicContraindication, severity,          N_("Severity"), .format = CLINIC_CHOICE, .choices = clinic_bearings, .required = TRUE),
  CLINIC_FIELD (ClinicContraindication, source,            N_("Source"), .max = 400),
};
/* *INDENT-ON* */

static void
clinic_contraindication_class_init (ClinicContraindicationClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  clinic_record_class_set_fields (record_class, "contraindication", N_("Contraindication"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_contraindication_init (ClinicContraindication *self)
{
}

ClinicContraindication *
clinic_contraindication_new (void)
{
  return g_object_new (CLINIC_TYPE_CONTRAINDICATION, NULL);
}
