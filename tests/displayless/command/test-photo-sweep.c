/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What taking back leaves behind is swept away, late enough and whatever happens meanwhile. */

#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#include "clinic-audit.h"
#include "clinic-clock.h"
#include "clinic-migration.h"
#include "clinic-photo-keep.h"
#include "clinic-photo-sweep.h"
#include "clinic-picture-orphan.h"
#include "clinic-picture-vault.h"
#include "clinic-random.h"
#include "clinic-test.h"
#include "clinic-undo.h"
#include "command-fixture.h"

#define NOW   G_GINT64_CONSTANT (1795253400000)
#define DAY   G_GINT64_CONSTANT (86400000)
#define KILLS 40

static const char *program;

static gint64
add_photo (ClinicAct *act,
           gint64     patient,
           guint64    seed)
{
  g_autoptr(GPtrArray) additions = g_ptr_array_new ();
  guint8 *pixels = g_malloc (32 * 32 * 3);
  g_autoptr(ClinicPicture) picture = NULL;
  g_autoptr(ClinicPhoto) photo = g_object_new (CLINIC_TYPE_PHOTO, "patient-id", patient, "view", "front", NULL);
  ClinicPhotoAddition addition = { photo, NULL };
  g_autoptr(GError) error = NULL;
  ClinicRandom random;

  /* Noise of its own for each. */
  clinic_random_init (&random, seed);

  for (guint i = 0; i < 32 * 32 * 3; i++)
    pixels[i] = (guint8) clinic_random_below (&random, 256);

  picture = addition.picture = clinic_picture_new_pixels (pixels, 32, 32);
  g_ptr_array_add (additions, &addition);
  clinic_photo_add (act, additions, &error);
  g_assert_no_error (error);

  return act->done;
}

static void
undo (ClinicAct *act,
      gint64     operation)
{
  g_autoptr(GError) error = NULL;

  clinic_undo (act, operation, &error);
  g_assert_no_error (error);
}

static guint
sweep (ClinicAct *act,
       guint      days)
{
  g_autoptr(GError) error = NULL;
  guint n;

  clinic_photo_sweep (act, days, &n, &error);
  g_assert_no_error (error);

  return n;
}

static gint64
count_pictures (ClinicDb *db)
{
  return command_count (db, "SELECT COUNT(*) FROM picture");
}

static void
found (gint64      photo,
       const char *what,
       gpointer    user_data)
{
  g_error ("Photo %" G_GINT64_FORMAT ": %s", photo, what);
}

