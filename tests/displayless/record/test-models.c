/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-page-model.h"
#include "clinic-patient.h"
#include "clinic-query-model.h"
#include "clinic-test.h"
#include "record-maker.h"

static void
changed_cb (GListModel *model,
            guint       position,
            guint       n_removed,
            guint       n_added,
            GString    *changes)
{
  g_string_append_printf (changes, "%u -%u +%u; ", position, n_removed, n_added);
}

static gint64
add (ClinicDb   *db,
     const char *name)
{
  ClinicChange change = maker_change (db);
  g_autoptr(ClinicRecord) patient =
    g_object_new (CLINIC_TYPE_PATIENT, "file-number", name, "family-name", name, NULL);

  maker_begin (db);
  maker_save (&change, patient);
  maker_commit (db);

  return clinic_record_get_id (patient);
}

static void
edit (ClinicDb   *db,
      gint64      id,
      const char *field,
      const char *value)
{
  ClinicChange change = maker_change (db);
  g_autoptr(ClinicRecord) patient = clinic_store_find (db, CLINIC_TYPE_PATIENT, id, NULL);

  maker_begin (db);
  maker_set (patient, field, value);
  maker_save (&change, patient);
  maker_commit (db);
}

static void
take_away (ClinicDb *db,
           gint64    id)
{
  ClinicChange change = maker_change (db);
  g_autoptr(ClinicRecord) patient = clinic_store_find (db, CLINIC_TYPE_PATIENT, id, NULL);
  g_autoptr(GError) error = NULL;

  maker_begin (db);
  clinic_store_remove (&change, patient, &error);
  g_assert_no_error (error);
  maker_commit (db);
}

static GPtrArray *
query (ClinicDb    *db,
       const char  *argument,
       GError     **error)
{
  g_autoptr(ClinicStatement) statement =
    clinic_db_prepare (db, "SELECT * FROM patient WHERE family_name >= $1 ORDER BY family_name",
                       error);

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_text (statement, 1, argument != NULL ? argument : "");

  return clinic_store_list (statement, CLINIC_TYPE_PATIENT, error);
}

static GPtrArray *
query_nothing (ClinicDb    *db,
               const char  *argument,
               GError     **error)
{
  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE, "No.");

  return NULL;
}

