/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What both engines must do alike, so that nobody above this room needs to know which one it is. */

#include "config.h"

#include <math.h>

#include "clinic-migration.h"
#include "clinic-resource.h"
#include "clinic-test.h"

/* Numbers from one up, made by the engine itself. */
#define NUMBERS(until) \
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " until ") SELECT i FROM n"

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
step (ClinicStatement *statement)
{
  g_autoptr(GError) error = NULL;
  gboolean there = clinic_statement_step (statement, &error);

  g_assert_no_error (error);
  g_assert_true (there);
}

static void
end (ClinicStatement *statement)
{
  g_autoptr(GError) error = NULL;
  gboolean there = clinic_statement_step (statement, &error);

  g_assert_no_error (error);
  g_assert_false (there);
}

static void
begin (ClinicDb            *db,
       ClinicDbTransaction  kind)
{
  g_autoptr(GError) error = NULL;

  clinic_db_begin (db, kind, &error);
  g_assert_no_error (error);
}

static void
commit (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;

  clinic_db_commit (db, &error);
  g_assert_no_error (error);
}

static gint64
ask (ClinicDb   *db,
     const char *sql)
{
  g_autoptr(ClinicStatement) statement = prepare (db, sql);

  step (statement);

  return clinic_statement_get_int (statement, 0);
}

static gint64
put_setting (ClinicDb   *db,
             gint64      id,
             const char *value)
{
  g_autoptr(ClinicStatement) statement = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  gint64 changed;

  statement = prepare (db, "INSERT INTO setting (id, version, key, value) VALUES ($1, 1, $2, $3)");
  clinic_statement_bind_int (statement, 1, id);
  clinic_statement_bind_text (statement, 2, key);
  clinic_statement_bind_text (statement, 3, value);
  changed = clinic_statement_run (statement, &error);
  g_assert_no_error (error);

  return changed;
}

static void
test_numbers_come_back (ClinicDb *db)
{
  static const gint64 numbers[] = { 0, 1, -1, G_MAXINT32, G_GINT64_CONSTANT (1) << 53 | 1,
                                    G_MAXINT64, G_MININT64 + 1 };
  g_autoptr(ClinicStatement) read = prepare (db, "SELECT id, version FROM setting WHERE id = $1");

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_assert_cmpint (put_setting (db, numbers[i], "x"), ==, 1);

      clinic_statement_bind_int (read, 1, numbers[i]);
      step (read);
      g_assert_cmpint (clinic_statement_get_int (read, 0), ==, numbers[i]);
      g_assert_false (clinic_statement_is_null (read, 0));
      end (read);
      clinic_statement_reset (read);
    }
}

static void
test_text_comes_back (ClinicDb *db)
{
  g_autofree char *line = g_strnfill (1000 * 1000, 'a');
  const char *texts[] = {
    "", " ", "it's \"quoted\" \\ and 100%_", "line\nline\ttab\r", "$1 -- ; DROP TABLE patient",
    "Ayşe İğdır Łódź Ærø ß þ 髪 🧴 e\u0301 \u202e", "\x01\x1f\x7f", "NULL", "1e999", line,
  };
  g_autoptr(ClinicStatement) read = prepare (db, "SELECT value FROM setting WHERE id = $1");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      put_setting (db, i, texts[i]);
      clinic_statement_bind_int (read, 1, i);
      step (read);
      g_assert_false (clinic_statement_is_null (read, 0));
      g_assert_cmpstr (clinic_statement_get_text (read, 0), ==, texts[i]);
      clinic_statement_reset (read);
    }
}

static void
test_null_is_not_nought (ClinicDb *db)
{
  g_autoptr(ClinicStatement) statement = prepare (db,
                                                  "SELECT CAST($1 AS BIGINT), CAST($2 AS TEXT), "
                                                  "CAST($3 AS BIGINT)");

  clinic_statement_bind_int (statement, 1, CLINIC_NULL);
  clinic_statement_bind_text (statement, 2, NULL);
  step (statement);

  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (clinic_statement_is_null (statement, i));
      g_assert_cmpint (clinic_statement_get_int (statement, i), ==, CLINIC_NULL);
      g_assert_true (isnan (clinic_statement_get_double (statement, i)));
      g_assert_null (clinic_statement_get_text (statement, i));
    }
}

