/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "clinic-engine.h"

/* "Anag": says whose file it is (PRAGMA application_id). */
#define APPLICATION_ID 0x416E6167

/* A log this long is taken into the file even when there is more to do: a long import must not
 * fill the disk twice. */
#define LONG_LOG_PAGES 50000

/* So long another connection's hold on the file is waited for, with whoever saves. */
#define BUSY_MILLISECONDS 5000

typedef struct
{
  ClinicStatement  parent;
  sqlite3_stmt    *handle;
  gboolean         done;
  int              indexes[64];      /* of $1, $2… */
} SqliteStatement;

/* The records themselves say no: which guard it was decides what a person is told. */
static void
fail_constraint (ClinicDb    *self,
                 int          code,
                 const char  *message,
                 GError     **error)
{
  if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY)
    {
      const char *column = strrchr (message, ':');

      clinic_db_fail (self, error, CLINIC_ERROR_INVALID, CLINIC_DB_FINAL,
                      column != NULL ? g_strstrip ((char *) column + 1) : message,
                      _("This value is already in use."));
    }
  else if (code == SQLITE_CONSTRAINT_TRIGGER && g_str_has_prefix (message, "booked_"))
    clinic_db_fail (self, error, CLINIC_ERROR_CONFLICT, CLINIC_DB_FINAL, message,
                    _("This time is already taken."));
  else if (code == SQLITE_CONSTRAINT_TRIGGER)
    clinic_db_fail (self, error, CLINIC_ERROR_INVALID, CLINIC_DB_FINAL, message,
                    _("The records do not allow this change (%s)."), message);
  else if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
    clinic_db_fail (self, error, CLINIC_ERROR_INVALID, CLINIC_DB_FINAL, "foreign_key",
                    _("Something this refers to is not there, or something else still refers "
                      "to this."));
  else
    clinic_db_fail (self, error, CLINIC_ERROR_INVALID, CLINIC_DB_FINAL, message,
                    _("The records do not allow this value (%s)."), message);
}

static void
fail (ClinicDb  *self,
      int        code,
      GError   **error)
{
  const char *message = sqlite3_errmsg (self->connection);

  switch (code & 0xff)
    {
    case SQLITE_CONSTRAINT:
      fail_constraint (self, code, message, error);
      break;

    case SQLITE_INTERRUPT:
      self->verdict = CLINIC_DB_FINAL;
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled."));
      break;

    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      /* It was waited for already: somebody at the desk is to know. */
      clinic_db_fail (self, error, CLINIC_ERROR_DATABASE,
                      code == SQLITE_BUSY ? CLINIC_DB_FINAL : CLINIC_DB_AGAIN, NULL,
                      _("The clinic's records are busy. Try again in a moment."));
      break;

    case SQLITE_FULL:
      clinic_db_fail (self, error, CLINIC_ERROR_DATABASE, CLINIC_DB_FINAL, NULL,
                      _("The disk is full. This change was not saved; what was saved before is "
                        "safe. "
                        "Make room and try again."));
      break;

    case SQLITE_READONLY:
      /* Beside a file in use lie two of SQLite's own, also while it is only read. */
      if (self->mode == CLINIC_DB_READ && sqlite3_db_readonly (self->connection, "main") == 1)
        {
          clinic_db_fail (self, error, CLINIC_ERROR_DATABASE, CLINIC_DB_FINAL, "read_only",
                          _("“%s” cannot be read where it lies: its folder cannot be written to. "
                            "Copy it to a folder of your own and open the copy."), self->location);
          break;
        }

      G_GNUC_FALLTHROUGH;

    case SQLITE_AUTH:
      clinic_db_fail (self, error, CLINIC_ERROR_DATABASE, CLINIC_DB_FINAL, "read_only",
                      _("The clinic's records may not be changed this way (%s)."), message);
      break;

    case SQLITE_NOTADB:
      clinic_db_fail (self, error, CLINIC_ERROR_INVALID, CLINIC_DB_FINAL, NULL,
                      _("“%s” is not a clinic's file of Anagen."), self->location);
      break;

    case SQLITE_CORRUPT:
      clinic_db_fail (self, error, CLINIC_ERROR_DATABASE, CLINIC_DB_FINAL, NULL,
                      _("“%s” is damaged (%s). Change nothing more and restore the last backup."),
                      self->location, message);
      break;

    case SQLITE_CANTOPEN:
      clinic_db_fail (self, error, CLINIC_ERROR_DATABASE, CLINIC_DB_FINAL, NULL,
                      _("“%s” cannot be opened: %s."), self->location, message);
      break;

    case SQLITE_IOERR:
      if (code == SQLITE_IOERR_WRITE)
        {
          clinic_db_fail (self, error, CLINIC_ERROR_DATABASE, CLINIC_DB_FINAL, NULL,
                          _("The disk does not take this change: it may be full, or failing. It "
                            "was not saved; what was saved before is safe. Make room and try "
                            "again."));
          break;
        }

      G_GNUC_FALLTHROUGH;

    default:
      clinic_db_fail (self, error, CLINIC_ERROR_DATABASE, CLINIC_DB_FINAL, NULL,
                      _("The clinic's records could not be read or written: %s."), message);
    }
}