static void
assert_whole (ClinicDb *db)
{
  g_auto(ClinicAuditReport) report = { 0 };
  g_autoptr(GError) error = NULL;

  clinic_picture_vault_check (db, found, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (clinic_audit_verify (db, 1, 0, NULL, &report, &error));
  g_assert_no_error (error);
  g_assert_cmpint (report.broken_seq, ==, 0);
}

typedef struct
{
  CommandFixture  clinic;
  ClinicAct      *act;          /* the practitioner's */
} Fixture;

static void
set_up (Fixture  *self,
        ClinicDb *db)
{
  command_fixture_init (&self->clinic, db);
  self->act = clinic_act_new (db, self->clinic.practitioner);
}

static void
tear_down (Fixture *self)
{
  clinic_clock_set (NOW);
  g_clear_pointer (&self->act, clinic_act_free);
  command_fixture_clear (&self->clinic);
}

static void
test_what_was_taken_back_goes_late (ClinicDb *db)
{
  Fixture self = { 0 };
  gint64 operation, before;

  set_up (&self, db);
  add_photo (self.act, self.clinic.patient, 0x101010);
  operation = add_photo (self.act, self.clinic.patient, 0x202020);
  g_assert_cmpint (count_pictures (db), ==, 4);
  undo (self.act, operation);
  g_assert_cmpint (count_pictures (db), ==, 4);

  clinic_clock_set (NOW + 29 * DAY);
  before = command_count (db, "SELECT COUNT(*) FROM audit");
  g_assert_cmpuint (sweep (self.act, 30), ==, 0);
  g_assert_cmpint (count_pictures (db), ==, 4);

  /* Nothing was to do, and nothing was written. */
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM audit"), ==, before);

  clinic_clock_set (NOW + 31 * DAY);
  g_assert_cmpuint (sweep (self.act, 30), ==, 1);
  g_assert_cmpint (count_pictures (db), ==, 2);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM audit WHERE action = 'sweep'"), ==, 1);
  assert_whole (db);
  tear_down (&self);
}

static void
test_brought_back_in_time (ClinicDb *db)
{
  Fixture self = { 0 };
  gint64 operation;

  set_up (&self, db);
  operation = add_photo (self.act, self.clinic.patient, 0x202020);
  undo (self.act, operation);
  clinic_clock_set (NOW + 20 * DAY);
  undo (self.act, self.act->done);
  clinic_clock_set (NOW + 60 * DAY);
  g_assert_cmpuint (sweep (self.act, 30), ==, 0);
  g_assert_cmpint (count_pictures (db), ==, 2);
  assert_whole (db);
  tear_down (&self);
}

static void
test_too_late_is_said (ClinicDb *db)
{
  Fixture self = { 0 };
  g_autoptr(GError) error = NULL;
  gint64 taken_back;

  set_up (&self, db);
  undo (self.act, add_photo (self.act, self.clinic.patient, 0x202020));
  taken_back = self.act->done;
  clinic_clock_set (NOW + 60 * DAY);
  g_assert_cmpuint (sweep (self.act, 30), ==, 1);
  g_assert_false (clinic_undo (self.act, taken_back, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "taken away for good"));
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM photo"), ==, 0);

  /* From its file it can be added again. */
  add_photo (self.act, self.clinic.patient, 0x202020);
  assert_whole (db);
  tear_down (&self);
}

/* Added to another patient meanwhile, as is meant by taking it back. */
static void
test_added_again_elsewhere_stays (ClinicDb *db)
{
  Fixture self = { 0 };

  set_up (&self, db);
  undo (self.act, add_photo (self.act, self.clinic.patient, 0x202020));
  clinic_clock_set (NOW + 29 * DAY);
  add_photo (self.act, self.clinic.other_patient, 0x202020);
  clinic_clock_set (NOW + 60 * DAY);
  g_assert_cmpuint (sweep (self.act, 30), ==, 0);
  g_assert_cmpint (count_pictures (db), ==, 2);
  assert_whole (db);
  tear_down (&self);
}

/* What was orphaned before anybody wrote that down counts from the first sweep on. */
static void
test_older_orphans_wait_too (ClinicDb *db)
{
  Fixture self = { 0 };
  g_autoptr(GError) error = NULL;

  set_up (&self, db);
  undo (self.act, add_photo (self.act, self.clinic.patient, 0x202020));
  clinic_db_exec (db, "UPDATE picture_orphan SET since = ''", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sweep (self.act, 30), ==, 0);
  g_assert_cmpint (count_pictures (db), ==, 2);
  clinic_clock_set (NOW + 31 * DAY);
  g_assert_cmpuint (sweep (self.act, 30), ==, 1);
  g_assert_cmpint (count_pictures (db), ==, 0);
  tear_down (&self);
}

/* Two seats at one server. */
typedef struct
{
  ClinicDb *db;                 /* the other seat's */
  gint64    practitioner;
  gint64    patient;
  gint64    result;
} Seat;

static gpointer
sweep_there (gpointer data)
{
  Seat *seat = data;
  g_autoptr(GError) error = NULL;

  clinic_db_begin (seat->db, CLINIC_DB_CHANGE, &error);
  g_assert_no_error (error);
  seat->result = clinic_picture_orphan_sweep (seat->db, "9999", "9998", &error);
  g_assert_no_error (error);
  clinic_db_commit (seat->db, &error);
  g_assert_no_error (error);

  return NULL;
}

static gpointer
add_there (gpointer data)
{
  Seat *seat = data;
  g_autoptr(ClinicAct) act = clinic_act_new (seat->db, seat->practitioner);

  seat->result = add_photo (act, seat->patient, 7);

  return NULL;
}

/* Until the other seat waits for a row that is locked here. */
static void
wait_until_it_waits (ClinicDb *db)
{
  g_autoptr(ClinicDb) looking = clinic_test_open (db, CLINIC_DB_READ);
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (command_count (looking, "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database () AND "
                        "wait_event_type = 'Lock'") == 0)
    g_assert_cmpint (g_get_monotonic_time (), <, end);
}

static void
begin_race (Fixture  *self,
            Seat     *seat,
            ClinicDb *db)
{
  set_up (self, db);
  undo (self->act, add_photo (self->act, self->clinic.patient, 7));
  *seat = (Seat) { clinic_test_open (db, CLINIC_DB_WRITE), self->clinic.practitioner,
                   self->clinic.other_patient, 0 };
}

static char *
find_content (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicStatement) statement = clinic_db_prepare (db, "SELECT content FROM picture_orphan", &error);

  g_assert_no_error (error);
  g_assert_true (clinic_statement_step (statement, &error));

  return g_strdup (clinic_statement_get_text (statement, 0));
}