static void
test_computed_values_read_alike (ClinicDb *db)
{
  g_autoptr(ClinicStatement) statement = NULL;

  statement = prepare (db,
                       "SELECT 1 = 1 AS yes, 1 = 2 AS no, 5 / 4.0 AS ratio, CAST(7 AS BIGINT) / 2 "
                       "AS whole, "
                       "sum (i) AS total, avg (i) AS mean, count(*) AS n FROM (SELECT 1 AS i "
                       "UNION ALL SELECT 2) AS t");
  step (statement);

  g_assert_cmpint (clinic_statement_get_int (statement, 0), ==, 1);
  g_assert_cmpstr (clinic_statement_get_text (statement, 0), ==, "1");
  g_assert_cmpint (clinic_statement_get_int (statement, 1), ==, 0);
  g_assert_cmpfloat (clinic_statement_get_double (statement, 2), ==, 1.25);
  g_assert_cmpint (clinic_statement_get_int (statement, 2), ==, 1);
  g_assert_cmpint (clinic_statement_get_int (statement, 3), ==, 3);
  g_assert_cmpint (clinic_statement_get_int (statement, 4), ==, 3);
  g_assert_cmpfloat (clinic_statement_get_double (statement, 5), ==, 1.5);
  g_assert_cmpint (clinic_statement_get_int (statement, 6), ==, 2);
}

static void
test_columns_are_known_before_the_first_row (ClinicDb *db)
{
  g_autoptr(ClinicStatement) statement = prepare (db,
                                                  "SELECT key, id AS number, value FROM setting");

  g_assert_cmpuint (clinic_statement_n_columns (statement), ==, 3);
  g_assert_cmpstr (clinic_statement_column_name (statement, 1), ==, "number");
  g_assert_cmpint (clinic_statement_find_column (statement, "value"), ==, 2);
  g_assert_cmpint (clinic_statement_find_column (statement, "nothing"), ==, -1);
}

static void
test_reset_forgets_the_bindings (ClinicDb *db)
{
  g_autoptr(ClinicStatement) statement = prepare (db, "SELECT CAST($1 AS TEXT)");

  clinic_statement_bind_text (statement, 1, "x");
  step (statement);
  end (statement);
  end (statement);

  clinic_statement_reset (statement);
  step (statement);
  g_assert_true (clinic_statement_is_null (statement, 0));
}

static void
test_statement_lent_twice_is_two (ClinicDb *db)
{
  const char *sql = "SELECT CAST($1 AS BIGINT)";
  ClinicStatement *first = prepare (db, sql);
  ClinicStatement *second = prepare (db, sql);
  ClinicStatement *third;

  g_assert_true (first != second);
  clinic_statement_bind_int (first, 1, 1);
  clinic_statement_bind_int (second, 1, 2);
  step (first);
  step (second);
  g_assert_cmpint (clinic_statement_get_int (first, 0), ==, 1);
  g_assert_cmpint (clinic_statement_get_int (second, 0), ==, 2);
  clinic_statement_free (first);
  clinic_statement_free (second);

  third = prepare (db, sql);
  step (third);
  g_assert_true (clinic_statement_is_null (third, 0));
  clinic_statement_free (third);
}

static void
test_more_statements_than_are_kept (ClinicDb *db)
{
  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 0; i < 600; i++)
        {
          g_autofree char *sql = g_strdup_printf ("SELECT %u", i);

          g_assert_cmpint (ask (db, sql), ==, i);
        }
    }
}

static void
test_statements_interleave (ClinicDb *db)
{
  g_autoptr(ClinicStatement) up = prepare (db, NUMBERS ("100"));
  g_autoptr(ClinicStatement) down = prepare (db, NUMBERS ("100") " ORDER BY i DESC");

  for (gint64 i = 1; i <= 100; i++)
    {
      step (up);
      step (down);
      g_assert_cmpint (clinic_statement_get_int (up, 0), ==, i);
      g_assert_cmpint (clinic_statement_get_int (down, 0), ==, 101 - i);
      put_setting (db, i, clinic_statement_get_text (up, 0));
    }

  end (up);
  end (down);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM setting"), ==, 100);
}

