/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-check-in-look.h"

ClinicPregnancyStatus *
clinic_pregnancy_find (ClinicDb    *db,
                       gint64       patient,
                       const char  *date,
                       GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "pregnancy-latest", error);

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_int (statement, 1, patient);
  clinic_statement_bind_text (statement, 2, date);

  return (ClinicPregnancyStatus *) clinic_store_one (statement, CLINIC_TYPE_PREGNANCY_STATUS, error);
}

ClinicCheckIn *
clinic_check_in_find (ClinicDb  *db,
                      gint64     session,
                      GError   **error)
{
  g_autoptr(GPtrArray) found = clinic_store_list_by (db, CLINIC_TYPE_CHECK_IN, "session_id", session,
                                                     error);

  return found != NULL && found->len > 0 ? g_object_ref (found->pdata[0]) : NULL;
}
