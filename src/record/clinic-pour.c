/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-pour.h"

G_DEFINE_FINAL_TYPE (ClinicPour, clinic_pour, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicPour, lot_id,   N_("Lot"), .format = CLINIC_LINK, .links = "lot", .required = TRUE),
  CLINIC_FIELD (ClinicPour, batch_id, N_("Batch"), .format = CLINIC_LINK, .links = "lot", .required = TRUE),
  CLINIC_FIELD (ClinicPour, volume,   N_("Volume (ml)"), .format = CLINIC_DECIMAL, .required = TRUE, .min = 1, .max = 10000000),
};
/* *INDENT-ON* */

static void
clinic_pour_class_init (ClinicPourClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->fixed = TRUE;

  clinic_record_class_set_fields (record_class, "pour", N_("Pour"), fields, G_N_ELEMENTS (fields));
}

static void
clinic_pour_init (ClinicPour *self)
{
}

ClinicPour *
clinic_pour_new (void)
{
  return g_object_new (CLINIC_TYPE_POUR, NULL);
}
