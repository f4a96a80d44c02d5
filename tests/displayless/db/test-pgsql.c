/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is peculiar to a clinic on a server: its address, a lost connection, several seats,
 * servers that will not do. */

#include "config.h"

#include <libpq-fe.h>

#include "clinic-migration.h"
#include "clinic-test.h"

static ClinicStatement *
prepare (ClinicDb   *db,
         const char *sql)
{
  g_autoptr(GError) error = NULL;
  ClinicStatement *statement = clinic_db_prepare (db, sql, &error);

  g_assert_no_error (error);

  return statement;
}

static void
run (ClinicDb   *db,
     const char *sql)
{
  g_autoptr(GError) error = NULL;

  clinic_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

static gint64
ask (ClinicDb   *db,
     const char *sql)
{
  g_autoptr(ClinicStatement) statement = prepare (db, sql);

  g_assert_true (clinic_statement_step (statement, NULL));

  return clinic_statement_get_int (statement, 0);
}

static void
begin (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;

  clinic_db_begin (db, CLINIC_DB_CHANGE, &error);
  g_assert_no_error (error);
}

/* Ends @victim's connection as a restarted server or a pulled cable would. */
static void
cut (ClinicDb *victim,
     ClinicDb *other)
{
  gint64 pid = ask (victim, "SELECT pg_backend_pid ()");
  g_autofree char *sql = g_strdup_printf ("SELECT pg_terminate_backend (%d, 5000)", (int) pid);

  g_assert_cmpint (ask (other, sql), ==, 1);
}

static void
assert_lost (ClinicDb *db,
             GError   *error)
{
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE);
  g_assert_nonnull (strstr (error->message, "was lost"));
  g_assert_cmpint (clinic_db_get_verdict (db), ==, CLINIC_DB_IN_DOUBT);
}

static void
test_lost_connection_is_made_anew (ClinicDb *db)
{
  g_autoptr(ClinicDb) other = clinic_test_open (db, CLINIC_DB_WRITE);
  g_autoptr(GError) error = NULL;

  begin (db);
  run (db, "INSERT INTO setting (id, version, key) VALUES (1, 1, 'a')");
  cut (db, other);
  g_assert_false (clinic_db_exec (db, "INSERT INTO setting (id, version, key) VALUES (2, 1, 'b')",
                                  &error));
  assert_lost (db, error);
  g_assert_false (clinic_db_in_transaction (db));
  clinic_db_rollback (db);
  g_assert_cmpint (clinic_db_get_verdict (db), ==, CLINIC_DB_IN_DOUBT);

  g_clear_error (&error);
  clinic_db_reopen (db, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM setting"), ==, 0);
  begin (db);
  run (db, "INSERT INTO setting (id, version, key) VALUES (1, 1, 'a')");
  clinic_db_commit (db, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask (other, "SELECT count(*) FROM setting"), ==, 1);
}

static void
test_loss_at_commit_is_in_doubt (ClinicDb *db)
{
  g_autoptr(ClinicDb) other = clinic_test_open (db, CLINIC_DB_WRITE);
  g_autoptr(GError) error = NULL;

  begin (db);
  run (db, "INSERT INTO setting (id, version, key) VALUES (1, 1, 'a')");
  cut (db, other);
  g_assert_false (clinic_db_commit (db, &error));
  assert_lost (db, error);
}

static void
test_loss_in_a_stream_is_told (ClinicDb *db)
{
  g_autoptr(ClinicDb) other = clinic_test_open (db, CLINIC_DB_WRITE);
  ClinicStatement *statement;
  g_autoptr(GError) error = NULL;

  statement = prepare (db, "SELECT repeat ('x', 1000) FROM generate_series (1, 200000)");
  g_assert_cmpint (ask (other, "SELECT 1"), ==, 1);

  {
    gint64 pid = ask (db, "SELECT pg_backend_pid ()");
    g_autofree char *sql = g_strdup_printf ("SELECT pg_terminate_backend (%d, 5000)", (int) pid);

    clinic_statement_stream (statement);
    g_assert_true (clinic_statement_step (statement, &error));
    ask (other, sql);
  }

  while (clinic_statement_step (statement, &error))
    ;

  assert_lost (db, error);
  clinic_statement_free (statement);
  g_clear_error (&error);
  clinic_db_reopen (db, &error);
  g_assert_no_error (error);
}

static gpointer
update_second (gpointer data)
{
  ClinicDb *db = data;
  g_autoptr(GError) error = NULL;

  if (clinic_db_exec (db, "UPDATE setting SET value = 'b' WHERE id = 1", &error))
    return GINT_TO_POINTER (CLINIC_DB_FINAL + 1);

  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE);

  return GINT_TO_POINTER (clinic_db_get_verdict (db) + 1);
}

