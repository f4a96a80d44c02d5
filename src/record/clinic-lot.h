/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_LOT (clinic_lot_get_type ())
G_DECLARE_FINAL_TYPE (ClinicLot, clinic_lot, CLINIC, LOT, ClinicRecord)

/* A delivered lot of a product: an ingredient, or a cocktail mixed by its maker. Or a batch: a
 * version of a cocktail that the clinic mixed itself (prepared_at is set), drawn from like any lot.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicLot
{
  ClinicRecord  parent_instance;

  char         *product;
  gint64        ingredient_id;
  gint64        cocktail_id;
  char         *gtin;
  char         *number;
  char         *expires_on;
  char         *opened_on;
  gint64        in_use_days;
  gint64        quantity;
  gboolean      quarantined;
  char         *quarantine_reason;
  char         *received_on;
  char         *note;
  gint64        container;              /* ml of one of its containers */
  gboolean      single_dose;            /* a container, once opened, is for one patient */
  char         *limit_on;               /* the maker's limit, whatever else holds */
  char         *expiry_text;            /* as the code of the package has it */
  gint64        cocktail_version_id;    /* batches */
  char         *prepared_at;
  gint64        prepared_by;
  char         *usable_until;
};

ClinicLot *clinic_lot_new     (void);
/* 8, 12, 13 or 14 digits of which the last checks the others: from the right their weights are
 * 3, 1, 3… and the sum with the check digit is a multiple of ten (GS1 General Specifications,
 * 7.9). */
gboolean   clinic_lot_is_gtin (const char *text);

G_END_DECLS
