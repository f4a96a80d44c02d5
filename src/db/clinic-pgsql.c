/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-pgsql.h"

#define LEAST_VERSION 150000

/* What each session is set to, whatever the server or the user's defaults say. A seat that holds
 * a row for ten seconds is taken for stuck, as with SQLite. */
#define SETTINGS                                  \
  "SET client_min_messages = warning;"            \
  "SET standard_conforming_strings = on;"         \
  "SET default_transaction_isolation = 'read committed';" \
  "SET intervalstyle = 'postgres';"               \
  "SET datestyle = 'ISO';"                        \
  "SET lock_timeout = '10s';"

/* One row about the server and the database: 0 encoding; 1 text is ordered by its bytes, as
 * SQLite orders it; 2 whether a crash of the server can lose what it said was saved, and 3
 * whether that is wanted (the tests' server says so in its configuration); 4 a commit returns
 * before it is on the disk; 5 there are tables of ours. */
#define QUESTIONS                                                                                             \
  "SELECT current_setting ('server_encoding'),"                                                               \
  " CASE WHEN 'Z' < '_' AND '_' < 'a' AND 'B' < 'a' AND 'a b' < 'aa' AND 'z' < U&'\\00E9' THEN 1 ELSE 0 END," \
  " current_setting ('fsync', true) = 'off',"                                                                 \
  " coalesce (current_setting ('anagen.accept_loss', true), 'off') = 'on',"                                   \
  " current_setting ('synchronous_commit') = 'off',"                                                          \
  " (SELECT count(*) FROM pg_catalog.pg_class"                                                                \
  "   WHERE relnamespace = current_schema ()::regnamespace AND relname IN ('migration', 'patient'))"

enum
{
  ENCODING,
  ORDERED_BY_BYTES,
  NO_FSYNC,
  ACCEPT_LOSS,
  COMMIT_RETURNS_EARLY,
  N_TABLES,
};

static void
pgsql_close (ClinicDb *self)
{
  ClinicPgsql *connection = self->connection;

  PQfreeCancel (connection->cancel);
  PQfinish (connection->handle);
  g_string_free (connection->dead, TRUE);
  g_array_unref (connection->queued);
  g_free (connection);
  self->connection = NULL;
}

/* Notices of the server may speak of the rows: they go nowhere. */
static void
swallow_notice (void           *data,
                const PGresult *result)
{
}

/* A password in an address would end up in shell histories and in process lists. */
static gboolean
check_location (ClinicDb  *self,
                GError   **error)
{
  char *message = NULL;
  PQconninfoOption *options = PQconninfoParse (self->location, &message);
  gboolean secret = FALSE;

  if (options == NULL)
    {
      clinic_db_fail (self, error, CLINIC_ERROR_INVALID, CLINIC_DB_FINAL, NULL,
                      _("This is not an address of a PostgreSQL database: %s"),
                      message != NULL ? g_strstrip (message) : "");
      PQfreemem (message);
      return FALSE;
    }

  for (PQconninfoOption *option = options; option->keyword != NULL; option++)
    {
      if (strcmp (option->keyword, "password") == 0 && option->val != NULL)
        secret = TRUE;
    }

  PQconninfoFree (options);

  if (secret)
    clinic_db_fail (self, error, CLINIC_ERROR_INVALID, CLINIC_DB_FINAL, NULL,
                    _("The address of the database holds a password, which others on this "
                      "computer could see. "
                      "Leave it out and write it to the file ~/.pgpass."));

  return !secret;
}

/* What the address itself says counts; a server that has gone silent is noticed in seconds. */
static PGconn *
reach_server (const char *location)
{
  static const char * const keywords[] = {
    "connect_timeout", "keepalives_idle", "tcp_user_timeout", "fallback_application_name",
    "dbname", "client_encoding", NULL
  };
  const char *values[] = { "5", "10", "5000", "anagen", location, "UTF8", NULL };

  return PQconnectdbParams (keywords, values, 1);
}

/* What was queued need not have gone well to be taken back. */
static gboolean
make_free (ClinicDb    *self,
           const char  *sql,
           GError     **error)
{
  ClinicPgsql *connection = self->connection;
  g_autoptr(GError) passed_over = NULL;

  if (strcmp (sql, "ROLLBACK") == 0)
    {
      clinic_pgsql_settle (self, &passed_over);
      connection->spoiled = FALSE;
    }

  return clinic_pgsql_check_free (self, error);
}

