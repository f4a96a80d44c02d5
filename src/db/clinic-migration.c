/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-backup.h"
#include "clinic-clock.h"
#include "clinic-engine.h"
#include "clinic-migration.h"
#include "clinic-resource.h"

#define FOLDER "sql/migrations/"

/* One numbered change of the tables. */
typedef struct
{
  gint64  number;
  char   *name;         /* "0001-records" */
  char   *text;
  char   *checksum;
} Migration;

static void
migration_free (gpointer data)
{
  Migration *migration = data;

  g_free (migration->name);
  g_free (migration->text);
  g_free (migration->checksum);
  g_free (migration);
}

static Migration *
load_migration (ClinicDb   *db,
                const char *name)
{
  Migration *migration = g_new0 (Migration, 1);
  g_autofree char *own = g_strdup_printf (FOLDER "%s.%s.sql", name, clinic_db_get_engine (db));
  g_autofree char *common = g_strdup_printf (FOLDER "%s.sql", name);

  migration->number = g_ascii_strtoll (name, NULL, 10);
  migration->name = g_strdup (name);
  migration->text = clinic_resource_dup_text (clinic_resource_exists (own) ? own : common);
  migration->checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, migration->text, -1);

  return migration;
}

/* All that this program knows, in order: a name has one dot, an engine's own text two. */
static GPtrArray *
load_migrations (ClinicDb *db)
{
  g_auto(GStrv) files = clinic_resource_list (FOLDER);
  GPtrArray *migrations = g_ptr_array_new_with_free_func (migration_free);

  for (char **file = files; *file != NULL; file++)
    {
      char *dot = strchr (*file, '.');

      if (g_strcmp0 (dot, ".sql") != 0)
        continue;

      *dot = '\0';
      g_ptr_array_add (migrations, load_migration (db, *file));
    }

  return migrations;
}

static gint64
ask_number (ClinicDb    *db,
            const char  *query,
            GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, query, error);
  GError *failure = NULL;

  if (statement == NULL)
    return -1;

  if (clinic_statement_step (statement, &failure))
    return clinic_statement_get_int (statement, 0);

  if (failure != NULL)
    g_propagate_error (error, failure);

  return -1;
}

/* Number → checksum of what has been applied; empty for a new clinic. */
static GHashTable *
load_applied (ClinicDb  *db,
              GError   **error)
{
  g_autoptr(GHashTable) applied = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                         g_free);
  g_autoptr(ClinicStatement) statement = NULL;
  gint64 exists = ask_number (db, "migration-exists", error);
  GError *failure = NULL;

  if (exists < 0)
    return NULL;

  if (exists == 0)
    return g_steal_pointer (&applied);

  statement = clinic_db_prepare (db, "SELECT number, checksum FROM migration ORDER BY number",
                                 error);

  if (statement == NULL)
    return NULL;

  while (clinic_statement_step (statement, &failure))
    {
      gint64 number = clinic_statement_get_int (statement, 0);

      g_hash_table_insert (applied,
                           g_memdup2 (&number, sizeof number),
                           g_strdup (clinic_statement_get_text (statement, 1)));
    }

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }

  return g_steal_pointer (&applied);
}

/* Words for a clinic that this program must not touch. */
static gboolean
check_applied (ClinicDb    *db,
               GHashTable  *applied,
               GPtrArray   *migrations,
               GError     **error)
{
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_hash_table_iter_init (&iter, applied);

  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      Migration *known = NULL;

      for (guint i = 0; i < migrations->len && known == NULL; i++)
        {
          Migration *migration = migrations->pdata[i];

          if (migration->number == *(gint64 *) key)
            known = migration;
        }

      if (known == NULL)
        {
          g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                       _("The clinic “%s” was made by a newer Anagen. Update this one to open it; "
                         "nothing was changed."), clinic_db_get_location (db));
          return FALSE;
        }

      if (strcmp (known->checksum, value) != 0)
        {
          g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                       _("The tables of “%s” were made by another edition of Anagen (step %s "
                         "differs). "
                         "Nothing was changed."), clinic_db_get_location (db), known->name);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