static void
wait_for_query (ClinicQueryModel *model)
{
  while (clinic_query_model_get_loading (model))
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_pages (ClinicPageModel *model)
{
  while (clinic_page_model_get_loading (model))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_reload_touches_only_what_differs (ClinicDb *db)
{
  g_autoptr(ClinicWorker) worker = clinic_worker_new (clinic_test_open (db, CLINIC_DB_READ));
  g_autoptr(ClinicQueryModel) model = clinic_query_model_new (worker, CLINIC_TYPE_PATIENT, query);
  g_autoptr(GString) changes = g_string_new (NULL);
  g_autoptr(ClinicPatient) first = NULL;
  g_autoptr(ClinicPatient) again = NULL;
  gint64 b;
  gint64 a = add (db, "A");

  b = add (db, "B");
  add (db, "D");
  g_signal_connect (model, "items-changed", G_CALLBACK (changed_cb), changes);

  clinic_query_model_reload (model);
  g_assert_true (clinic_query_model_get_loading (model));
  wait_for_query (model);
  g_assert_cmpstr (changes->str, ==, "0 -0 +3; ");
  first = g_list_model_get_item (G_LIST_MODEL (model), 0);

  g_string_truncate (changes, 0);
  add (db, "C");
  clinic_query_model_reload (model);
  wait_for_query (model);
  g_assert_cmpstr (changes->str, ==, "2 -0 +1; ");

  g_string_truncate (changes, 0);
  take_away (db, b);
  clinic_query_model_reload (model);
  wait_for_query (model);
  g_assert_cmpstr (changes->str, ==, "1 -1 +0; ");

  /* A change within a row is told by the row. */
  g_string_truncate (changes, 0);
  edit (db, a, "phone", "123");
  clinic_query_model_reload (model);
  wait_for_query (model);
  again = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_cmpstr (changes->str, ==, "");
  g_assert_true (first == again);
  g_assert_cmpstr (first->phone, ==, "123");

  /* A row that moves stays the same object. */
  edit (db, a, "family_name", "Z");
  clinic_query_model_reload (model);
  wait_for_query (model);
  g_clear_object (&again);
  again = g_list_model_get_item (G_LIST_MODEL (model), 2);
  g_assert_true (first == again);
  g_assert_cmpstr (changes->str, ==, "0 -3 +3; ");
}

static void
test_only_the_last_argument_is_shown (ClinicDb *db)
{
  g_autoptr(ClinicWorker) worker = clinic_worker_new (clinic_test_open (db, CLINIC_DB_READ));
  g_autoptr(ClinicQueryModel) model = clinic_query_model_new (worker, CLINIC_TYPE_PATIENT, query);
  g_autoptr(GString) changes = g_string_new (NULL);

  add (db, "A");
  add (db, "B");
  g_signal_connect (model, "items-changed", G_CALLBACK (changed_cb), changes);

  clinic_query_model_set_argument (model, "A");
  clinic_query_model_set_argument (model, "AB");
  clinic_query_model_set_argument (model, "B");
  wait_for_query (model);

  /* Answers to what is no longer asked may still come. */
  while (g_main_context_iteration (NULL, FALSE))
    ;

  g_assert_cmpstr (changes->str, ==, "0 -0 +1; ");
  g_assert_cmpstr (clinic_query_model_get_argument (model), ==, "B");
  g_assert_null (clinic_query_model_get_message (model));
}

static void
test_failure_is_told_and_rows_stay (ClinicDb *db)
{
  g_autoptr(ClinicWorker) worker = clinic_worker_new (clinic_test_open (db, CLINIC_DB_READ));
  g_autoptr(ClinicQueryModel) model = clinic_query_model_new (worker, CLINIC_TYPE_PATIENT,
                                                              query_nothing);
  g_autofree char *message = NULL;

  clinic_query_model_reload (model);
  wait_for_query (model);
  g_object_get (model, "message", &message, NULL);
  g_assert_cmpstr (message, ==, "No.");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
}

static void
test_model_dropped_while_loading (ClinicDb *db)
{
  g_autoptr(ClinicWorker) worker = clinic_worker_new (clinic_test_open (db, CLINIC_DB_READ));
  ClinicQueryModel *model = clinic_query_model_new (worker, CLINIC_TYPE_PATIENT, query);
  gpointer left = model;

  g_object_add_weak_pointer (G_OBJECT (model), &left);
  clinic_query_model_reload (model);
  g_object_unref (model);

  while (left != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* All ids in the order of names. */
static GArray *
keys (ClinicDb    *db,
      const char  *argument,
      guint        limit,
      GError     **error)
{
  g_autoptr(ClinicStatement) statement =
    clinic_db_prepare (db, "SELECT id FROM patient ORDER BY family_name LIMIT $1", error);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  clinic_statement_bind_int (statement, 1, limit > 0 ? limit : G_MAXINT32);

  while (clinic_statement_step (statement, error))
    {
      gint64 id = clinic_statement_get_int (statement, 0);

      g_array_append_val (ids, id);
    }

  return ids;
}

static void
add_many (ClinicDb *db,
          guint     n)
{
  g_autoptr(GError) error = NULL;

  maker_begin (db);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("N%06u", i);
      g_autoptr(ClinicRecord) patient =
        g_object_new (CLINIC_TYPE_PATIENT, "file-number", name, "family-name", name, NULL);

      clinic_store_insert_bulk (db, patient, "2026-11-21", &error);
      g_assert_no_error (error);
    }

  maker_commit (db);
}

static ClinicPatient *
wait_for_row (ClinicPageModel *model,
              guint            position)
{
  ClinicPatient *patient = g_list_model_get_item (G_LIST_MODEL (model), position);

  while (patient->family_name == NULL)
    g_main_context_iteration (NULL, TRUE);

  return patient;
}

static void
test_long_list_comes_page_by_page (ClinicDb *db)
{
  g_autoptr(ClinicWorker) worker = NULL;
  g_autoptr(ClinicPageModel) model = NULL;
  g_autoptr(GString) changes = g_string_new (NULL);
  g_autoptr(ClinicPatient) blank = NULL;
  g_autoptr(ClinicPatient) row = NULL;
  g_autoptr(ClinicPatient) same = NULL;
  g_autoptr(ClinicPatient) neighbour = NULL;

  add_many (db, 1000);
  worker = clinic_worker_new (clinic_test_open (db, CLINIC_DB_READ));
  model = clinic_page_model_new (worker, CLINIC_TYPE_PATIENT, keys);
  g_signal_connect (model, "items-changed", G_CALLBACK (changed_cb), changes);
  clinic_page_model_reload (model);
  wait_for_pages (model);
  g_assert_cmpstr (changes->str, ==, "0 -0 +256; 256 -0 +744; ");
  g_assert_cmpuint (clinic_page_model_get_n_held (model), ==, 0);

  blank = g_list_model_get_item (G_LIST_MODEL (model), 700);
  g_assert_null (blank->family_name);
  g_assert_cmpint (clinic_record_get_id (CLINIC_RECORD (blank)), !=, 0);

  row = wait_for_row (model, 700);
  g_assert_true (row == blank);
  g_assert_cmpstr (row->family_name, ==, "N000700");
  g_assert_cmpuint (clinic_page_model_get_n_held (model), ==, 128);

  /* The page came whole. */
  neighbour = g_list_model_get_item (G_LIST_MODEL (model), 701);
  g_assert_cmpstr (neighbour->family_name, ==, "N000701");
  same = g_list_model_get_item (G_LIST_MODEL (model), 700);
  g_assert_true (same == row);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), 1000));
}

