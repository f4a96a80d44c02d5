/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-clinic.h"
#include "clinic-demo.h"
#include "clinic-derived.h"
#include "clinic-metric.h"
#include "clinic-migration.h"
#include "clinic-record-types.h"
#include "clinic-setup.h"
#include "clinic-test.h"
#include "command-fixture.h"

#define TODAY "2026-11-21"

static void
make (ClinicDb         *db,
      guint64           seed,
      guint             patients,
      ClinicDemoResult *result)
{
  const ClinicDemoOptions options = { .seed = seed, .patients = patients, .today = TODAY };
  g_autoptr(GError) error = NULL;

  clinic_demo_make (db, &options, NULL, NULL, result, &error);
  g_assert_no_error (error);
}

static void
digest_record (GChecksum    *checksum,
               ClinicRecord *record)
{
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (record);
  g_autofree char *head = g_strdup_printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                                           klass->table, clinic_record_get_id (record), clinic_record_get_version (record));

  g_checksum_update (checksum, (const guchar *) head, -1);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autofree char *value = clinic_record_dup_value (record, &klass->fields[i]);

      /* A picture is found by a hash under the clinic's own key. */
      if (strcmp (klass->fields[i].name, "content") == 0)
        continue;

      g_checksum_update (checksum, (const guchar *) (value != NULL ? value : "\001"), -1);
      g_checksum_update (checksum, (const guchar *) "\002", 1);
    }
}

/* Of every record of every type, as the database has it; each is looked over on the way. */
static char *
digest_tables (ClinicDb *db)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (const GType *type = clinic_record_types (); *type != G_TYPE_INVALID; type++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) records = clinic_store_list_by (db, *type, NULL, 0, &error);

      g_assert_no_error (error);

      for (guint i = 0; i < records->len; i++)
        {
          clinic_record_validate (records->pdata[i], TODAY, &error);
          g_assert_no_error (error);
          digest_record (checksum, records->pdata[i]);
        }
    }

  return g_strdup (g_checksum_get_string (checksum));
}

/* Runs on one engine after the other: what the first gave, the second must give too. */
static void
test_same_seed_same_records_on_both_engines (ClinicDb *db)
{
  static char *first = NULL;
  static guint64 first_digest = 0;
  g_autofree char *digest = NULL;
  ClinicDemoResult result;

  make (db, 7, 60, &result);
  digest = digest_tables (db);

  if (first != NULL)
    {
      g_assert_cmpstr (digest, ==, first);
      g_assert_cmpuint (result.digest, ==, first_digest);
      g_clear_pointer (&first, g_free);
      return;
    }

  first = g_steal_pointer (&digest);
  first_digest = result.digest;
}

static void
test_seed_and_day_make_the_difference (void)
{
  static const ClinicDemoOptions options[] = {
    { .seed = 1, .patients = 20, .today = TODAY },
    { .seed = 1, .patients = 20, .today = TODAY },
    { .seed = 2, .patients = 20, .today = TODAY },
    { .seed = 1, .patients = 20, .today = "2026-11-20" },
  };
  guint64 digests[G_N_ELEMENTS (options)];

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autofree char *name = g_strdup_printf ("demo-%u.anagen", i);
      g_autofree char *place = clinic_test_file (name);
      g_autoptr(GError) error = NULL;
      g_autoptr(ClinicDb) db = clinic_db_open (place, CLINIC_DB_CREATE, &error);
      ClinicDemoResult result;

      g_assert_no_error (error);
      g_assert_true (clinic_migration_run (db, NULL));
      clinic_demo_make (db, &options[i], NULL, NULL, &result, &error);
      g_assert_no_error (error);
      digests[i] = result.digest;
    }

  g_assert_cmpuint (digests[1], ==, digests[0]);
  g_assert_cmpuint (digests[2], !=, digests[0]);
  g_assert_cmpuint (digests[3], !=, digests[0]);
}

typedef struct
{
  const char *what;
  const char *sql;        /* counts what must not be */
} Invariant;