/* The picture is being kept again when somebody sweeps: it stays. */
static void
test_kept_while_somebody_sweeps (ClinicDb *db)
{
  Fixture self = { 0 };
  Seat seat;
  GThread *thread;
  g_autofree char *content = NULL;
  g_autofree char *insert = NULL;
  g_autoptr(GError) error = NULL;

  begin_race (&self, &seat, db);
  content = find_content (db);
  insert = g_strdup_printf ("INSERT INTO photo (id, version, patient_id, view, taken_on, content, width, height) VALUES (17, "
                            "1, %" G_GINT64_FORMAT ", 'top', '2026-11-21', '%s', 32, 32)", self.clinic.patient, content);
  clinic_db_begin (db, CLINIC_DB_CHANGE, &error);
  g_assert_no_error (error);
  clinic_picture_orphan_hold (db, content, &error);
  g_assert_no_error (error);
  thread = g_thread_new ("sweep", sweep_there, &seat);
  wait_until_it_waits (db);
  clinic_db_exec (db, insert, &error);
  g_assert_no_error (error);
  clinic_db_commit (db, &error);
  g_assert_no_error (error);
  g_thread_join (thread);
  g_assert_cmpint (seat.result, ==, 0);
  g_assert_cmpint (count_pictures (db), ==, 2);
  assert_whole (db);
  clinic_db_close (seat.db);
  tear_down (&self);
}

/* It is swept away when somebody keeps it again: that waits, and keeps it anew. */
static void
test_swept_while_somebody_keeps (ClinicDb *db)
{
  Fixture self = { 0 };
  Seat seat;
  GThread *thread;
  g_autoptr(GError) error = NULL;

  begin_race (&self, &seat, db);
  clinic_db_begin (db, CLINIC_DB_CHANGE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (clinic_picture_orphan_sweep (db, "9999", "9998", &error), ==, 1);
  g_assert_no_error (error);
  thread = g_thread_new ("add", add_there, &seat);
  wait_until_it_waits (db);
  clinic_db_commit (db, &error);
  g_assert_no_error (error);
  g_thread_join (thread);
  g_assert_cmpint (seat.result, !=, 0);
  g_assert_cmpint (count_pictures (db), ==, 2);
  assert_whole (db);
  clinic_db_close (seat.db);
  tear_down (&self);
}

/* The process that is killed: adds, takes back, lets days pass, sweeps. */
static int
run_loop (const char *path,
          const char *seed)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicDb) db = clinic_db_open (path, CLINIC_DB_WRITE, &error);
  g_autoptr(ClinicAct) act = NULL;
  gint64 patient;

  g_assert_no_error (error);
  clinic_clock_set (NOW);
  act = clinic_act_new (db, command_count (db, "SELECT MIN(id) FROM staff WHERE roles LIKE '%practitioner%'"));
  patient = command_count (db, "SELECT MIN(id) FROM patient");

  for (guint64 i = 0;; i++)
    {
      gint64 operation = add_photo (act, patient, ((guint64) g_str_hash (seed) << 32) + i);

      if (i % 4 != 0)
        undo (act, operation);

      if (i % 8 == 3)
        undo (act, act->done);

      clinic_clock_set (clinic_clock_now () + DAY);
      sweep (act, 2);
    }

  return 0;
}

