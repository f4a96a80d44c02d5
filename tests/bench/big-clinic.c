/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>

#include "clinic-clock.h"
#include "clinic-demo-names.h"
#include "clinic-migration.h"
#include "clinic-patient.h"
#include "clinic-setup.h"

/* Turns an empty place into a clinic of any size. Each practitioner has a room; visits of ten
 * minutes follow one another without a gap, day by day, and end with today. Who comes is taken
 * from a group of patients in turn, then from the next group. */

#define ZONE "Europe/Vienna"
#define N_STAFF 50
#define GROUP 5000
#define BATCH 50000
#define VISIT_MINUTES 10
#define OPENS_MINUTES 480

/* No ids of chance, so that rows lie in the order in which they were written. */
#define FIRST_COURSE 1000000000000
#define FIRST_SESSION 2000000000000

static int n_patients = 1000000;
static int n_sessions = 10000000;
static int n_years = 10;
static gboolean without_words;

static const GOptionEntry options[] = {
  { "patients", 0, 0, G_OPTION_ARG_INT, &n_patients, "Patients (1000000)", "N" },
  { "sessions", 0, 0, G_OPTION_ARG_INT, &n_sessions, "Sessions (10000000)", "N" },
  { "years", 0, 0, G_OPTION_ARG_INT, &n_years, "Years up to today (10)", "N" },
  { "without-words", 0, 0, G_OPTION_ARG_NONE, &without_words, "Nobody is found by typing", NULL },
  { NULL },
};

typedef struct
{
  ClinicDb *db;
  gint64    staff[N_STAFF];
  gint64    rooms[N_STAFF];
  gint64   *patients;
  GDate     today;
  char      now[17];        /* of today */
  guint     n_days;
  guint     a_day;          /* sessions */
} Big;

static void
check (gboolean  done,
       GError   *error)
{
  if (!done)
    g_error ("%s", error != NULL ? error->message : "unknown");
}

static ClinicStatement *
prepare (Big        *self,
         const char *sql)
{
  g_autoptr(GError) error = NULL;
  ClinicStatement *statement = clinic_db_prepare (self->db, sql, &error);

  check (statement != NULL, error);

  return statement;
}

static void
run (ClinicStatement *statement)
{
  g_autoptr(GError) error = NULL;

  check (clinic_statement_run (statement, &error) >= 0, error);
  clinic_statement_reset (statement);
}

/* A transaction holds BATCH rows. */
static void
turn (Big   *self,
      guint  row,
      guint  n_rows)
{
  g_autoptr(GError) error = NULL;

  if (row > 0 && (row % BATCH == 0 || row == n_rows))
    check (clinic_db_commit (self->db, &error), error);

  if (row > 0 && row % (BATCH * 20) == 0)
    clinic_db_checkpoint (self->db);

  if (row < n_rows && row % BATCH == 0)
    check (clinic_db_begin (self->db, CLINIC_DB_CHANGE, &error), error);
}

static void
fill_staff (Big    *self,
            gint64  owner)
{
  g_autoptr(ClinicStatement) staff =
    prepare (self, "INSERT INTO staff (id, version, name, roles) VALUES ($1, 1, $2, 'practitioner')");
  g_autoptr(ClinicStatement) room =
    prepare (self, "INSERT INTO room (id, version, name) VALUES ($1, 1, $2)");

  turn (self, 0, N_STAFF);

  for (guint i = 0; i < N_STAFF; i++)
    {
      g_autofree char *name = g_strdup_printf ("Practitioner %u", i + 1);
      g_autofree char *place = g_strdup_printf ("Room %u", i + 1);

      self->staff[i] = i == 0 ? owner : owner + i;
      self->rooms[i] = owner + N_STAFF + i;
      clinic_statement_bind_int (staff, 1, self->staff[i]);
      clinic_statement_bind_text (staff, 2, name);
      clinic_statement_bind_int (room, 1, self->rooms[i]);
      clinic_statement_bind_text (room, 2, place);
      run (room);

      if (i > 0)
        run (staff);
    }

  turn (self, N_STAFF, N_STAFF);
}

