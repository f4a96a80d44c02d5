/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>
#include <sys/stat.h>

#include <glib/gstdio.h>

#include "clinic-audit.h"
#include "clinic-engine.h"
#include "clinic-test.h"
#include "record-maker.h"

static void
append (ClinicChange *change,
        const char   *after)
{
  g_autoptr(GError) error = NULL;

  clinic_audit_append (change, "update", "thing", 5, 6, NULL, after, &error);
  g_assert_no_error (error);
}

/* Rows 1 to @n. */
static void
append_rows (ClinicDb *db,
             guint     n)
{
  ClinicChange change = maker_change (db);

  maker_begin (db);

  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *after = g_strdup_printf ("{\"n\":\"%u\"}", i);

      append (&change, after);
    }

  maker_commit (db);
}

static void
verify (ClinicDb          *db,
        gint64             from_seq,
        gint64             anchor_seq,
        const char        *anchor_mac,
        ClinicAuditReport *report)
{
  g_autoptr(GError) error = NULL;

  clinic_audit_verify (db, from_seq, anchor_seq, anchor_mac, report, &error);
  g_assert_no_error (error);
}

/* Past all guards, as somebody with the file in hand would. */
static void
tamper (ClinicDb   *db,
        const char *sql)
{
  g_autoptr(GError) error = NULL;

  clinic_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

static void
drop_guards (ClinicDb *db)
{
  if (strcmp (clinic_db_get_engine (db), "pgsql") == 0)
    {
      tamper (db, "ALTER TABLE audit DISABLE TRIGGER ALL");
      return;
    }

  db->engine->guard (db, FALSE);
  tamper (db, "DROP TRIGGER audit_append_only_on_insert");
  tamper (db, "DROP TRIGGER audit_append_only_on_update");
  tamper (db, "DROP TRIGGER audit_append_only_on_delete");
}

static void
test_whole_chain_holds (ClinicDb *db)
{
  g_auto(ClinicAuditReport) report = { 0 };
  g_auto(ClinicAuditReport) tail = { 0 };

  append_rows (db, 20);
  append_rows (db, 1);
  verify (db, 1, 0, NULL, &report);
  g_assert_cmpint (report.n_rows, ==, 21);
  g_assert_cmpint (report.head_seq, ==, 21);
  g_assert_cmpint (report.broken_seq, ==, 0);

  verify (db, 15, 21, report.head_mac, &tail);
  g_assert_cmpint (tail.n_rows, ==, 7);
  g_assert_cmpint (tail.broken_seq, ==, 0);
  g_assert_cmpstr (tail.head_mac, ==, report.head_mac);
}

static void
test_empty_chain_holds (ClinicDb *db)
{
  g_auto(ClinicAuditReport) report = { 0 };
  g_auto(ClinicAuditReport) cut = { 0 };

  verify (db, 1, 0, NULL, &report);
  g_assert_cmpint (report.n_rows, ==, 0);
  g_assert_cmpint (report.broken_seq, ==, 0);

  verify (db, 1, 3, "00", &cut);
  g_assert_cmpint (cut.broken_seq, ==, 1);
}

static void
test_rolled_back_rows_leave_no_gap (ClinicDb *db)
{
  ClinicChange change = maker_change (db);
  g_auto(ClinicAuditReport) report = { 0 };

  append_rows (db, 3);
  maker_begin (db);
  append (&change, "{}");
  append (&change, "{}");
  clinic_db_rollback (db);
  append_rows (db, 2);

  verify (db, 1, 0, NULL, &report);
  g_assert_cmpint (report.n_rows, ==, 5);
  g_assert_cmpint (report.broken_seq, ==, 0);
}

static void
test_two_changes_of_one_transaction_share_the_chain (ClinicDb *db)
{
  ClinicChange first = maker_change (db);
  ClinicChange second = maker_change (db);
  g_auto(ClinicAuditReport) report = { 0 };

  maker_begin (db);
  append (&first, "{}");
  append (&second, "{}");
  append (&first, "{}");
  maker_commit (db);

  verify (db, 1, 0, NULL, &report);
  g_assert_cmpint (report.n_rows, ==, 3);
  g_assert_cmpint (report.broken_seq, ==, 0);
}

typedef struct
{
  const char *sql;
  gint64      broken;
} Forgery;

static const Forgery forgeries[] = {
  { "UPDATE audit SET after = '{}' WHERE seq = 7", 7 },
  { "UPDATE audit SET actor = 2 WHERE seq = 1", 1 },
  { "UPDATE audit SET patient_id = NULL WHERE seq = 9", 9 },
  { "UPDATE audit SET reason = '' WHERE seq = 9", 9 },
  { "UPDATE audit SET entity = 'thin', entity_id = 5 WHERE seq = 4", 4 },
  { "UPDATE audit SET command = 'tes', action = 'tupdate' WHERE seq = 4", 4 },
  { "DELETE FROM audit WHERE seq = 5", 5 },
  { "DELETE FROM audit WHERE seq = 1", 1 },
  { "UPDATE audit SET mac = (SELECT mac FROM audit WHERE seq = 3) WHERE seq = 4", 4 },
  { "UPDATE audit SET seq = seq + 1 WHERE seq = 10", 10 },
};

static void
forge (ClinicDb      *db,
       gconstpointer  data)
{
  const Forgery *forgery = data;
  g_auto(ClinicAuditReport) report = { 0 };

  append_rows (db, 10);
  drop_guards (db);
  tamper (db, forgery->sql);
  verify (db, 1, 0, NULL, &report);
  g_assert_cmpint (report.broken_seq, ==, forgery->broken);
  g_assert_nonnull (report.broken_reason);
}

static void
test_cut_tail_is_seen_by_the_anchor (ClinicDb *db)
{
  g_auto(ClinicAuditReport) before = { 0 };
  g_auto(ClinicAuditReport) blind = { 0 };
  g_auto(ClinicAuditReport) report = { 0 };

  append_rows (db, 10);
  verify (db, 1, 0, NULL, &before);
  drop_guards (db);
  tamper (db, "DELETE FROM audit WHERE seq > 8");

  verify (db, 1, 0, NULL, &blind);
  g_assert_cmpint (blind.broken_seq, ==, 0);

  verify (db, 1, before.head_seq, before.head_mac, &report);
  g_assert_cmpint (report.broken_seq, ==, 9);
}

static void
test_chain_written_anew_is_seen_by_the_anchor (ClinicDb *db)
{
  ClinicChange change = maker_change (db);
  g_auto(ClinicAuditReport) before = { 0 };
  g_auto(ClinicAuditReport) report = { 0 };

  append_rows (db, 4);
  verify (db, 1, 0, NULL, &before);
  drop_guards (db);
  tamper (db, "DELETE FROM audit");

  maker_begin (db);
  append (&change, "{\"another\":\"past\"}");
  maker_commit (db);
  append_rows (db, 6);

  verify (db, 1, before.head_seq, before.head_mac, &report);
  g_assert_cmpint (report.broken_seq, ==, 4);
}

static void
test_key_is_for_the_owner_alone (ClinicDb *db)
{
  GStatBuf info;

  append_rows (db, 1);
  g_assert_cmpint (g_stat (clinic_db_get_key_path (db), &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (info.st_size, ==, 65);
}

static void
test_lost_key_is_never_made_anew (ClinicDb *db)
{
  ClinicChange change = maker_change (db);
  ClinicAuditReport report;
  g_autoptr(GError) error = NULL;

  append_rows (db, 1);
  g_unlink (clinic_db_get_key_path (db));

  maker_begin (db);
  g_assert_false (clinic_audit_append (&change, "update", "thing", 5, 6, NULL, NULL, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE);
  g_assert_nonnull (strstr (error->message, clinic_db_get_key_path (db)));
  clinic_db_rollback (db);
  g_assert_false (g_file_test (clinic_db_get_key_path (db), G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  g_assert_false (clinic_audit_verify (db, 1, 0, NULL, &report, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE);
}

static void
test_key_that_is_none_is_refused (ClinicDb *db)
{
  ClinicChange change = maker_change (db);
  g_autoptr(GError) error = NULL;

  append_rows (db, 1);
  g_file_set_contents (clinic_db_get_key_path (db), "not a key\n", -1, &error);
  g_assert_no_error (error);

  maker_begin (db);
  g_assert_false (clinic_audit_append (&change, "update", "thing", 5, 6, NULL, NULL, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE);
  clinic_db_rollback (db);

  /* The next test's clinic on the server may have the same name, and so the same key. */
  g_unlink (clinic_db_get_key_path (db));
}

static void
test_other_key_does_not_fit (ClinicDb *db)
{
  g_auto(ClinicAuditReport) report = { 0 };
  g_autofree char *other = g_strnfill (64, 'a');
  g_autoptr(GError) error = NULL;

  append_rows (db, 2);
  g_file_set_contents (clinic_db_get_key_path (db), other, -1, &error);
  g_assert_no_error (error);
  verify (db, 1, 0, NULL, &report);
  g_assert_cmpint (report.broken_seq, ==, 1);
  g_unlink (clinic_db_get_key_path (db));
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("/audit/whole-chain-holds", test_whole_chain_holds);
  clinic_test_add ("/audit/empty-chain-holds", test_empty_chain_holds);
  clinic_test_add ("/audit/rolled-back-rows-leave-no-gap", test_rolled_back_rows_leave_no_gap);
  clinic_test_add ("/audit/two-changes-share-the-chain",
                   test_two_changes_of_one_transaction_share_the_chain);
  clinic_test_add ("/audit/cut-tail-is-seen-by-the-anchor", test_cut_tail_is_seen_by_the_anchor);
  clinic_test_add ("/audit/written-anew-is-seen-by-the-anchor",
                   test_chain_written_anew_is_seen_by_the_anchor);
  clinic_test_add ("/audit/key-is-for-the-owner-alone", test_key_is_for_the_owner_alone);
  clinic_test_add ("/audit/lost-key-is-never-made-anew", test_lost_key_is_never_made_anew);
  clinic_test_add ("/audit/key-that-is-none-is-refused", test_key_that_is_none_is_refused);
  clinic_test_add ("/audit/other-key-does-not-fit", test_other_key_does_not_fit);

  for (guint i = 0; i < G_N_ELEMENTS (forgeries); i++)
    {
      g_autofree char *path = g_strdup_printf ("/audit/forgery-%u-is-seen", i);

      clinic_test_add_data (path, &forgeries[i], forge);
    }

  return g_test_run ();
}
