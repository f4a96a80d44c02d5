/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <libpq-fe.h>
#include <unistd.h>

#include "clinic-clock.h"
#include "clinic-migration.h"
#include "clinic-test.h"

/* 2026-11-21T09:30:00Z */
#define FIXED_CLOCK G_GINT64_CONSTANT (1795253400000)

typedef struct
{
  ClinicTestFunc      func;
  ClinicTestDataFunc  data_func;
  ClinicTestPlaceFunc place_func;
  gconstpointer       data;
} Case;

static char *folder;
static pid_t owner;
static guint n_files;

/* The server's side: a connection to make and drop databases with, the migrated one that the
 * others are copied from, and the last test's, which the next one uses again unless its tables
 * were changed. */
static PGconn *server;
static char *template_name;
static char *used_name;
static char *used_fingerprint;
static guint n_databases;

/* Changes with every definition of a table, trigger, function or constraint and with each
 * migration. */
#define FINGERPRINT                                                                                        \
  "SELECT md5 (string_agg (x, ' ' ORDER BY x)) FROM ("                                                     \
  "SELECT 'c' || oid || '.' || xmin AS x FROM pg_class WHERE oid >= 16384 UNION ALL "                      \
  "SELECT 't' || oid || '.' || xmin FROM pg_trigger WHERE oid >= 16384 UNION ALL "                         \
  "SELECT 'p' || oid || '.' || xmin FROM pg_proc WHERE oid >= 16384 UNION ALL "                            \
  "SELECT 'k' || oid || '.' || xmin FROM pg_constraint WHERE oid >= 16384 UNION ALL "                      \
  "SELECT 's' || setdatabase || '.' || xmin FROM pg_db_role_setting UNION ALL "                            \
  "SELECT 'm' || number FROM migration) AS s"

/* Takes every row away, past all guards; gives up where there are so many that a new database is
 * quicker. */
#define EMPTY                                                                                              \
  "SET client_min_messages = warning;"                                                                     \
  "SELECT pg_terminate_backend (pid) FROM pg_stat_activity"                                                \
  " WHERE datname = current_database () AND pid <> pg_backend_pid ();"                                     \
  "SET session_replication_role = replica;"                                                                \
  "DO $$ DECLARE t regclass; n BIGINT; total BIGINT := 0;"                                                 \
  " BEGIN FOR t IN SELECT oid FROM pg_class WHERE relkind = 'r' AND relname <> 'migration'"                \
  "  AND relnamespace = 'public'::regnamespace LOOP"                                                       \
  "  EXECUTE format ('SELECT count(*) FROM (SELECT 1 FROM %s LIMIT 1) AS s', t) INTO n;"                   \
  "  IF n > 0 THEN EXECUTE format ('DELETE FROM %s', t); GET DIAGNOSTICS n = ROW_COUNT; total := total + n;" \
  "   IF total > 20000 THEN RAISE EXCEPTION 'too many'; END IF; END IF;"                                   \
  " END LOOP; END $$;"

static void
remove_folder (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_unlink (child);
    }

  g_rmdir (path);
}

static void tell_server (const char *format,
                         ...) G_GNUC_PRINTF (1, 2);

static void
tell_server (const char *format,
             ...)
{
  g_autofree char *sql = NULL;
  PGresult *result;
  va_list arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  result = PQexec (server, sql);

  if (PQresultStatus (result) != PGRES_COMMAND_OK)
    g_error ("%s: %s", sql, PQresultErrorMessage (result));

  PQclear (result);
}

static void
drop_database (char **name)
{
  if (*name != NULL)
    tell_server ("DROP DATABASE IF EXISTS %s WITH (FORCE)", *name);

  g_clear_pointer (name, g_free);
}

static void
clean_up (void)
{
  /* A forked child must not take the parent's things away. */
  if (owner != getpid ())
    return;

  if (server != NULL && PQstatus (server) == CONNECTION_OK)
    {
      drop_database (&used_name);
      drop_database (&template_name);
    }

  g_clear_pointer (&server, PQfinish);

  if (folder != NULL)
    remove_folder (folder);

  g_clear_pointer (&folder, g_free);
}