static ClinicPatient *
make_patient (ClinicRandom *random,
              guint         i)
{
  ClinicDemoName name;
  g_autofree char *number = g_strdup_printf ("P%07u", i + 1);
  g_autofree char *born = g_strdup_printf ("%04u-%02u-%02u", 1935 + clinic_random_below (random, 75),
                                           1 + clinic_random_below (random, 12),
                                           1 + clinic_random_below (random, 28));
  g_autofree char *mobile = g_strdup_printf ("+43 6%02u %07u", clinic_random_below (random, 100),
                                             clinic_random_below (random, 10000000));

  clinic_demo_name_draw (&name, random);

  return g_object_new (CLINIC_TYPE_PATIENT,
                       "file-number", number,
                       "family-name", name.family,
                       "given-name", name.given,
                       "sex", name.sex,
                       "city", name.city,
                       "birth-date", born,
                       "mobile", mobile,
                       NULL);
}

static void
write_without_words (ClinicStatement *statement,
                     ClinicPatient   *patient,
                     gint64           id)
{
  const char *const texts[] = { patient->file_number, patient->family_name, patient->given_name,
                                patient->birth_date, patient->sex, patient->mobile, patient->city };

  clinic_statement_bind_int (statement, 1, id);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    clinic_statement_bind_text (statement, i + 2, texts[i]);

  run (statement);
}

static void
fill_patients (Big *self)
{
  g_autoptr(ClinicStatement) statement =
    prepare (self, "INSERT INTO patient (id, version, file_number, family_name, given_name, "
             "birth_date, sex, mobile, city) VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $8)");
  g_autofree char *today = clinic_clock_today (ZONE);
  g_autoptr(GError) error = NULL;
  ClinicRandom random;

  clinic_random_init (&random, 1);
  self->patients = g_new (gint64, n_patients);

  for (int i = 0; i < n_patients; i++)
    {
      g_autoptr(ClinicPatient) patient = make_patient (&random, i);

      turn (self, i, n_patients);
      self->patients[i] = i + 1;

      if (without_words)
        write_without_words (statement, patient, i + 1);
      else
        {
          check (clinic_store_insert_bulk (self->db, CLINIC_RECORD (patient), today, &error),
                 error);
          self->patients[i] = clinic_record_get_id (CLINIC_RECORD (patient));
        }
    }

  turn (self, n_patients, n_patients);
}

/* One course each; every tenth goes on. */
static void
fill_courses (Big *self)
{
  g_autoptr(ClinicStatement) statement =
    prepare (self, "INSERT INTO course (id, version, patient_id, practitioner_id, goal, status) "
             "VALUES ($1, 1, $2, $3, 'Density', $4)");

  for (int i = 0; i < n_patients; i++)
    {
      turn (self, i, n_patients);
      clinic_statement_bind_int (statement, 1, FIRST_COURSE + i);
      clinic_statement_bind_int (statement, 2, self->patients[i]);
      clinic_statement_bind_int (statement, 3, self->staff[i % N_STAFF]);
      clinic_statement_bind_text (statement, 4, i % 10 == 0 ? "active" : "completed");
      run (statement);
    }

  turn (self, n_patients, n_patients);
}

static int
find_patient (int session)
{
  int group = MIN (GROUP, n_patients);
  gint64 of_group = (gint64) group * MAX (n_sessions / n_patients, 1);

  return (session / of_group * group + session % group) % n_patients;
}

static void
write_time (const GDate *day,
            guint        minutes,
            char        *text)
{
  g_snprintf (text, 17, "%04u-%02u-%02uT%02u:%02u", g_date_get_year (day) % 10000u,
              g_date_get_month (day) % 100u, g_date_get_day (day) % 100u,
              minutes / 60 % 100, minutes % 60);
}

