/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is peculiar to a clinic in a file: who holds it, what is refused, what a full disk
 * leaves. */

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clinic-backup.h"
#include "clinic-migration.h"

typedef struct
{
  char     *folder;
  char     *path;
  ClinicDb *db;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("anagen-sqlite-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "test.anagen", NULL);
  fixture->db = clinic_db_open (fixture->path, CLINIC_DB_CREATE, &error);
  g_assert_no_error (error);
  clinic_migration_run (fixture->db, &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }

  g_rmdir (folder);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_clear_pointer (&fixture->db, clinic_db_close);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static gint64
ask_number (ClinicDb   *db,
            const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicStatement) statement = clinic_db_prepare (db, sql, &error);

  g_assert_no_error (error);
  g_assert_true (clinic_statement_step (statement, &error));

  return clinic_statement_get_int (statement, 0);
}

static void
do_sql (ClinicDb   *db,
        const char *sql)
{
  g_autoptr(GError) error = NULL;

  clinic_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

static void
assert_not_opened (const char   *path,
                   ClinicDbMode  mode,
                   ClinicError   code,
                   const char   *words)
{
  g_autoptr(GError) error = NULL;
  ClinicDb *db = clinic_db_open (path, mode, &error);

  g_assert_null (db);
  g_assert_error (error, CLINIC_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_second_writer_is_told_who_holds_it (Fixture       *fixture,
                                         gconstpointer  unused)
{
  g_autofree char *process = g_strdup_printf ("process %d", (int) getpid ());

  assert_not_opened (fixture->path, CLINIC_DB_WRITE, CLINIC_ERROR_HELD, process);

  g_clear_pointer (&fixture->db, clinic_db_close);
  fixture->db = clinic_db_open (fixture->path, CLINIC_DB_WRITE, NULL);
  g_assert_nonnull (fixture->db);
}

/* A second name of the file would have a lock, and a key, of its own. */
static void
test_link_to_the_clinic_is_the_clinic (Fixture       *fixture,
                                       gconstpointer  unused)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link.anagen", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicDb) reader = NULL;

  g_assert_cmpint (symlink ("test.anagen", link), ==, 0);
  assert_not_opened (link, CLINIC_DB_WRITE, CLINIC_ERROR_HELD, "open elsewhere");

  reader = clinic_db_open (link, CLINIC_DB_READ, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (clinic_db_get_key_path (reader), ==, clinic_db_get_key_path (fixture->db));
}

static void
test_reader_works_beside_the_writer (Fixture       *fixture,
                                     gconstpointer  unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicDb) reader = clinic_db_open (fixture->path, CLINIC_DB_READ, &error);

  g_assert_no_error (error);
  do_sql (fixture->db, "INSERT INTO room (id, version, name) VALUES (1, 1, 'One')");
  g_assert_cmpint (ask_number (reader, "SELECT count(*) FROM room"), ==, 1);
  g_assert_false (clinic_db_exec (reader, "INSERT INTO room (id, version, name) VALUES (2, 1, 'Two')", &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE);
}

/* A reader that closes last must not take the log in: the writer alone does. */
static void
test_reader_never_checkpoints (Fixture       *fixture,
                               gconstpointer  unused)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  GStatBuf before;
  GStatBuf after;
  ClinicDb *reader;

  do_sql (fixture->db, "INSERT INTO room (id, version, name) VALUES (1, 1, 'One')");
  reader = clinic_db_open (fixture->path, CLINIC_DB_READ, NULL);
  g_assert_cmpint (ask_number (reader, "SELECT count(*) FROM room"), ==, 1);
  g_assert_cmpint (g_stat (fixture->path, &before), ==, 0);
  clinic_db_close (reader);
  g_assert_cmpint (g_stat (fixture->path, &after), ==, 0);
  g_assert_cmpint (before.st_size, ==, after.st_size);
  g_assert_cmpint (g_stat (log, &after), ==, 0);
  g_assert_cmpint (after.st_size, >, 0);
}

static void
test_other_files_are_refused (Fixture       *fixture,
                              gconstpointer  unused)
{
  g_autofree char *text = g_build_filename (fixture->folder, "text", NULL);
  g_autofree char *empty = g_build_filename (fixture->folder, "empty", NULL);
  g_autofree char *foreign = g_build_filename (fixture->folder, "foreign", NULL);
  g_autofree char *missing = g_build_filename (fixture->folder, "missing", NULL);
  sqlite3 *connection = NULL;

  g_assert_true (g_file_set_contents (text, "This is a letter, long enough to be no database at all, none whatever.\n"
                                      "And a second line, to be longer than the header of any "
                                      "database file.", -1, NULL));
  g_assert_true (g_file_set_contents (empty, "", -1, NULL));
  g_assert_cmpint (sqlite3_open (foreign, &connection), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (connection, "CREATE TABLE song (name TEXT)", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (connection);

  assert_not_opened (text, CLINIC_DB_WRITE, CLINIC_ERROR_INVALID, "not a clinic's file");
  assert_not_opened (empty, CLINIC_DB_WRITE, CLINIC_ERROR_INVALID, "not a clinic's file");
  assert_not_opened (foreign, CLINIC_DB_WRITE, CLINIC_ERROR_INVALID, "not a clinic's file");
  assert_not_opened (foreign, CLINIC_DB_READ, CLINIC_ERROR_INVALID, "not a clinic's file");
  assert_not_opened (missing, CLINIC_DB_WRITE, CLINIC_ERROR_INVALID, "no clinic");
  assert_not_opened (fixture->path, CLINIC_DB_CREATE, CLINIC_ERROR_HELD, "open elsewhere");
  assert_not_opened (foreign, CLINIC_DB_CREATE, CLINIC_ERROR_INVALID, "already there");
}

static void
test_newer_clinic_is_refused_with_words (Fixture       *fixture,
                                         gconstpointer  unused)
{
  g_autoptr(GError) error = NULL;
  gint64 rows;

  do_sql (fixture->db,
          "INSERT INTO migration (number, name, checksum, applied_at) VALUES (9999, '9999-later', "
          "'x', '')");
  rows = ask_number (fixture->db, "SELECT count(*) FROM migration");

  g_assert_false (clinic_migration_run (fixture->db, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "newer Anagen"));
  g_assert_cmpint (ask_number (fixture->db, "SELECT count(*) FROM migration"), ==, rows);
}

static void
test_files_are_private (Fixture       *fixture,
                        gconstpointer  unused)
{
  static const char * const suffixes[] = { "", ".lock", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, suffixes[i], NULL);
      GStatBuf info;

      g_assert_cmpint (g_stat (path, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0600);
    }
}

static void
test_backup_opens_and_holds_the_same (Fixture       *fixture,
                                      gconstpointer  unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicDb) copy = NULL;

  do_sql (fixture->db, "INSERT INTO room (id, version, name) VALUES (1, 1, 'One')");
  clinic_backup_run (fixture->db, path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));

  copy = clinic_db_open (path, CLINIC_DB_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (clinic_migration_is_current (copy, &error));
  g_assert_cmpint (ask_number (copy, "SELECT count(*) FROM room"), ==, 1);

  g_assert_false (clinic_backup_run (fixture->db, path, NULL, NULL, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
}

/* A key that lies where the copy's would go may be all that opens another clinic's trail. */
static void
test_backup_writes_over_nothing (Fixture       *fixture,
                                 gconstpointer  unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy", NULL);
  g_autofree char *key = g_strconcat (path, ".key", NULL);
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (key, "another's", -1, NULL));
  g_assert_false (clinic_backup_run (fixture->db, path, NULL, NULL, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_assert_true (g_file_get_contents (key, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "another's");
  g_clear_error (&error);

  g_assert_cmpint (g_unlink (key), ==, 0);
  g_assert_true (g_file_set_contents (part, "mine", -1, NULL));
  clinic_backup_run (fixture->db, path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (part, G_FILE_TEST_EXISTS));
}

static gpointer
back_up (gpointer data)
{
  char **paths = data;
  g_autoptr(ClinicDb) db = clinic_db_open (paths[0], CLINIC_DB_READ, NULL);

  return GINT_TO_POINTER (clinic_backup_run (db, paths[1], NULL, NULL, NULL));
}

/* The one who comes second takes nothing of the first one's away. */
static void
test_two_backups_to_one_name_leave_one_with_its_key (Fixture       *fixture,
                                                     gconstpointer  unused)
{
  g_autofree char *own_key = g_strconcat (fixture->path, ".key", NULL);

  g_assert_true (g_file_set_contents (own_key, "a key", -1, NULL));

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/copy-%u", fixture->folder, i);
      g_autofree char *key = g_strconcat (path, ".key", NULL);
      char *paths[] = { fixture->path, path };
      GThread *first = g_thread_new ("first", back_up, paths);
      GThread *second = g_thread_new ("second", back_up, paths);
      int n_done = GPOINTER_TO_INT (g_thread_join (first)) +
                   GPOINTER_TO_INT (g_thread_join (second));

      g_assert_cmpint (n_done, ==, 1);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
      g_assert_true (g_file_test (key, G_FILE_TEST_EXISTS));
    }
}

static void
test_backup_into_nowhere_leaves_nothing (Fixture       *fixture,
                                         gconstpointer  unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "no", "such", "folder", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_false (clinic_backup_run (fixture->db, path, NULL, NULL, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE);
}

/* The ways round a trigger that says no, tried one by one. */
static const char * const bypasses[] = {
  "UPDATE audit SET actor = 2",
  "UPDATE OR REPLACE audit SET seq = 99",
  "UPDATE audit SET rowid = 77",
  "DELETE FROM audit",
  "DELETE FROM audit WHERE 1 = 1",
  "REPLACE INTO audit (seq, at, actor, operation, command, action, entity, entity_id, mac) VALUES "
  "(1, '', 2, 1, '', '', '', 1, '')",
  "INSERT OR REPLACE INTO audit (seq, at, actor, operation, command, action, entity, entity_id, "
  "mac) VALUES (1, '', 2, 1, '', '', '', 1, '')",
  "INSERT INTO audit (seq, at, actor, operation, command, action, entity, entity_id, mac) VALUES "
  "(1, '', 2, 1, '', '', '', 1, '') "
  "ON CONFLICT (seq) DO UPDATE SET actor = 2",
  "DROP TABLE audit",
  "ALTER TABLE audit RENAME TO old",
  "ALTER TABLE audit RENAME COLUMN mac TO old",
  "ALTER TABLE audit DROP COLUMN mac",
  "DROP TRIGGER audit_append_only_on_update",
  "DROP TRIGGER audit_append_only_on_delete",
  "CREATE TABLE other (a)",
  "CREATE TRIGGER mine AFTER INSERT ON room BEGIN DELETE FROM audit; END",
  "CREATE TEMP TRIGGER mine AFTER INSERT ON room BEGIN DELETE FROM audit; END",
  "CREATE TEMP TABLE audit (seq)",
  "CREATE VIEW mine AS SELECT * FROM audit",
  "PRAGMA writable_schema = ON",
  "PRAGMA recursive_triggers = OFF",
  "PRAGMA ignore_check_constraints = ON",
  "PRAGMA foreign_keys = OFF",
  "PRAGMA synchronous = OFF",
  "PRAGMA journal_mode = OFF",
  "UPDATE sqlite_schema SET sql = NULL",
  "DELETE FROM sqlite_schema",
  "ATTACH ':memory:' AS other",
  "VACUUM",
  "REINDEX",
  "UPDATE operation SET actor = 2",
  "DELETE FROM operation",
  "UPDATE migration SET checksum = ''",
};

static void
test_bypass_is_refused (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  do_sql (fixture->db, "INSERT INTO operation (id, command, actor, at) VALUES (1, 'test', 1, '')");
  do_sql (fixture->db,
          "INSERT INTO audit (seq, at, actor, operation, command, action, entity, entity_id, mac) "
          "VALUES (1, '', 1, 1, '', '', '', 1, 'first')");

  g_assert_false (clinic_db_exec (fixture->db, data, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (ask_number (fixture->db,
                               "SELECT count(*) FROM audit WHERE actor = 1 AND seq = 1 AND mac = "
                               "'first'"), ==, 1);
  g_assert_cmpint (ask_number (fixture->db, "SELECT count(*) FROM operation WHERE actor = 1"), ==,
                   1);
}

static void
add_signed_session (ClinicDb *db)
{
  do_sql (db,
          "INSERT INTO staff (id, version, name, roles) VALUES (1, 1, 'A', 'practitioner');"
          "INSERT INTO patient (id, version, file_number, family_name) VALUES (1, 1, '1', 'B');"
          "INSERT INTO session (id, version, patient_id, practitioner_id, starts, ends, status, "
          "overbooked) "
          "VALUES (1, 1, 1, 1, '2026-11-21T09:00', '2026-11-21T09:30', 'done', 0);"
          "INSERT INTO injection (id, version, session_id, zone, points, volume_per_point) VALUES "
          "(1, 1, 1, 'vertex', 10, 50);"
          "UPDATE session SET signed_at = '2026-11-21T10:00:00Z', signed_by = 1, signature = 'x'");
}

static const char * const signed_changes[] = {
  "UPDATE session SET notes = 'other'",
  "UPDATE session SET signed_at = NULL",
  "UPDATE injection SET points = 1",
  "DELETE FROM injection",
  "DELETE FROM session",
  "REPLACE INTO session (id, version, patient_id, practitioner_id, starts, ends, status, "
  "overbooked) "
  "VALUES (1, 1, 1, 1, '2026-11-21T09:00', '2026-11-21T09:30', 'done', 0)",
  "REPLACE INTO injection (id, version, session_id, zone, points, volume_per_point) VALUES (1, 1, "
  "1, 'vertex', 99, 50)",
  "INSERT INTO injection (id, version, session_id, zone, points, volume_per_point) VALUES (2, 1, "
  "1, 'vertex', 99, 50)",
};

static void
test_signed_session_stays (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  add_signed_session (fixture->db);

  g_assert_false (clinic_db_exec (fixture->db, data, &error));
  g_assert_cmpstr (clinic_db_get_constraint (fixture->db), ==, "signed");
  g_assert_cmpint (ask_number (fixture->db,
                               "SELECT count(*) FROM session WHERE signature = 'x' AND notes IS "
                               "NULL"), ==, 1);
  g_assert_cmpint (ask_number (fixture->db, "SELECT count(*) FROM injection WHERE points = 10"), ==,
                   1);
}

/* In a mount namespace of its own, where a file system of 2 MB is full soon. */
static void
fill_small_disk (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "full.anagen", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) again = NULL;
  g_autofree char *long_name = g_strnfill (50000, 'x');
  g_autofree char *sql = NULL;
  g_autofree char *damage = NULL;
  ClinicDb *db = clinic_db_open (path, CLINIC_DB_CREATE, &error);
  gint64 n = 0;

  g_assert_no_error (error);
  clinic_migration_run (db, &error);
  g_assert_no_error (error);

  while (error == NULL && n < 1000)
    {
      g_autofree char *insert = g_strdup_printf ("INSERT INTO setting (id, version, key, value) "
                                                 "VALUES (%d, 1, '%d', '%s')",
                                                 (int) n, (int) n, long_name);

      if (clinic_db_begin (db, CLINIC_DB_CHANGE, &error) &&
          clinic_db_exec (db, insert, &error) &&
          clinic_db_commit (db, &error))
        n++;
      else
        clinic_db_rollback (db);
    }

  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE);
  g_assert_nonnull (strstr (error->message, "disk is full"));
  g_assert_cmpint (n, >, 3);
  g_assert_false (clinic_db_in_transaction (db));
  g_assert_cmpint (ask_number (db, "SELECT count(*) FROM setting"), ==, n);
  clinic_db_close (db);

  db = clinic_db_open (path, CLINIC_DB_WRITE, &again);
  g_assert_no_error (again);
  g_assert_cmpint (ask_number (db, "SELECT count(*) FROM setting"), ==, n);
  damage = clinic_db_check (db, NULL, &again);
  g_assert_null (damage);
  clinic_db_close (db);
}

static void
test_full_disk_keeps_what_was_saved (void)
{
  g_autofree char *folder = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }

  folder = g_dir_make_tmp ("anagen-full-XXXXXX", NULL);

  if (unshare (CLONE_NEWNS) != 0 && unshare (CLONE_NEWUSER | CLONE_NEWNS) != 0)
    {
      g_test_skip ("This machine lets nobody make a small file system");
      return;
    }

  mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL);
  g_assert_cmpint (mount ("tmpfs", folder, "tmpfs", 0, "size=2m"), ==, 0);
  fill_small_disk (folder);
  umount2 (folder, MNT_DETACH);
  g_rmdir (folder);
}

/* Root may write anywhere: the folder is made unwritable for another user, whom the child
 * becomes. */
static void
test_read_only_folder_is_told (void)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  int status;

  folder = g_dir_make_tmp ("anagen-ro-XXXXXX", NULL);
  path = g_build_filename (folder, "new.anagen", NULL);
  g_chmod (folder, 0555);

  if (fork () == 0)
    {
      g_autoptr(GError) error = NULL;
      ClinicDb *db;

      if (getuid () == 0 && setuid (65534) != 0)
        _exit (2);

      db = clinic_db_open (path, CLINIC_DB_CREATE, &error);
      _exit (db == NULL && g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE) &&
             strstr (error->message, "Nothing was changed") != NULL ? 0 : 1);
    }

  g_assert_cmpint (wait (&status), >, 0);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  g_rmdir (folder);
}

/* A copy of the file alone, as somebody may put it on a medium that cannot be written. */
static void
make_copy_in_unwritable_folder (Fixture    *fixture,
                                const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = NULL;
  gsize length;

  clinic_db_checkpoint (fixture->db);
  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  g_assert_true (g_file_get_contents (fixture->path, &text, &length, NULL));
  g_assert_true (g_file_set_contents (path, text, length, NULL));
  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
}

static void
test_clinic_in_read_only_folder_says_what_to_do (Fixture       *fixture,
                                                 gconstpointer  unused)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "medium", NULL);
  g_autofree char *path = g_build_filename (folder, "copy.anagen", NULL);
  int status;

  make_copy_in_unwritable_folder (fixture, path);

  if (fork () == 0)
    {
      g_autoptr(GError) error = NULL;
      ClinicDb *db;

      if (getuid () == 0 && setuid (65534) != 0)
        _exit (2);

      db = clinic_db_open (path, CLINIC_DB_READ, &error);
      _exit (db == NULL && g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE) &&
             strstr (error->message, "Copy it") != NULL ? 0 : 1);
    }

  g_assert_cmpint (wait (&status), >, 0);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  g_chmod (folder, 0755);
  remove_folder (folder);
}

static void
add_cases (const char         *folder,
           const char * const *cases,
           guint n,
           void (*             func)(Fixture *, gconstpointer))
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/sqlite/%s/%02u", folder, i + 1);

      g_test_add (path, Fixture, cases[i], set_up, func, tear_down);
    }
}