const char *
clinic_test_dir (void)
{
  g_autoptr(GError) error = NULL;

  if (folder == NULL)
    folder = g_dir_make_tmp ("anagen-test-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

char *
clinic_test_file (const char *name)
{
  g_autofree char *own = g_strdup_printf ("%s/%u", clinic_test_dir (), ++n_files);

  g_assert_cmpint (g_mkdir (own, 0700), ==, 0);

  return g_build_filename (own, name, NULL);
}

void
clinic_test_init (int    *argc,
                  char ***argv)
{
  owner = getpid ();
  atexit (clean_up);

  g_setenv ("XDG_DATA_HOME", clinic_test_dir (), TRUE);
  g_setenv ("XDG_CONFIG_HOME", clinic_test_dir (), TRUE);
  g_setenv ("XDG_CACHE_HOME", clinic_test_dir (), TRUE);
  g_test_init (argc, argv, NULL);
  clinic_clock_set (FIXED_CLOCK);
}

/* The server's address with another database in it. */
static char *
make_address (const char *name)
{
  const char *given = g_getenv ("ANAGEN_TEST_PGSQL");
  const char *authority = strstr (given, "://");
  const char *path = authority != NULL ? strchr (authority + 3, '/') : NULL;

  if (path == NULL)
    g_error ("ANAGEN_TEST_PGSQL must look like postgresql:///postgres?host=…");

  return g_strdup_printf ("%.*s/%s%s", (int) (path - given), given, name,
                          path + strcspn (path, "?"));
}

static gboolean
reach_server (void)
{
  const char *given = g_getenv ("ANAGEN_TEST_PGSQL");

  if (given == NULL)
    {
      g_test_fail_printf ("No PostgreSQL server to test with (ANAGEN_TEST_PGSQL): tests/run "
                          "starts the server, "
                          "'tests/pgsql-server run COMMAND' does so for one command");
      return FALSE;
    }

  if (server == NULL)
    {
      server = PQconnectdb (given);

      if (PQstatus (server) != CONNECTION_OK)
        g_error ("%s: %s", given, PQerrorMessage (server));

      PQclear (PQexec (server, "SET client_min_messages = warning"));
    }

  return TRUE;
}

static void
migrate (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;

  clinic_migration_run (db, &error);
  g_assert_no_error (error);
}

static void
make_template (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *address = NULL;
  ClinicDb *db;

  template_name = g_strdup_printf ("anagen_test_%d", (int) owner);
  tell_server ("CREATE DATABASE %s TEMPLATE template0", template_name);
  address = make_address (template_name);
  db = clinic_db_open (address, CLINIC_DB_CREATE, &error);
  g_assert_no_error (error);
  migrate (db);
  clinic_db_close (db);
}

static char *
ask_fingerprint (PGconn *connection)
{
  PGresult *result = PQexec (connection, FINGERPRINT);
  char *fingerprint = NULL;

  if (PQresultStatus (result) == PGRES_TUPLES_OK)
    fingerprint = g_strdup (PQgetvalue (result, 0, 0));

  PQclear (result);

  return fingerprint;
}

/* The last test's database as good as new; FALSE when that cannot be had. To copy one takes ten
 * times as long. */
static gboolean
empty_database (const char *address)
{
  PGconn *connection = PQconnectdb (address);
  g_autofree char *fingerprint = ask_fingerprint (connection);
  gboolean same = fingerprint != NULL && g_strcmp0 (fingerprint, used_fingerprint) == 0;

  if (same)
    {
      PGresult *result = PQexec (connection, EMPTY);

      same = PQresultStatus (result) == PGRES_COMMAND_OK;
      PQclear (result);
    }

  PQfinish (connection);

  return same;
}

static void
note_fingerprint (const char *address)
{
  PGconn *connection = PQconnectdb (address);

  used_fingerprint = ask_fingerprint (connection);
  PQfinish (connection);
}

static char *
copy_template (void)
{
  g_autofree char *address = NULL;

  if (template_name == NULL)
    make_template ();

  if (used_name != NULL)
    {
      address = make_address (used_name);

      if (used_fingerprint != NULL && empty_database (address))
        return g_steal_pointer (&address);
    }

  drop_database (&used_name);
  g_clear_pointer (&used_fingerprint, g_free);
  g_clear_pointer (&address, g_free);

  used_name = g_strdup_printf ("anagen_test_%d_%u", (int) owner, ++n_databases);
  tell_server ("CREATE DATABASE %s TEMPLATE %s STRATEGY file_copy", used_name, template_name);
  address = make_address (used_name);
  note_fingerprint (address);

  return g_steal_pointer (&address);
}

static char *
make_empty_database (void)
{
  drop_database (&used_name);
  g_clear_pointer (&used_fingerprint, g_free);
  used_name = g_strdup_printf ("anagen_test_%d_%u", (int) owner, ++n_databases);
  tell_server ("CREATE DATABASE %s TEMPLATE template0", used_name);

  return make_address (used_name);
}

/* SQLite's counterpart of the template: a migrated file, closed, and its copies. */
static void
copy_file (const char *from,
           const char *to)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *content = NULL;
  gsize length;

  g_file_get_contents (from, &content, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents_full (to, content, length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static char *
make_file (gboolean empty)
{
  static char *template_file;
  g_autofree char *path = clinic_test_file ("test.anagen");
  g_autoptr(GError) error = NULL;

  if (empty)
    return g_steal_pointer (&path);

  if (template_file == NULL)
    {
      g_autoptr(ClinicDb) db = NULL;

      template_file = clinic_test_file ("template.anagen");
      db = clinic_db_open (template_file, CLINIC_DB_CREATE, &error);
      g_assert_no_error (error);
      migrate (db);
    }

  copy_file (template_file, path);

  return g_steal_pointer (&path);
}

static void
run_in (const Case *self,
        const char *location)
{
  g_autoptr(ClinicDb) db = NULL;
  g_autoptr(GError) error = NULL;

  clinic_clock_set (FIXED_CLOCK);

  if (self->place_func != NULL)
    {
      self->place_func (location);
      return;
    }

  db = clinic_db_open (location, CLINIC_DB_WRITE, &error);
  g_assert_no_error (error);

  if (self->func != NULL)
    self->func (db);
  else
    self->data_func (db, self->data);
}

static void
run_sqlite (gconstpointer data)
{
  const Case *self = data;
  g_autofree char *path = make_file (self->place_func != NULL);
  g_autofree char *own = g_path_get_dirname (path);

  run_in (self, path);
  remove_folder (own);
}

static void
run_pgsql (gconstpointer data)
{
  const Case *self = data;
  g_autofree char *address = NULL;

  if (!reach_server ())
    return;

  address = self->place_func != NULL ? make_empty_database () : copy_template ();
  run_in (self, address);
}

static void
add_case (const char *engine,
          const char *path,
          Case       *self)
{
  gboolean on_server = strcmp (engine, "pgsql") == 0;
  g_autofree char *full = g_strdup_printf ("/%s%s%s", engine, *path == '/' ? "" : "/", path);

  /* Nobody's database is dropped, and the next run stumbles over it. */
  if (owner == 0)
    g_error ("%s: clinic_test_init () comes first", full);

  g_test_add_data_func_full (full, g_memdup2 (self, sizeof *self),
                             on_server ? run_pgsql : run_sqlite, g_free);
}

void
clinic_test_add (const char     *path,
                 ClinicTestFunc  func)
{
  clinic_test_add_on ("sqlite", path, func);
  clinic_test_add_on ("pgsql", path, func);
}

void
clinic_test_add_data (const char         *path,
                      gconstpointer       data,
                      ClinicTestDataFunc  func)
{
  Case self = { .data_func = func, .data = data };

  add_case ("sqlite", path, &self);
  add_case ("pgsql", path, &self);
}

void
clinic_test_add_place (const char          *path,
                       ClinicTestPlaceFunc  func)
{
  clinic_test_add_place_on ("sqlite", path, func);
  clinic_test_add_place_on ("pgsql", path, func);
}

void
clinic_test_add_on (const char     *engine,
                    const char     *path,
                    ClinicTestFunc  func)
{
  Case self = { .func = func };

  add_case (engine, path, &self);
}

void
clinic_test_add_place_on (const char          *engine,
                          const char          *path,
                          ClinicTestPlaceFunc  func)
{
  Case self = { .place_func = func };

  add_case (engine, path, &self);
}

const char *
clinic_test_location (ClinicDb *db)
{
  return clinic_db_get_location (db);
}

ClinicDb *
clinic_test_open (ClinicDb     *db,
                  ClinicDbMode  mode)
{
  g_autoptr(GError) error = NULL;
  ClinicDb *other = clinic_db_open (clinic_db_get_location (db), mode, &error);

  g_assert_no_error (error);

  return other;
}
