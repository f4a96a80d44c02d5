/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-store.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_LOT_LINE (clinic_lot_line_get_type ())
G_DECLARE_FINAL_TYPE (ClinicLotLine, clinic_lot_line, CLINIC, LOT_LINE, ClinicRecord)

/* A lot on hand, or a batch, with what it is of and where it went; its id and version are the lot's.
 * Read from a query, never stored. */
struct _ClinicLotLine
{
  ClinicRecord  parent_instance;

  char         *product;
  gint64        ingredient_id;
  gint64        cocktail_id;
  char         *content;        /* the ingredient's or the cocktail's name */
  char         *number;
  char         *expires_on;
  char         *opened_on;
  gint64        in_use_days;
  char         *limit_on;
  gint64        quantity;
  gint64        injected;
  gint64        discarded;
  gint64        poured;         /* into batches */
  gboolean      quarantined;
  char         *quarantine_reason;
  gboolean      single_dose;
  char         *prepared_at;    /* batches; NULL: delivered */
  char         *usable_until;
  char         *preparer;
  gint64        cocktail_version_id;
};

/* @argument: "2026-11-21 ID": not expired before that day, of a cocktail and what is in it (0:
 * all). At most 2000; caller unrefs. */
GPtrArray *clinic_lot_line_list     (ClinicDb       *db,
                                     const char     *argument,
                                     GError        **error);
/* Batches prepared on @day or later. At most 500; caller unrefs. */
GPtrArray *clinic_lot_line_list_batches (ClinicDb       *db,
                                         const char     *day,
                                         GError        **error);
/* Thousandths of a ml; CLINIC_UNKNOWN when the quantity is not known. */
gint64     clinic_lot_line_get_left (ClinicLotLine  *self);
/* The last day it may be used on: the expiry, or earlier once opened. NULL: not known; caller
 * frees. */
char      *clinic_lot_line_dup_last (ClinicLotLine  *self);

G_END_DECLS