/* Two seats want each other's row: the server ends one of them, who may try again. */
static void
test_deadlock_may_be_tried_again (ClinicDb *db)
{
  g_autoptr(ClinicDb) other = clinic_test_open (db, CLINIC_DB_WRITE);
  g_autoptr(GError) error = NULL;
  GThread *thread;
  int theirs;
  int ours = CLINIC_DB_FINAL;

  run (db, "INSERT INTO setting (id, version, key) VALUES (1, 1, 'a'), (2, 1, 'b')");
  begin (db);
  begin (other);
  run (db, "UPDATE setting SET value = 'a' WHERE id = 1");
  run (other, "UPDATE setting SET value = 'b' WHERE id = 2");

  thread = g_thread_new ("other", update_second, other);

  if (!clinic_db_exec (db, "UPDATE setting SET value = 'a' WHERE id = 2", &error))
    ours = clinic_db_get_verdict (db);

  clinic_db_rollback (db);
  theirs = GPOINTER_TO_INT (g_thread_join (thread)) - 1;
  clinic_db_rollback (other);
  g_assert_true ((ours == CLINIC_DB_AGAIN) != (theirs == CLINIC_DB_AGAIN));
}

static void
test_failed_part_fails_the_commit (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;

  run (db, "INSERT INTO setting (id, version, key) VALUES (1, 1, 'a')");
  begin (db);
  run (db, "INSERT INTO setting (id, version, key) VALUES (2, 1, 'b')");
  g_assert_false (clinic_db_exec (db, "INSERT INTO setting (id, version, key) VALUES (3, 1, 'a')",
                                  NULL));
  g_assert_false (clinic_db_commit (db, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE);
  g_assert_cmpstr (clinic_db_get_constraint (db), ==, "setting.key");
  g_assert_true (clinic_db_in_transaction (db));
  clinic_db_rollback (db);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM setting"), ==, 1);
}

static void
test_truncate_is_refused (ClinicDb *db)
{
  static const char * const tables[] = {
    "audit", "operation CASCADE", "amendment", "finding", "session CASCADE", "injection", "draw",
    "cocktail_version CASCADE", "component", "migration", "patient CASCADE",
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("TRUNCATE %s", tables[i]);
      g_autoptr(GError) error = NULL;

      g_assert_false (clinic_db_exec (db, sql, &error));
      g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
    }
}

static void
test_switched_off_guard_is_damage (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *damage = NULL;

  run (db, "ALTER TABLE audit DISABLE TRIGGER audit_append_only");
  damage = clinic_db_check (db, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (damage, "audit_append_only"));
}

static void
test_indexes_are_compared_where_the_server_can (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *damage = NULL;

  run (db, "CREATE EXTENSION amcheck");
  run (db, "INSERT INTO setting (id, version, key) VALUES (1, 1, 'a'), (2, 1, 'b')");
  damage = clinic_db_check (db, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (damage);
}

static void
test_commit_waits_for_the_disk (ClinicDb *db)
{
  g_autoptr(ClinicStatement) statement = prepare (db,
                                                  "SELECT current_setting ('synchronous_commit')");

  g_assert_true (clinic_statement_step (statement, NULL));
  g_assert_cmpstr (clinic_statement_get_text (statement, 0), ==, "on");
}

static void
test_key_is_named_after_the_database (ClinicDb *db)
{
  g_autofree char *longer = g_strconcat (clinic_test_location (db), "&application_name=x", NULL);
  g_autofree char *folder = g_path_get_dirname (clinic_db_get_key_path (db));
  g_autoptr(ClinicDb) other = NULL;
  g_autoptr(GError) error = NULL;

  other = clinic_db_open (longer, CLINIC_DB_READ, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (clinic_db_get_key_path (other), ==, clinic_db_get_key_path (db));
  g_assert_true (g_str_has_suffix (folder, "/anagen/keys"));
}

static void
test_unsafe_server_is_refused (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *sql = NULL;

  sql = g_strdup_printf ("DO $$ BEGIN EXECUTE format ('ALTER DATABASE %%I SET anagen.accept_loss "
                         "= off', "
                         "current_database ()); END $$");
  run (db, sql);
  g_assert_null (clinic_db_open (clinic_test_location (db), CLINIC_DB_WRITE, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "fsync"));
}

/* Databases of the server that would order text otherwise than SQLite does, or keep it
 * otherwise. */
static void
test_other_text_orders_are_refused (ClinicDb *db)
{
  static const char * const kinds[] = {
    "LOCALE_PROVIDER icu ICU_LOCALE 'en' LOCALE 'C' ENCODING 'UTF8'",
    "LOCALE 'C' ENCODING 'LATIN1'",
  };
  const char *location = clinic_test_location (db);
  const char *path = strchr (strstr (location, "://") + 3, '/');
  g_autofree char *address = NULL;

  address = g_strdup_printf ("%.*s/anagen_other%s", (int) (path - location), location,
                             path + strcspn (path, "?"));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *sql = g_strdup_printf ("CREATE DATABASE anagen_other TEMPLATE template0 %s",
                                              kinds[i]);
      g_autoptr(GError) error = NULL;

      run (db, "DROP DATABASE IF EXISTS anagen_other WITH (FORCE)");
      run (db, sql);
      g_assert_null (clinic_db_open (address, CLINIC_DB_CREATE, &error));
      g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, "createdb"));
    }

  run (db, "DROP DATABASE IF EXISTS anagen_other WITH (FORCE)");
}

