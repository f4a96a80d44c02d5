/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two at once book the same day for the same few people: nobody is booked twice, because the
 * database refuses it. With a look before instead some are, or the test would prove nothing.
 * Both wait for each other right before they write: what happens to a program once in years
 * happens at each attempt. */

#include "config.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "clinic-migration.h"
#include "clinic-random.h"
#include "clinic-test.h"
#include "clinic-worker.h"

#define ATTEMPTS 10000
#define RESOURCES 6
#define PATIENTS 40

/* Of those who look before: few are enough to fail. */
#define LOOKS 4000

/* Where a seat's process finds its end of the line to the other. */
#define LINE 3

#define LIVE "status IN ('booked', 'confirmed', 'arrived', 'in_treatment') AND overbooked = 0"

#define BOOK(table) \
  "INSERT INTO " table " (id, version, patient_id, practitioner_id, room_id, starts, ends, status, overbooked)" \
  " VALUES ($1, 1, $2, $3, $4, $5, $6, 'booked', 0)"

#define LOOK(table) \
  "SELECT count(*) FROM " table " WHERE (patient_id = $1 OR practitioner_id = $2 OR room_id = $3)" \
  " AND starts < $5 AND ends > $4 AND " LIVE

#define CANCEL(table) \
  "UPDATE " table " SET status = 'cancelled', version = $4 WHERE practitioner_id = $1 AND starts >= $2 AND starts < $3 AND " LIVE

/* Booked at the attempt that the id ends with, cancelled at the one that the version tells. */
#define COUNT_EVER_TWICE(table) \
  COUNT_OVERLAPS (table) " WHERE (a.status = 'booked' OR a.version > b.id % 1000000)" \
  " AND (b.status = 'booked' OR b.version > a.id % 1000000)"

#define COUNT_TWICE(table) COUNT_OVERLAPS (table) " WHERE a.status = 'booked' AND b.status = 'booked'"

#define COUNT_OVERLAPS(table) \
  "SELECT count(*) FROM " table " a JOIN " table " b ON a.id < b.id AND a.starts < b.ends AND a.ends > b.starts" \
  " AND (a.practitioner_id = b.practitioner_id OR a.room_id = b.room_id OR a.patient_id = b.patient_id)"

static const char *program;

/* One attempt: mostly a booking, now and then a stretch of somebody's day becomes free again. */
typedef struct
{
  gint64   id;
  gint64   number;
  gboolean cancels;
  gint64   patient;
  gint64   practitioner;
  gint64   room;
  char     starts[20];
  char     ends[20];
} Attempt;

typedef struct
{
  ClinicRandom random;
  gint64       seed;
  gint64       n;
  int          line;        /* to the other one */
} Booker;

static void
write_wall (char *wall,
            guint minutes)
{
  g_snprintf (wall, 20, "2026-11-21T%02u:%02u", 8 + minutes / 60, minutes % 60);
}

static void
booker_init (Booker *self,
             gint64  seed,
             int     line)
{
  self->seed = seed;
  self->n = 0;
  self->line = line;
  clinic_random_init (&self->random, seed);
}

/* Until the other one is as far; at once when it is no longer there. */
static void
wait_for_other (Booker *self)
{
  char byte = 0;

  if (send (self->line, &byte, 1, MSG_NOSIGNAL) == 1 && read (self->line, &byte, 1) == 0)
    g_debug ("The other one has ended");
}

static void
pick_attempt (Booker  *self,
              Attempt *attempt)
{
  guint start = 5 * clinic_random_below (&self->random, 108);
  guint length = 10 + 5 * clinic_random_below (&self->random, 7);

  attempt->cancels = clinic_random_below (&self->random, 8) == 0;
  attempt->number = ++self->n;
  attempt->id = self->seed * 1000000 + attempt->number;
  attempt->patient = 1 + clinic_random_below (&self->random, PATIENTS);
  attempt->practitioner = 1 + clinic_random_below (&self->random, RESOURCES);
  attempt->room = 1 + clinic_random_below (&self->random, RESOURCES);
  write_wall (attempt->starts, start);
  write_wall (attempt->ends, start + (attempt->cancels ? 60 : length));
}