/* *INDENT-OFF* */
static const Invariant never[] = {
  { "a practitioner in two places",
    "SELECT COUNT(*) FROM session a JOIN session b ON a.practitioner_id = b.practitioner_id AND a.id < b.id"
    " AND a.starts < b.ends AND b.starts < a.ends" },
  { "two visits in one room",
    "SELECT COUNT(*) FROM session a JOIN session b ON a.room_id = b.room_id AND a.id < b.id"
    " AND a.starts < b.ends AND b.starts < a.ends" },
  { "a patient in two places",
    "SELECT COUNT(*) FROM session a JOIN session b ON a.patient_id = b.patient_id AND a.id < b.id"
    " AND a.starts < b.ends AND b.starts < a.ends" },
  { "a lot overdrawn",
    "SELECT COUNT(*) FROM lot WHERE quantity < (SELECT SUM(volume) FROM draw WHERE lot_id = lot.id)" },
  { "a draw from a lot that had expired, or had not come, or was not open",
    "SELECT COUNT(*) FROM draw JOIN lot ON lot.id = draw.lot_id JOIN session ON session.id = draw.session_id"
    " WHERE session.starts >= lot.expires_on OR session.starts < lot.received_on OR session.starts < lot.opened_on" },
  { "a draw from quarantine",
    "SELECT COUNT(*) FROM draw JOIN lot ON lot.id = draw.lot_id WHERE lot.quarantined = 1" },
  { "an injection in a visit that was not",
    "SELECT COUNT(*) FROM injection JOIN session ON session.id = injection.session_id WHERE session.status <> 'done'" },
  { "a visit done without an injection",
    "SELECT COUNT(*) FROM session WHERE status = 'done'"
    " AND NOT EXISTS (SELECT 1 FROM injection WHERE injection.session_id = session.id)" },
  { "less drawn than injected, by lots of the whole cocktail",
    "SELECT COUNT(*) FROM draw JOIN lot ON lot.id = draw.lot_id WHERE lot.cocktail_id IS NOT NULL AND draw.volume <>"
    " (SELECT SUM(points * volume_per_point) FROM injection WHERE injection.session_id = draw.session_id)" },
  { "a visit to come that is done", "SELECT COUNT(*) FROM session WHERE status = 'done' AND starts > '2026-11-21T10:30'" },
  { "a past visit that is still booked",
    "SELECT COUNT(*) FROM session WHERE status IN ('booked', 'confirmed', 'arrived', 'in_treatment') AND starts < '2026-11-21'" },
  { "a past visit unsigned",
    "SELECT COUNT(*) FROM session WHERE status = 'done' AND starts < '2026-11-21' AND signed_at IS NULL" },
  { "a visit to come that is signed",
    "SELECT COUNT(*) FROM session WHERE signed_at IS NOT NULL AND (status <> 'done' OR starts > '2026-11-21')" },
  { "a signature of another day", "SELECT COUNT(*) FROM session WHERE substr (signed_at, 1, 10) <> substr (starts, 1, 10)" },
  { "a visit before the course",
    "SELECT COUNT(*) FROM session JOIN course ON course.id = session.course_id WHERE session.starts < course.started_on" },
  { "a visit after the course's end",
    "SELECT COUNT(*) FROM session JOIN course ON course.id = session.course_id"
    " WHERE session.status = 'done' AND substr (session.starts, 1, 10) > course.ended_on" },
  { "a course that ended but goes on", "SELECT COUNT(*) FROM course WHERE (status = 'active') <> (ended_on IS NULL)" },
  { "a course of somebody else's visit",
    "SELECT COUNT(*) FROM session JOIN course ON course.id = session.course_id WHERE session.patient_id <> course.patient_id" },
  { "a reaction before its visit",
    "SELECT COUNT(*) FROM reaction JOIN session ON session.id = reaction.session_id WHERE reaction.onset < session.ends" },
  { "a grade that the kind does not have",
    "SELECT COUNT(*) FROM reaction JOIN reaction_kind ON reaction_kind.id = reaction.reaction_kind_id"
    " WHERE CASE reaction.grade WHEN 1 THEN grade_1 WHEN 2 THEN grade_2 ELSE grade_3 END IS NULL" },
  { "a measurement out of its metric's range",
    "SELECT COUNT(*) FROM measurement JOIN metric ON metric.id = measurement.metric_id"
    " WHERE measurement.value < metric.low OR measurement.value > metric.high" },
  { "a measurement on another day than its visit",
    "SELECT COUNT(*) FROM measurement JOIN session ON session.id = measurement.session_id"
    " WHERE measurement.taken_on <> substr (session.starts, 1, 10)" },
  { "a SALT or DLQI out of nothing",
    "SELECT COUNT(*) FROM measurement JOIN metric ON metric.id = measurement.metric_id"
    " WHERE metric.code IN ('salt', 'dlqi', 'pull_test') AND measurement.items IS NULL" },
  { "a stage by definitions of no edition", "SELECT COUNT(*) FROM grade WHERE edition IS NULL" },
  { "a visit before the birth", "SELECT COUNT(*) FROM patient JOIN session ON session.patient_id = patient.id"
    " WHERE session.starts < patient.birth_date" },
  { "a visit after being archived", "SELECT COUNT(*) FROM patient JOIN session ON session.patient_id = patient.id"
    " WHERE session.starts > patient.archived_on" },
  { "somebody who left at work", "SELECT COUNT(*) FROM staff JOIN session ON session.practitioner_id = staff.id"
    " WHERE session.starts >= staff.archived_on" },
  { "a cocktail younger than its injection",
    "SELECT COUNT(*) FROM injection JOIN session ON session.id = injection.session_id"
    " JOIN cocktail_version ON cocktail_version.id = injection.cocktail_version_id WHERE made_on > session.starts" },
  { "a medicine that counts as a condition which is not in the history",
    "SELECT COUNT(*) FROM medicine JOIN medicine_kind ON medicine_kind.id = medicine.medicine_kind_id"
    " WHERE medicine_kind.condition_kind_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM condition"
    " WHERE condition.patient_id = medicine.patient_id AND condition.condition_kind_id = medicine_kind.condition_kind_id)" },
  { "a medicine stopped before it was begun", "SELECT COUNT(*) FROM medicine WHERE stopped < since" },
  { "finasteride for a woman",
    "SELECT COUNT(*) FROM medicine JOIN medicine_kind ON medicine_kind.id = medicine.medicine_kind_id JOIN patient"
    " ON patient.id = medicine.patient_id WHERE medicine_kind.code = 'dht_modulator' AND patient.sex <> 'M'" },
  { "dutasteride for a woman under fifty",
    "SELECT COUNT(*) FROM course JOIN cocktail ON cocktail.id = course.cocktail_id JOIN patient ON patient.id = course.patient_id"
    " WHERE substr (cocktail.name, 1, 11) = 'Dutasteride' AND patient.sex <> 'M' AND patient.birth_date > '1976-11-21'" },
};