note_applied (ClinicDb   *db,
              Migration  *migration,
              GError    **error)
{
  g_autoptr(ClinicStatement) statement = NULL;
  g_autofree char *at = clinic_clock_instant ();

  statement = clinic_db_prepare (db, "INSERT INTO migration (number, name, checksum, applied_at) "
                                 "VALUES ($1, $2, $3, $4)", error);

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, migration->number);
  clinic_statement_bind_text (statement, 2, migration->name);
  clinic_statement_bind_text (statement, 3, migration->checksum);
  clinic_statement_bind_text (statement, 4, at);

  return clinic_statement_run (statement, error) == 1;
}

static gboolean
apply (ClinicDb   *db,
       Migration  *migration,
       GError    **error)
{
  g_autoptr(GHashTable) applied = NULL;

  /* Another seat may have done it while this one waited. */
  if (ask_number (db, "migration-lock", error) < 0 || (applied = load_applied (db, error)) == NULL)
    return FALSE;

  if (g_hash_table_contains (applied, &migration->number))
    return TRUE;

  if (g_hash_table_size (applied) == 0 &&
      !clinic_db_exec (db,
                       "CREATE TABLE IF NOT EXISTS migration (number BIGINT PRIMARY KEY, name "
                       "TEXT NOT NULL,"
                       " checksum TEXT NOT NULL, applied_at TEXT NOT NULL)", error))
    return FALSE;

  return clinic_db_exec (db, migration->text, error) && note_applied (db, migration, error);
}

static gboolean
apply_in_transaction (ClinicDb   *db,
                      Migration  *migration,
                      GError    **error)
{
  if (!clinic_db_begin (db, CLINIC_DB_CHANGE, error))
    return FALSE;

  if (apply (db, migration, error) && clinic_db_commit (db, error))
    return TRUE;

  clinic_db_rollback (db);
  g_prefix_error (error, _("The tables could not be brought up to date (step %s); they are as they were. "),
                  migration->name);

  return FALSE;
}

/* A clinic in use is copied aside first: the copy is complete and checked before anything
 * changes. */
static gboolean
save_copy (ClinicDb   *db,
           Migration  *next,
           GError    **error)
{
  g_autofree char *path = NULL;
  gint64 stamp = clinic_clock_now ();

  if (db->engine != &clinic_sqlite_engine)
    return TRUE;

  path = g_strdup_printf ("%s.before-%04" G_GINT64_FORMAT "-%" G_GINT64_FORMAT,
                          clinic_db_get_location (db), next->number, stamp);

  return clinic_backup_run (db, path, NULL, NULL, error);
}

static gboolean
apply_missing (ClinicDb    *db,
               GHashTable  *applied,
               GPtrArray   *migrations,
               GError     **error)
{
  gboolean copied = g_hash_table_size (applied) == 0;

  for (guint i = 0; i < migrations->len; i++)
    {
      Migration *migration = migrations->pdata[i];

      if (g_hash_table_contains (applied, &migration->number))
        continue;

      if (!copied && !save_copy (db, migration, error))
        return FALSE;

      copied = TRUE;

      if (!apply_in_transaction (db, migration, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
clinic_migration_run (ClinicDb  *db,
                      GError   **error)
{
  g_autoptr(GPtrArray) migrations = NULL;
  g_autoptr(GHashTable) applied = NULL;
  gboolean done;

  g_return_val_if_fail (db != NULL, FALSE);

  migrations = load_migrations (db);
  applied = load_applied (db, error);

  if (applied == NULL || !check_applied (db, applied, migrations, error))
    return FALSE;

  if (g_hash_table_size (applied) == migrations->len)
    return TRUE;

  if (db->engine->guard != NULL)
    db->engine->guard (db, FALSE);

  done = apply_missing (db, applied, migrations, error);

  if (db->engine->guard != NULL && db->connection != NULL)
    db->engine->guard (db, TRUE);

  return done;
}

gboolean
clinic_migration_is_current (ClinicDb  *db,
                             GError   **error)
{
  g_autoptr(GPtrArray) migrations = load_migrations (db);
  g_autoptr(GHashTable) applied = load_applied (db, error);

  return applied != NULL &&
         check_applied (db, applied, migrations, error) &&
         g_hash_table_size (applied) == migrations->len;
}