static ClinicStatement *
prepare (ClinicDb   *db,
         const char *sql)
{
  g_autoptr(GError) error = NULL;
  ClinicStatement *statement = clinic_db_prepare (db, sql, &error);

  if (statement == NULL)
    g_error ("%s", error->message);

  return statement;
}

static void
bind_booking (ClinicStatement *statement,
              const Attempt   *attempt)
{
  clinic_statement_bind_int (statement, 1, attempt->id);
  clinic_statement_bind_int (statement, 2, attempt->patient);
  clinic_statement_bind_int (statement, 3, attempt->practitioner);
  clinic_statement_bind_int (statement, 4, attempt->room);
  clinic_statement_bind_text (statement, 5, attempt->starts);
  clinic_statement_bind_text (statement, 6, attempt->ends);
}

static void
bind_cancellation (ClinicStatement *statement,
                   const Attempt   *attempt)
{
  clinic_statement_bind_int (statement, 1, attempt->practitioner);
  clinic_statement_bind_text (statement, 2, attempt->starts);
  clinic_statement_bind_text (statement, 3, attempt->ends);
  clinic_statement_bind_int (statement, 4, attempt->number);
}

static gboolean
run_guarded (ClinicDb       *db,
             const Attempt  *attempt,
             GError        **error)
{
  g_autoptr(ClinicStatement) statement = prepare (db,
                                                  attempt->cancels
                                                      ? CANCEL ("session") : BOOK ("session"));

  if (attempt->cancels)
    bind_cancellation (statement, attempt);
  else
    bind_booking (statement, attempt);

  return clinic_db_begin (db, CLINIC_DB_CHANGE, error) &&
         clinic_statement_run (statement, error) >= 0 &&
         clinic_db_commit (db, error);
}

/* TRUE when it was booked; a clash is no error, a deadlock is tried again as a command does. */
static gboolean
attempt_guarded (ClinicDb      *db,
                 const Attempt *attempt)
{
  for (guint tries = 0; tries < 10; tries++)
    {
      g_autoptr(GError) error = NULL;

      if (run_guarded (db, attempt, &error))
        return !attempt->cancels;

      clinic_db_rollback (db);

      if (clinic_db_get_verdict (db) == CLINIC_DB_AGAIN)
        continue;

      if (!g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT))
        g_error ("%s", error->message);

      return FALSE;
    }

  g_error ("Deadlocks without end");
}

static gboolean
run_naive (ClinicDb       *db,
           Booker         *booker,
           const Attempt  *attempt,
           GError        **error)
{
  g_autoptr(ClinicStatement) look = prepare (db, LOOK ("scratch.session"));
  g_autoptr(ClinicStatement) change = NULL;

  if (!clinic_db_begin (db, CLINIC_DB_CHANGE, error))
    return FALSE;

  if (attempt->cancels)
    {
      change = prepare (db, CANCEL ("scratch.session"));
      bind_cancellation (change, attempt);
    }
  else
    {
      clinic_statement_bind_int (look, 1, attempt->patient);
      clinic_statement_bind_int (look, 2, attempt->practitioner);
      clinic_statement_bind_int (look, 3, attempt->room);
      clinic_statement_bind_text (look, 4, attempt->starts);
      clinic_statement_bind_text (look, 5, attempt->ends);

      if (!clinic_statement_step (look, error))
        return FALSE;

      if (clinic_statement_get_int (look, 0) == 0)
        {
          change = prepare (db, BOOK ("scratch.session"));
          bind_booking (change, attempt);
        }
    }

  wait_for_other (booker);

  return (change == NULL || clinic_statement_run (change, error) >= 0) &&
         clinic_db_commit (db, error);
}

static void
attempt_naive (ClinicDb      *db,
               Booker        *booker,
               const Attempt *attempt)
{
  g_autoptr(GError) error = NULL;

  if (run_naive (db, booker, attempt, &error))
    return;

  clinic_db_rollback (db);

  if (clinic_db_get_verdict (db) != CLINIC_DB_AGAIN)
    g_error ("%s", error->message);
}

