/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-audit.h"
#include "clinic-finding.h"
#include "clinic-id.h"
#include "clinic-rights.h"
#include "clinic-room.h"
#include "clinic-setup.h"
#include "clinic-test.h"
#include "command-fixture.h"

typedef struct
{
  guint        runs;
  guint        fail_runs;       /* so many runs fail first */
  const char  *name;
  GPtrArray   *found;
} Work;

static gboolean
make_room (ClinicAct     *act,
           ClinicChange  *change,
           gpointer       data,
           GError       **error)
{
  Work *work = data;
  g_autoptr(ClinicRoom) room = clinic_room_new ();

  work->runs++;
  g_object_set (room, "name", work->name, NULL);

  if (!clinic_store_save (change, CLINIC_RECORD (room), error))
    return FALSE;

  if (work->found != NULL && !clinic_act_weigh (act, change, work->found, 0, 0, error))
    return FALSE;

  if (work->runs > work->fail_runs)
    return TRUE;

  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, "Not today");

  return FALSE;
}

static gint64
count_rooms (ClinicDb *db)
{
  return command_count (db, "SELECT COUNT(*) FROM room");
}

static void
test_command_leaves_its_operation (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  Work work = { .name = "Room 3" };
  g_autoptr(ClinicAct) act = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *sql = NULL;

  command_fixture_init (&fixture, db);
  act = clinic_act_new (db, fixture.manager);
  clinic_act_set_reason (act, "More patients");

  g_assert_true (clinic_act_run (act, "room.save", make_room, &work, &error));
  g_assert_no_error (error);
  g_assert_false (act->repeated);
  g_assert_cmpint (act->done, !=, 0);
  g_assert_cmpint (act->operation, ==, 0);

  sql = g_strdup_printf ("SELECT COUNT(*) FROM operation o JOIN audit a ON a.operation = o.id "
                         "WHERE o.id = %" G_GINT64_FORMAT " AND o.command = 'room.save' AND "
                         "a.command = 'room.save' "
                         "AND a.reason = 'More patients' AND o.actor = %" G_GINT64_FORMAT, act->done, fixture.manager);
  g_assert_cmpint (command_count (db, sql), ==, 1);
  command_fixture_clear (&fixture);
}

