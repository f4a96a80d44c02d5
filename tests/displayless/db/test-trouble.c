/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A clinic's file that goes away or is held fast while it is open. */

#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>

#include "clinic-migration.h"

typedef struct
{
  char     *folder;
  char     *path;
  char     *away;
  ClinicDb *db;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("anagen-trouble-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "test.anagen", NULL);
  fixture->away = g_build_filename (fixture->folder, "elsewhere.anagen", NULL);
  fixture->db = clinic_db_open (fixture->path, CLINIC_DB_CREATE, &error);
  g_assert_no_error (error);
  clinic_migration_run (fixture->db, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_autoptr(GDir) dir = NULL;
  const char *name;

  g_clear_pointer (&fixture->db, clinic_db_close);
  dir = g_dir_open (fixture->folder, 0, NULL);

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }

  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->away);
}

static gboolean
save (ClinicDb    *db,
      const char  *key,
      GError     **error)
{
  static gint64 id;
  g_autofree char *insert = g_strdup_printf ("INSERT INTO setting (id, version, key, value) "
                                             "VALUES (%d, 1, '%s', 'x')", (int) ++id, key);

  if (clinic_db_begin (db, CLINIC_DB_CHANGE, error) && clinic_db_exec (db, insert, error) &&
      clinic_db_commit (db, error))
    return TRUE;

  clinic_db_rollback (db);

  return FALSE;
}

static void
assert_gone (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) failure = NULL;

  g_assert_false (clinic_db_check_place (fixture->db, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_assert_false (save (fixture->db, "never", &failure));
  g_assert_cmpstr (failure->message, ==, error->message);
  g_assert_cmpstr (clinic_db_get_constraint (fixture->db), ==, "file_gone");
}

static void
assert_there (Fixture    *fixture,
              const char *key)
{
  g_autoptr(GError) error = NULL;

  clinic_db_check_place (fixture->db, &error);
  g_assert_no_error (error);
  save (fixture->db, key, &error);
  g_assert_no_error (error);
}

static void
test_nothing_is_saved_into_a_file_that_went_away (Fixture       *fixture,
                                                  gconstpointer  unused)
{
  assert_there (fixture, "before");
  g_assert_cmpint (g_rename (fixture->path, fixture->away), ==, 0);
  assert_gone (fixture);
  g_assert_cmpint (g_rename (fixture->away, fixture->path), ==, 0);
  assert_there (fixture, "after");
}

/* What lies there now is not what was opened. */
static void
test_nothing_is_saved_beside_another_file_of_the_name (Fixture       *fixture,
                                                       gconstpointer  unused)
{
  g_assert_cmpint (g_rename (fixture->path, fixture->away), ==, 0);
  g_assert_true (g_file_set_contents (fixture->path, "something else", -1, NULL));
  assert_gone (fixture);
  g_unlink (fixture->path);
  assert_gone (fixture);
}

/* It is waited for once: whoever saves is told within ten seconds. */
static void
test_file_that_is_held_fast_is_told_soon (Fixture       *fixture,
                                          gconstpointer  unused)
{
  g_autoptr(GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  sqlite3 *other = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (save (fixture->db, "held", &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE);
  g_assert_nonnull (strstr (error->message, "busy"));
  g_assert_cmpint (clinic_db_get_verdict (fixture->db), ==, CLINIC_DB_FINAL);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
  sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (other);
  assert_there (fixture, "released");
}

/* A quota, say: SQLite does not know of it as of a full disk. */
static void
test_file_that_may_not_grow_is_told (Fixture       *fixture,
                                     gconstpointer  unused)
{
  g_autoptr(GError) error = NULL;
  struct rlimit before;
  struct rlimit none;

  getrlimit (RLIMIT_FSIZE, &before);
  none = before;
  none.rlim_cur = 0;
  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &none);
  save (fixture->db, "full", &error);
  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE);
  g_assert_nonnull (strstr (error->message, "The disk does not take"));
  assert_there (fixture, "room");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/trouble/nothing-is-saved-into-a-file-that-went-away", Fixture, NULL, set_up,
              test_nothing_is_saved_into_a_file_that_went_away, tear_down);
  g_test_add ("/trouble/nothing-is-saved-beside-another-file-of-the-name", Fixture, NULL, set_up,
              test_nothing_is_saved_beside_another_file_of_the_name, tear_down);
  g_test_add ("/trouble/file-that-is-held-fast-is-told-soon", Fixture, NULL, set_up,
              test_file_that_is_held_fast_is_told_soon, tear_down);

  g_test_add ("/trouble/file-that-may-not-grow-is-told", Fixture, NULL, set_up,
              test_file_that_may_not_grow_is_told, tear_down);

  return g_test_run ();
}
