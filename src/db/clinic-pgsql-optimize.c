/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-pgsql.h"

/* Yields the one statement that looks at every table; also notes the pages that everybody may
 * see, which spares later searches the look. A table that another seat's housekeeping holds is
 * passed over. */
#define TABLES                                                                                            \
  "SELECT 'VACUUM (ANALYZE, SKIP_LOCKED) ' || string_agg (CAST(c.oid::regclass AS TEXT), ', ') FROM pg_class c" \
  " WHERE c.relkind = 'r' AND c.relnamespace = current_schema ()::regnamespace"                           \
  " AND pg_has_role (c.relowner, 'USAGE')"

gboolean
clinic_pgsql_optimize (ClinicDb  *self,
                       GError   **error)
{
  ClinicPgsql *connection = self->connection;
  PGresult *answer;
  g_autofree char *statement = NULL;

  if (!clinic_pgsql_check_free (self, error))
    return FALSE;

  answer = PQexec (connection->handle, TABLES);

  if (PQresultStatus (answer) != PGRES_TUPLES_OK)
    clinic_pgsql_fail (self, answer, error);
  else if (!PQgetisnull (answer, 0, 0))
    statement = g_strdup (PQgetvalue (answer, 0, 0));
  else
    statement = g_strdup ("");

  PQclear (answer);

  return statement != NULL && clinic_db_exec (self, statement, error);
}
