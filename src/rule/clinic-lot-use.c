/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a lot may be used, and how much of it was. */

#include "config.h"

#include <string.h>

#include "clinic-date.h"
#include "clinic-treatment.h"

char *
clinic_lot_dup_open_until (ClinicLot *lot)
{
  if (lot->opened_on == NULL || lot->in_use_days == CLINIC_UNKNOWN)
    return NULL;

  return clinic_date_add_days (lot->opened_on, lot->in_use_days);
}

char *
clinic_lot_dup_usable_until (ClinicLot *lot)
{
  g_autofree char *open_until = clinic_lot_dup_open_until (lot);

  if (open_until == NULL || (lot->expires_on != NULL && strcmp (lot->expires_on, open_until) < 0))
    return g_strdup (lot->expires_on);

  return g_steal_pointer (&open_until);
}

gint64
clinic_lot_get_drawn (ClinicDb  *db,
                      gint64     lot,
                      gint64     except,
                      GError   **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "treatment-lot-drawn", error);

  if (statement == NULL)
    return -1;

  clinic_statement_bind_int (statement, 1, lot);
  clinic_statement_bind_int (statement, 2, except);

  return clinic_statement_step (statement, error) ? clinic_statement_get_int (statement, 0) : -1;
}
