/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-lot-line.h"
#include "clinic-treatment.h"

G_DEFINE_FINAL_TYPE (ClinicLotLine, clinic_lot_line, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicLotLine, product,           N_("Product")),
  CLINIC_FIELD (ClinicLotLine, ingredient_id,     N_("Ingredient"), .format = CLINIC_LINK, .links = "ingredient"),
  CLINIC_FIELD (ClinicLotLine, cocktail_id,       N_("Ready-made cocktail"), .format = CLINIC_LINK, .links = "cocktail"),
  CLINIC_FIELD (ClinicLotLine, content,           N_("Content")),
  CLINIC_FIELD (ClinicLotLine, number,            N_("Lot number")),
  CLINIC_FIELD (ClinicLotLine, expires_on,        N_("Expiry"), .format = CLINIC_DATE),
  CLINIC_FIELD (ClinicLotLine, opened_on,         N_("Opened on"), .format = CLINIC_DATE),
  CLINIC_FIELD (ClinicLotLine, in_use_days,       N_("Days of use once opened")),
  CLINIC_FIELD (ClinicLotLine, limit_on,          N_("The maker’s limit"), .format = CLINIC_DATE),
  CLINIC_FIELD (ClinicLotLine, quantity,          N_("Quantity (ml)"), .format = CLINIC_DECIMAL),
  CLINIC_FIELD (ClinicLotLine, injected,          N_("Injected (ml)"), .format = CLINIC_DECIMAL),
  CLINIC_FIELD (ClinicLotLine, discarded,         N_("Discarded (ml)"), .format = CLINIC_DECIMAL),
  CLINIC_FIELD (ClinicLotLine, poured,            N_("Into batches (ml)"), .format = CLINIC_DECIMAL),
  CLINIC_FIELD (ClinicLotLine, quarantined,       N_("In quarantine")),
  CLINIC_FIELD (ClinicLotLine, quarantine_reason, N_("Why in quarantine")),
  CLINIC_FIELD (ClinicLotLine, single_dose,       N_("Single dose")),
  CLINIC_FIELD (ClinicLotLine, prepared_at,       N_("Prepared at"), .format = CLINIC_WALL),
  CLINIC_FIELD (ClinicLotLine, usable_until,      N_("Usable until"), .format = CLINIC_WALL),
  CLINIC_FIELD (ClinicLotLine, preparer,          N_("Prepared by")),
  CLINIC_FIELD (ClinicLotLine, cocktail_version_id, N_("Prepared version"), .format = CLINIC_LINK, .links = "cocktail_version"),
};
/* *INDENT-ON* */

static void
clinic_lot_line_class_init (ClinicLotLineClass *klass)
{
  clinic_record_class_set_fields (CLINIC_RECORD_CLASS (klass), "lot_line", N_("Lot"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_lot_line_init (ClinicLotLine *self)
{
}

/* Those that can be used first; within that, as they come. */
static int
compare_use (gconstpointer a,
             gconstpointer b,
             gpointer      today)
{
  g_autofree char *one = clinic_lot_line_dup_last (*(ClinicLotLine **) a);
  g_autofree char *other = clinic_lot_line_dup_last (*(ClinicLotLine **) b);
  gboolean one_past = one != NULL && strcmp (one, today) < 0;
  gboolean other_past = other != NULL && strcmp (other, today) < 0;

  return one_past - other_past;
}

GPtrArray *
clinic_lot_line_list (ClinicDb    *db,
                      const char  *argument,
                      GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "formulary-lots", error);
  g_auto(GStrv) words = g_strsplit (argument, " ", 2);
  GPtrArray *lots;

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_text (statement, 1, words[0]);
  clinic_statement_bind_int (statement, 2, g_ascii_strtoll (words[1], NULL, 10));

  lots = clinic_store_list (statement, CLINIC_TYPE_LOT_LINE, error);

  if (lots != NULL)
    g_ptr_array_sort_with_data (lots, compare_use, words[0]);

  return lots;
}

GPtrArray *
clinic_lot_line_list_batches (ClinicDb    *db,
                              const char  *day,
                              GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "formulary-batches", error);

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_text (statement, 1, day);

  return clinic_store_list (statement, CLINIC_TYPE_LOT_LINE, error);
}

static gint64
known (gint64 volume)
{
  return volume != CLINIC_UNKNOWN ? volume : 0;
}

gint64
clinic_lot_line_get_left (ClinicLotLine *self)
{
  if (self->quantity == CLINIC_UNKNOWN)
    return CLINIC_UNKNOWN;

  return MAX (0, self->quantity - known (self->injected) - known (self->discarded) - known (self->poured));
}

/* As the rules have it (clinic_lot_dup_usable_until ()). */
char *
clinic_lot_line_dup_last (ClinicLotLine *self)
{
  g_autoptr(ClinicLot) lot = clinic_lot_new ();

  g_object_set (lot,
                "opened-on", self->opened_on, "in-use-days", self->in_use_days, "expires-on", self->expires_on,
                "limit-on", self->limit_on, "usable-until", self->usable_until,
                NULL);

  return clinic_lot_dup_usable_until (lot);
}
