/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-medicine-kind.h"

G_DEFINE_FINAL_TYPE (ClinicMedicineKind, clinic_medicine_kind, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicMedicineKind, code,              N_("Code"), .required = TRUE, .max = 40),
  CLINIC_FIELD (ClinicMedicineKind, name,              N_("Name"), .required = TRUE, .max = 160),
  CLINIC_FIELD (ClinicMedicineKind, aliases,           N_("Other names"), .max = 4000),
  CLINIC_FIELD (ClinicMedicineKind, condition_kind_id, N_("Counts as"), .format = CLINIC_LINK, .links = "condition_kind"),
  CLINIC_FIELD (ClinicMedicineKind, days_after,        N_("Counts so many days after it was stopped"), .max = 3650),
  CLINIC_FIELD (ClinicMedicineKind, source,            N_("Source"), .max = 400),
  CLINIC_FIELD (ClinicMedicineKind, note,              N_("Note"), .max = 400),
};
/* *INDENT-ON* */

static void
clinic_medicine_kind_class_init (ClinicMedicineKindClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  clinic_record_class_set_fields (record_class, "medicine_kind", N_("Kind of medicine"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_medicine_kind_init (ClinicMedicineKind *self)
{
}

ClinicMedicineKind *
clinic_medicine_kind_new (void)
{
  return g_object_new (CLINIC_TYPE_MEDICINE_KIND, NULL);
}
