/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-lot-scan.h"
#include "clinic-store.h"

/* An article's number may be kept with fewer noughts before it. */
static void
bind_gtin (ClinicStatement *statement,
           const char      *gtin)
{
  static const guint cuts[] = { 0, 1, 2, 6 };

  for (guint i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      gboolean fits = gtin != NULL && strspn (gtin, "0") >= cuts[i];

      clinic_statement_bind_text (statement, 2 + i, fits ? gtin + cuts[i] : gtin != NULL ? gtin : "");
    }
}

static GPtrArray *
list_lots (ClinicDb    *db,
           const char  *number,
           const char  *gtin,
           GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "lot-scanned", error);

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_text (statement, 1, number != NULL ? number : "");
  bind_gtin (statement, gtin);

  return clinic_store_list (statement, CLINIC_TYPE_LOT, error);
}

ClinicLotScan *
clinic_lot_scan_find (ClinicDb                *db,
                      const ClinicGs1Reading  *reading,
                      GError                 **error)
{
  g_autoptr(ClinicLotScan) self = g_new0 (ClinicLotScan, 1);
  g_autoptr(GPtrArray) alike = NULL;

  g_return_val_if_fail (reading != NULL, NULL);

  if (reading->gtin == NULL && reading->lot == NULL)
    {
      self->lots = g_ptr_array_new_with_free_func (g_object_unref);
      return g_steal_pointer (&self);
    }

  self->lots = list_lots (db, reading->lot, reading->gtin, error);

  if (self->lots == NULL)
    return NULL;

  if (reading->gtin != NULL && !(alike = list_lots (db, NULL, reading->gtin, error)))
    return NULL;

  if (alike != NULL && alike->len > 0)
    self->like = g_object_ref (alike->pdata[0]);

  return g_steal_pointer (&self);
}

void
clinic_lot_scan_free (ClinicLotScan *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->lots, g_ptr_array_unref);
  g_clear_object (&self->like);
  g_free (self);
}

void
clinic_lot_scan_fill (ClinicLot              *lot,
                      const ClinicGs1Reading *reading,
                      ClinicLot              *like)
{
  g_return_if_fail (CLINIC_IS_LOT (lot) && reading != NULL);

  if (reading->lot != NULL)
    g_object_set (lot, "number", reading->lot, NULL);

  if (reading->expires_on != NULL)
    g_object_set (lot, "expires-on", reading->expires_on, "expiry-text", reading->expiry_text, NULL);

  if (reading->gtin != NULL)
    g_object_set (lot, "gtin", reading->gtin, NULL);

  if (like != NULL && lot->ingredient_id == CLINIC_UNKNOWN && lot->cocktail_id == CLINIC_UNKNOWN)
    g_object_set (lot,
                  "product", like->product, "ingredient-id", like->ingredient_id, "cocktail-id", like->cocktail_id,
                  "in-use-days", like->in_use_days, "quantity", like->quantity, "container", like->container,
                  "single-dose", like->single_dose,
                  NULL);
}

ClinicLot *
clinic_lot_scan_prefill (const ClinicGs1Reading *reading,
                         ClinicLot              *like)
{
  ClinicLot *lot = clinic_lot_new ();

  clinic_lot_scan_fill (lot, reading, like);

  return lot;
}
