/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-lot.h"

G_DEFINE_FINAL_TYPE (ClinicLot, clinic_lot, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicLot, product,           N_("Product"), .required = TRUE, .max = 160),
  CLINIC_FIELD (ClinicLot, ingredient_id,     N_("Ingredient"), .format = CLINIC_LINK, .links = "ingredient"),
  CLINIC_FIELD (ClinicLot, cocktail_id,       N_("Ready-made cocktail"), .format = CLINIC_LINK, .links = "cocktail"),
  CLINIC_FIELD (ClinicLot, gtin,              N_("GTIN"), .max = 14),
  CLINIC_FIELD (ClinicLot, number,            N_("Lot number"), .required = TRUE, .max = 20),
  CLINIC_FIELD (ClinicLot, expires_on,        N_("Expiry"), .format = CLINIC_DATE),
  CLINIC_FIELD (ClinicLot, opened_on,         N_("Opened on"), .format = CLINIC_DATE),
  CLINIC_FIELD (ClinicLot, in_use_days,       N_("Days of use once opened"), .max = 3650),
  CLINIC_FIELD (ClinicLot, quantity,          N_("Quantity (ml)"), .format = CLINIC_DECIMAL, .max = 1000000000),
  CLINIC_FIELD (ClinicLot, quarantined,       N_("In quarantine")),
  CLINIC_FIELD (ClinicLot, quarantine_reason, N_("Why in quarantine"), .max = 400),
  CLINIC_FIELD (ClinicLot, received_on,       N_("Received on"), .format = CLINIC_DATE),
  CLINIC_FIELD (ClinicLot, note,              N_("Note")),
};
/* *INDENT-ON* */

static void
clinic_lot_class_init (ClinicLotClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  clinic_record_class_set_fields (record_class, "lot", N_("Lot"), fields, G_N_ELEMENTS (fields));
}

static void
clinic_lot_init (ClinicLot *self)
{
}

ClinicLot *
clinic_lot_new (void)
{
  return g_object_new (CLINIC_TYPE_LOT, NULL);
}
