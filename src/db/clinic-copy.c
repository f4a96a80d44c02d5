/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-copy.h"
#include "clinic-engine.h"
#include "clinic-migration.h"

/* Between two calls of the progress function. */
#define ROWS_A_STEP 1000

/* Pairs of a table and one it refers to, or NULL. What has been applied to the target is its
 * own. */
static const char sqlite_references[] =
  "SELECT m.name, r.\"table\" FROM sqlite_schema m LEFT JOIN pragma_foreign_key_list (m.name) r"
  " WHERE m.type = 'table' AND m.name <> 'migration' AND m.name NOT LIKE 'sqlite%' ORDER BY 1, 2";

static const char pgsql_references[] =
  "SELECT c.relname, r.relname FROM pg_catalog.pg_class c"
  " LEFT JOIN pg_catalog.pg_constraint k ON k.conrelid = c.oid AND k.contype = 'f'"
  " LEFT JOIN pg_catalog.pg_class r ON r.oid = k.confrelid"
  " WHERE c.relkind IN ('r', 'p') AND c.relname <> 'migration' AND c.relnamespace = "
  "current_schema ()::regnamespace"
  " ORDER BY 1, 2";

/* Here the guards want another order than the references: nothing may be injected into a session
 * that is signed, nor a cocktail composed anew once it was injected. Those references are looked
 * at only at the commit. */
static const struct
{
  const char *table;
  const char *after;
} guarded[] = {
  { "session", "injection" },
  { "session", "draw" },
  { "injection", "component" },
};

typedef struct
{
  ClinicDb           *from;
  ClinicDb           *to;
  GHashTable         *references;       /* table → names of those that must be there before */
  GPtrArray          *order;
  guint64             done;
  guint64             total;
  ClinicProgressFunc  progress;
  gpointer            user_data;
} Copy;

static void
free_names (gpointer names)
{
  g_ptr_array_unref (names);
}

static GPtrArray *
find_references (Copy       *self,
                 const char *table)
{
  GPtrArray *names = g_hash_table_lookup (self->references, table);

  if (names == NULL)
    {
      names = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->references, g_strdup (table), names);
    }

  return names;
}

