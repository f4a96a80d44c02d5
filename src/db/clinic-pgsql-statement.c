/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-pgsql.h"

/* pg_type.h: what a comparison yields; read as 1 and 0, as SQLite does. */
#define BOOLEAN_TYPE 16
#define BYTES_TYPE   17

typedef struct
{
  ClinicStatement   parent;
  char              name[24];
  PGresult         *description;    /* columns and parameters, from PQdescribePrepared () */
  GPtrArray        *parameters;     /* text or NULL */
  PGresult         *result;
  int               row;
  gint64            changes;
  gboolean          started;
  gboolean          done;
} PgsqlStatement;

gboolean
clinic_pgsql_check_free (ClinicDb  *self,
                         GError   **error)
{
  ClinicPgsql *connection = self->connection;

  if (connection->stream == NULL)
    return clinic_pgsql_settle (self, error);

  clinic_db_fail (self, error, CLINIC_ERROR_DATABASE, CLINIC_DB_FINAL, NULL,
                  _("The clinic's records were asked for something while a long list was being "
                    "read (%s)."),
                  connection->stream->sql);
  return FALSE;
}

/* Rather one message now than one for each statement when it is given up: closing gives up
 * hundreds. */
static void
bury_dead (ClinicPgsql *connection)
{
  PGTransactionStatusType status = PQtransactionStatus (connection->handle);

  if (connection->dead->len == 0 || (status != PQTRANS_IDLE && status != PQTRANS_INTRANS))
    return;

  PQclear (PQexec (connection->handle, connection->dead->str));
  g_string_truncate (connection->dead, 0);
}

static gboolean
take_result (ClinicDb  *self,
             PGresult  *result,
             GError   **error)
{
  gboolean good = PQresultStatus (result) == PGRES_COMMAND_OK;

  if (!good)
    clinic_pgsql_fail (self, result, error);

  PQclear (result);

  return good;
}

static PGresult *
describe (ClinicDb    *self,
          const char  *name,
          GError     **error)
{
  ClinicPgsql *connection = self->connection;
  PGresult *description = PQdescribePrepared (connection->handle, name);

  if (PQresultStatus (description) == PGRES_COMMAND_OK)
    return description;

  clinic_pgsql_fail (self, description, error);
  PQclear (description);

  return NULL;
}

ClinicStatement *
clinic_pgsql_prepare (ClinicDb    *self,
                      const char  *sql,
                      GError     **error)
{
  ClinicPgsql *connection = self->connection;
  PgsqlStatement *statement;
  PGresult *description;
  char name[24];

  if (!clinic_pgsql_check_free (self, error))
    return NULL;

  bury_dead (connection);
  g_snprintf (name, sizeof name, "s%" G_GUINT64_FORMAT, ++connection->n_names);

  if (!take_result (self, PQprepare (connection->handle, name, sql, 0, NULL), error) ||
      (description = describe (self, name, error)) == NULL)
    return NULL;

  statement = g_new0 (PgsqlStatement, 1);
  memcpy (statement->name, name, sizeof name);
  statement->description = description;
  statement->parameters = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (statement->parameters, PQnparams (description));

  return &statement->parent;
}

void
clinic_pgsql_finalize (ClinicStatement *statement)
{
  PgsqlStatement *self = (PgsqlStatement *) statement;
  ClinicPgsql *connection = statement->db->connection;

  if (connection != NULL)
    g_string_append_printf (connection->dead, "DEALLOCATE %s;", self->name);

  PQclear (self->description);
  PQclear (self->result);
  g_ptr_array_unref (self->parameters);
  g_free (statement->sql);
  g_free (self);
}

static void
bind (ClinicStatement *statement,
      guint            parameter,
      char            *text)
{
  PgsqlStatement *self = (PgsqlStatement *) statement;
  g_autofree char *old = NULL;

  g_return_if_fail (parameter >= 1 && parameter <= self->parameters->len);

  old = self->parameters->pdata[parameter - 1];
  self->parameters->pdata[parameter - 1] = text;
}

