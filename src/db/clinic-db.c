/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "clinic-engine.h"
#include "clinic-resource.h"

/* As many idle statements as a day's work has different texts. */
#define CACHE_SIZE 512

/* Begun in this process so far, on all connections. */
static gsize n_transactions;

void
clinic_db_fail (ClinicDb         *self,
                GError          **error,
                ClinicError       code,
                ClinicDbVerdict   verdict,
                const char       *constraint,
                const char       *format,
                ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  self->verdict = verdict;
  g_free (self->constraint);
  self->constraint = g_strdup (constraint);

  g_set_error_literal (error, CLINIC_ERROR, code, message);
}

void
clinic_db_fail_count (ClinicDb  *self,
                      GError   **error)
{
  clinic_db_fail (self, error, CLINIC_ERROR_DATABASE, CLINIC_DB_FINAL, NULL,
                  _("A part of the change did not reach the clinic's records; nothing of it was "
                    "saved. Try again."));
}

static void
finalize_statement (gpointer data)
{
  ClinicStatement *statement = data;

  statement->db->engine->finalize (statement);
}

static gboolean
is_pgsql (const char *location)
{
  return g_str_has_prefix (location, "postgresql:") || g_str_has_prefix (location, "postgres:");
}

/* The audit key of a server's clinic lies with the seat, named after where the clinic is. */
static char *
make_key_path (const char *location)
{
  const char *given = g_getenv ("ANAGEN_AUDIT_KEY");
  g_autofree char *digest = NULL;
  g_autofree char *name = NULL;

  if (given != NULL && *given != '\0')
    return g_strdup (given);

  if (!is_pgsql (location))
    return g_strconcat (location, ".key", NULL);

  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, location, -1);
  name = g_strdup_printf ("%.16s.key", digest);

  return g_build_filename (g_get_user_data_dir (), "anagen", "keys", name, NULL);
}

/* Where a file really lies: under another name, a link's, it would have another lock and another
 * key. */
static char *
find_file (const char *location)
{
  g_autofree char *path = g_canonicalize_filename (location, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  char real[PATH_MAX];

  if (realpath (path, real) != NULL)
    return g_strdup (real);

  return realpath (folder, real) != NULL ? g_build_filename (real, name, NULL)
                                         : g_steal_pointer (&path);
}

ClinicDb *
clinic_db_open (const char    *location,
                ClinicDbMode   mode,
                GError       **error)
{
  g_autoptr(ClinicDb) self = NULL;

  g_return_val_if_fail (location != NULL && *location != '\0', NULL);

  self = g_new0 (ClinicDb, 1);
  self->engine = is_pgsql (location) ? &clinic_pgsql_engine : &clinic_sqlite_engine;
  self->location = is_pgsql (location) ? g_strdup (location) : find_file (location);
  self->key_path = make_key_path (self->location);
  self->mode = mode;
  self->lock_fd = -1;
  self->cache = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, finalize_statement);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_datalist_init (&self->kept);

  if (!self->engine->open (self, error))
    return NULL;

  /* Made once; what comes after is writing to what is there. */
  if (self->mode == CLINIC_DB_CREATE)
    self->mode = CLINIC_DB_WRITE;

  return g_steal_pointer (&self);
}

void
clinic_db_close (ClinicDb *self)
{
  if (self == NULL)
    return;

  g_datalist_clear (&self->kept);
  g_warn_if_fail (self->n_out == 0);

  g_hash_table_unref (self->cache);
  g_hash_table_unref (self->names);

  if (self->connection != NULL)
    self->engine->close (self);

  /* Last of all: whoever waits for the lock may open at once. */
  if (self->lock_fd >= 0)
    close (self->lock_fd);

  g_free (self->location);
  g_free (self->key_path);
  g_free (self->constraint);
  g_free (self);
}

gboolean
clinic_db_reopen (ClinicDb  *self,
                  GError   **error)
{
  g_return_val_if_fail (self != NULL && self->n_out == 0, FALSE);

  g_hash_table_remove_all (self->cache);

  if (self->connection != NULL)
    self->engine->close (self);

  return self->engine->open (self, error);
}

const char *
clinic_db_get_location (ClinicDb *self)
{
  return self->location;
}

const char *
clinic_db_get_engine (ClinicDb *self)
{
  return self->engine->name;
}

ClinicDbMode
clinic_db_get_mode (ClinicDb *self)
{
  return self->mode;
}

const char *
clinic_db_get_key_path (ClinicDb *self)
{
  return self->key_path;
}

ClinicDbVerdict
clinic_db_get_verdict (ClinicDb *self)
{
  return self->verdict;
}

const char *
clinic_db_get_constraint (ClinicDb *self)
{
  return self->constraint;
}

/* A connection whose reopening failed stays without one: everything asked of it says so. */
static gboolean
check_connection (ClinicDb  *self,
                  GError   **error)
{
  if (self->connection != NULL)
    return TRUE;

  clinic_db_fail (self, error, CLINIC_ERROR_DATABASE, CLINIC_DB_FINAL, NULL,
                  _("The connection to the clinic's records was lost. Open the clinic again."));
  return FALSE;
}