static const Invariant always[] = {
  { "years of history", "SELECT COUNT(*) FROM session WHERE starts < '2018'" },
  { "bookings to come", "SELECT COUNT(*) FROM session WHERE starts > '2026-11-22' AND status = 'booked'" },
  { "visits today", "SELECT COUNT(*) FROM session WHERE substr (starts, 1, 10) = '2026-11-21'" },
  { "no-shows", "SELECT COUNT(*) FROM session WHERE status = 'no_show'" },
  { "cancellations", "SELECT COUNT(*) FROM session WHERE status = 'cancelled' AND status_reason IS NOT NULL" },
  { "courses stopped", "SELECT COUNT(*) FROM course WHERE status = 'stopped' AND stop_reason IS NOT NULL" },
  { "courses under way", "SELECT COUNT(*) FROM course WHERE status = 'active'" },
  { "courses of several phases", "SELECT COUNT(*) FROM session JOIN phase ON phase.id = session.phase_id WHERE phase.number = 3" },
  { "visits without a course", "SELECT COUNT(*) FROM session WHERE course_id IS NULL" },
  { "reactions that cleared", "SELECT COUNT(*) FROM reaction WHERE cleared IS NOT NULL" },
  { "SALT by quadrants",
    "SELECT COUNT(*) FROM measurement JOIN metric ON metric.id = measurement.metric_id"
    " WHERE metric.code = 'salt' AND measurement.items IS NOT NULL" },
  { "hairs counted in an area", "SELECT COUNT(*) FROM measurement WHERE counted IS NOT NULL AND area IS NOT NULL" },
  { "DLQI by its answers",
    "SELECT COUNT(*) FROM measurement JOIN metric ON metric.id = measurement.metric_id"
    " WHERE metric.code = 'dlqi' AND measurement.items IS NOT NULL" },
  { "pull tests of both results",
    "SELECT COUNT(DISTINCT result) - 1 FROM measurement WHERE rule IS NOT NULL AND rule_version IS NOT NULL" },
  { "measurements at the end", "SELECT COUNT(*) FROM measurement WHERE visit = 2" },
  { "allergies", "SELECT COUNT(*) FROM allergy" },
  { "conditions", "SELECT COUNT(*) FROM condition" },
  { "medicines of three kinds", "SELECT COUNT(DISTINCT medicine_kind_id) / 3 FROM medicine" },
  { "lots in quarantine", "SELECT COUNT(*) FROM lot WHERE quarantined = 1" },
  { "lots opened", "SELECT COUNT(*) FROM lot WHERE opened_on IS NOT NULL" },
  { "somebody who left", "SELECT COUNT(*) FROM staff WHERE archived_on IS NOT NULL" },
  { "a receptionist", "SELECT COUNT(*) FROM staff WHERE roles = 'receptionist'" },
  { "a manager", "SELECT COUNT(*) FROM staff WHERE roles = 'manager'" },
  { "the one row of the audit", "SELECT COUNT(*) FROM audit WHERE command = 'demo.make' AND entity = 'demonstration'" },
};
/* *INDENT-ON* */

