/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two seats at once give commands that want the same number or the same time. SQLite has one
 * writing connection: there the seats take turns. */

#include "config.h"

#include "clinic-audit.h"
#include "clinic-plan.h"
#include "clinic-register.h"
#include "clinic-test.h"
#include "command-fixture.h"

#define N_PATIENTS 40
#define N_COURSES 12

typedef struct
{
  CommandFixture *fixture;
  ClinicDb       *db;
  gint64          patient;
  guint           n_done;
  guint           n_refused;
} Seat;

typedef gpointer (* SeatFunc) (gpointer seat);

/* Runs both to their end, at once where the engine lets them. */
static void
run_seats (ClinicDb *db,
           Seat     *seats,
           SeatFunc  func)
{
  GThread *threads[2];
  gboolean server = g_str_equal (clinic_db_get_engine (db), "pgsql");

  for (guint i = 0; i < 2; i++)
    seats[i].db = server ? clinic_test_open (db, CLINIC_DB_WRITE) : db;

  for (guint i = 0; i < 2; i++)
    {
      if (server)
        threads[i] = g_thread_new ("seat", func, &seats[i]);
      else
        func (&seats[i]);
    }

  for (guint i = 0; server && i < 2; i++)
    {
      g_thread_join (threads[i]);
      clinic_db_close (seats[i].db);
    }
}

static gpointer
register_many (gpointer data)
{
  Seat *seat = data;
  g_autoptr(ClinicAct) act = clinic_act_new (seat->db, seat->fixture->receptionist);

  for (guint i = 0; i < N_PATIENTS; i++)
    {
      g_autoptr(ClinicPatient) patient = clinic_patient_new ();
      g_autoptr(GError) error = NULL;
      g_autofree char *name = g_strdup_printf ("Seat%" G_GINT64_FORMAT "x%u", seat->patient, i);

      g_object_set (patient, "family-name", name, NULL);
      clinic_patient_register (act, patient, &error);
      g_assert_no_error (error);
      seat->n_done++;
    }

  return NULL;
}

static void
test_two_seats_never_make_the_same_number (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  Seat seats[2] = { { .fixture = &fixture, .patient = 1 }, { .fixture = &fixture, .patient = 2 } };

  command_fixture_init (&fixture, db);
  run_seats (db, seats, register_many);
  g_assert_cmpuint (seats[0].n_done + seats[1].n_done, ==, 2 * N_PATIENTS);
  g_assert_cmpint (command_count (db, "SELECT COUNT(DISTINCT file_number) FROM patient"), ==,
                   2 * N_PATIENTS + 2);
  command_fixture_clear (&fixture);
}

/* Both want the same practitioner at the same hours for a course, one after the other. */
static gpointer
start_many (gpointer data)
{
  Seat *seat = data;
  g_autoptr(ClinicAct) act = clinic_act_new (seat->db, seat->fixture->receptionist);

  for (guint i = 0; i < N_COURSES; i++)
    {
      g_autofree char *first = g_strdup_printf ("2026-11-%02uT%02u:00", 23 + i % 3, 9 + i / 3);
      ClinicCourseRequest request = {
        .patient = seat->patient,
        .protocol = seat->fixture->protocol,
        .practitioner = seat->fixture->practitioner,
        .first = first,
      };
      g_autoptr(GError) error = NULL;
      g_autoptr(ClinicCoursePlan) plan = clinic_course_plan (seat->db, &request, &error);

      g_assert_no_error (error);

      if (clinic_course_start (act, plan, &error) != 0)
        {
          seat->n_done++;
        }
      else
        {
          g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT);
          g_assert_cmpuint (plan->n_clashes, >, 0);
          seat->n_refused++;
        }
    }

  return NULL;
}

static void
test_two_seats_never_book_the_same_time (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  Seat seats[2] = { { .fixture = &fixture }, { .fixture = &fixture } };
  g_auto(ClinicAuditReport) report = { 0 };
  g_autoptr(GError) error = NULL;

  command_fixture_init (&fixture, db);
  seats[0].patient = fixture.patient;
  seats[1].patient = fixture.other_patient;
  run_seats (db, seats, start_many);

  g_assert_cmpuint (seats[0].n_done + seats[1].n_done, ==, N_COURSES);
  g_assert_cmpuint (seats[0].n_refused + seats[1].n_refused, ==, N_COURSES);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM session"), ==, 5 * N_COURSES);
  g_assert_cmpint (command_count (db,
                                  "SELECT COUNT(*) FROM session a JOIN session b ON a.id < b.id "
                                  "AND a.practitioner_id = b.practitioner_id "
                                  "AND a.starts < b.ends AND b.starts < a.ends"), ==, 0);
  g_assert_true (clinic_audit_verify (db, 1, 0, NULL, &report, &error));
  g_assert_cmpint (report.broken_seq, ==, 0);
  command_fixture_clear (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("command/seats/numbers", test_two_seats_never_make_the_same_number);
  clinic_test_add ("command/seats/times", test_two_seats_never_book_the_same_time);

  return g_test_run ();
}