void
clinic_pgsql_bind_text (ClinicStatement *statement,
                        guint            parameter,
                        const char      *text)
{
  bind (statement, parameter, g_strdup (text));
}

void
clinic_pgsql_bind_int (ClinicStatement *statement,
                       guint            parameter,
                       gint64           number)
{
  bind (statement, parameter,
        number == CLINIC_NULL ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, number));
}

/* As the server writes bytes in text: \x and two digits each. */
void
clinic_pgsql_bind_bytes (ClinicStatement *statement,
                         guint            parameter,
                         GBytes          *bytes)
{
  static const char digits[] = "0123456789abcdef";
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  char *text = g_malloc (2 * length + 3);
  char *end = text;

  *end++ = '\\';
  *end++ = 'x';

  for (gsize i = 0; i < length; i++)
    {
      *end++ = digits[data[i] >> 4];
      *end++ = digits[data[i] & 15];
    }

  *end = '\0';
  bind (statement, parameter, text);
}

static void
note_changes (PgsqlStatement *self)
{
  self->changes = g_ascii_strtoll (PQcmdTuples (self->result), NULL, 10);
}

static gboolean
run_whole (PgsqlStatement  *self,
           GError         **error)
{
  ClinicPgsql *connection = self->parent.db->connection;

  if (connection->queued->len == 0)
    self->result = PQexecPrepared (connection->handle, self->name, self->parameters->len,
                                   (const char * const *) self->parameters->pdata, NULL, NULL, 0);
  else if ((self->result = clinic_pgsql_run_after_queued (self->parent.db, self->name,
                                                          self->parameters, error)) == NULL)
    return FALSE;

  self->row = -1;

  switch (PQresultStatus (self->result))
    {
    case PGRES_TUPLES_OK:
    case PGRES_COMMAND_OK:
      note_changes (self);
      return TRUE;

    default:
      clinic_pgsql_fail (self->parent.db, self->result, error);
      return FALSE;
    }
}

static gboolean
start_stream (PgsqlStatement  *self,
              GError         **error)
{
  ClinicPgsql *connection = self->parent.db->connection;
  PGTransactionStatusType status = PQtransactionStatus (connection->handle);

  if (PQsendQueryPrepared (connection->handle, self->name, self->parameters->len,
                           (const char * const *) self->parameters->pdata, NULL, NULL, 0) == 0)
    {
      clinic_pgsql_fail (self->parent.db, NULL, error);
      return FALSE;
    }

  PQsetSingleRowMode (connection->handle);
  connection->stream = &self->parent;
  connection->streams_in_transaction = status == PQTRANS_INTRANS || status == PQTRANS_INERROR;

  return TRUE;
}

/* Takes what is still on its way, so that the connection is free again. */
static void
end_stream (PgsqlStatement *self)
{
  ClinicPgsql *connection = self->parent.db->connection;
  PGresult *rest;

  if (connection == NULL || connection->stream != &self->parent)
    return;

  while ((rest = PQgetResult (connection->handle)) != NULL)
    PQclear (rest);

  connection->stream = NULL;
}

static gboolean
step_stream (PgsqlStatement  *self,
             GError         **error)
{
  ClinicPgsql *connection = self->parent.db->connection;
  ExecStatusType status;

  PQclear (self->result);
  self->result = PQgetResult (connection->handle);
  status = PQresultStatus (self->result);
  self->row = 0;

  if (status == PGRES_SINGLE_TUPLE)
    return TRUE;

  self->done = TRUE;

  if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK)
    note_changes (self);
  else
    clinic_pgsql_fail (self->parent.db, self->result, error);

  end_stream (self);

  return FALSE;
}

static gboolean
start (PgsqlStatement  *self,
       GError         **error)
{
  ClinicPgsql *connection = self->parent.db->connection;
  gboolean goes_along = connection->queued->len > 0 && !self->parent.streams;

  if (!goes_along && !clinic_pgsql_check_free (self->parent.db, error))
    return FALSE;

  return self->parent.streams ? start_stream (self, error) : run_whole (self, error);
}