static void
test_same_operation_twice_does_it_once (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  Work work = { .name = "Room 3" };
  g_autoptr(ClinicAct) act = NULL;
  g_autoptr(ClinicAct) again = NULL;
  g_autoptr(GError) error = NULL;

  command_fixture_init (&fixture, db);
  act = clinic_act_new (db, fixture.manager);
  g_assert_true (clinic_act_run (act, "room.save", make_room, &work, &error));

  again = clinic_act_new (db, fixture.manager);
  again->operation = act->done;
  g_assert_true (clinic_act_run (again, "room.save", make_room, &work, &error));
  g_assert_no_error (error);
  g_assert_true (again->repeated);
  g_assert_cmpint (again->done, ==, act->done);
  g_assert_cmpuint (work.runs, ==, 1);
  g_assert_cmpint (count_rooms (db), ==, 3);
  g_assert_cmpint (clinic_act_find_made (again, again->done, "room", &error), !=, 0);

  again->operation = act->done;
  g_assert_false (clinic_act_run (again, "staff.save", make_room, &work, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  command_fixture_clear (&fixture);
}

static void
test_failed_command_leaves_nothing (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  Work work = { .name = "Room 3", .fail_runs = 1 };
  g_autoptr(ClinicAct) act = NULL;
  g_autoptr(GError) error = NULL;
  gint64 operations;
  gint64 rows;

  command_fixture_init (&fixture, db);
  operations = command_count (db, "SELECT COUNT(*) FROM operation");
  rows = command_count (db, "SELECT COUNT(*) FROM audit");
  act = clinic_act_new (db, fixture.manager);

  g_assert_false (clinic_act_run (act, "room.save", make_room, &work, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_assert_cmpuint (work.runs, ==, 1);
  g_assert_cmpint (act->done, ==, 0);
  g_assert_cmpint (count_rooms (db), ==, 2);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM operation"), ==, operations);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM audit"), ==, rows);
  g_assert_false (clinic_db_in_transaction (db));
  command_fixture_clear (&fixture);
}

static void
test_refusal_is_in_words_and_on_record (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  Work work = { .name = "Room 3" };
  g_autoptr(GError) error = NULL;
  gint64 refused;

  command_fixture_init (&fixture, db);
  refused = command_count (db, "SELECT COUNT(*) FROM audit WHERE action = 'refuse'");

  g_assert_false (clinic_act_run (fixture.act, "session.sign", make_room, &work, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DENIED);
  g_assert_cmpstr (error->message, ==, "Only a practitioner or the owner may sign a session.");
  g_assert_cmpuint (work.runs, ==, 0);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM audit WHERE action = 'refuse'"), ==,
                   refused + 1);
  command_fixture_clear (&fixture);
}

static void
test_nobody_and_those_who_left_are_refused (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  Work work = { .name = "Room 3" };
  g_autoptr(ClinicRecord) staff = NULL;
  g_autoptr(ClinicAct) owner = NULL;
  g_autoptr(ClinicAct) manager = NULL;
  g_autoptr(ClinicAct) nobody = NULL;
  g_autoptr(GError) error = NULL;

  command_fixture_init (&fixture, db);
  nobody = clinic_act_new (db, 4711);
  g_assert_false (clinic_act_run (nobody, "room.save", make_room, &work, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DENIED);
  g_clear_error (&error);

  owner = clinic_act_new (db, fixture.owner);
  manager = clinic_act_new (db, fixture.manager);
  staff = clinic_store_find (db, CLINIC_TYPE_STAFF, fixture.manager, &error);
  g_object_set (staff, "archived-on", "2026-11-22", NULL);
  g_assert_cmpint (clinic_staff_save (owner, CLINIC_STAFF (staff), &error), ==, fixture.manager);
  g_assert_no_error (error);

  /* Leaves tomorrow: still here. */
  g_assert_true (clinic_act_check (manager, "room.save", &error));

  g_object_set (staff, "archived-on", "2026-11-21", NULL);
  g_assert_cmpint (clinic_staff_save (owner, CLINIC_STAFF (staff), &error), ==, fixture.manager);
  g_assert_false (clinic_act_run (manager, "room.save", make_room, &work, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DENIED);
  g_assert_nonnull (strstr (error->message, "Max Manager"));
  g_assert_cmpuint (work.runs, ==, 0);
  command_fixture_clear (&fixture);
}

static GPtrArray *
make_findings (void)
{
  static const char *const severities[] = { "note", "warn", "stop" };
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (severities); i++)
    {
      ClinicFinding *finding = clinic_finding_new ();
      g_autofree char *rule = g_strdup_printf ("rule-%s", severities[i]);

      g_object_set (finding, "rule", rule, "rule-version", (gint64) 2, "severity", severities[i],
                    "message", rule, NULL);
      g_ptr_array_add (found, finding);
    }

  return found;
}

static void
test_findings_need_reasons (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(GPtrArray) found = make_findings ();
  Work work = { .name = "Room 3", .found = found };
  g_autoptr(ClinicAct) act = NULL;
  g_autoptr(GError) error = NULL;

  command_fixture_init (&fixture, db);
  act = clinic_act_new (db, fixture.owner);

  g_assert_false (clinic_act_run (act, "room.save", make_room, &work, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_FINDINGS);
  g_assert_cmpstr (error->message, ==, "rule-warn (rule-warn)\nrule-stop (rule-stop)");
  g_assert_cmpuint (act->findings->len, ==, 3);
  g_clear_error (&error);

  clinic_act_accept (act, "rule-warn", "Known and discussed");
  g_assert_false (clinic_act_run (act, "room.save", make_room, &work, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_FINDINGS);
  g_assert_cmpstr (error->message, ==, "rule-stop (rule-stop)");
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM finding"), ==, 0);
  g_clear_error (&error);

  clinic_act_accept (act, "rule-stop", "Life at stake");
  g_assert_true (clinic_act_run (act, "room.save", make_room, &work, &error));
  g_assert_no_error (error);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM finding WHERE rule_version = 2"), ==,
                   2);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM finding WHERE reason = 'Life at stake' "
                                  "AND severity = 'stop'"), ==, 1);
  command_fixture_clear (&fixture);
}

/* A server's trouble in the first runs, as SQL that makes it. */
typedef struct
{
  Work         work;
  const char  *trouble;
  guint        n_troubled;
} Trouble;

static gboolean
make_room_in_trouble (ClinicAct     *act,
                      ClinicChange  *change,
                      gpointer       data,
                      GError       **error)
{
  Trouble *trouble = data;

  if (!make_room (act, change, &trouble->work, error))
    return FALSE;

  return g_str_equal (clinic_db_get_engine (act->db), "sqlite") ||
         trouble->work.runs > trouble->n_troubled ||
         clinic_db_exec (act->db, trouble->trouble, error);
}

#define DEADLOCK "DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '40P01'; END $$"
#define CUT      "DO $$ BEGIN PERFORM pg_terminate_backend (pg_backend_pid ()); END $$"

static const Trouble troubles[] = {
  { { .name = "Room 3" }, DEADLOCK, 1 },
  { { .name = "Room 3" }, DEADLOCK, 3 },
  { { .name = "Room 3" }, CUT, 1 },
  { { .name = "Room 3" }, CUT, 3 },
};

/* SQLite has neither deadlocks nor a line that is cut: there it runs once. */
static void
test_trouble_is_got_over (ClinicDb      *db,
                          gconstpointer  data)
{
  Trouble trouble = *(const Trouble *) data;
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicAct) act = NULL;
  g_autoptr(GError) error = NULL;
  gboolean server = g_str_equal (clinic_db_get_engine (db), "pgsql");

  command_fixture_init (&fixture, db);
  act = clinic_act_new (db, fixture.manager);
  g_assert_true (clinic_act_run (act, "room.save", make_room_in_trouble, &trouble, &error));
  g_assert_no_error (error);
  g_assert_false (act->repeated);
  g_assert_cmpuint (trouble.work.runs, ==, server ? trouble.n_troubled + 1 : 1);
  g_assert_cmpint (count_rooms (db), ==, 3);
  command_fixture_clear (&fixture);
}

static void
test_lasting_trouble_keeps_the_operation (ClinicDb *db)
{
  Trouble trouble = { { .name = "Room 3" }, CUT, 4 };
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicAct) act = NULL;
  g_autoptr(GError) error = NULL;

  command_fixture_init (&fixture, db);
  act = clinic_act_new (db, fixture.manager);

  if (g_str_equal (clinic_db_get_engine (db), "pgsql"))
    {
      g_assert_false (clinic_act_run (act, "room.save", make_room_in_trouble, &trouble, &error));
      g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE);
      g_assert_cmpuint (trouble.work.runs, ==, 4);
      g_assert_cmpint (act->operation, !=, 0);
      g_clear_error (&error);
      g_assert_true (clinic_db_reopen (db, &error));
    }

  /* Given again it does it once. */
  g_assert_true (clinic_act_run (act, "room.save", make_room_in_trouble, &trouble, &error));
  g_assert_no_error (error);
  g_assert_cmpint (act->operation, ==, 0);
  g_assert_cmpint (count_rooms (db), ==, 3);
  command_fixture_clear (&fixture);
}