static void
test_what_is_made_is_consistent (ClinicDb *db)
{
  ClinicDemoResult result;

  make (db, 3, 150, &result);

  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    {
      gint64 n = command_count (db, never[i].sql);

      if (n != 0)
        g_error ("%s: %" G_GINT64_FORMAT " times", never[i].what, n);
    }

  for (guint i = 0; i < G_N_ELEMENTS (always); i++)
    {
      if (command_count (db, always[i].sql) == 0)
        g_error ("No %s", always[i].what);
    }
}

/* Quadrants, answers, counts and hairs that came out give just the value that stands beside them. */
static void
test_readings_follow_from_what_they_are_made_of (ClinicDb *db)
{
  g_autoptr(GPtrArray) metrics = NULL;
  g_autoptr(GError) error = NULL;
  ClinicDemoResult result;
  guint n_made = 0;

  make (db, 3, 150, &result);
  metrics = clinic_store_list_by (db, CLINIC_TYPE_METRIC, NULL, 0, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < metrics->len; i++)
    {
      g_autoptr(GPtrArray) readings = clinic_store_list_by (db, CLINIC_TYPE_MEASUREMENT, "metric_id",
                                                            clinic_record_get_id (metrics->pdata[i]), &error);

      g_assert_no_error (error);

      for (guint j = 0; j < readings->len; j++)
        {
          g_autoptr(ClinicRecord) again = clinic_record_copy (readings->pdata[j]);

          n_made += CLINIC_MEASUREMENT (again)->items != NULL;
          g_object_set (again, "result", NULL, "rule-version", CLINIC_UNKNOWN, NULL);
          g_assert_true (clinic_derived_apply (CLINIC_MEASUREMENT (again), CLINIC_METRIC (metrics->pdata[i])->code,
                                               NULL, &error));
          g_assert_true (clinic_record_equal (again, readings->pdata[j]));
        }
    }

  g_assert_cmpuint (n_made, >, 100);
}

static void
test_counts_are_those_asked_for (ClinicDb *db)
{
  ClinicDemoResult result;

  make (db, 4, 200, &result);
  g_assert_cmpuint (result.n_patients, ==, 200);
  g_assert_cmpuint (result.n_sessions, >=, 1850);
  g_assert_cmpuint (result.n_sessions, <=, 2150);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM session"), ==, result.n_sessions);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM injection"), ==, result.n_injections);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM draw"), ==, result.n_draws);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM measurement"), ==,
                   result.n_measurements);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM reaction"), ==, result.n_reactions);
}

static void
test_everybody_works_today_even_on_a_sunday (ClinicDb *db)
{
  const ClinicDemoOptions options = { .patients = 40, .today = "2026-11-22" };
  g_autoptr(GError) error = NULL;

  clinic_demo_make (db, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (command_count (db, "SELECT COUNT(DISTINCT practitioner_id) FROM session"
                                  " WHERE substr (starts, 1, 10) = '2026-11-22'"), ==,
                   command_count (db,
                                  "SELECT COUNT(*) FROM staff WHERE roles = 'practitioner' AND "
                                  "archived_on IS NULL"));
}

/* As many of those at work as somebody comes to, on each workday of this week and the next. */
static void
test_the_days_around_today_are_full (ClinicDb *db)
{
  static const char *const days[] = {
    "2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20", "2026-11-23", "2026-11-24", "2026-11-25",
    "2026-11-26", "2026-11-27",
  };
  ClinicDemoResult result;
  gint64 n_staff;

  make (db, 1, 200, &result);
  n_staff = command_count (db, "SELECT COUNT(*) FROM staff WHERE roles = 'practitioner' AND archived_on IS NULL");

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *people = g_strdup_printf ("SELECT COUNT(DISTINCT practitioner_id) FROM session"
                                                 " WHERE substr (starts, 1, 10) = '%s'", days[i]);
      g_autofree char *visits = g_strdup_printf ("SELECT COUNT(*) FROM session WHERE substr (starts, 1, 10) = '%s'",
                                                 days[i]);

      g_assert_cmpint (command_count (db, people), ==, n_staff);
      g_assert_cmpint (command_count (db, visits), >=, 3 * n_staff);
    }

  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM patient WHERE archived_on IS NULL AND id NOT IN"
                                  " (SELECT patient_id FROM session WHERE starts >= '2026-11-16')"), >, 20);
}