gboolean
clinic_db_exec (ClinicDb    *self,
                const char  *sql,
                GError     **error)
{
  g_return_val_if_fail (self != NULL && sql != NULL, FALSE);

  return check_connection (self, error) && self->engine->exec (self, sql, error);
}

gboolean
clinic_db_begin (ClinicDb             *self,
                 ClinicDbTransaction   kind,
                 GError              **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (kind == CLINIC_DB_SNAPSHOT || self->mode != CLINIC_DB_READ, FALSE);

  self->verdict = CLINIC_DB_FINAL;
  self->transaction = 1 + (guint64) g_atomic_pointer_add (&n_transactions, 1);
  g_clear_pointer (&self->constraint, g_free);

  if (!check_connection (self, error))
    return FALSE;

  g_return_val_if_fail (!self->engine->in_transaction (self), FALSE);

  return self->engine->begin (self, kind, error);
}

gboolean
clinic_db_commit (ClinicDb  *self,
                  GError   **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return clinic_db_exec (self, "COMMIT", error);
}

void
clinic_db_rollback (ClinicDb *self)
{
  g_autoptr(GError) error = NULL;
  ClinicDbVerdict verdict;
  g_autofree char *constraint = NULL;

  g_return_if_fail (self != NULL);

  if (self->connection == NULL || !self->engine->in_transaction (self))
    return;

  /* What the failure before said still counts after the rollback. */
  verdict = self->verdict;
  constraint = g_strdup (self->constraint);

  /* A rollback can itself fail, for want of memory say; half a transaction must never be seen. */
  if (!self->engine->exec (self, "ROLLBACK", &error) || self->engine->in_transaction (self))
    {
      g_clear_error (&error);

      if (self->n_out > 0 || !clinic_db_reopen (self, &error))
        g_warning ("A failed transaction could not be taken back; the connection was dropped");
    }

  self->verdict = verdict;
  g_free (self->constraint);
  self->constraint = g_steal_pointer (&constraint);
}

gboolean
clinic_db_in_transaction (ClinicDb *self)
{
  return self->connection != NULL && self->engine->in_transaction (self);
}

guint64
clinic_db_get_transaction (ClinicDb *self)
{
  return self->transaction;
}

void
clinic_db_keep (ClinicDb       *self,
                const char     *name,
                gpointer        data,
                GDestroyNotify  free_data)
{
  g_return_if_fail (self != NULL && name != NULL);

  g_datalist_set_data_full (&self->kept, name, data, free_data);
}

gpointer
clinic_db_get_kept (ClinicDb   *self,
                    const char *name)
{
  return g_datalist_get_data (&self->kept, name);
}

static ClinicDbGate the_gate;

void
clinic_db_set_gate (ClinicDbGate gate)
{
  g_atomic_pointer_set (&the_gate, gate);
}

/* Closed by a test only. */
static gboolean
pass_gate (const char  *sql,
           GError     **error)
{
  ClinicDbGate gate = g_atomic_pointer_get (&the_gate);

  if (gate == NULL || gate (sql))
    return TRUE;

  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE, "The gate is closed");

  return FALSE;
}

ClinicStatement *
clinic_db_prepare (ClinicDb    *self,
                   const char  *sql,
                   GError     **error)
{
  gpointer statement = NULL;

  g_return_val_if_fail (self != NULL && sql != NULL, NULL);

  if (!check_connection (self, error) || !pass_gate (sql, error))
    return NULL;

  if (!g_hash_table_steal_extended (self->cache, sql, NULL, &statement))
    {
      statement = self->engine->prepare (self, sql, error);

      if (statement == NULL)
        return NULL;

      ((ClinicStatement *) statement)->db = self;
      ((ClinicStatement *) statement)->sql = g_strdup (sql);
    }

  self->n_out++;

  return statement;
}

/* The text of a query, the engine's own where there is one. */
static const char *
find_query (ClinicDb   *self,
            const char *name)
{
  const char *known = g_hash_table_lookup (self->names, name);
  g_autofree char *own = NULL;
  g_autofree char *common = NULL;
  char *text;

  if (known != NULL)
    return known;

  own = g_strdup_printf ("sql/queries/%s.%s.sql", name, self->engine->name);
  common = g_strdup_printf ("sql/queries/%s.sql", name);
  text = clinic_resource_dup_text (clinic_resource_exists (own) ? own : common);

  if (text == NULL)
    g_error ("There is no query “%s”", name);

  g_hash_table_insert (self->names, g_strdup (name), text);

  return text;
}

ClinicStatement *
clinic_db_query (ClinicDb    *self,
                 const char  *name,
                 GError     **error)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  return clinic_db_prepare (self, find_query (self, name), error);
}

void
clinic_db_checkpoint (ClinicDb *self)
{
  if (self->connection != NULL && self->mode != CLINIC_DB_READ)
    self->engine->checkpoint (self);
}

