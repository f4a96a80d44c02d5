/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The line to the server is cut at COMMIT: whether or not it got through, the command is done
 * once. SQLite has no line: there nothing is cut. */

#include "config.h"

#include "clinic-audit.h"
#include "clinic-room.h"
#include "clinic-test.h"
#include "command-fixture.h"

#define CUT "DO $$ BEGIN PERFORM pg_terminate_backend (pg_backend_pid ()); END $$"

/* Cuts the first COMMITs of a room while the server works on them: a sequence does not go back
 * with a transaction. */
#define CUT_COMMITS                                                                                       \
  "CREATE SEQUENCE cuts;"                                                                                 \
  "CREATE FUNCTION cut () RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"                                   \
  " IF nextval ('cuts') <= 2 THEN PERFORM pg_terminate_backend (pg_backend_pid ()); END IF; RETURN NULL; END $$;" \
  "CREATE CONSTRAINT TRIGGER cut AFTER INSERT ON room DEFERRABLE INITIALLY DEFERRED"                      \
  " FOR EACH ROW EXECUTE FUNCTION cut ()"

typedef struct
{
  guint    runs;
  gboolean gets_through;
} Cut;

static gboolean
make_room (ClinicAct     *act,
           ClinicChange  *change,
           gpointer       data,
           GError       **error)
{
  Cut *cut = data;
  g_autoptr(ClinicRoom) room = clinic_room_new ();

  cut->runs++;
  g_object_set (room, "name", "Room 3", NULL);

  if (!clinic_store_save (change, CLINIC_RECORD (room), error))
    return FALSE;

  /* The server has committed, and its answer never comes. */
  if (cut->gets_through && g_str_equal (clinic_db_get_engine (act->db), "pgsql"))
    return clinic_db_exec (act->db, "COMMIT", error) && clinic_db_exec (act->db, CUT, error);

  return TRUE;
}

static void
run (ClinicDb *db,
     Cut      *cut,
     guint     runs)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicAct) act = NULL;
  g_auto(ClinicAuditReport) report = { 0 };
  g_autoptr(GError) error = NULL;
  gint64 n_rows;

  command_fixture_init (&fixture, db);
  act = clinic_act_new (db, fixture.manager);
  n_rows = command_count (db, "SELECT COUNT(*) FROM audit");

  if (!cut->gets_through && g_str_equal (clinic_db_get_engine (db), "pgsql"))
    clinic_db_exec (db, CUT_COMMITS, &error);

  g_assert_no_error (error);
  g_assert_true (clinic_act_run (act, "room.save", make_room, cut, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (cut->runs, ==, g_str_equal (clinic_db_get_engine (db), "pgsql") ? runs : 1);
  g_assert_false (act->repeated);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM room WHERE name = 'Room 3'"), ==, 1);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM audit"), ==, n_rows + 1);

  /* Whoever never heard of it and asks once more by the same number gets nothing twice either. */
  act->operation = act->done;
  g_assert_true (clinic_act_run (act, "room.save", make_room, cut, &error));
  g_assert_no_error (error);
  g_assert_true (act->repeated);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM room WHERE name = 'Room 3'"), ==, 1);
  g_assert_true (clinic_audit_verify (db, 1, 0, NULL, &report, &error));
  g_assert_cmpint (report.broken_seq, ==, 0);
  command_fixture_clear (&fixture);
}

static void
test_cut_before_the_commit_runs_again (ClinicDb *db)
{
  run (db, &(Cut) { .gets_through = FALSE }, 3);
}

static void
test_cut_after_the_commit_does_nothing_twice (ClinicDb *db)
{
  run (db, &(Cut) { .gets_through = TRUE }, 1);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("command/line-cut/before-the-commit", test_cut_before_the_commit_runs_again);
  clinic_test_add ("command/line-cut/after-the-commit",
                   test_cut_after_the_commit_does_nothing_twice);

  return g_test_run ();
}
