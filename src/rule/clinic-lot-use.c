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

/* Dates and wall times: the earlier day. */
static void
take_earlier (char       **day,
              const char  *other)
{
  if (other == NULL || (*day != NULL && strncmp (*day, other, strlen (*day)) <= 0))
    return;

  g_free (*day);
  *day = g_strndup (other, strlen ("2026-11-21"));
}

char *
clinic_lot_dup_usable_until (ClinicLot *lot)
{
  char *until = clinic_lot_dup_open_until (lot);

  take_earlier (&until, lot->expires_on);
  take_earlier (&until, lot->limit_on);
  take_earlier (&until, lot->usable_until);

  return until;
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

static gint64
count_containers (gint64 volume,
                  gint64 container)
{
  return (volume + container - 1) / container;
}

gint64
clinic_lot_get_undivided (ClinicDb   *db,
                          ClinicLot  *lot,
                          gint64      patient,
                          gint64      except,
                          GError    **error)
{
  g_autoptr(ClinicStatement) statement = NULL;
  gint64 container = lot->container != CLINIC_UNKNOWN ? lot->container : G_MAXINT32;
  gint64 whole = lot->container == CLINIC_UNKNOWN || lot->quantity == CLINIC_UNKNOWN
                 ? 1 : lot->quantity / container;
  gint64 own = 0;
  GError *failure = NULL;

  if (!lot->single_dose)
    return G_MAXINT64;

  statement = clinic_db_query (db, "treatment-lot-takers", error);

  if (statement == NULL)
    return -1;

  clinic_statement_bind_int (statement, 1, clinic_record_get_id (CLINIC_RECORD (lot)));
  clinic_statement_bind_int (statement, 2, except);

  while (clinic_statement_step (statement, &failure))
    {
      gint64 volume = clinic_statement_get_int (statement, 1);

      if (clinic_statement_get_int (statement, 0) == patient)
        own = volume;
      else
        whole -= count_containers (volume, container);
    }

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return -1;
    }

  return MAX (0, MAX (0, whole) * container - own);
}

char *
clinic_lot_dup_barred (ClinicDb  *db,
                       gint64     batch,
                       GError   **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "treatment-batch-barred", error);

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_int (statement, 1, batch);

  return clinic_statement_step (statement, error) ? g_strdup (clinic_statement_get_text (statement, 0)) : NULL;
}