static void
test_chain_is_whole_after_commands (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_auto(ClinicAuditReport) report = { 0 };
  g_autoptr(GError) error = NULL;

  command_fixture_init (&fixture, db);
  g_assert_true (clinic_audit_verify (db, 1, 0, NULL, &report, &error));
  g_assert_no_error (error);
  g_assert_cmpint (report.broken_seq, ==, 0);
  g_assert_cmpint (report.n_rows, >, 10);
  command_fixture_clear (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("command/act/leaves-its-operation", test_command_leaves_its_operation);
  clinic_test_add ("command/act/same-operation-once", test_same_operation_twice_does_it_once);
  clinic_test_add ("command/act/failure-leaves-nothing", test_failed_command_leaves_nothing);
  clinic_test_add ("command/act/refusal-on-record", test_refusal_is_in_words_and_on_record);
  clinic_test_add ("command/act/nobody-refused", test_nobody_and_those_who_left_are_refused);
  clinic_test_add ("command/act/findings-need-reasons", test_findings_need_reasons);

  for (guint i = 0; i < G_N_ELEMENTS (troubles); i++)
    {
      g_autofree char *path = g_strdup_printf ("command/act/trouble/%u", i);

      clinic_test_add_data (path, &troubles[i], test_trouble_is_got_over);
    }

  clinic_test_add ("command/act/lasting-trouble", test_lasting_trouble_keeps_the_operation);
  clinic_test_add ("command/act/chain-whole", test_chain_is_whole_after_commands);

  return g_test_run ();
}