static gboolean
pgsql_exec (ClinicDb    *self,
            const char  *sql,
            GError     **error)
{
  ClinicPgsql *connection = self->connection;
  PGresult *result;
  ExecStatusType status;

  if (!make_free (self, sql, error))
    return FALSE;

  /* To a COMMIT after an error the server would answer with a rollback, and no error. */
  if (strcmp (sql, "COMMIT") == 0 &&
      (connection->spoiled || PQtransactionStatus (connection->handle) == PQTRANS_INERROR))
    {
      g_autofree char *constraint = g_strdup (self->constraint);

      clinic_db_fail (self, error, CLINIC_ERROR_DATABASE, self->verdict, constraint,
                      _("Nothing was saved: a part of the change had failed."));
      return FALSE;
    }

  result = PQexec (connection->handle, sql);
  status = PQresultStatus (result);

  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY)
    {
      PQclear (result);
      return TRUE;
    }

  clinic_pgsql_fail (self, result, error);
  PQclear (result);

  return FALSE;
}

static gboolean
check_server (ClinicDb        *self,
              const PGresult  *answers,
              GError         **error)
{
  ClinicPgsql *connection = self->connection;
  const char *name = PQdb (connection->handle);
  gboolean is_utf8 = strcmp (PQgetvalue (answers, 0, ENCODING), "UTF8") == 0;

  if (!is_utf8 || *PQgetvalue (answers, 0, ORDERED_BY_BYTES) != '1')
    {
      clinic_db_fail (self, error, CLINIC_ERROR_INVALID, CLINIC_DB_FINAL, NULL,
                      _("The database “%s” orders or stores text in a way that Anagen cannot use. "
                        "Make it with: "
                        "createdb --template=template0 --encoding=UTF8 --locale=C %s"), name, name);
      return FALSE;
    }

  if (*PQgetvalue (answers, 0, NO_FSYNC) == 't' && *PQgetvalue (answers, 0, ACCEPT_LOSS) != 't')
    {
      clinic_db_fail (self, error, CLINIC_ERROR_INVALID, CLINIC_DB_FINAL, NULL,
                      _("The server is set to lose what was saved when its power fails (fsync = "
                        "off). "
                        "Set fsync = on in its configuration."));
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_tables (ClinicDb        *self,
              const PGresult  *answers,
              GError         **error)
{
  ClinicPgsql *connection = self->connection;
  gboolean empty = strcmp (PQgetvalue (answers, 0, N_TABLES), "0") == 0;

  if (empty == (self->mode == CLINIC_DB_CREATE))
    return TRUE;

  if (empty)
    clinic_db_fail (self, error, CLINIC_ERROR_INVALID, CLINIC_DB_FINAL, NULL,
                    _("There is no clinic in the database “%s”. “anagenctl init” makes one."),
                    PQdb (connection->handle));
  else
    clinic_db_fail (self, error, CLINIC_ERROR_INVALID, CLINIC_DB_FINAL, NULL,
                    _("There is a clinic in the database “%s” already. Choose another name."),
                    PQdb (connection->handle));

  return FALSE;
}

static gboolean
check_version (ClinicDb  *self,
               GError   **error)
{
  ClinicPgsql *connection = self->connection;
  int version = PQserverVersion (connection->handle);

  if (version >= LEAST_VERSION)
    return TRUE;

  clinic_db_fail (self, error, CLINIC_ERROR_INVALID, CLINIC_DB_FINAL, NULL,
                  _("The server runs PostgreSQL %d; Anagen needs %d or newer."),
                  version / 10000, LEAST_VERSION / 10000);

  return FALSE;
}

static gboolean
configure (ClinicDb  *self,
           GError   **error)
{
  ClinicPgsql *connection = self->connection;
  PGresult *answers;
  gboolean good;
  gboolean returns_early;

  if (!check_version (self, error) ||
      !pgsql_exec (self, SETTINGS, error) ||
      (self->mode == CLINIC_DB_READ &&
       !pgsql_exec (self, "SET default_transaction_read_only = on", error)))
    return FALSE;

  answers = PQexec (connection->handle, QUESTIONS);
  good = PQresultStatus (answers) == PGRES_TUPLES_OK;

  if (!good)
    clinic_pgsql_fail (self, answers, error);

  good = good && check_server (self, answers, error) && check_tables (self, answers, error);
  returns_early = good && *PQgetvalue (answers, 0, COMMIT_RETURNS_EARLY) == 't';
  PQclear (answers);

  /* Acknowledged is saved. What waits for more than that (remote_apply) stays as the server has
   * it. */
  return good && (!returns_early || pgsql_exec (self, "SET synchronous_commit = on", error));
}

/* The key of the audit chain is named after the database, not after how its address happened to
 * be written. */
static void
name_key (ClinicDb *self)
{
  ClinicPgsql *connection = self->connection;
  const char *given = g_getenv ("ANAGEN_AUDIT_KEY");
  g_autofree char *place = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *name = NULL;

  if (given != NULL && *given != '\0')
    return;

  place = g_strdup_printf ("%s/%s/%s", PQhost (connection->handle), PQport (connection->handle),
                           PQdb (connection->handle));
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, place, -1);
  name = g_strdup_printf ("%.16s.key", digest);

  g_free (self->key_path);
  self->key_path = g_build_filename (g_get_user_data_dir (), "anagen", "keys", name, NULL);
}

static gboolean
pgsql_open (ClinicDb  *self,
            GError   **error)
{
  ClinicPgsql *connection;

  if (!check_location (self, error))
    return FALSE;

  connection = g_new0 (ClinicPgsql, 1);
  connection->handle = reach_server (self->location);
  connection->dead = g_string_new (NULL);
  connection->queued = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->connection = connection;
  PQsetNoticeReceiver (connection->handle, swallow_notice, NULL);

  if (PQstatus (connection->handle) == CONNECTION_OK)
    {
      connection->cancel = PQgetCancel (connection->handle);

      if (configure (self, error))
        {
          name_key (self);
          return TRUE;
        }
    }
  else
    {
      clinic_db_fail (self, error, CLINIC_ERROR_DATABASE, CLINIC_DB_IN_DOUBT, NULL,
                      _("The clinic's server could not be reached: %s"),
                      g_strchomp (PQerrorMessage (connection->handle)));
    }

  pgsql_close (self);

  return FALSE;
}

static gboolean
pgsql_begin (ClinicDb             *self,
             ClinicDbTransaction   kind,
             GError              **error)
{
  return pgsql_exec (self,
                     kind == CLINIC_DB_SNAPSHOT
                         ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN",
                     error);
}

/* A lost connection has no transaction any more: the server has taken it back, or has committed
 * it. */
static gboolean
pgsql_in_transaction (ClinicDb *self)
{
  ClinicPgsql *connection = self->connection;

  if (connection->queued->len > 0)
    return TRUE;

  switch (PQtransactionStatus (connection->handle))
    {
    case PQTRANS_INTRANS:
    case PQTRANS_INERROR:
      return TRUE;

    /* While rows stream the server has not said yet; a transaction round them was begun before. */
    case PQTRANS_ACTIVE:
      return connection->streams_in_transaction;

    default:
      return FALSE;
    }
}

/* The server moves its log by itself. */
static void
pgsql_checkpoint (ClinicDb *self)
{
}

static void
pgsql_interrupt (ClinicDb *self)
{
  ClinicPgsql *connection = self->connection;
  char message[256];

  if (PQcancel (connection->cancel, message, sizeof message) == 0)
    g_debug ("The server could not be told to stop: %s", message);
}

const ClinicEngine clinic_pgsql_engine = {
  .name = "pgsql",
  .open = pgsql_open,
  .close = pgsql_close,
  .exec = pgsql_exec,
  .begin = pgsql_begin,
  .in_transaction = pgsql_in_transaction,
  .checkpoint = pgsql_checkpoint,
  .optimize = clinic_pgsql_optimize,
  .check = clinic_pgsql_check,
  .interrupt = pgsql_interrupt,
  .prepare = clinic_pgsql_prepare,
  .finalize = clinic_pgsql_finalize,
  .bind_text = clinic_pgsql_bind_text,
  .bind_int = clinic_pgsql_bind_int,
  .bind_bytes = clinic_pgsql_bind_bytes,
  .step = clinic_pgsql_step,
  .defer = clinic_pgsql_defer,
  .changes = clinic_pgsql_changes,
  .reset = clinic_pgsql_reset,
  .n_columns = clinic_pgsql_n_columns,
  .column_name = clinic_pgsql_column_name,
  .is_null = clinic_pgsql_is_null,
  .get_int = clinic_pgsql_get_int,
  .get_double = clinic_pgsql_get_double,
  .get_text = clinic_pgsql_get_text,
  .dup_bytes = clinic_pgsql_dup_bytes,
};