static gboolean
sqlite_exec (ClinicDb    *self,
             const char  *sql,
             GError     **error)
{
  int code = sqlite3_exec (self->connection, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;

  fail (self, sqlite3_extended_errcode (self->connection), error);

  return FALSE;
}

/* What the program itself never does, whoever asks for it: the last of three layers round the
 * audit. */
static int
authorize (gpointer    data,
           int         action,
           const char *first,
           const char *second,
           const char *database,
           const char *trigger)
{
  switch (action)
    {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_FUNCTION:
    case SQLITE_TRANSACTION:
    case SQLITE_SAVEPOINT:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;

    case SQLITE_INSERT:
      return g_str_has_prefix (first, "sqlite_") ? SQLITE_DENY : SQLITE_OK;

    case SQLITE_UPDATE:
    case SQLITE_DELETE:
      return g_str_has_prefix (first, "sqlite_") ||
             strcmp (first, "audit") == 0 ||
             strcmp (first, "operation") == 0 ||
             strcmp (first, "migration") == 0 ||
             strcmp (first, "amendment") == 0 ||
             strcmp (first, "finding") == 0 ? SQLITE_DENY : SQLITE_OK;

    case SQLITE_PRAGMA:
      return (strcmp (first, "quick_check") == 0 ||
              strcmp (first, "foreign_key_check") == 0 ||
              strcmp (first, "wal_checkpoint") == 0 ||
              strcmp (first, "optimize") == 0 ||
              strcmp (first, "data_version") == 0) ? SQLITE_OK : SQLITE_DENY;

    default:
      return SQLITE_DENY;
    }
}

static void
sqlite_guard (ClinicDb *self,
              gboolean  on)
{
  sqlite3_set_authorizer (self->connection, on ? authorize : NULL, NULL);
}

static gint64
ask_number (ClinicDb   *self,
            const char *sql)
{
  sqlite3_stmt *statement = NULL;
  gint64 number = -1;

  if (sqlite3_prepare_v2 (self->connection, sql, -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_ROW)
    number = sqlite3_column_int64 (statement, 0);

  sqlite3_finalize (statement);

  return number;
}

/* Refused: another program's database, and an empty name that is none of ours. */
static gboolean
check_owner (ClinicDb  *self,
             GError   **error)
{
  gint64 objects = ask_number (self, "SELECT count(*) FROM sqlite_schema");
  gint64 application;

  if (objects < 0)
    {
      fail (self, sqlite3_extended_errcode (self->connection), error);
      return FALSE;
    }

  application = ask_number (self, "PRAGMA application_id");

  if (application == APPLICATION_ID || (objects == 0 && self->mode == CLINIC_DB_CREATE))
    return TRUE;

  clinic_db_fail (self, error, CLINIC_ERROR_INVALID, CLINIC_DB_FINAL, NULL,
                  _("“%s” is not a clinic's file of Anagen."), self->location);

  return FALSE;
}

/* The recipe of an opening that loses nothing; refused where a step does not take. */
static gboolean
configure (ClinicDb  *self,
           GError   **error)
{
  sqlite3 *connection = self->connection;
  gboolean reads = self->mode == CLINIC_DB_READ;

  sqlite3_extended_result_codes (connection, 1);
  sqlite3_busy_timeout (connection, BUSY_MILLISECONDS);
  sqlite3_db_config (connection, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (connection, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_limit (connection, SQLITE_LIMIT_SQL_LENGTH, 100000);
  sqlite3_limit (connection, SQLITE_LIMIT_LENGTH, 16 * 1024 * 1024);
  sqlite3_limit (connection, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit (connection, SQLITE_LIMIT_TRIGGER_DEPTH, 10);

  if (reads)
    sqlite3_db_config (connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);

  if (!check_owner (self, error))
    return FALSE;

  if (self->mode == CLINIC_DB_CREATE &&
      !sqlite_exec (self, "PRAGMA application_id = 1097752935", error))
    return FALSE;

  /* A reader takes the file as it is: a copy made for keeping has no log. */
  if ((!reads && !sqlite_exec (self, "PRAGMA journal_mode = WAL", error)) ||
      !sqlite_exec (self,
                    "PRAGMA synchronous = FULL;"
                    "PRAGMA foreign_keys = ON;"
                    "PRAGMA recursive_triggers = ON;"
                    "PRAGMA cell_size_check = ON;"
                    "PRAGMA temp_store = MEMORY;"
                    "PRAGMA mmap_size = 0;"
                    "PRAGMA secure_delete = ON;"
                    "PRAGMA wal_autocheckpoint = 0", error) ||
      !sqlite_exec (self, reads ? "PRAGMA cache_size = -12288" : "PRAGMA cache_size = -65536",
                    error) ||
      (reads && !sqlite_exec (self, "PRAGMA query_only = ON", error)))
    return FALSE;

  if (ask_number (self, "PRAGMA synchronous") != 2 ||
      ask_number (self, "PRAGMA foreign_keys") != 1 ||
      ask_number (self, "PRAGMA recursive_triggers") != 1)
    {
      clinic_db_fail (self, error, CLINIC_ERROR_DATABASE, CLINIC_DB_FINAL, NULL,
                      _("SQLite on this computer cannot be made safe enough to keep a clinic's "
                        "records."));
      return FALSE;
    }

  return TRUE;
}

static char *
sqlite_check (ClinicDb  *self,
              GError   **error)
{
  sqlite3_stmt *statement = NULL;
  GString *damage = g_string_new (NULL);
  int code = sqlite3_prepare_v2 (self->connection, "PRAGMA quick_check(20)", -1, &statement, NULL);

  while (code == SQLITE_OK && (code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const char *line = (const char *) sqlite3_column_text (statement, 0);

      if (g_strcmp0 (line, "ok") != 0)
        g_string_append_printf (damage, "%s%s", damage->len > 0 ? "\n" : "", line);

      code = SQLITE_OK;
    }

  if (code != SQLITE_DONE)
    fail (self, sqlite3_extended_errcode (self->connection), error);

  sqlite3_finalize (statement);

  return g_string_free (damage, damage->len == 0 || code != SQLITE_DONE);
}

static gboolean
has_log (ClinicDb *self)
{
  g_autofree char *log = g_strconcat (self->location, "-wal", NULL);
  GStatBuf info;

  return g_stat (log, &info) == 0 && info.st_size > 0;
}

static void
sqlite_close (ClinicDb *self)
{
  /* v2: a statement still lent out keeps the handle until it is given back. */
  sqlite3_close_v2 (self->connection);
  self->connection = NULL;
}

static gboolean
open_connection (ClinicDb  *self,
                 GError   **error)
{
  gboolean unclean = self->mode != CLINIC_DB_READ && has_log (self);
  sqlite3 *connection = NULL;
  int code = sqlite3_open_v2 (self->location, &connection,
                              SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);

  self->connection = connection;

  if (code == SQLITE_OK && configure (self, error) &&
      clinic_sqlite_file_check_after_crash (self, unclean, error))
    {
      sqlite_guard (self, TRUE);
      return TRUE;
    }

  if (code != SQLITE_OK)
    fail (self, code, error);

  sqlite_close (self);

  return FALSE;
}

static gboolean
sqlite_open (ClinicDb  *self,
             GError   **error)
{
  if (!clinic_lock_check_place (self->location, error))
    return FALSE;

  if (self->mode != CLINIC_DB_CREATE && !clinic_sqlite_file_find (self, error))
    return FALSE;

  if (self->mode != CLINIC_DB_READ && self->lock_fd < 0)
    {
      self->lock_fd = clinic_lock_take (self->location, error);

      if (self->lock_fd < 0)
        return FALSE;
    }

  if (self->mode == CLINIC_DB_CREATE && !clinic_sqlite_file_create (self, error))
    return FALSE;

  /* Before SQLite opens it: a file put in its place meanwhile is another one. */
  clinic_sqlite_file_remember (self);

  return open_connection (self, error);
}

static void
sqlite_checkpoint (ClinicDb *self)
{
  sqlite3_wal_checkpoint_v2 (self->connection, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
}

/* At most so many rows of each index are looked at. */
#define OPTIMIZE "PRAGMA analysis_limit = 1000; ANALYZE"

static gboolean
sqlite_optimize (ClinicDb  *self,
                 GError   **error)
{
  gboolean good;

  /* It makes and fills a table of its own. */
  sqlite_guard (self, FALSE);
  good = sqlite_exec (self, OPTIMIZE, error);
  sqlite_guard (self, TRUE);

  return good;
}

static int
log_grew_cb (gpointer    data,
             sqlite3    *connection,
             const char *database,
             int         n_pages)
{
  if (n_pages > LONG_LOG_PAGES)
    sqlite3_wal_checkpoint_v2 (connection, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);

  return SQLITE_OK;
}

static gboolean
sqlite_begin (ClinicDb             *self,
              ClinicDbTransaction   kind,
              GError              **error)
{
  if (kind == CLINIC_DB_SNAPSHOT)
    return sqlite_exec (self, "BEGIN", error);

  sqlite3_wal_hook (self->connection, log_grew_cb, NULL);

  return clinic_sqlite_file_check (self, error) && sqlite_exec (self, "BEGIN IMMEDIATE", error);
}

static gboolean
sqlite_in_transaction (ClinicDb *self)
{
  return sqlite3_get_autocommit (self->connection) == 0;
}

static void
sqlite_interrupt (ClinicDb *self)
{
  sqlite3_interrupt (self->connection);
}

/* SQLite takes $1 for a name and numbers names as they come: the index is asked for. */
static void
find_indexes (SqliteStatement *self)
{
  char name[8];

  for (guint i = 1; i < G_N_ELEMENTS (self->indexes); i++)
    {
      g_snprintf (name, sizeof name, "$%u", i);
      self->indexes[i] = sqlite3_bind_parameter_index (self->handle, name);
    }
}

static ClinicStatement *
sqlite_prepare (ClinicDb    *self,
                const char  *sql,
                GError     **error)
{
  SqliteStatement *statement = g_new0 (SqliteStatement, 1);
  int code = sqlite3_prepare_v3 (self->connection, sql, -1, SQLITE_PREPARE_PERSISTENT,
                                 &statement->handle, NULL);

  if (code != SQLITE_OK)
    {
      fail (self, sqlite3_extended_errcode (self->connection), error);
      g_free (statement);
      return NULL;
    }

  find_indexes (statement);

  return &statement->parent;
}

static void
sqlite_finalize (ClinicStatement *statement)
{
  SqliteStatement *self = (SqliteStatement *) statement;

  sqlite3_finalize (self->handle);
  g_free (statement->sql);
  g_free (self);
}

static void
sqlite_bind_text (ClinicStatement *statement,
                  guint            parameter,
                  const char      *text)
{
  SqliteStatement *self = (SqliteStatement *) statement;

  g_return_if_fail (parameter < G_N_ELEMENTS (self->indexes) && self->indexes[parameter] > 0);

  sqlite3_bind_text (self->handle, self->indexes[parameter], text, -1, SQLITE_TRANSIENT);
}

static void
sqlite_bind_int (ClinicStatement *statement,
                 guint            parameter,
                 gint64           number)
{
  SqliteStatement *self = (SqliteStatement *) statement;

  g_return_if_fail (parameter < G_N_ELEMENTS (self->indexes) && self->indexes[parameter] > 0);

  if (number == CLINIC_NULL)
    sqlite3_bind_null (self->handle, self->indexes[parameter]);
  else
    sqlite3_bind_int64 (self->handle, self->indexes[parameter], number);
}

static void
sqlite_bind_bytes (ClinicStatement *statement,
                   guint            parameter,
                   GBytes          *bytes)
{
  SqliteStatement *self = (SqliteStatement *) statement;
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  g_return_if_fail (parameter < G_N_ELEMENTS (self->indexes) && self->indexes[parameter] > 0);

  /* Without a place there would be NULL. */
  sqlite3_bind_blob64 (self->handle, self->indexes[parameter], data != NULL ? data : "", length,
                       SQLITE_TRANSIENT);
}

static gboolean
sqlite_step (ClinicStatement  *statement,
             GError          **error)
{
  SqliteStatement *self = (SqliteStatement *) statement;
  int code;

  /* Asked again after the last row SQLite would start over. */
  if (self->done)
    return FALSE;

  code = sqlite3_step (self->handle);

  if (code == SQLITE_ROW)
    return TRUE;

  self->done = TRUE;

  if (code != SQLITE_DONE)
    fail (statement->db, sqlite3_extended_errcode (statement->db->connection), error);

  return FALSE;
}

static gint64
sqlite_changes (ClinicStatement *statement)
{
  return sqlite3_changes64 (statement->db->connection);
}

static void
sqlite_reset (ClinicStatement *statement)
{
  SqliteStatement *self = (SqliteStatement *) statement;

  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->done = FALSE;
}

static guint
sqlite_n_columns (ClinicStatement *statement)
{
  return sqlite3_column_count (((SqliteStatement *) statement)->handle);
}

static const char *
sqlite_column_name (ClinicStatement *statement,
                    guint            column)
{
  return sqlite3_column_name (((SqliteStatement *) statement)->handle, column);
}

static gboolean
sqlite_is_null (ClinicStatement *statement,
                guint            column)
{
  return sqlite3_column_type (((SqliteStatement *) statement)->handle, column) == SQLITE_NULL;
}

static gint64
sqlite_get_int (ClinicStatement *statement,
                guint            column)
{
  return sqlite3_column_int64 (((SqliteStatement *) statement)->handle, column);
}

static double
sqlite_get_double (ClinicStatement *statement,
                   guint            column)
{
  return sqlite3_column_double (((SqliteStatement *) statement)->handle, column);
}

static const char *
sqlite_get_text (ClinicStatement *statement,
                 guint            column)
{
  return (const char *) sqlite3_column_text (((SqliteStatement *) statement)->handle, column);
}

static GBytes *
sqlite_dup_bytes (ClinicStatement *statement,
                  guint            column)
{
  sqlite3_stmt *handle = ((SqliteStatement *) statement)->handle;

  if (sqlite3_column_type (handle, column) != SQLITE_BLOB)
    return NULL;

  return g_bytes_new (sqlite3_column_blob (handle, column), sqlite3_column_bytes (handle, column));
}

const ClinicEngine clinic_sqlite_engine = {
  .name = "sqlite",
  .open = sqlite_open,
  .close = sqlite_close,
  .exec = sqlite_exec,
  .begin = sqlite_begin,
  .in_transaction = sqlite_in_transaction,
  .checkpoint = sqlite_checkpoint,
  .optimize = sqlite_optimize,
  .check = sqlite_check,
  .interrupt = sqlite_interrupt,
  .check_place = clinic_sqlite_file_check,
  .guard = sqlite_guard,
  .prepare = sqlite_prepare,
  .finalize = sqlite_finalize,
  .bind_text = sqlite_bind_text,
  .bind_int = sqlite_bind_int,
  .bind_bytes = sqlite_bind_bytes,
  .step = sqlite_step,
  .changes = sqlite_changes,
  .reset = sqlite_reset,
  .n_columns = sqlite_n_columns,
  .column_name = sqlite_column_name,
  .is_null = sqlite_is_null,
  .get_int = sqlite_get_int,
  .get_double = sqlite_get_double,
  .get_text = sqlite_get_text,
  .dup_bytes = sqlite_dup_bytes,
};