/* A seat: a process of its own with a connection of its own. */
static int
run_seat (const char *location,
          gboolean    guarded,
          gint64      seed)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicDb) db = clinic_db_open (location, CLINIC_DB_WRITE, &error);
  Booker booker;
  guint booked = 0;

  if (db == NULL)
    g_error ("%s", error->message);

  booker_init (&booker, seed, LINE);

  for (guint i = 0; i < (guarded ? ATTEMPTS : LOOKS); i++)
    {
      Attempt attempt;

      pick_attempt (&booker, &attempt);

      if (!guarded)
        {
          attempt_naive (db, &booker, &attempt);
          continue;
        }

      wait_for_other (&booker);

      if (attempt_guarded (db, &attempt))
        booked++;
    }

  return !guarded || booked > ATTEMPTS / 100 ? EXIT_SUCCESS : EXIT_FAILURE;
}

static GSubprocess *
start_seat (ClinicDb   *db,
            const char *kind,
            const char *seed,
            int         line)
{
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr(GError) error = NULL;
  GSubprocess *seat;

  g_subprocess_launcher_take_fd (launcher, line, LINE);
  seat = g_subprocess_launcher_spawn (launcher, &error, program, "--seat",
                                      clinic_test_location (db), kind, seed, NULL);
  g_assert_no_error (error);

  return seat;
}

static void
run_two_seats (ClinicDb   *db,
               const char *kind)
{
  GSubprocess *seats[2];
  int lines[2];

  g_assert_cmpint (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, lines), ==, 0);
  seats[0] = start_seat (db, kind, "1", lines[0]);
  seats[1] = start_seat (db, kind, "2", lines[1]);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GError) error = NULL;

      g_subprocess_wait_check (seats[i], NULL, &error);
      g_assert_no_error (error);
      g_object_unref (seats[i]);
    }
}

static gint64
ask (ClinicDb   *db,
     const char *sql)
{
  g_autoptr(ClinicStatement) statement = prepare (db, sql);

  g_assert_true (clinic_statement_step (statement, NULL));

  return clinic_statement_get_int (statement, 0);
}

static void
fill_clinic (ClinicDb *db)
{
  g_autoptr(GString) sql = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  for (guint i = 1; i <= RESOURCES; i++)
    g_string_append_printf (sql,
                            "INSERT INTO staff (id, version, name, roles) VALUES (%u, 1, 's%u', "
                            "'practitioner');"
                            "INSERT INTO room (id, version, name) VALUES (%u, 1, 'r%u');", i, i, i, i);

  for (guint i = 1; i <= PATIENTS; i++)
    g_string_append_printf (sql,
                            "INSERT INTO patient (id, version, file_number, family_name) VALUES "
                            "(%u, 1, '%u', 'p');",
                            i, i);

  clinic_db_exec (db, sql->str, &error);
  g_assert_no_error (error);
}

static void
test_two_seats_never_book_twice (ClinicDb *db)
{
  gint64 started = g_get_monotonic_time ();

  fill_clinic (db);
  run_two_seats (db, "guarded");
  g_assert_cmpint (ask (db, COUNT_TWICE ("session")), ==, 0);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM session"), >, ATTEMPTS / 50);
  g_test_message ("2 seats × %u attempts in %.1f s: %" G_GINT64_FORMAT " bookings, none twice",
                  ATTEMPTS,
                  (g_get_monotonic_time () - started) / 1e6, ask (db,
                                                                  "SELECT count(*) FROM session"));
}

static void
test_two_seats_that_only_look_do (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;
  gint64 twice;

  clinic_db_exec (db, "CREATE SCHEMA scratch; CREATE TABLE scratch.session (LIKE public.session);"
                  "CREATE INDEX ON scratch.session (practitioner_id, starts);"
                  "CREATE INDEX ON scratch.session (room_id, starts);"
                  "CREATE INDEX ON scratch.session (patient_id, starts)", &error);
  g_assert_no_error (error);

  run_two_seats (db, "naive");
  twice = ask (db, COUNT_EVER_TWICE ("scratch.session"));
  g_assert_cmpint (twice, >, 0);
  g_test_message ("The same with a look before: %" G_GINT64_FORMAT " pairs were booked twice",
                  twice);
}