static void
kill_once (const char   *path,
           ClinicRandom *random)
{
  g_autofree char *seed = g_strdup_printf ("%u", clinic_random_below (random, 1000000));
  const char *argv[] = { program, "--loop", path, seed, NULL };
  g_autoptr(GError) error = NULL;
  GPid pid;
  int status;

  g_spawn_async (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error);
  g_assert_no_error (error);
  g_usleep (60000 + clinic_random_below (random, 60000));
  kill (pid, SIGKILL);
  waitpid (pid, &status, 0);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  g_spawn_close_pid (pid);
}

static void
verify (const char *path,
        guint      *n_photos)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicDb) db = clinic_db_open (path, CLINIC_DB_WRITE, &error);

  g_assert_no_error (error);
  assert_whole (db);
  *n_photos = (guint) command_count (db, "SELECT COUNT(*) FROM photo");

  /* Each picture belongs to a photo, or is known to wait. */
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM picture p WHERE NOT EXISTS (SELECT 1 FROM photo f WHERE "
                                  "f.content = p.content) AND NOT EXISTS (SELECT 1 FROM picture_orphan o WHERE "
                                  "o.content = p.content)"), ==, 0);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM picture WHERE kind = 'photo'"), ==,
                   command_count (db, "SELECT COUNT(*) FROM picture WHERE kind = 'thumbnail'"));
}

static void
test_killed_in_between (void)
{
  g_autofree char *path = clinic_test_file ("swept.anagen");
  g_autoptr(GError) error = NULL;
  ClinicRandom random;
  guint n_photos = 0;

  {
    g_autoptr(ClinicDb) db = clinic_db_open (path, CLINIC_DB_CREATE, &error);
    CommandFixture clinic = { 0 };

    g_assert_no_error (error);
    clinic_migration_run (db, &error);
    g_assert_no_error (error);
    command_fixture_init (&clinic, db);
    command_fixture_clear (&clinic);
  }

  clinic_random_init (&random, 16);

  for (guint i = 0; i < KILLS; i++)
    {
      kill_once (path, &random);
      verify (path, &n_photos);
    }

  /* It did something meanwhile. */
  g_assert_cmpuint (n_photos, >, 1);
  g_test_message ("%u kills, %u photos whole", KILLS, n_photos);
}

int
main (int   argc,
      char *argv[])
{
  program = argv[0];

  if (argc == 4 && strcmp (argv[1], "--loop") == 0)
    return run_loop (argv[2], argv[3]);

  clinic_test_init (&argc, &argv);

  clinic_test_add ("/photo-sweep/what-was-taken-back-goes-late", test_what_was_taken_back_goes_late);
  clinic_test_add ("/photo-sweep/brought-back-in-time", test_brought_back_in_time);
  clinic_test_add ("/photo-sweep/too-late-is-said", test_too_late_is_said);
  clinic_test_add ("/photo-sweep/added-again-elsewhere-stays", test_added_again_elsewhere_stays);
  clinic_test_add ("/photo-sweep/older-orphans-wait-too", test_older_orphans_wait_too);
  clinic_test_add_on ("pgsql", "/photo-sweep/kept-while-somebody-sweeps", test_kept_while_somebody_sweeps);
  clinic_test_add_on ("pgsql", "/photo-sweep/swept-while-somebody-keeps", test_swept_while_somebody_keeps);
  g_test_add_func ("/photo-sweep/killed-in-between", test_killed_in_between);

  return g_test_run ();
}
