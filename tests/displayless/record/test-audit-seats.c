/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two seats append to the trail at once, commit or give up, and the chain stays one. SQLite has
 * one writing connection: there the seats take turns. */

#include "config.h"

#include "clinic-audit.h"
#include "clinic-test.h"
#include "record-maker.h"

#define N_CHANGES 60

typedef struct
{
  ClinicDb *db;
  gint64    number;
  guint     n_rows;     /* committed */
} Seat;

static void
append_some (Seat  *seat,
             guint  n)
{
  ClinicChange change = maker_change (seat->db);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      clinic_audit_append (&change, "update", "thing", seat->number, 0, NULL, "{\"n\":\"1\"}",
                           &error);
      g_assert_no_error (error);
    }
}

/* Every fifth change is taken back. */
static gpointer
change_often (gpointer data)
{
  Seat *seat = data;

  for (guint i = 0; i < N_CHANGES; i++)
    {
      maker_begin (seat->db);
      append_some (seat, 1 + i % 4);

      if (i % 5 == 4)
        {
          clinic_db_rollback (seat->db);
          continue;
        }

      maker_commit (seat->db);
      seat->n_rows += 1 + i % 4;
    }

  return NULL;
}

static void
test_two_seats_never_fork_the_chain (ClinicDb *db)
{
  Seat seats[2] = { { .number = 1 }, { .number = 2 } };
  GThread *threads[2];
  g_auto(ClinicAuditReport) report = { 0 };
  g_autoptr(GError) error = NULL;
  gboolean server = g_str_equal (clinic_db_get_engine (db), "pgsql");

  for (guint i = 0; i < 2; i++)
    seats[i].db = server ? clinic_test_open (db, CLINIC_DB_WRITE) : db;

  /* The first row makes the key. */
  maker_begin (db);
  append_some (&(Seat) { .db = db, .number = 3 }, 1);
  maker_commit (db);

  for (guint i = 0; i < 2; i++)
    {
      if (server)
        threads[i] = g_thread_new ("seat", change_often, &seats[i]);
      else
        change_often (&seats[i]);
    }

  for (guint i = 0; server && i < 2; i++)
    {
      g_thread_join (threads[i]);
      clinic_db_close (seats[i].db);
    }

  clinic_audit_verify (db, 1, 0, NULL, &report, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report.broken_seq, ==, 0);
  g_assert_cmpint (report.n_rows, ==, 1 + seats[0].n_rows + seats[1].n_rows);
  g_assert_cmpint (report.head_seq, ==, report.n_rows);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("/audit/two-seats-never-fork-the-chain", test_two_seats_never_fork_the_chain);

  return g_test_run ();
}