static gpointer
attempt_on_worker (ClinicDb  *db,
                   gpointer   data,
                   GError   **error)
{
  return GINT_TO_POINTER (attempt_guarded (db, data) ? 2 : 1);
}

static void
take_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

typedef struct
{
  ClinicWorker *worker;
  gint64        seed;
  guint         booked;
} Desk;

/* A thread that waits for each of its answers, as a window does. */
static gpointer
run_desk (gpointer data)
{
  Desk *self = data;
  g_autoptr(GMainContext) context = g_main_context_new ();
  Booker booker;

  g_main_context_push_thread_default (context);
  booker_init (&booker, self->seed, -1);

  for (guint i = 0; i < ATTEMPTS; i++)
    {
      Attempt *attempt = g_new0 (Attempt, 1);
      g_autoptr(GAsyncResult) result = NULL;

      pick_attempt (&booker, attempt);
      clinic_worker_run_async (self->worker, attempt_on_worker, attempt, g_free, NULL, NULL,
                               take_result_cb, &result);

      while (result == NULL)
        g_main_context_iteration (context, TRUE);

      if (GPOINTER_TO_INT (clinic_worker_run_finish (self->worker, result, NULL)) == 2)
        self->booked++;
    }

  g_main_context_pop_thread_default (context);

  return NULL;
}

static void
test_two_threads_never_book_twice (const char *location)
{
  g_autoptr(ClinicDb) reader = NULL;
  g_autoptr(GError) error = NULL;
  gint64 started = g_get_monotonic_time ();
  ClinicDb *db = clinic_db_open (location, CLINIC_DB_CREATE, &error);
  Desk desks[2];
  GThread *threads[2];
  ClinicWorker *worker;

  g_assert_no_error (error);
  clinic_migration_run (db, &error);
  g_assert_no_error (error);
  fill_clinic (db);
  worker = clinic_worker_new (db);

  for (guint i = 0; i < 2; i++)
    {
      desks[i] = (Desk) { .worker = worker, .seed = 1 + i };
      threads[i] = g_thread_new ("desk", run_desk, &desks[i]);
    }

  for (guint i = 0; i < 2; i++)
    {
      g_thread_join (threads[i]);
      g_assert_cmpuint (desks[i].booked, >, ATTEMPTS / 100);
    }

  g_object_unref (worker);
  reader = clinic_db_open (location, CLINIC_DB_READ, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask (reader, COUNT_TWICE ("session")), ==, 0);
  g_test_message ("2 threads × %u attempts through one worker in %.1f s: %" G_GINT64_FORMAT " bookings, none twice",
                  ATTEMPTS, (g_get_monotonic_time () - started) / 1e6, ask (reader,
                                                                            "SELECT count(*) FROM "
                                                                            "session"));
}

/* What a program would do that leaves the checking to itself and opens the file twice. */
typedef struct
{
  const char *path;
  gint64      seed;
  int         line;
} Looker;

static void
bind_raw (sqlite3_stmt *statement,
          const char   *name,
          gint64        number,
          const char   *text)
{
  int index = sqlite3_bind_parameter_index (statement, name);

  if (text != NULL)
    sqlite3_bind_text (statement, index, text, -1, SQLITE_TRANSIENT);
  else
    sqlite3_bind_int64 (statement, index, number);
}

static gint64
run_raw (sqlite3_stmt *statement)
{
  gint64 answer = sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : -1;

  sqlite3_reset (statement);

  return answer;
}