static void
write_session (Big             *self,
               ClinicStatement *statement,
               int              i)
{
  guint before = n_sessions - 1 - i;
  guint of_day = self->a_day - 1 - before % self->a_day;
  guint who = of_day % N_STAFF;
  guint start = OPENS_MINUTES + of_day / N_STAFF * VISIT_MINUTES;
  int patient = find_patient (i);
  GDate day = self->today;
  char starts[17], ends[17], signed_at[32];
  gboolean past;

  g_date_subtract_days (&day, before / self->a_day);
  write_time (&day, start, starts);
  write_time (&day, start + VISIT_MINUTES, ends);
  g_snprintf (signed_at, sizeof signed_at, "%s:00.000Z", ends);
  past = g_strcmp0 (ends, self->now) <= 0;

  clinic_statement_bind_int (statement, 1, FIRST_SESSION + i);
  clinic_statement_bind_int (statement, 2, self->patients[patient]);
  clinic_statement_bind_int (statement, 3, FIRST_COURSE + patient);
  clinic_statement_bind_int (statement, 4, self->staff[who]);
  clinic_statement_bind_int (statement, 5, self->rooms[who]);
  clinic_statement_bind_text (statement, 6, starts);
  clinic_statement_bind_text (statement, 7, ends);
  clinic_statement_bind_text (statement, 8, past ? "done" : "booked");
  clinic_statement_bind_text (statement, 9, past ? signed_at : NULL);
  clinic_statement_bind_int (statement, 10, past ? self->staff[who] : CLINIC_NULL);
  run (statement);
}

static void
fill_sessions (Big *self)
{
  g_autoptr(ClinicStatement) statement =
    prepare (self, "INSERT INTO session (id, version, patient_id, course_id, practitioner_id, "
             "room_id, starts, ends, status, signed_at, signed_by) "
             "VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10)");

  for (int i = 0; i < n_sessions; i++)
    {
      turn (self, i, n_sessions);
      write_session (self, statement, i);
    }

  turn (self, n_sessions, n_sessions);
}

static void
timed (Big        *self,
       const char *what,
       int         n,
       void (     *func )(Big *self))
{
  gint64 start = g_get_monotonic_time ();

  func (self);
  g_print ("%d %s in %.1f s\n", n, what, (g_get_monotonic_time () - start) / 1e6);
}

static gint64
found (Big *self)
{
  const ClinicSetup setup = {
    .clinic_name = "Demonstration, big",
    .zone = ZONE,
    .owner_name = "Olga Owner",
    .demonstration = TRUE,
  };
  g_autoptr(GError) error = NULL;
  gint64 owner;

  check (clinic_migration_run (self->db, &error), error);
  owner = clinic_setup_create (self->db, &setup, &error);
  check (owner != 0, error);

  return owner;
}

static void
set_days (Big *self)
{
  g_autofree char *wall = clinic_clock_wall (ZONE);

  g_strlcpy (self->now, wall, sizeof self->now);
  g_date_set_dmy (&self->today, atoi (wall + 8), atoi (wall + 5), atoi (wall));
  self->n_days = n_years * 365;
  self->a_day = MAX ((n_sessions + self->n_days - 1) / self->n_days, 1);

  if (self->a_day > N_STAFF * ((1440 - OPENS_MINUTES) / VISIT_MINUTES - 1))
    g_error ("So many sessions do not fit into %d years", n_years);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GOptionContext) context = g_option_context_new ("PLACE");
  g_autoptr(GError) error = NULL;
  Big self = { 0 };

  g_option_context_add_main_entries (context, options, NULL);

  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2 ||
      n_patients < N_STAFF || n_sessions < 1 || n_years < 1)
    {
      g_printerr ("big-clinic [--patients N] [--sessions N] [--years N] [--without-words] PLACE\n");
      return 2;
    }

  self.db = clinic_db_open (argv[1], CLINIC_DB_CREATE, &error);
  check (self.db != NULL, error);
  set_days (&self);
  fill_staff (&self, found (&self));
  timed (&self, "patients", n_patients, fill_patients);
  timed (&self, "courses", n_patients, fill_courses);
  timed (&self, "sessions", n_sessions, fill_sessions);
  clinic_db_optimize (self.db);
  clinic_db_checkpoint (self.db);
  clinic_db_close (self.db);
  g_free (self.patients);

  return 0;
}