static gboolean
is_guarded (const char *table,
            const char *after)
{
  for (guint i = 0; i < G_N_ELEMENTS (guarded); i++)
    {
      if (strcmp (guarded[i].table, table) == 0 && strcmp (guarded[i].after, after) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
load_references (Copy    *self,
                 GError **error)
{
  gboolean on_server = self->to->engine == &clinic_pgsql_engine;
  g_autoptr(ClinicStatement) statement = NULL;
  GError *failure = NULL;

  statement = clinic_db_prepare (self->to, on_server ? pgsql_references : sqlite_references, error);

  if (statement == NULL)
    return FALSE;

  while (clinic_statement_step (statement, &failure))
    {
      const char *table = clinic_statement_get_text (statement, 0);
      const char *after = clinic_statement_get_text (statement, 1);
      GPtrArray *names = find_references (self, table);

      if (after != NULL && strcmp (after, table) != 0 && !is_guarded (after, table))
        g_ptr_array_add (names, g_strdup (after));
    }

  for (guint i = 0; i < G_N_ELEMENTS (guarded); i++)
    g_ptr_array_add (find_references (self, guarded[i].table), g_strdup (guarded[i].after));

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, failure);

  return FALSE;
}

/* Puts @table into the order, behind all that must be there before it. */
static void
put_in_order (Copy       *self,
              const char *table)
{
  GPtrArray *names = g_hash_table_lookup (self->references, table);

  if (names == NULL || g_ptr_array_find_with_equal_func (self->order, table, g_str_equal, NULL))
    return;

  for (guint i = 0; i < names->len; i++)
    put_in_order (self, names->pdata[i]);

  g_ptr_array_add (self->order, g_strdup (table));
}

static void
find_order (Copy *self)
{
  g_autoptr(GList) tables = g_list_sort (g_hash_table_get_keys (self->references),
                                         (GCompareFunc) strcmp);

  for (GList *table = tables; table != NULL; table = table->next)
    put_in_order (self, table->data);
}

static gint64
count_rows (ClinicDb    *db,
            const char  *table,
            GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", table);
  g_autoptr(ClinicStatement) statement = clinic_db_prepare (db, sql, error);

  if (statement == NULL || !clinic_statement_step (statement, error))
    return -1;

  return clinic_statement_get_int (statement, 0);
}

static gboolean
count_all (Copy    *self,
           GError **error)
{
  for (guint i = 0; i < self->order->len; i++)
    {
      gint64 n = count_rows (self->from, self->order->pdata[i], error);

      if (n < 0)
        return FALSE;

      self->total += n;
    }

  return TRUE;
}

static gboolean
report_progress (Copy    *self,
                 GError **error)
{
  if (self->progress == NULL || self->progress (self->done, self->total, self->user_data))
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled."));

  return FALSE;
}

/* By the names of the columns: a table that was altered may have them in another order. */
static ClinicStatement *
prepare_insert (Copy             *self,
                const char       *table,
                ClinicStatement  *rows,
                GError          **error)
{
  g_autoptr(GString) sql = g_string_new (NULL);
  guint n_columns = clinic_statement_n_columns (rows);

  g_string_append_printf (sql, "INSERT INTO %s (", table);

  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", clinic_statement_column_name (rows, i));

  g_string_append (sql, ") VALUES (");

  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (sql, "%s$%u", i > 0 ? ", " : "", i + 1);

  g_string_append_c (sql, ')');

  return clinic_db_prepare (self->to, sql->str, error);
}

/* Bytes go as they are, everything else as text: each engine makes a number of it where the column
 * is one. */
static void
copy_value (ClinicStatement *rows,
            ClinicStatement *insert,
            guint            column)
{
  g_autoptr(GBytes) bytes = clinic_statement_dup_bytes (rows, column);

  if (bytes != NULL)
    clinic_statement_bind_bytes (insert, column + 1, bytes);
  else
    clinic_statement_bind_text (insert, column + 1, clinic_statement_get_text (rows, column));
}

static gboolean
copy_row (ClinicStatement  *rows,
          ClinicStatement  *insert,
          guint             n_columns,
          GError          **error)
{
  for (guint i = 0; i < n_columns; i++)
    copy_value (rows, insert, i);

  if (clinic_statement_run (insert, error) < 0)
    return FALSE;

  clinic_statement_reset (insert);

  return TRUE;
}

static gboolean
copy_table (Copy        *self,
            const char  *table,
            GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1", table);
  g_autoptr(ClinicStatement) rows = clinic_db_prepare (self->from, sql, error);
  g_autoptr(ClinicStatement) insert = NULL;
  GError *failure = NULL;
  guint n_columns;

  if (rows == NULL || (insert = prepare_insert (self, table, rows, error)) == NULL)
    return FALSE;

  n_columns = clinic_statement_n_columns (rows);
  clinic_statement_stream (rows);

  while (clinic_statement_step (rows, &failure))
    {
      if (!copy_row (rows, insert, n_columns, error) ||
          (++self->done % ROWS_A_STEP == 0 && !report_progress (self, error)))
        return FALSE;
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, failure);

  return FALSE;
}

static gboolean
copy_all (Copy    *self,
          GError **error)
{
  gboolean on_server = self->to->engine == &clinic_pgsql_engine;

  if (!clinic_db_exec (self->to,
                       on_server ? "SET CONSTRAINTS ALL DEFERRED" : "PRAGMA defer_foreign_keys = "
                       "ON", error) ||
      !load_references (self, error))
    return FALSE;

  find_order (self);

  if (!count_all (self, error))
    return FALSE;

  for (guint i = 0; i < self->order->len; i++)
    {
      if (!copy_table (self, self->order->pdata[i], error))
        return FALSE;
    }

  return report_progress (self, error);
}

static gboolean
copy_in_transactions (Copy    *self,
                      GError **error)
{
  gboolean done;

  if (!clinic_db_begin (self->from, CLINIC_DB_SNAPSHOT, error))
    return FALSE;

  done = clinic_db_begin (self->to, CLINIC_DB_CHANGE, error) &&
         copy_all (self, error) &&
         clinic_db_commit (self->to, error);

  clinic_db_rollback (self->to);
  clinic_db_rollback (self->from);

  return done;
}

static gboolean
check_source (ClinicDb  *from,
              GError   **error)
{
  GError *failure = NULL;

  if (clinic_migration_is_current (from, &failure))
    return TRUE;

  if (failure != NULL)
    g_propagate_error (error, failure);
  else
    g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                 _("The tables of “%s” are older than this program. Open the clinic once to bring "
                   "them up to date."),
                 clinic_db_get_location (from));

  return FALSE;
}

gboolean
clinic_copy_tables (ClinicDb            *from,
                    ClinicDb            *to,
                    ClinicProgressFunc   progress,
                    gpointer             user_data,
                    GError             **error)
{
  Copy self = { .from = from, .to = to, .progress = progress, .user_data = user_data };
  gboolean done;

  g_return_val_if_fail (from != NULL && to != NULL && from != to, FALSE);

  if (!check_source (from, error))
    return FALSE;

  self.references = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_names);
  self.order = g_ptr_array_new_with_free_func (g_free);

  if (to->engine->guard != NULL)
    to->engine->guard (to, FALSE);

  done = copy_in_transactions (&self, error);

  if (to->engine->guard != NULL && to->connection != NULL)
    to->engine->guard (to, TRUE);

  g_ptr_array_unref (self.order);
  g_hash_table_unref (self.references);

  return done;
}
