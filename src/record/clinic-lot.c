/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

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
  CLINIC_FIELD (ClinicLot, container,         N_("Volume of a container (ml)"), .format = CLINIC_DECIMAL, .min = 1, .max = 100000000),
  CLINIC_FIELD (ClinicLot, single_dose,       N_("Single dose")),
  CLINIC_FIELD (ClinicLot, limit_on,          N_("The maker’s limit"), .format = CLINIC_DATE),
  CLINIC_FIELD (ClinicLot, expiry_text,       N_("Expiry as in the code"), .max = 20),
  CLINIC_FIELD (ClinicLot, cocktail_version_id, N_("Prepared version"), .format = CLINIC_LINK, .links = "cocktail_version"),
  CLINIC_FIELD (ClinicLot, prepared_at,       N_("Prepared at"), .format = CLINIC_WALL),
  CLINIC_FIELD (ClinicLot, prepared_by,       N_("Prepared by"), .format = CLINIC_LINK, .links = "staff"),
  CLINIC_FIELD (ClinicLot, usable_until,      N_("Usable until"), .format = CLINIC_WALL),
};
/* *INDENT-ON* */

static const char *
clinic_lot_check (ClinicRecord *record,
                  const char   *today)
{
  ClinicLot *self = CLINIC_LOT (record);

  if ((self->ingredient_id != CLINIC_UNKNOWN) == (self->cocktail_id != CLINIC_UNKNOWN))
    return _("Ingredient: A lot is of one ingredient or of one ready-made cocktail.");

  if (self->gtin != NULL && !clinic_lot_is_gtin (self->gtin))
    return _("GTIN: The digits do not fit together. Please read them again.");

  if (self->received_on != NULL && self->opened_on != NULL &&
      strcmp (self->opened_on, self->received_on) < 0)
    return _("Opened on: This is before the lot was received.");

  return NULL;
}

static void
clinic_lot_class_init (ClinicLotClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->check = clinic_lot_check;

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

gboolean
clinic_lot_is_gtin (const char *text)
{
  gsize length;
  guint sum = 0;

  g_return_val_if_fail (text != NULL, FALSE);

  length = strlen (text);

  if ((length != 8 && length != 12 && length != 13 && length != 14) ||
      strspn (text, "0123456789") != length)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    sum += (text[i] - '0') * ((length - i) % 2 == 0 ? 3 : 1);

  return sum % 10 == 0;
}