gboolean
clinic_pgsql_step (ClinicStatement  *statement,
                   GError          **error)
{
  PgsqlStatement *self = (PgsqlStatement *) statement;

  if (self->done)
    return FALSE;

  if (!self->started)
    {
      self->started = TRUE;

      if (!start (self, error))
        {
          self->done = TRUE;
          return FALSE;
        }
    }

  if (statement->streams)
    return step_stream (self, error);

  self->done = ++self->row >= PQntuples (self->result);

  return !self->done;
}

gboolean
clinic_pgsql_defer (ClinicStatement  *statement,
                    gint64            rows,
                    GError          **error)
{
  PgsqlStatement *self = (PgsqlStatement *) statement;
  ClinicPgsql *connection = statement->db->connection;

  if (connection->queued->len == 0 && !clinic_pgsql_check_free (statement->db, error))
    return FALSE;

  self->started = TRUE;
  self->done = TRUE;

  return clinic_pgsql_queue (statement->db, self->name, self->parameters, rows, error);
}

gint64
clinic_pgsql_changes (ClinicStatement *statement)
{
  return ((PgsqlStatement *) statement)->changes;
}

void
clinic_pgsql_reset (ClinicStatement *statement)
{
  PgsqlStatement *self = (PgsqlStatement *) statement;

  end_stream (self);
  g_clear_pointer (&self->result, PQclear);

  for (guint i = 0; i < self->parameters->len; i++)
    g_clear_pointer (&self->parameters->pdata[i], g_free);

  self->started = FALSE;
  self->done = FALSE;
  self->changes = 0;
}

guint
clinic_pgsql_n_columns (ClinicStatement *statement)
{
  return PQnfields (((PgsqlStatement *) statement)->description);
}

const char *
clinic_pgsql_column_name (ClinicStatement *statement,
                          guint            column)
{
  return PQfname (((PgsqlStatement *) statement)->description, column);
}

gboolean
clinic_pgsql_is_null (ClinicStatement *statement,
                      guint            column)
{
  PgsqlStatement *self = (PgsqlStatement *) statement;

  return PQgetisnull (self->result, self->row, column);
}

const char *
clinic_pgsql_get_text (ClinicStatement *statement,
                       guint            column)
{
  PgsqlStatement *self = (PgsqlStatement *) statement;
  const char *text;

  if (PQgetisnull (self->result, self->row, column))
    return NULL;

  text = PQgetvalue (self->result, self->row, column);

  if (PQftype (self->result, column) == BOOLEAN_TYPE)
    return *text == 't' ? "1" : "0";

  return text;
}

GBytes *
clinic_pgsql_dup_bytes (ClinicStatement *statement,
                        guint            column)
{
  PgsqlStatement *self = (PgsqlStatement *) statement;
  unsigned char *data;
  gsize length;

  if (PQftype (self->result, column) != BYTES_TYPE)
    return NULL;

  data = PQunescapeBytea ((unsigned char *) PQgetvalue (self->result, self->row, column), &length);

  return g_bytes_new_with_free_func (data, length, PQfreemem, data);
}

gint64
clinic_pgsql_get_int (ClinicStatement *statement,
                      guint            column)
{
  const char *text = clinic_pgsql_get_text (statement, column);

  g_return_val_if_fail (text != NULL, 0);

  /* A floating point number may come as "1e+06". */
  return strchr (text, 'e') != NULL ? (gint64) g_ascii_strtod (text, NULL) : g_ascii_strtoll (text, NULL, 10);
}

double
clinic_pgsql_get_double (ClinicStatement *statement,
                         guint            column)
{
  const char *text = clinic_pgsql_get_text (statement, column);

  g_return_val_if_fail (text != NULL, 0);

  return g_ascii_strtod (text, NULL);
}
