/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Statements that wait for no answer: they count all the same, in their order, and no failure
 * gets lost. */

#include "config.h"

#include "clinic-test.h"

#define N_MANY 1000

static gboolean
put (ClinicDb    *db,
     gint64       id,
     const char  *key,
     gint64       rows,
     GError     **error)
{
  g_autoptr(ClinicStatement) statement =
    clinic_db_prepare (db, "INSERT INTO setting (id, version, key, value) VALUES ($1, 1, $2, 'x')",
                       error);

  g_assert_nonnull (statement);
  clinic_statement_bind_int (statement, 1, id);
  clinic_statement_bind_text (statement, 2, key);

  return clinic_statement_defer (statement, rows, error);
}

static void
put_well (ClinicDb *db,
          gint64    id)
{
  g_autofree char *key = g_strdup_printf ("key %" G_GINT64_FORMAT, id);
  g_autoptr(GError) error = NULL;

  g_assert_true (put (db, id, key, 1, &error));
  g_assert_no_error (error);
}

static gint64
ask (ClinicDb    *db,
     const char  *sql,
     GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_prepare (db, sql, error);

  return statement != NULL &&
         clinic_statement_step (statement, error) ? clinic_statement_get_int (statement, 0) : -1;
}

static gint64
count (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;
  gint64 n = ask (db, "SELECT count(*) FROM setting", &error);

  g_assert_no_error (error);

  return n;
}

static void
begin (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (clinic_db_begin (db, CLINIC_DB_CHANGE, &error));
  g_assert_no_error (error);
}

static void
test_what_was_deferred_is_seen_by_the_next (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;

  begin (db);
  put_well (db, 1);
  g_assert_true (clinic_db_in_transaction (db));
  g_assert_cmpint (count (db), ==, 1);
  put_well (db, 2);
  put_well (db, 3);
  g_assert_cmpint (count (db), ==, 3);
  put_well (db, 4);
  g_assert_true (clinic_db_commit (db, &error));
  g_assert_no_error (error);
  g_assert_false (clinic_db_in_transaction (db));
  g_assert_cmpint (count (db), ==, 4);
}

static void
test_many_are_deferred (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;

  begin (db);

  for (guint i = 1; i <= N_MANY; i++)
    put_well (db, i);

  g_assert_true (clinic_db_commit (db, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (db), ==, N_MANY);
}

static void
test_rollback_takes_the_deferred_back (ClinicDb *db)
{
  begin (db);
  put_well (db, 1);
  clinic_db_rollback (db);
  g_assert_false (clinic_db_in_transaction (db));
  g_assert_cmpint (count (db), ==, 0);
}

/* The same key twice: said by the statement itself, by what comes next or by COMMIT. */
static void
fail_somewhere (ClinicDb  *db,
                gboolean   ask_before,
                gint64     rows,
                GError   **error)
{
  begin (db);
  put_well (db, 1);

  if (put (db, 2, rows == 1 ? "key 1" : "key 2", rows, error) &&
      (!ask_before || ask (db, "SELECT 1", error) == 1))
    g_assert_false (clinic_db_commit (db, error));
}

static void
test_failure_is_said_at_commit_at_the_latest (ClinicDb *db)
{
  for (guint ask_before = 0; ask_before < 2; ask_before++)
    {
      g_autoptr(GError) error = NULL;

      fail_somewhere (db, ask_before, 1, &error);
      g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
      g_assert_cmpint (clinic_db_get_verdict (db), ==, CLINIC_DB_FINAL);
      g_assert_cmpstr (clinic_db_get_constraint (db), ==, "setting.key");
      clinic_db_rollback (db);
      g_assert_cmpint (count (db), ==, 0);
    }
}

static void
test_wrong_number_of_rows_is_a_failure (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;

  fail_somewhere (db, FALSE, 2, &error);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE);
  clinic_db_rollback (db);
  g_assert_cmpint (count (db), ==, 0);
}

/* Whoever passes over the failure cannot commit what is left. */
static void
test_failure_passed_over_is_not_committed (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;

  begin (db);
  put_well (db, 1);
  g_assert_true (put (db, 2, "key 2", 2, NULL));
  g_assert_cmpint (ask (db, "SELECT 1", NULL), ==, -1);
  g_assert_false (clinic_db_commit (db, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE);
  clinic_db_rollback (db);
  g_assert_cmpint (count (db), ==, 0);

  begin (db);
  put_well (db, 1);
  g_clear_error (&error);
  g_assert_true (clinic_db_commit (db, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (db), ==, 1);
}

static void
test_lost_connection_is_in_doubt (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *cut = NULL;
  ClinicDb *other = clinic_test_open (db, CLINIC_DB_WRITE);
  gint64 pid = ask (db, "SELECT pg_backend_pid ()", &error);

  begin (db);
  put_well (db, 1);
  cut = g_strdup_printf ("SELECT CAST(pg_terminate_backend (%d, 5000) AS INTEGER)", (int) pid);
  g_assert_cmpint (ask (other, cut, &error), ==, 1);
  g_assert_false (clinic_db_commit (db, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE);
  g_assert_cmpint (clinic_db_get_verdict (db), ==, CLINIC_DB_IN_DOUBT);
  g_clear_error (&error);
  clinic_db_rollback (db);
  g_assert_true (clinic_db_reopen (db, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (db), ==, 0);
  clinic_db_close (other);
}

static void
test_outside_a_transaction_it_runs_at_once (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;

  put_well (db, 1);
  g_assert_false (put (db, 2, "key 1", 1, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (put (db, 2, "key 2", 5, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE);
}

/* What the planner knows of the table. */
static gint64
count_known (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;
  gint64 n;

  if (g_str_equal (clinic_db_get_engine (db), "sqlite"))
    n = ask (db, "SELECT max(CAST(stat AS INTEGER)) FROM sqlite_stat1 WHERE tbl = 'setting'",
             &error);
  else
    n = ask (db,
             "SELECT CAST(reltuples AS BIGINT) FROM pg_class WHERE oid = CAST('setting' AS "
             "regclass)", &error);

  g_assert_no_error (error);

  return n;
}

static void
test_optimize_tells_the_planner (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;

  test_many_are_deferred (db);
  clinic_db_optimize (db);
  g_assert_cmpint (count_known (db), ==, N_MANY);

  if (g_str_equal (clinic_db_get_engine (db), "sqlite"))
    {
      g_assert_false (clinic_db_exec (db, "CREATE TABLE extra (id INTEGER)", &error));
      g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE);
    }
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("/defer/seen-by-the-next", test_what_was_deferred_is_seen_by_the_next);
  clinic_test_add ("/defer/many", test_many_are_deferred);
  clinic_test_add ("/defer/rollback", test_rollback_takes_the_deferred_back);
  clinic_test_add ("/defer/failure-is-said", test_failure_is_said_at_commit_at_the_latest);
  clinic_test_add ("/defer/wrong-number-of-rows", test_wrong_number_of_rows_is_a_failure);
  clinic_test_add_on ("pgsql", "/defer/failure-passed-over",
                      test_failure_passed_over_is_not_committed);
  clinic_test_add_on ("pgsql", "/defer/lost-connection", test_lost_connection_is_in_doubt);
  clinic_test_add ("/defer/outside-a-transaction", test_outside_a_transaction_it_runs_at_once);
  clinic_test_add ("/optimize/tells-the-planner", test_optimize_tells_the_planner);

  return g_test_run ();
}
