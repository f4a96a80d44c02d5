/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-condition-kind.h"

G_DEFINE_FINAL_TYPE (ClinicConditionKind, clinic_condition_kind, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicConditionKind, code,    N_("Code"), .required = TRUE, .max = 40),
  CLINIC_FIELD (ClinicConditionKind, name,    N_("Name"), .required = TRUE, .max = 160),
  CLINIC_FIELD (ClinicConditionKind, bearing, N_("Bearing on treatment"), .format = CLINIC_CHOICE, .choices = clinic_bearings, .required = TRUE),
  CLINIC_FIELD (ClinicConditionKind, source,  N_("Source"), .max = 400),
  CLINIC_FIELD (ClinicConditionKind, note,    N_("Note")),
};
/* *INDENT-ON* */

static void
clinic_condition_kind_class_init (ClinicConditionKindClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  clinic_record_class_set_fields (record_class, "condition_kind", N_("Kind of condition"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_condition_kind_init (ClinicConditionKind *self)
{
}

ClinicConditionKind *
clinic_condition_kind_new (void)
{
  return g_object_new (CLINIC_TYPE_CONDITION_KIND, NULL);
}