static void
test_demonstration_says_what_it_is (ClinicDb *db)
{
  g_autoptr(ClinicClinic) clinic = NULL;
  ClinicDemoResult result;

  make (db, 1, 5, &result);
  clinic = CLINIC_CLINIC (clinic_store_find_by (db, CLINIC_TYPE_CLINIC, "name",
                                                "Demonstration clinic", NULL));
  g_assert_nonnull (clinic);
  g_assert_true (clinic->demonstration);
}

static gboolean
stop_at_ten (guint64  done,
             guint64  total,
             gpointer data)
{
  g_assert_cmpuint (total, ==, 50);
  *(guint64 *) data = done;

  return done < 10;
}

static void
test_progress_can_stop_it (ClinicDb *db)
{
  const ClinicDemoOptions options = { .patients = 50, .today = TODAY };
  g_autoptr(GError) error = NULL;
  guint64 done = 0;

  g_assert_false (clinic_demo_make (db, &options, stop_at_ten, &done, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (done, ==, 10);
  g_assert_false (clinic_db_in_transaction (db));
  g_assert_cmpint (command_count (db,
                                  "SELECT COUNT(*) FROM clinic WHERE name = 'Demonstration "
                                  "(unfinished)'"), ==, 1);
}

static void
test_clinic_that_is_there_is_left_alone (ClinicDb *db)
{
  const ClinicSetup setup = { .clinic_name = "Ours", .zone = "Europe/Vienna",
                              .owner_name = "Olga Owner" };
  const ClinicDemoOptions options = { .patients = 5, .today = TODAY };
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (clinic_setup_create (db, &setup, NULL), !=, 0);
  g_assert_false (clinic_demo_make (db, &options, NULL, NULL, NULL, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM patient"), ==, 0);
}

static void
test_bad_options_are_refused (ClinicDb *db)
{
  static const ClinicDemoOptions cases[] = {
    { .today = "2026-02-30" }, { .today = TODAY, .years = 51 }, { .today = TODAY,
                                                                  .zone = "Europe/Nowhere" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (clinic_demo_make (db, &cases[i], NULL, NULL, NULL, &error));
      g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
    }
}

int
main (int    argc,
      char **argv)
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("/demo/same-seed-same-records-on-both-engines",
                   test_same_seed_same_records_on_both_engines);
  g_test_add_func ("/demo/seed-and-day-make-the-difference", test_seed_and_day_make_the_difference);
  clinic_test_add ("/demo/what-is-made-is-consistent", test_what_is_made_is_consistent);
  clinic_test_add ("/demo/readings-follow-from-what-they-are-made-of",
                   test_readings_follow_from_what_they_are_made_of);
  clinic_test_add ("/demo/counts-are-those-asked-for", test_counts_are_those_asked_for);
  clinic_test_add ("/demo/everybody-works-today-even-on-a-sunday",
                   test_everybody_works_today_even_on_a_sunday);
  clinic_test_add ("/demo/the-days-around-today-are-full", test_the_days_around_today_are_full);
  clinic_test_add ("/demo/demonstration-says-what-it-is", test_demonstration_says_what_it_is);
  clinic_test_add ("/demo/progress-can-stop-it", test_progress_can_stop_it);
  clinic_test_add ("/demo/clinic-that-is-there-is-left-alone",
                   test_clinic_that_is_there_is_left_alone);
  clinic_test_add ("/demo/bad-options-are-refused", test_bad_options_are_refused);

  return g_test_run ();
}