static void
test_bad_addresses_are_refused (void)
{
  static const struct
  {
    const char *location;
    int         code;
    const char *says;
  } bad[] = {
    { "postgresql://ayse:secret@localhost/clinic", CLINIC_ERROR_INVALID, ".pgpass" },
    { "postgresql:///clinic?host=/nowhere&password=secret", CLINIC_ERROR_INVALID, ".pgpass" },
    { "postgresql:///clinic?nonsense=1", CLINIC_ERROR_INVALID, "not an address" },
    { "postgresql:///clinic?host=/nowhere", CLINIC_ERROR_DATABASE, "could not be reached" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (clinic_db_open (bad[i].location, CLINIC_DB_WRITE, &error));
      g_assert_error (error, CLINIC_ERROR, bad[i].code);
      g_assert_nonnull (strstr (error->message, bad[i].says));
      g_assert_null (strstr (error->message, "secret"));
    }
}

/* Two programs that start at once on a new clinic: one migrates, the other finds it done. */
static gpointer
migrate_cb (gpointer data)
{
  clinic_migration_run (data, NULL);

  return NULL;
}

static void
test_two_seats_migrate_once (const char *location)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicDb) first = NULL;
  g_autoptr(ClinicDb) second = NULL;
  GThread *thread;

  first = clinic_db_open (location, CLINIC_DB_CREATE, &error);
  g_assert_no_error (error);
  second = clinic_db_open (location, CLINIC_DB_CREATE, &error);
  g_assert_no_error (error);

  thread = g_thread_new ("migrate", migrate_cb, first);
  clinic_migration_run (second, &error);
  g_assert_no_error (error);
  g_thread_join (thread);
  g_assert_true (clinic_migration_is_current (first, &error));
  g_assert_no_error (error);
}

static void
add (const char     *name,
     ClinicTestFunc  func)
{
  g_autofree char *path = g_strconcat ("/server/", name, NULL);

  clinic_test_add_on ("pgsql", path, func);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  g_test_add_func ("/pgsql/server/bad-addresses-are-refused", test_bad_addresses_are_refused);
  add ("lost-connection-is-made-anew", test_lost_connection_is_made_anew);
  add ("loss-at-commit-is-in-doubt", test_loss_at_commit_is_in_doubt);
  add ("loss-in-a-stream-is-told", test_loss_in_a_stream_is_told);
  add ("deadlock-may-be-tried-again", test_deadlock_may_be_tried_again);
  add ("failed-part-fails-the-commit", test_failed_part_fails_the_commit);
  add ("truncate-is-refused", test_truncate_is_refused);
  add ("switched-off-guard-is-damage", test_switched_off_guard_is_damage);
  add ("indexes-are-compared-where-the-server-can", test_indexes_are_compared_where_the_server_can);
  add ("commit-waits-for-the-disk", test_commit_waits_for_the_disk);
  add ("key-is-named-after-the-database", test_key_is_named_after_the_database);
  add ("unsafe-server-is-refused", test_unsafe_server_is_refused);
  add ("other-text-orders-are-refused", test_other_text_orders_are_refused);
  clinic_test_add_place_on ("pgsql", "/server/two-seats-migrate-once", test_two_seats_migrate_once);

  return g_test_run ();
}