static void
test_rows_changed_are_counted (ClinicDb *db)
{
  g_autoptr(ClinicStatement) update = prepare (db, "UPDATE setting SET value = $1 WHERE id <= $2");
  g_autoptr(ClinicStatement) remove = prepare (db, "DELETE FROM setting");
  g_autoptr(GError) error = NULL;

  for (guint i = 1; i <= 5; i++)
    g_assert_cmpint (put_setting (db, i, "x"), ==, 1);

  clinic_statement_bind_text (update, 1, "y");
  clinic_statement_bind_int (update, 2, 3);
  g_assert_cmpint (clinic_statement_run (update, &error), ==, 3);
  clinic_statement_reset (update);
  clinic_statement_bind_int (update, 2, 0);
  g_assert_cmpint (clinic_statement_run (update, &error), ==, 0);
  g_assert_cmpint (clinic_statement_run (remove, &error), ==, 5);
  g_assert_no_error (error);
}

static void
test_stream_gives_every_row (ClinicDb *db)
{
  g_autoptr(ClinicStatement) statement = prepare (db, NUMBERS ("20000"));
  gint64 expected = 0;
  g_autoptr(GError) error = NULL;

  clinic_statement_stream (statement);

  while (clinic_statement_step (statement, &error))
    g_assert_cmpint (clinic_statement_get_int (statement, 0), ==, ++expected);

  g_assert_no_error (error);
  g_assert_cmpint (expected, ==, 20000);
  g_assert_cmpint (ask (db, "SELECT 7"), ==, 7);
}

static void
test_stream_given_up_frees_the_connection (ClinicDb *db)
{
  ClinicStatement *statement;

  begin (db, CLINIC_DB_SNAPSHOT);
  statement = prepare (db, NUMBERS ("20000"));
  clinic_statement_stream (statement);
  step (statement);
  g_assert_true (clinic_db_in_transaction (db));
  clinic_statement_free (statement);

  g_assert_cmpint (ask (db, "SELECT 7"), ==, 7);
  commit (db);
  g_assert_false (clinic_db_in_transaction (db));

  /* The same text again, whole this time. */
  g_assert_cmpint (ask (db, NUMBERS ("20000")), ==, 1);
}

