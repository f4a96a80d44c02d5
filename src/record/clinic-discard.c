/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-discard.h"

G_DEFINE_FINAL_TYPE (ClinicDiscard, clinic_discard, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicDiscard, lot_id,       N_("Lot"), .format = CLINIC_LINK, .links = "lot", .required = TRUE),
  CLINIC_FIELD (ClinicDiscard, volume,       N_("Volume (ml)"), .format = CLINIC_DECIMAL, .required = TRUE, .min = 1, .max = 1000000000),
  CLINIC_FIELD (ClinicDiscard, discarded_at, N_("Discarded at"), .format = CLINIC_WALL, .required = TRUE),
  CLINIC_FIELD (ClinicDiscard, staff_id,     N_("Discarded by"), .format = CLINIC_LINK, .links = "staff", .required = TRUE),
  CLINIC_FIELD (ClinicDiscard, reason,       N_("Reason"), .required = TRUE, .max = 400),
};
/* *INDENT-ON* */

static void
clinic_discard_class_init (ClinicDiscardClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->fixed = TRUE;

  clinic_record_class_set_fields (record_class, "discard", N_("Discard"), fields, G_N_ELEMENTS (fields));
}

static void
clinic_discard_init (ClinicDiscard *self)
{
}

ClinicDiscard *
clinic_discard_new (void)
{
  return g_object_new (CLINIC_TYPE_DISCARD, NULL);
}