int
main (int   argc,
      char *argv[])
{
  umask (077);
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/sqlite/second-writer-is-told-who-holds-it", Fixture, NULL, set_up,
              test_second_writer_is_told_who_holds_it, tear_down);
  g_test_add ("/sqlite/link-to-the-clinic-is-the-clinic", Fixture, NULL, set_up,
              test_link_to_the_clinic_is_the_clinic, tear_down);
  g_test_add ("/sqlite/two-backups-to-one-name-leave-one-with-its-key", Fixture, NULL, set_up,
              test_two_backups_to_one_name_leave_one_with_its_key, tear_down);
  g_test_add ("/sqlite/clinic-in-read-only-folder-says-what-to-do", Fixture, NULL, set_up,
              test_clinic_in_read_only_folder_says_what_to_do, tear_down);
  g_test_add ("/sqlite/reader-works-beside-the-writer", Fixture, NULL, set_up,
              test_reader_works_beside_the_writer, tear_down);
  g_test_add ("/sqlite/reader-never-checkpoints", Fixture, NULL, set_up,
              test_reader_never_checkpoints, tear_down);
  g_test_add ("/sqlite/other-files-are-refused", Fixture, NULL, set_up,
              test_other_files_are_refused, tear_down);
  g_test_add ("/sqlite/newer-clinic-is-refused-with-words", Fixture, NULL, set_up,
              test_newer_clinic_is_refused_with_words, tear_down);
  g_test_add ("/sqlite/files-are-private", Fixture, NULL, set_up, test_files_are_private,
              tear_down);
  g_test_add ("/sqlite/backup-opens-and-holds-the-same", Fixture, NULL, set_up,
              test_backup_opens_and_holds_the_same, tear_down);
  g_test_add ("/sqlite/backup-writes-over-nothing", Fixture, NULL, set_up,
              test_backup_writes_over_nothing, tear_down);
  g_test_add ("/sqlite/backup-into-nowhere-leaves-nothing", Fixture, NULL, set_up,
              test_backup_into_nowhere_leaves_nothing, tear_down);
  g_test_add_func ("/sqlite/full-disk-keeps-what-was-saved", test_full_disk_keeps_what_was_saved);
  g_test_add_func ("/sqlite/read-only-folder-is-told", test_read_only_folder_is_told);
  add_cases ("bypass", bypasses, G_N_ELEMENTS (bypasses), test_bypass_is_refused);
  add_cases ("signed", signed_changes, G_N_ELEMENTS (signed_changes), test_signed_session_stays);

  return g_test_run ();
}