/* SQLite lets other statements run beside; nobody may count on that. */
static void
test_nothing_runs_beside_a_stream (ClinicDb *db)
{
  g_autoptr(ClinicStatement) statement = prepare (db, NUMBERS ("20000"));
  g_autoptr(ClinicStatement) other = prepare (db, "SELECT 1");
  g_autoptr(GError) error = NULL;

  clinic_statement_stream (statement);
  step (statement);

  g_assert_null (clinic_db_prepare (db, "SELECT 2", &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE);
  g_clear_error (&error);
  g_assert_false (clinic_statement_step (other, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE);
  g_clear_error (&error);
  g_assert_false (clinic_db_exec (db, "SELECT 3", &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE);

  step (statement);
  g_assert_cmpint (clinic_statement_get_int (statement, 0), ==, 2);
}

static void
test_change_is_seen_after_commit_only (ClinicDb *db)
{
  g_autoptr(ClinicDb) reader = clinic_test_open (db, CLINIC_DB_READ);

  begin (db, CLINIC_DB_CHANGE);
  g_assert_true (clinic_db_in_transaction (db));
  put_setting (db, 1, "x");
  g_assert_cmpint (ask (db, "SELECT count(*) FROM setting"), ==, 1);
  g_assert_cmpint (ask (reader, "SELECT count(*) FROM setting"), ==, 0);
  commit (db);
  g_assert_false (clinic_db_in_transaction (db));
  g_assert_cmpint (ask (reader, "SELECT count(*) FROM setting"), ==, 1);
}

static void
test_rollback_takes_everything_back (ClinicDb *db)
{
  begin (db, CLINIC_DB_CHANGE);
  put_setting (db, 1, "x");
  clinic_db_rollback (db);
  g_assert_false (clinic_db_in_transaction (db));
  g_assert_cmpint (ask (db, "SELECT count(*) FROM setting"), ==, 0);

  clinic_db_rollback (db);
  put_setting (db, 1, "x");
}

static void
test_rollback_after_an_error_frees_the_connection (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;

  put_setting (db, 1, "x");
  begin (db, CLINIC_DB_CHANGE);
  put_setting (db, 2, "y");
  g_assert_false (clinic_db_exec (db, "INSERT INTO setting (id, version, key) VALUES (3, 1, '1')",
                                  &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  clinic_db_rollback (db);

  /* What failed is still known. */
  g_assert_cmpstr (clinic_db_get_constraint (db), ==, "setting.key");
  g_assert_cmpint (clinic_db_get_verdict (db), ==, CLINIC_DB_FINAL);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM setting"), ==, 1);

  begin (db, CLINIC_DB_CHANGE);
  g_assert_null (clinic_db_get_constraint (db));
  put_setting (db, 3, "z");
  commit (db);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM setting"), ==, 2);
}

static void
test_snapshot_does_not_change (ClinicDb *db)
{
  g_autoptr(ClinicDb) reader = clinic_test_open (db, CLINIC_DB_READ);

  put_setting (db, 1, "x");
  begin (reader, CLINIC_DB_SNAPSHOT);
  g_assert_cmpint (ask (reader, "SELECT count(*) FROM setting"), ==, 1);
  put_setting (db, 2, "x");
  g_assert_cmpint (ask (reader, "SELECT count(*) FROM setting"), ==, 1);
  clinic_db_rollback (reader);
  g_assert_cmpint (ask (reader, "SELECT count(*) FROM setting"), ==, 2);
}

static void
test_reader_may_not_write (ClinicDb *db)
{
  g_autoptr(ClinicDb) reader = clinic_test_open (db, CLINIC_DB_READ);
  g_autoptr(GError) error = NULL;

  g_assert_false (clinic_db_exec (reader, "INSERT INTO setting (id, version, key) VALUES (1, 1, 'a')", &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE);
  g_assert_cmpstr (clinic_db_get_constraint (reader), ==, "read_only");
  g_assert_cmpint (ask (reader, "SELECT count(*) FROM setting"), ==, 0);
}

typedef struct
{
  ClinicDb *db;
  int       done;
} Interruption;

static gpointer
interrupt_until_done (gpointer data)
{
  Interruption *interruption = data;

  while (g_atomic_int_get (&interruption->done) == 0)
    {
      clinic_db_interrupt (interruption->db);
      g_thread_yield ();
    }

  return NULL;
}

static void
test_interrupt_stops_a_statement (ClinicDb *db)
{
  g_autoptr(ClinicStatement) statement = NULL;
  g_autoptr(GError) error = NULL;
  Interruption interruption = { .db = db };
  GThread *thread;

  statement = prepare (db,
                       "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                       "2000000000) "
                       "SELECT max (i) FROM n");
  thread = g_thread_new ("interrupt", interrupt_until_done, &interruption);
  g_assert_false (clinic_statement_step (statement, &error));
  g_atomic_int_set (&interruption.done, 1);
  g_thread_join (thread);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_every_query_prepares (ClinicDb *db)
{
  g_auto(GStrv) files = clinic_resource_list ("sql/queries/");
  guint n = 0;

  for (char **file = files; *file != NULL; file++)
    {
      g_autoptr(ClinicStatement) statement = NULL;
      g_autoptr(GError) error = NULL;
      g_autofree char *name = g_strndup (*file, strcspn (*file, "."));

      statement = clinic_db_query (db, name, &error);

      if (error != NULL)
        {
          g_test_message ("%s: %s", *file, error->message);
          g_test_fail ();
        }

      n++;
    }

  g_assert_cmpuint (n, >, 4);
}

static void
test_nothing_is_damaged (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *damage = NULL;

  put_setting (db, 1, "x");
  damage = clinic_db_check (db, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (damage);
}

static void
test_unreadable_statement_is_an_error (ClinicDb *db)
{
  static const char * const texts[] = { "SELEKT 1", "SELECT nothing FROM patient",
                                        "SELECT 1 FROM nowhere" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (clinic_db_prepare (db, texts[i], &error));
      g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE);
      g_assert_null (clinic_db_get_constraint (db));
    }
}

static void
test_place_is_taken_once (const char *location)
{
  g_autoptr(GError) error = NULL;
  ClinicDb *db;

  g_assert_null (clinic_db_open (location, CLINIC_DB_WRITE, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "anagenctl init"));
  g_clear_error (&error);

  db = clinic_db_open (location, CLINIC_DB_CREATE, &error);
  g_assert_no_error (error);
  g_assert_false (clinic_migration_is_current (db, &error));
  g_assert_no_error (error);
  clinic_migration_run (db, &error);
  g_assert_no_error (error);
  g_assert_true (clinic_migration_is_current (db, &error));
  clinic_migration_run (db, &error);
  g_assert_no_error (error);
  clinic_db_close (db);

  g_assert_null (clinic_db_open (location, CLINIC_DB_CREATE, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);

  db = clinic_db_open (location, CLINIC_DB_WRITE, &error);
  g_assert_no_error (error);
  clinic_db_close (db);
}

static void
test_reopened_clinic_goes_on (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;

  put_setting (db, 1, "x");
  clinic_db_reopen (db, &error);
  g_assert_no_error (error);
  g_assert_cmpint (put_setting (db, 2, "x"), ==, 1);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM setting"), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("/engine/numbers-come-back", test_numbers_come_back);
  clinic_test_add ("/engine/text-comes-back", test_text_comes_back);
  clinic_test_add ("/engine/null-is-not-nought", test_null_is_not_nought);
  clinic_test_add ("/engine/computed-values-read-alike", test_computed_values_read_alike);
  clinic_test_add ("/engine/columns-are-known-before-the-first-row",
                   test_columns_are_known_before_the_first_row);
  clinic_test_add ("/engine/reset-forgets-the-bindings", test_reset_forgets_the_bindings);
  clinic_test_add ("/engine/statement-lent-twice-is-two", test_statement_lent_twice_is_two);
  clinic_test_add ("/engine/more-statements-than-are-kept", test_more_statements_than_are_kept);
  clinic_test_add ("/engine/statements-interleave", test_statements_interleave);
  clinic_test_add ("/engine/rows-changed-are-counted", test_rows_changed_are_counted);
  clinic_test_add ("/engine/stream-gives-every-row", test_stream_gives_every_row);
  clinic_test_add ("/engine/stream-given-up-frees-the-connection",
                   test_stream_given_up_frees_the_connection);
  clinic_test_add_on ("pgsql", "/engine/nothing-runs-beside-a-stream",
                      test_nothing_runs_beside_a_stream);
  clinic_test_add ("/engine/change-is-seen-after-commit-only",
                   test_change_is_seen_after_commit_only);
  clinic_test_add ("/engine/rollback-takes-everything-back", test_rollback_takes_everything_back);
  clinic_test_add ("/engine/rollback-after-an-error-frees-the-connection",
                   test_rollback_after_an_error_frees_the_connection);
  clinic_test_add ("/engine/snapshot-does-not-change", test_snapshot_does_not_change);
  clinic_test_add ("/engine/reader-may-not-write", test_reader_may_not_write);
  clinic_test_add ("/engine/interrupt-stops-a-statement", test_interrupt_stops_a_statement);
  clinic_test_add ("/engine/every-query-prepares", test_every_query_prepares);
  clinic_test_add ("/engine/nothing-is-damaged", test_nothing_is_damaged);
  clinic_test_add ("/engine/unreadable-statement-is-an-error",
                   test_unreadable_statement_is_an_error);
  clinic_test_add ("/engine/reopened-clinic-goes-on", test_reopened_clinic_goes_on);
  clinic_test_add_place ("/engine/place-is-taken-once", test_place_is_taken_once);

  return g_test_run ();
}
