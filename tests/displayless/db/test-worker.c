/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-test.h"
#include "clinic-worker.h"

static gpointer
count_rooms (ClinicDb  *db,
             gpointer   data,
             GError   **error)
{
  g_autoptr(ClinicStatement) statement = NULL;

  statement = clinic_db_prepare (db, "SELECT count(*) FROM room", error);

  if (statement == NULL || !clinic_statement_step (statement, error))
    return NULL;

  return GINT_TO_POINTER ((int) clinic_statement_get_int (statement, 0) + 1);
}

static gpointer
count_for_ever (ClinicDb  *db,
                gpointer   data,
                GError   **error)
{
  g_autoptr(ClinicStatement) statement = NULL;

  statement = clinic_db_prepare (db,
                                 "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM "
                                 "n) SELECT max (i) FROM n", error);
  g_atomic_int_set ((int *) data, 1);
  clinic_statement_step (statement, error);

  return NULL;
}

static void
take_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_worker_answers_and_can_be_stopped (ClinicDb *db)
{
  g_autoptr(ClinicWorker) worker = clinic_worker_new (clinic_test_open (db, CLINIC_DB_READ));
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) counted = NULL;
  g_autoptr(GAsyncResult) stopped = NULL;
  g_autoptr(GAsyncResult) after = NULL;
  g_autoptr(GError) error = NULL;
  int started = 0;

  clinic_worker_run_async (worker, count_rooms, NULL, NULL, NULL, NULL, take_result_cb, &counted);
  wait_for (&counted);
  g_assert_cmpint (GPOINTER_TO_INT (clinic_worker_run_finish (worker, counted, &error)), ==, 1);
  g_assert_no_error (error);

  clinic_worker_run_async (worker, count_for_ever, &started, NULL, NULL, cancellable,
                           take_result_cb, &stopped);

  while (g_atomic_int_get (&started) == 0)
    g_thread_yield ();

  g_cancellable_cancel (cancellable);
  wait_for (&stopped);
  g_assert_null (clinic_worker_run_finish (worker, stopped, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  clinic_worker_run_async (worker, count_rooms, NULL, NULL, NULL, NULL, take_result_cb, &after);
  wait_for (&after);
  g_assert_cmpint (GPOINTER_TO_INT (clinic_worker_run_finish (worker, after, &error)), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);
  clinic_test_add ("/worker/answers-and-can-be-stopped", test_worker_answers_and_can_be_stopped);

  return g_test_run ();
}
