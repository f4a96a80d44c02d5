/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A writer is killed at random moments; whatever it had been told is saved must be there
 * afterwards. */

#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clinic-audit.h"
#include "clinic-id.h"
#include "clinic-migration.h"
#include "clinic-patient.h"
#include "clinic-random.h"

/* A program with sanitizers starts ten times as slowly; what is lost does not depend on them. */
#ifdef __SANITIZE_ADDRESS__
#define KILLS 100
#else
#define KILLS 1000
#endif

static const char *program;

static gboolean
add_operation (ClinicDb      *db,
               ClinicChange  *change,
               GError       **error)
{
  g_autoptr(ClinicStatement) statement = NULL;

  statement = clinic_db_prepare (db,
                                 "INSERT INTO operation (id, command, actor, at) VALUES ($1, "
                                 "'test', 1, '')", error);

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, change->operation);

  return clinic_statement_run (statement, error) == 1;
}

/* One acknowledged write as a command makes it: operation, patient, search words, audit row. */
static gint64
write_one (ClinicDb *db)
{
  g_autoptr(ClinicPatient) patient = clinic_patient_new ();
  g_autoptr(GError) error = NULL;
  ClinicChange change = { .db = db, .actor = 1, .operation = clinic_id_new (), .command = "test",
                          .today = "2026-11-21" };
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, change.operation);

  g_object_set (patient, "file-number", number, "family-name", "Kill", "given-name", "Test", NULL);

  if (!clinic_db_begin (db, CLINIC_DB_CHANGE, &error) ||
      !add_operation (db, &change, &error) ||
      !clinic_store_save (&change, CLINIC_RECORD (patient), &error) ||
      !clinic_db_commit (db, &error))
    g_error ("%s", error->message);

  return clinic_record_get_id (CLINIC_RECORD (patient));
}

/* The process that is killed: writes and says which ids have been committed. */
static int
run_writer (const char *path)
{
  g_autoptr(GError) error = NULL;
  ClinicDb *db = clinic_db_open (path, CLINIC_DB_WRITE, &error);

  if (db == NULL)
    g_error ("%s", error->message);

  for (guint n = 0;; n++)
    {
      gint64 id = write_one (db);

      if (write (STDOUT_FILENO, &id, sizeof id) != sizeof id)
        return 1;

      /* The log is taken into the file now and then, so that kills fall into that too. */
      if (n % 16 == 15)
        clinic_db_checkpoint (db);
    }
}

static GPid
start_writer (const char *path,
              int        *from_writer)
{
  const char *argv[] = { program, "--writer", path, NULL };
  g_autoptr(GError) error = NULL;
  GPid pid;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                            &pid, NULL, from_writer, NULL, &error);
  g_assert_no_error (error);

  return pid;
}

/* Mostly within a few writes, now and then much later: a short window alone would never see a
 * long commit. */
static gulong
pick_moment (ClinicRandom *random)
{
  guint kind = clinic_random_below (random, 20);

  if (kind == 0)
    return 50000 + clinic_random_below (random, 100000);

  return clinic_random_below (random, kind < 10 ? 5000 : 20000);
}

/* Until the writer has said that something is saved, however busy the machine is. */
static void
wait_for_first (int from_writer)
{
  GPollFD fd = { .fd = from_writer, .events = G_IO_IN };

  g_assert_cmpint (g_poll (&fd, 1, 60000), ==, 1);
}

static void
read_acknowledged (int     from_writer,
                   GArray *ids)
{
  gint64 id;

  while (read (from_writer, &id, sizeof id) == sizeof id)
    g_array_append_val (ids, id);
}

static void
kill_once (const char   *path,
           ClinicRandom *random,
           GArray       *ids)
{
  int from_writer;
  int status;
  GPid pid = start_writer (path, &from_writer);

  /* One in ten is killed while it opens the file and takes in what the one before it left. */
  if (clinic_random_below (random, 10) > 0)
    wait_for_first (from_writer);

  g_usleep (pick_moment (random));
  kill (pid, SIGKILL);
  waitpid (pid, &status, 0);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  read_acknowledged (from_writer, ids);
  close (from_writer);
  g_spawn_close_pid (pid);
}

static gboolean
is_stored (ClinicDb *db,
           gint64    id)
{
  g_autoptr(ClinicStatement) statement = NULL;
  g_autoptr(GError) error = NULL;

  statement = clinic_db_prepare (db,
                                 "SELECT count(*) FROM patient p JOIN audit a ON a.entity = "
                                 "'patient' AND a.entity_id = p.id "
                                 "JOIN operation o ON o.id = a.operation "
                                 "WHERE p.id = $1 AND EXISTS (SELECT 1 FROM patient_token t WHERE "
                                 "t.patient_id = p.id)", &error);
  g_assert_no_error (error);
  clinic_statement_bind_int (statement, 1, id);
  g_assert_true (clinic_statement_step (statement, &error));

  return clinic_statement_get_int (statement, 0) == 1;
}

static void
verify (const char *path,
        GArray     *ids,
        guint       from)
{
  g_auto(ClinicAuditReport) report = { 0 };
  g_autoptr(GError) error = NULL;
  g_autofree char *damage = NULL;
  ClinicDb *db = clinic_db_open (path, CLINIC_DB_WRITE, &error);

  g_assert_no_error (error);

  for (guint i = from; i < ids->len; i++)
    g_assert_true (is_stored (db, g_array_index (ids, gint64, i)));

  damage = clinic_db_check (db, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (damage);

  clinic_audit_verify (db, 1, 0, NULL, &report, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report.broken_seq, ==, 0);
  g_assert_cmpint (report.n_rows, >=, ids->len);

  clinic_db_close (db);
}

static void
test_killed_writer_loses_nothing (void)
{
  g_autofree char *folder = g_dir_make_tmp ("anagen-kill-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "k.anagen", NULL);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) error = NULL;
  ClinicDb *db = clinic_db_open (path, CLINIC_DB_CREATE, &error);
  ClinicRandom random;
  guint seen = 0;
  guint idle = 0;

  g_assert_no_error (error);
  clinic_migration_run (db, &error);
  g_assert_no_error (error);
  write_one (db);
  clinic_db_close (db);
  clinic_random_init (&random, g_test_rand_int ());

  for (guint i = 1; i <= KILLS; i++)
    {
      guint before = ids->len;

      kill_once (path, &random, ids);

      /* Kills that hit nothing would prove nothing. */
      idle = ids->len > before ? 0 : idle + 1;
      g_assert_cmpuint (idle, <, 10);

      if (i % 50 == 0)
        {
          verify (path, ids, seen);
          seen = ids->len;
        }
    }

  verify (path, ids, 0);
  g_assert_cmpuint (ids->len, >, KILLS);
  g_test_message ("%u kills, %u acknowledged writes, none lost", KILLS, ids->len);

  {
    g_autofree char *command = g_strdup_printf ("rm -r %s", folder);

    g_assert_cmpint (system (command), ==, 0);
  }
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && strcmp (argv[1], "--writer") == 0)
    return run_writer (argv[2]);

  g_test_init (&argc, &argv, NULL);
  program = argv[0];
  g_test_add_func ("/kill/killed-writer-loses-nothing", test_killed_writer_loses_nothing);

  return g_test_run ();
}