static gpointer
run_looker (gpointer data)
{
  Looker *self = data;
  sqlite3_stmt *look = NULL;
  sqlite3_stmt *book = NULL;
  sqlite3_stmt *cancel = NULL;
  sqlite3 *db = NULL;
  Booker booker;

  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 10000);
  sqlite3_exec (db, "PRAGMA synchronous = OFF", NULL, NULL, NULL);
  g_assert_cmpint (sqlite3_prepare_v2 (db, LOOK ("session"), -1, &look, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, BOOK ("session"), -1, &book, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, CANCEL ("session"), -1, &cancel, NULL), ==, SQLITE_OK);
  booker_init (&booker, self->seed, self->line);

  for (guint i = 0; i < LOOKS; i++)
    {
      Attempt attempt;
      sqlite3_stmt *change = NULL;

      pick_attempt (&booker, &attempt);
      bind_raw (look, "$1", attempt.patient, NULL);
      bind_raw (look, "$2", attempt.practitioner, NULL);
      bind_raw (look, "$3", attempt.room, NULL);
      bind_raw (look, "$4", 0, attempt.starts);
      bind_raw (look, "$5", 0, attempt.ends);

      if (attempt.cancels)
        {
          change = cancel;
          bind_raw (cancel, "$1", attempt.practitioner, NULL);
          bind_raw (cancel, "$2", 0, attempt.starts);
          bind_raw (cancel, "$3", 0, attempt.ends);
          bind_raw (cancel, "$4", attempt.number, NULL);
        }
      else if (run_raw (look) == 0)
        {
          change = book;
          bind_raw (book, "$1", attempt.id, NULL);
          bind_raw (book, "$2", attempt.patient, NULL);
          bind_raw (book, "$3", attempt.practitioner, NULL);
          bind_raw (book, "$4", attempt.room, NULL);
          bind_raw (book, "$5", 0, attempt.starts);
          bind_raw (book, "$6", 0, attempt.ends);
        }

      wait_for_other (&booker);

      if (change != NULL)
        run_raw (change);
    }

  sqlite3_finalize (look);
  sqlite3_finalize (book);
  sqlite3_finalize (cancel);
  sqlite3_close (db);

  return NULL;
}

static void
test_two_connections_that_only_look_do (void)
{
  g_autofree char *path = clinic_test_file ("naive.db");
  sqlite3_stmt *count = NULL;
  sqlite3 *db = NULL;
  Looker first;
  Looker second;
  GThread *thread;
  int lines[2];
  gint64 twice;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;"
                                 "CREATE TABLE session (id BIGINT PRIMARY KEY, version BIGINT, "
                                 "patient_id BIGINT,"
                                 " practitioner_id BIGINT, room_id BIGINT, starts TEXT, ends "
                                 "TEXT, status TEXT, overbooked BIGINT);"
                                 "CREATE INDEX a ON session (practitioner_id, starts); CREATE "
                                 "INDEX b ON session (room_id, starts);"
                                 "CREATE INDEX c ON session (patient_id, starts)", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, COUNT_EVER_TWICE ("session"), -1, &count, NULL), ==,
                   SQLITE_OK);

  g_assert_cmpint (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, lines), ==, 0);
  first = (Looker) { path, 1, lines[0] };
  second = (Looker) { path, 2, lines[1] };
  thread = g_thread_new ("looker", run_looker, &first);
  run_looker (&second);
  g_thread_join (thread);
  close (lines[0]);
  close (lines[1]);
  twice = run_raw (count);
  sqlite3_finalize (count);
  sqlite3_close (db);
  g_assert_cmpint (twice, >, 0);
  g_test_message ("With a look before and two connections: %" G_GINT64_FORMAT " pairs were booked "
                  "twice", twice);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 5 && strcmp (argv[1], "--seat") == 0)
    return run_seat (argv[2], strcmp (argv[3], "guarded") == 0,
                     g_ascii_strtoll (argv[4], NULL, 10));

  program = argv[0];
  clinic_test_init (&argc, &argv);

  clinic_test_add_on ("pgsql", "/race/two-seats-never-book-twice", test_two_seats_never_book_twice);
  clinic_test_add_on ("pgsql", "/race/two-seats-that-only-look-do",
                      test_two_seats_that_only_look_do);
  clinic_test_add_place ("/race/two-threads-never-book-twice", test_two_threads_never_book_twice);
  g_test_add_func ("/sqlite/race/two-connections-that-only-look-do",
                   test_two_connections_that_only_look_do);

  return g_test_run ();
}
