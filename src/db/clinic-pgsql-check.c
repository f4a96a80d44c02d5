/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-pgsql.h"

/* Each yields lines about damage that the server knows of without looking. */
static const char * const known_damage[] = {
  "SELECT 'index ' || i.indexrelid::regclass || ' is not valid' FROM pg_index i"
  " JOIN pg_class c ON c.oid = i.indrelid WHERE c.relnamespace = current_schema ()::regnamespace"
  " AND NOT (i.indisvalid AND i.indisready AND i.indislive)",

  "SELECT 'constraint ' || conname || ' of ' || conrelid::regclass || ' was never verified' FROM "
  "pg_constraint"
  " WHERE connamespace = current_schema ()::regnamespace AND NOT convalidated",

  "SELECT 'trigger ' || tgname || ' of ' || tgrelid::regclass || ' is switched off' FROM pg_trigger"
  " JOIN pg_class c ON c.oid = tgrelid WHERE c.relnamespace = current_schema ()::regnamespace AND "
  "tgenabled = 'D'",

  "SELECT checksum_failures || ' pages failed their checksum' FROM pg_stat_database"
  " WHERE datname = current_database () AND checksum_failures > 0",
};

/* Yields the statements that look: every row of every table is read, and every index is compared
 * with its table where the server has the extension for it. */
#define LOOKS                                                                                            \
  "SELECT format ('SELECT count(t.*) FROM %s AS t', c.oid::regclass) FROM pg_class c"                    \
  " WHERE c.relkind = 'r' AND c.relnamespace = current_schema ()::regnamespace"                          \
  " UNION ALL "                                                                                          \
  "SELECT format ('SELECT %s.bt_index_check (%s, true)', e.extnamespace::regnamespace, c.oid)"           \
  " FROM pg_extension e, pg_class c JOIN pg_am a ON a.oid = c.relam"                                     \
  " WHERE e.extname = 'amcheck' AND c.relkind = 'i' AND a.amname = 'btree'"                              \
  " AND c.relnamespace = current_schema ()::regnamespace"

static PGresult *
ask (ClinicDb    *self,
     const char  *sql,
     GError     **error)
{
  ClinicPgsql *connection = self->connection;
  PGresult *result = PQexec (connection->handle, sql);

  if (PQresultStatus (result) == PGRES_TUPLES_OK)
    return result;

  clinic_pgsql_fail (self, result, error);
  PQclear (result);

  return NULL;
}

static gboolean
add_lines (ClinicDb    *self,
           const char  *sql,
           GString     *damage,
           GError     **error)
{
  PGresult *result = ask (self, sql, error);

  if (result == NULL)
    return FALSE;

  for (int i = 0; i < PQntuples (result); i++)
    g_string_append_printf (damage, "%s%s", damage->len > 0 ? "\n" : "", PQgetvalue (result, i, 0));

  PQclear (result);

  return TRUE;
}

/* Class XX is what the server says of damaged pages, rows and indexes; anything else is another
 * trouble. */
static gboolean
look (ClinicDb    *self,
      const char  *sql,
      GString     *damage,
      GError     **error)
{
  ClinicPgsql *connection = self->connection;
  PGresult *result = PQexec (connection->handle, sql);
  const char *state = PQresultErrorField (result, PG_DIAG_SQLSTATE);
  gboolean good = PQresultStatus (result) == PGRES_TUPLES_OK;

  if (!good && state != NULL && g_str_has_prefix (state, "XX"))
    {
      g_string_append_printf (damage, "%s%s", damage->len > 0 ? "\n" : "",
                              PQresultErrorField (result, PG_DIAG_MESSAGE_PRIMARY));
      good = TRUE;
    }

  if (!good)
    clinic_pgsql_fail (self, result, error);

  PQclear (result);

  return good;
}

static gboolean
look_everywhere (ClinicDb  *self,
                 GString   *damage,
                 GError   **error)
{
  PGresult *looks = ask (self, LOOKS, error);
  gboolean good = looks != NULL;

  for (int i = 0; good && i < PQntuples (looks); i++)
    good = look (self, PQgetvalue (looks, i, 0), damage, error);

  PQclear (looks);

  return good;
}

char *
clinic_pgsql_check (ClinicDb  *self,
                    GError   **error)
{
  g_autoptr(GString) damage = g_string_new (NULL);

  if (!clinic_pgsql_check_free (self, error))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (known_damage); i++)
    {
      if (!add_lines (self, known_damage[i], damage, error))
        return NULL;
    }

  if (!look_everywhere (self, damage, error) || damage->len == 0)
    return NULL;

  return g_string_free (g_steal_pointer (&damage), FALSE);
}