void
clinic_db_optimize (ClinicDb *self)
{
  g_autoptr(GError) error = NULL;

  g_return_if_fail (self != NULL);

  if (self->connection == NULL || self->mode == CLINIC_DB_READ ||
      self->engine->in_transaction (self))
    return;

  if (!self->engine->optimize (self, &error))
    g_message ("Statistics of the clinic's records were not renewed: %s", error->message);
}

char *
clinic_db_check (ClinicDb      *self,
                 GCancellable  *cancellable,
                 GError       **error)
{
  gulong handler = 0;
  char *damage;

  g_return_val_if_fail (self != NULL, NULL);

  if (!check_connection (self, error) || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (clinic_db_interrupt), self, NULL);

  if (handler != 0)
    {
      damage = self->engine->check (self, error);
      g_cancellable_disconnect (cancellable, handler);
    }
  else
    {
      damage = self->engine->check (self, error);
    }

  return damage;
}

gboolean
clinic_db_check_place (ClinicDb  *self,
                       GError   **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->engine->check_place == NULL || self->engine->check_place (self, error);
}

void
clinic_db_interrupt (ClinicDb *self)
{
  if (self->connection != NULL)
    self->engine->interrupt (self);
}

void
clinic_statement_bind_text (ClinicStatement *self,
                            guint            parameter,
                            const char      *text)
{
  self->db->engine->bind_text (self, parameter, text);
}

void
clinic_statement_bind_int (ClinicStatement *self,
                           guint            parameter,
                           gint64           number)
{
  self->db->engine->bind_int (self, parameter, number);
}

void
clinic_statement_bind_bytes (ClinicStatement *self,
                             guint            parameter,
                             GBytes          *bytes)
{
  self->db->engine->bind_bytes (self, parameter, bytes);
}

void
clinic_statement_stream (ClinicStatement *self)
{
  self->streams = TRUE;
}

gboolean
clinic_statement_step (ClinicStatement  *self,
                       GError          **error)
{
  return self->db->engine->step (self, error);
}

gint64
clinic_statement_run (ClinicStatement  *self,
                      GError          **error)
{
  GError *failure = NULL;

  while (self->db->engine->step (self, &failure))
    ;

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return -1;
    }

  return self->db->engine->changes (self);
}

gboolean
clinic_statement_defer (ClinicStatement  *self,
                        gint64            rows,
                        GError          **error)
{
  const ClinicEngine *engine = self->db->engine;
  gint64 n_rows;

  g_return_val_if_fail (!self->streams, FALSE);

  if (engine->defer != NULL && engine->in_transaction (self->db))
    return engine->defer (self, rows, error);

  n_rows = clinic_statement_run (self, error);

  if (n_rows >= 0 && rows >= 0 && n_rows != rows)
    clinic_db_fail_count (self->db, error);

  return n_rows >= 0 && (rows < 0 || n_rows == rows);
}

void
clinic_statement_reset (ClinicStatement *self)
{
  self->db->engine->reset (self);
}

void
clinic_statement_free (ClinicStatement *self)
{
  ClinicDb *db;

  if (self == NULL)
    return;

  db = self->db;
  db->n_out--;
  db->engine->reset (self);
  self->streams = FALSE;

  if (db->connection == NULL ||
      g_hash_table_size (db->cache) >= CACHE_SIZE ||
      g_hash_table_contains (db->cache, self->sql))
    db->engine->finalize (self);
  else
    g_hash_table_insert (db->cache, self->sql, self);
}

guint
clinic_statement_n_columns (ClinicStatement *self)
{
  return self->db->engine->n_columns (self);
}

const char *
clinic_statement_column_name (ClinicStatement *self,
                              guint            column)
{
  return self->db->engine->column_name (self, column);
}

int
clinic_statement_find_column (ClinicStatement *self,
                              const char      *name)
{
  guint n_columns = clinic_statement_n_columns (self);

  for (guint i = 0; i < n_columns; i++)
    {
      if (strcmp (clinic_statement_column_name (self, i), name) == 0)
        return i;
    }

  return -1;
}

gboolean
clinic_statement_is_null (ClinicStatement *self,
                          guint            column)
{
  return self->db->engine->is_null (self, column);
}

gint64
clinic_statement_get_int (ClinicStatement *self,
                          guint            column)
{
  return self->db->engine->is_null (self, column) ? CLINIC_NULL
                                                   : self->db->engine->get_int (self, column);
}

double
clinic_statement_get_double (ClinicStatement *self,
                             guint            column)
{
  return self->db->engine->is_null (self, column) ? NAN
                                                   : self->db->engine->get_double (self, column);
}

const char *
clinic_statement_get_text (ClinicStatement *self,
                           guint            column)
{
  return self->db->engine->get_text (self, column);
}

GBytes *
clinic_statement_dup_bytes (ClinicStatement *self,
                            guint            column)
{
  return self->db->engine->is_null (self, column) ? NULL
                                                   : self->db->engine->dup_bytes (self, column);
}
