/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Clinics of other ages, and writes for which there is no memory: all or nothing, and never half
 * of it. */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "clinic-db.h"
#include "clinic-migration.h"
#include "clinic-resource.h"
#include "clinic-test.h"

/* What a program from outside does to the file: the program's own connection refuses it. */
static void
tamper (const char *location,
        const char *sql)
{
  sqlite3 *connection = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (location, &connection), ==, SQLITE_OK);
  sqlite3_exec (connection, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (connection);
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
make_clinic (const char *location)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicDb) db = clinic_db_open (location, CLINIC_DB_CREATE, &error);

  g_assert_no_error (error);
  clinic_migration_run (db, &error);
  g_assert_no_error (error);
  clinic_db_exec (db, "INSERT INTO room (id, version, name) VALUES (1, 1, 'One')", &error);
  g_assert_no_error (error);
}

static void
apply_step (const char *location,
            guint       number,
            const char *name)
{
  g_autofree char *path = g_strdup_printf ("sql/migrations/%s.sql", name);
  g_autofree char *text = clinic_resource_dup_text (path);
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autofree char *note = g_strdup_printf ("INSERT INTO migration VALUES (%u, '%s', '%s', '2026')",
                                           number, name, checksum);

  tamper (location, text);
  tamper (location, note);
}

/* As it was before the search words were kept. */
static void
make_old_clinic (const char *location)
{
  g_autoptr(GError) error = NULL;
  ClinicDb *db = clinic_db_open (location, CLINIC_DB_CREATE, &error);

  g_assert_no_error (error);
  clinic_db_close (db);
  tamper (location,
          "CREATE TABLE migration (number BIGINT PRIMARY KEY, name TEXT NOT NULL,"
          " checksum TEXT NOT NULL, applied_at TEXT NOT NULL)");
  apply_step (location, 1, "0001-records");
  apply_step (location, 2, "0002-guards");
  tamper (location, "INSERT INTO room (id, version, name) VALUES (1, 1, 'One')");
}

static guint
count_copies (const char  *location,
              char       **found)
{
  g_autofree char *folder = g_path_get_dirname (location);
  g_autofree char *name = g_path_get_basename (location);
  g_autofree char *prefix = g_strconcat (name, ".before-0003-", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *entry;
  guint n = 0;

  while ((entry = g_dir_read_name (dir)) != NULL)
    {
      if (!g_str_has_prefix (entry, prefix) || g_str_has_suffix (entry, ".key"))
        continue;

      g_free (*found);
      *found = g_build_filename (folder, entry, NULL);
      n++;
    }

  return n;
}

static void
test_older_clinic_is_copied_then_brought_up_to_date (const char *location)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicDb) db = NULL;
  g_autoptr(ClinicDb) copy = NULL;
  g_autofree char *path = NULL;

  make_old_clinic (location);
  db = clinic_db_open (location, CLINIC_DB_WRITE, &error);
  g_assert_no_error (error);
  g_assert_false (clinic_migration_is_current (db, &error));
  g_assert_no_error (error);

  clinic_migration_run (db, &error);
  g_assert_no_error (error);
  g_assert_true (clinic_migration_is_current (db, &error));
  g_assert_cmpint (ask_number (db, "SELECT count(*) FROM patient_token"), ==, 0);

  g_assert_cmpuint (count_copies (location, &path), ==, 1);
  copy = clinic_db_open (path, CLINIC_DB_READ, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask_number (copy, "SELECT count(*) FROM room"), ==, 1);
  g_assert_false (clinic_migration_is_current (copy, &error));
}

static void
test_step_that_fails_changes_nothing (const char *location)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicDb) db = NULL;

  make_old_clinic (location);
  tamper (location, "CREATE TABLE patient_word (in_the_way TEXT)");
  db = clinic_db_open (location, CLINIC_DB_WRITE, &error);
  g_assert_no_error (error);

  g_assert_false (clinic_migration_run (db, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE);
  g_assert_nonnull (strstr (error->message, "as they were"));
  g_assert_cmpint (ask_number (db, "SELECT count(*) FROM sqlite_schema WHERE name = 'patient_token'"), ==, 0);
  g_assert_cmpint (ask_number (db, "SELECT max(number) FROM migration"), ==, 2);
  g_assert_cmpint (ask_number (db, "SELECT count(*) FROM room"), ==, 1);
}

static void
test_other_edition_is_refused (const char *location)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicDb) db = NULL;

  make_clinic (location);
  tamper (location, "UPDATE migration SET checksum = 'other' WHERE number = 1");
  db = clinic_db_open (location, CLINIC_DB_WRITE, &error);
  g_assert_no_error (error);

  g_assert_false (clinic_migration_run (db, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "another edition"));
}

/* Ten rows in one transaction, of which none or all must be there. */
static gboolean
write_ten (ClinicDb  *db,
           int        round,
           GError   **error)
{
  if (!clinic_db_begin (db, CLINIC_DB_CHANGE, error))
    return FALSE;

  for (int i = 0; i < 10; i++)
    {
      g_autofree char *sql = g_strdup_printf ("INSERT INTO setting (id, version, key, value) "
                                              "VALUES (%d, 1, 'k%d', "
                                              "hex (zeroblob (4000)))", round * 10 + i, round * 10 + i);

      if (!clinic_db_exec (db, sql, error))
        return FALSE;
    }

  return clinic_db_commit (db, error);
}

/* A rollback can itself fail for want of memory; half a transaction must never be seen after it. */
static void
test_want_of_memory_leaves_all_or_nothing (const char *location)
{
  g_autoptr(GError) error = NULL;
  ClinicDb *db;
  guint refused = 0;
  gint64 kept = 0;

  make_clinic (location);
  db = clinic_db_open (location, CLINIC_DB_WRITE, &error);
  g_assert_no_error (error);

  for (int round = 1; round <= 150; round++)
    {
      g_autoptr(GError) failure = NULL;
      sqlite3_int64 used = sqlite3_memory_used ();

      sqlite3_hard_heap_limit64 (used + 500 * round);

      if (write_ten (db, round, &failure))
        kept++;
      else
        {
          refused++;
          clinic_db_rollback (db);
        }

      sqlite3_hard_heap_limit64 (0);

      if (!clinic_db_in_transaction (db) && clinic_db_reopen (db, &error))
        g_assert_cmpint (ask_number (db, "SELECT count(*) FROM setting"), ==, kept * 10);

      g_assert_no_error (error);
      g_assert_false (clinic_db_in_transaction (db));
    }

  g_assert_cmpuint (refused, >, 10);
  g_assert_cmpint (kept, >, 10);
  clinic_db_close (db);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add_place_on ("sqlite", "/migration/older-clinic-is-copied-then-brought-up-to-date",
                            test_older_clinic_is_copied_then_brought_up_to_date);
  clinic_test_add_place_on ("sqlite", "/migration/step-that-fails-changes-nothing",
                            test_step_that_fails_changes_nothing);
  clinic_test_add_place_on ("sqlite", "/migration/other-edition-is-refused",
                            test_other_edition_is_refused);
  clinic_test_add_place_on ("sqlite", "/migration/want-of-memory-leaves-all-or-nothing",
                            test_want_of_memory_leaves_all_or_nothing);

  return g_test_run ();
}