static void
test_page_model_reload_keeps_what_is_shown (ClinicDb *db)
{
  g_autoptr(ClinicWorker) worker = NULL;
  g_autoptr(ClinicPageModel) model = NULL;
  g_autoptr(GString) changes = g_string_new (NULL);
  g_autoptr(ClinicPatient) row = NULL;
  g_autoptr(ClinicPatient) again = NULL;

  add_many (db, 300);
  worker = clinic_worker_new (clinic_test_open (db, CLINIC_DB_READ));
  model = clinic_page_model_new (worker, CLINIC_TYPE_PATIENT, keys);
  clinic_page_model_reload (model);
  wait_for_pages (model);
  row = wait_for_row (model, 5);
  g_signal_connect (model, "items-changed", G_CALLBACK (changed_cb), changes);

  edit (db, clinic_record_get_id (CLINIC_RECORD (row)), "phone", "555");
  add (db, "N000002b");
  clinic_page_model_reload (model);
  wait_for_pages (model);
  g_assert_cmpstr (changes->str, ==, "3 -0 +1; ");
  g_assert_cmpuint (clinic_page_model_get_n_held (model), ==, 1);

  while (row->phone == NULL)
    g_main_context_iteration (NULL, TRUE);

  again = g_list_model_get_item (G_LIST_MODEL (model), 6);
  g_assert_true (again == row);
}

static void
test_rows_held_are_bounded (ClinicDb *db)
{
  g_autoptr(ClinicWorker) worker = NULL;
  g_autoptr(ClinicPageModel) model = NULL;
  g_autoptr(ClinicPatient) last = NULL;

  add_many (db, 12000);
  worker = clinic_worker_new (clinic_test_open (db, CLINIC_DB_READ));
  model = clinic_page_model_new (worker, CLINIC_TYPE_PATIENT, keys);
  clinic_page_model_reload (model);
  wait_for_pages (model);

  /* Scrolling through: far more pages are passed than are fetched, and the last one comes all
   * the same. */
  for (guint i = 0; i < 12000; i += 10)
    g_object_unref (g_list_model_get_item (G_LIST_MODEL (model), i));

  last = wait_for_row (model, 11999);
  g_assert_cmpstr (last->family_name, ==, "N011999");
  g_assert_cmpuint (clinic_page_model_get_n_held (model), <=, 8192);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("/models/reload-touches-only-what-differs",
                   test_reload_touches_only_what_differs);
  clinic_test_add ("/models/only-the-last-argument-is-shown", test_only_the_last_argument_is_shown);
  clinic_test_add ("/models/failure-is-told", test_failure_is_told_and_rows_stay);
  clinic_test_add ("/models/dropped-while-loading", test_model_dropped_while_loading);
  clinic_test_add ("/models/long-list-comes-page-by-page", test_long_list_comes_page_by_page);
  clinic_test_add ("/models/reload-keeps-what-is-shown",
                   test_page_model_reload_keeps_what_is_shown);
  clinic_test_add ("/models/rows-held-are-bounded", test_rows_held_are_bounded);

  return g_test_run ();
}
