/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-pgsql.h"

/* How a failure is to be taken, by the whole SQLSTATE or its class (the first two characters). */
typedef enum
{
  OTHER,
  LOST,
  AGAIN,
  CANCELLED,
  UNIQUE,
  FOREIGN_KEY,
  EXCLUSION,
  NOT_NULL,
  CHECK,
  RAISED,
  READ_ONLY,
  FULL,
  BAD_VALUE,
} Kind;

/* *INDENT-OFF* */
static const struct
{
  const char *state;
  Kind        kind;
} kinds[] = {
  { "08",    LOST },
  { "57P01", LOST },            /* the server or its administrator ended the connection */
  { "57P02", LOST },
  { "57P03", LOST },
  { "57P05", LOST },            /* idle_session_timeout */
  { "25P03", LOST },            /* idle_in_transaction_session_timeout */
  { "40",    AGAIN },           /* serialisation, deadlock */
  { "55P03", AGAIN },           /* lock_timeout */
  { "57014", CANCELLED },
  { "23505", UNIQUE },
  { "23503", FOREIGN_KEY },
  { "23P01", EXCLUSION },
  { "23502", NOT_NULL },
  { "23",    CHECK },
  { "P0001", RAISED },          /* by our triggers: the message is the name of what they guard */
  { "25006", READ_ONLY },
  { "42501", READ_ONLY },
  { "53100", FULL },
  { "22",    BAD_VALUE },
};
/* *INDENT-ON* */

static Kind
find_kind (ClinicDb   *self,
           const char *state)
{
  ClinicPgsql *connection = self->connection;

  if (PQstatus (connection->handle) == CONNECTION_BAD)
    return LOST;

  for (guint i = 0; state != NULL && i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_has_prefix (state, kinds[i].state))
        return kinds[i].kind;
    }

  return OTHER;
}

/* "table.column, table.column", as SQLite says it. The columns stand in the detail whatever the
 * server's language: "Key (protocol_id, number)=(1, 2) already exists." A server that keeps the
 * detail to itself gives the name only. */
static char *
name_columns (const PGresult *result)
{
  const char *table = PQresultErrorField (result, PG_DIAG_TABLE_NAME);
  const char *detail = PQresultErrorField (result, PG_DIAG_MESSAGE_DETAIL);
  const char *start = detail != NULL ? strchr (detail, '(') : NULL;
  const char *end = start != NULL ? strstr (start, ")=(") : NULL;
  g_autofree char *columns = NULL;
  g_auto(GStrv) names = NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  if (table == NULL || end == NULL)
    return g_strdup (PQresultErrorField (result, PG_DIAG_CONSTRAINT_NAME));

  columns = g_strndup (start + 1, end - start - 1);
  names = g_strsplit (columns, ", ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    g_string_append_printf (text, "%s%s.%s", i > 0 ? ", " : "", table, names[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
fail_constraint (ClinicDb        *self,
                 const PGresult  *result,
                 Kind             kind,
                 GError         **error)
{
  const char *name = PQresultErrorField (result, PG_DIAG_CONSTRAINT_NAME);
  const char *message = PQresultErrorField (result, PG_DIAG_MESSAGE_PRIMARY);
  g_autofree char *text = NULL;

  switch (kind)
    {
    case UNIQUE:
      text = name_columns (result);
      clinic_db_fail (self, error, CLINIC_ERROR_INVALID, CLINIC_DB_FINAL, text,
                      _("This value is already in use."));
      break;

    case FOREIGN_KEY:
      clinic_db_fail (self, error, CLINIC_ERROR_INVALID, CLINIC_DB_FINAL, "foreign_key",
                      _("Something this refers to is not there, or something else still refers to "
                        "this."));
      break;

    case EXCLUSION:
      clinic_db_fail (self, error, CLINIC_ERROR_CONFLICT, CLINIC_DB_FINAL, name,
                      _("This time is already taken."));
      break;

    case NOT_NULL:
      text = g_strdup_printf ("NOT NULL constraint failed: %s.%s",
                              PQresultErrorField (result, PG_DIAG_TABLE_NAME),
                              PQresultErrorField (result, PG_DIAG_COLUMN_NAME));
      clinic_db_fail (self, error, CLINIC_ERROR_INVALID, CLINIC_DB_FINAL, text,
                      _("The records do not allow this value (%s)."), text);
      break;

    case RAISED:
      clinic_db_fail (self, error, CLINIC_ERROR_INVALID, CLINIC_DB_FINAL, message,
                      _("The records do not allow this change (%s)."), message);
      break;

    default:
      clinic_db_fail (self, error, CLINIC_ERROR_INVALID, CLINIC_DB_FINAL, name,
                      _("The records do not allow this value (%s)."), name != NULL
                          ? name : message);
    }
}

static void
fail_otherwise (ClinicDb    *self,
                Kind         kind,
                const char  *message,
                GError     **error)
{
  switch (kind)
    {
    case LOST:
      clinic_db_fail (self, error, CLINIC_ERROR_DATABASE, CLINIC_DB_IN_DOUBT, NULL,
                      _("The connection to the clinic's server was lost (%s)."), message);
      break;

    case AGAIN:
      clinic_db_fail (self, error, CLINIC_ERROR_DATABASE, CLINIC_DB_AGAIN, NULL,
                      _("The clinic's records are busy. Try again in a moment."));
      break;

    case READ_ONLY:
      clinic_db_fail (self, error, CLINIC_ERROR_DATABASE, CLINIC_DB_FINAL, "read_only",
                      _("The clinic's records may not be changed this way (%s)."), message);
      break;

    case FULL:
      clinic_db_fail (self, error, CLINIC_ERROR_DATABASE, CLINIC_DB_FINAL, NULL,
                      _("The disk is full. This change was not saved; what was saved before is "
                        "safe. "
                        "Make room and try again."));
      break;

    case BAD_VALUE:
      clinic_db_fail (self, error, CLINIC_ERROR_INVALID, CLINIC_DB_FINAL, NULL,
                      _("The records do not allow this value (%s)."), message);
      break;

    default:
      clinic_db_fail (self, error, CLINIC_ERROR_DATABASE, CLINIC_DB_FINAL, NULL,
                      _("The clinic's records could not be read or written: %s."), message);
    }
}

void
clinic_pgsql_fail (ClinicDb        *self,
                   const PGresult  *result,
                   GError         **error)
{
  ClinicPgsql *connection = self->connection;
  const char *state = PQresultErrorField (result, PG_DIAG_SQLSTATE);
  const char *primary = PQresultErrorField (result, PG_DIAG_MESSAGE_PRIMARY);
  Kind kind = find_kind (self, state);
  g_autofree char *message = NULL;

  message = g_strstrip (g_strdup (primary != NULL ? primary : PQerrorMessage (connection->handle)));

  if (kind == CANCELLED)
    {
      self->verdict = CLINIC_DB_FINAL;
      g_clear_pointer (&self->constraint, g_free);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled."));
    }
  else if (kind >= UNIQUE && kind <= RAISED)
    {
      fail_constraint (self, result, kind, error);
    }
  else
    {
      fail_otherwise (self, kind, message, error);
    }
}
