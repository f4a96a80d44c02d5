/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The built console program, as the three people and a nightly script use it. */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clinic-db.h"
#include "clinic-test.h"
#include "console.h"

static void
test_help_is_worth_reading (const char *location)
{
  g_auto(Console) console = { location };
  static const char * const commands[] = {
    "init", "demo", "import", "register", "history", "book", "move", "state", "chart", "sign", "amend", "react",
    "measure", "report", "list", "export", "backup", "check", "audit", "undo", "staff", "lot",
    "consent", "paper", "photo", "sweep",
  };

  expect (&console, 0, "--help", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *word = g_strdup_printf ("  %s ", commands[i]);

      assert_contains (console.output, word);
    }

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto(Console) one = { location };

      expect (&one, 0, commands[i], "--help", NULL);
      assert_contains (one.output, "--clinic");
      g_assert_cmpuint (strlen (one.output), >, 600);
    }
}

static void
test_wrong_words_are_told (const char *location)
{
  g_auto(Console) console = { location };

  expect (&console, 2, "fly", NULL);
  assert_contains (console.errors, "fly");
  expect (&console, 2, "list", NULL);
  expect (&console, 2, "init", "--name", "X", NULL);
  expect (&console, 2, "list", "patients", "--format", "xml", NULL);
  make_clinic (&console);
  expect (&console, 2, "register", "--family-name", "Nobody", NULL);
  assert_contains (console.errors, "--as");
  expect (&console, 3, "register", "--as", "Stranger", "--family-name", "Nobody", NULL);
  expect (&console, 3, "register", "--as", "Owner", "--family-name", "Nobody", "--birth-date",
          "2026-02-30", NULL);
  assert_contains (console.errors, "Date of birth");
  expect (&console, 3, "register", "--as", "Owner", "--family-name", "Nobody", "--sex", "woman",
          NULL);
  assert_contains (console.errors, "One of F, M, X");
}

static void
test_rights_hold_on_the_console (const char *location)
{
  g_auto(Console) console = { location };

  make_clinic (&console);
  expect (&console, 5, "staff", "--as", "Front desk", "--name", "Me too", "--roles", "owner", NULL);
  expect (&console, 5, "audit", "--as", "Front desk", NULL);
  expect (&console, 5, "backup", "--as", "Dr Weber", "x", NULL);
}

static void
test_course_is_booked_moved_and_never_double (const char *location)
{
  g_auto(Console) console = { location };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  make_clinic (&console);
  first = register_patient (&console, "Yıldız");
  second = register_patient (&console, "Brandt");

  expect (&console, 0, "book", "--as", "Front desk", "--patient", first, "--practitioner",
          "Dr Weber",
          "--start", "2026-11-24T10:00", "--protocol", "s2_eight_weekly", NULL);
  expect (&console, 0, "list", "sessions", "--patient", first, "--format", "csv", NULL);
  assert_contains (console.output, "2026-11-24T10:00");
  assert_contains (console.output, "2027-01-12T10:00");

  expect (&console, 4, "book", "--as", "Front desk", "--patient", second, "--practitioner",
          "Dr Weber",
          "--start", "2026-11-24T10:15", "--protocol", "s2_eight_weekly", NULL);
  assert_contains (console.output, "2026-11-24T");
  expect (&console, 0, "list", "courses", "--patient", second, "--format", "json", NULL);
  g_assert_cmpstr (console.output, ==, "[]\n");
  expect (&console, 0, "book", "--as", "Front desk", "--patient", second, "--practitioner",
          "Dr Weber",
          "--start", "2026-11-24T10:15", "--protocol", "s2_eight_weekly", "--settle", NULL);

  expect (&console, 0, "undo", "--as", "Front desk", NULL);
  expect (&console, 0, "list", "sessions", "--patient", second, "--format", "json", NULL);
  g_assert_cmpstr (console.output, ==, "[]\n");
}

static void
test_likely_duplicate_needs_a_reason (const char *location)
{
  g_auto(Console) console = { location };
  g_autofree char *first = NULL;

  make_clinic (&console);
  first = register_patient (&console, "Yıldız");
  expect (&console, 6, "register", "--as", "Front desk", "--family-name", "Yildiz", "--given-name",
          "Ayse",
          "--birth-date", "1984-05-31", NULL);
  assert_contains (console.errors, first);
  assert_contains (console.errors, "--accept");
  expect (&console, 0, "register", "--as", "Front desk", "--family-name", "Yildiz", "--given-name",
          "Ayse",
          "--birth-date", "1984-05-31", "--accept", "likely-duplicate=her twin sister", NULL);
  expect (&console, 0, "list", "patients", "--search", "yil 1984", "--format", "csv", NULL);
  assert_contains (console.output, "Yıldız");
  assert_contains (console.output, "Yildiz");
}

/* The id of the first session of a patient, as a script would find it. */
static char *
first_session (Console    *console,
               const char *patient)
{
  g_auto(GStrv) lines = NULL;
  g_auto(GStrv) cells = NULL;

  expect (console, 0, "list", "sessions", "--patient", patient, "--format", "csv", NULL);
  lines = g_strsplit (console->output, "\r\n", 3);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  cells = g_strsplit (lines[1], "\"", 3);

  return g_strdup (cells[1]);
}

static void
test_main_job_from_booking_to_workbook (const char *location)
{
  g_auto(Console) console = { location };
  g_autofree char *patient = NULL;
  g_autofree char *session = NULL;
  g_autofree char *workbook = clinic_test_file ("patient.xlsx");
  g_autofree char *table = clinic_test_file ("clinic.csv");
  g_autofree char *text = NULL;

  make_clinic (&console);
  patient = register_patient (&console, "Yıldız");
  expect (&console, 0, "book", "--as", "Front desk", "--patient", patient, "--practitioner",
          "Dr Weber",
          "--start", "2026-11-21T08:00", "--protocol", "s2_eight_weekly", "--accept", "in-the-past=is here",
          "--cocktail", "Vitamins, minerals, amino acids (basic)", NULL);
  session = first_session (&console, patient);

  /* A receptionist does not chart; a depth out of range needs a reason; nothing is written
   * before it has one. */
  expect (&console, 5, "chart", "--as", "Front desk", "--session", session, "--zone",
          "vertex:24:0.05:2.5", NULL);
  expect (&console, 6, "chart", "--as", "Dr Weber", "--session", session, "--zone",
          "vertex:24:0.05:5", NULL);
  assert_contains (console.errors, "depth-deep=REASON");
  expect (&console, 0, "list", "injections", "--format", "json", NULL);
  g_assert_cmpstr (console.output, ==, "[]\n");
  expect (&console, 0, "chart", "--as", "Dr Weber", "--session", session, "--check",
          "--zone", "vertex:24:0.05:5", "--format", "csv", NULL);
  assert_contains (console.output, "\"biotin\",\"2.4\",\"mg\"");

  expect (&console, 0, "chart", "--as", "Dr Weber", "--session", session, "--zone",
          "vertex:24:0.05:2.5",
          "--zone", "frontal:18:0.05:2.5", "--pain", "3", "--done", NULL);
  assert_contains (console.output, "42 points · 2.1 ml in 2 zones");
  expect (&console, 0, "sign", "--as", "Dr Weber", "--session", session, NULL);
  expect (&console, 3, "chart", "--as", "Dr Weber", "--session", session, "--zone",
          "vertex:1:0.05:2.5", NULL);
  expect (&console, 0, "amend", "--as", "Dr Weber", "--session", session, "--reason", "left out",
          "--text", "bled", NULL);

  expect (&console, 0, "check", "--signatures", NULL);
  assert_contains (console.output, "looked at: 1;");

  expect (&console, 3, "react", "--as", "Dr Weber", "--session-id", session, "--zone", "vertex",
          "--reaction-kind-id", "bruising", "--grade", "3", NULL);
  assert_contains (console.errors, "1, 2");
  expect (&console, 0, "react", "--as", "Dr Weber", "--session-id", session, "--zone", "vertex",
          "--reaction-kind-id", "bruising", "--grade", "1", NULL);
  expect (&console, 0, "measure", "--as", "Dr Weber", "--session-id", session, "--metric-id",
          "density_terminal",
          "--zone", "vertex", "--value", "172", NULL);
  expect (&console, 3, "measure", "--as", "Dr Weber", "--session-id", session, "--metric-id",
          "salt",
          "--value", "172", NULL);

  expect (&console, 0, "report", "patient-progress", "--as", "Owner", "--patient", patient,
          "--output", workbook, NULL);
  g_assert_true (g_file_test (workbook, G_FILE_TEST_IS_REGULAR));
  expect (&console, 0, "report", "clinic-progress", "--as", "Owner", "--output", table, NULL);
  g_assert_true (g_file_get_contents (table, &text, NULL, NULL));
  assert_contains (text, "Terminal hair density");
  expect (&console, 5, "report", "clinic-progress", "--as", "Front desk", NULL);
  expect (&console, 5, "report", "rule-overrides", "--as", "Dr Weber", NULL);
  expect (&console, 0, "report", "rule-overrides", "--as", "Owner", NULL);
}

/* When it really began and ended: on the day of the visit, behind us and in this order; signing keeps it. */
static void
test_treatment_times_are_charted (const char *location)
{
  static const char *const wrong[][2] = {
    { "--began", "11:30" },                   /* it is half past ten */
    { "--began", "2026-11-20T09:00" },
    { "--began", "9 o'clock" },
    { "--finished", "08:04" },
  };
  g_auto(Console) console = { location };
  g_autofree char *patient = NULL;
  g_autofree char *session = NULL;

  make_clinic (&console);
  patient = register_patient (&console, "Yıldız");
  expect (&console, 0, "book", "--as", "Front desk", "--patient", patient, "--practitioner", "Dr Weber",
          "--start", "2026-11-21T08:00", "--accept", "in-the-past=is here", NULL);
  session = first_session (&console, patient);
  expect (&console, 3, "chart", "--as", "Dr Weber", "--session", session, "--finished", "08:40", NULL);
  expect (&console, 0, "chart", "--as", "Dr Weber", "--session", session, "--began", "08:05", NULL);
  expect (&console, 0, "list", "sessions", "--format", "csv", NULL);
  assert_contains (console.output, "\"2026-11-21T08:05\"");

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    expect (&console, 3, "chart", "--as", "Dr Weber", "--session", session, wrong[i][0], wrong[i][1], NULL);

  expect (&console, 5, "chart", "--as", "Front desk", "--session", session, "--began", "08:10", NULL);
  expect (&console, 0, "chart", "--as", "Dr Weber", "--session", session, "--finished", "2026-11-21T08:40", "--done",
          NULL);
  expect (&console, 0, "list", "sessions", "--format", "csv", NULL);
  assert_contains (console.output, "\"2026-11-21T08:40\"");
  expect (&console, 0, "chart", "--as", "Dr Weber", "--session", session, "--finished", "", NULL);
  expect (&console, 0, "list", "sessions", "--format", "csv", NULL);
  g_assert_null (strstr (console.output, "\"2026-11-21T08:40\""));
  assert_contains (console.output, "\"2026-11-21T08:05\"");
}

/* Mean daily hair loss of 13 women, three lost to follow-up (Journal of the Society of Cosmetic
* Chemists 28(9), 1977, p. 489). 44 is a misprint of the source that nobody mends in silence. */
static const char hair_loss[] =
  "subject,control_daily_hair_loss,treatment_daily_hair_loss\n"
  "PH,50,59\nDH,62,44\nER,54,45\nPM,105,47\nLS,200,231\nKH,74,77\nMM,82,120\nKA,71,88\n"
  "CJ,101,30\nBY,113,93\nBEY,135,\nBS,79,\nEM,129,\n";

static void
test_published_table_comes_out_with_its_figures (const char *location)
{
  g_auto(Console) console = { location };
  g_autofree char *table = clinic_test_file ("hair-loss.csv");

  g_assert_true (g_file_set_contents (table, hair_loss, -1, NULL));
  make_clinic (&console);
  expect (&console, 3, "import", "measurements", table, "--as", "Owner", NULL);
  assert_contains (console.errors, "--create-patients");
  expect (&console, 0, "import", "measurements", table, "--as", "Owner", "--create-patients", NULL);
  assert_contains (console.output, "shed_daily");
  assert_contains (console.output, "13 patients, 13 courses");

  expect (&console, 0, "report", "clinic-progress", "--as", "Owner", "--metric", "shed_daily",
          "--ranks",
          "--dropouts", "worst", "--ranks-decimals", "0", "--format", "json", NULL);
  assert_contains (console.output, "\"baseline_n\": \"13\", \"dropouts\": \"3\"");
  assert_contains (console.output, "\"paired_n\": \"10\", \"baseline_mean\": \"91.2\"");
  assert_contains (console.output, "\"last_mean\": \"83.4\"");
  assert_contains (console.output, "\"ranks_plus\": \"39.5\", \"ranks_minus\": \"51.5\"");
  assert_contains (console.output, "\"p_one_sided\": \"0.3485");

  expect (&console, 5, "import", "measurements", table, "--as", "Front desk", "--again", NULL);
}

static void
test_list_goes_in_and_back_out (const char *location)
{
  g_auto(Console) console = { location };
  g_autofree char *table = clinic_test_file ("list.csv");

  g_assert_true (g_file_set_contents (table, "Nr;Nachname;Vorname;Geburtsdatum\n"
                                      "A-1;Müller;Jörg;31.12.1970\nA-2;Şahin;Ayşe;01.02.1984\n"
                                      "A-3;Kurz;Ida;30.02.1990\n", -1, NULL));
  make_clinic (&console);
  expect (&console, 0, "import", "patients", table, "--as", "Owner", "--dry-run", NULL);
  assert_contains (console.output, "Nothing was written");
  expect (&console, 0, "list", "patients", "--format", "json", NULL);
  g_assert_cmpstr (console.output, ==, "[]\n");

  expect (&console, 0, "import", "patients", table, "--as", "Owner", NULL);
  assert_contains (console.errors, "Line 4");
  expect (&console, 0, "list", "patients", "--search", "sahin", "--format", "csv", NULL);
  assert_contains (console.output, "1984-02-01");

  expect (&console, 0, "undo", "--as", "Owner", NULL);
  expect (&console, 0, "list", "patients", "--format", "json", NULL);
  g_assert_cmpstr (console.output, ==, "[]\n");
}

/* What was asked is kept with its day, and only what can be answered. */
static void
test_pregnancy_and_allergies_are_answered (const char *location)
{
  g_auto(Console) console = { location };
  g_autofree char *patient = NULL;

  make_clinic (&console);
  patient = register_patient (&console, "Yıldız");
  expect (&console, 3, "history", "--as", "Front desk", "--patient", patient, "--pregnancy", "perhaps", NULL);
  expect (&console, 0, "history", "--as", "Front desk", "--patient", patient, "--pregnancy", "unsure", "--note", "test tomorrow", NULL);
  expect (&console, 0, "list", "pregnancy-status", "--format", "csv", NULL);
  assert_contains (console.output, "\"unsure\"");
  assert_contains (console.output, "2026-11-21");
  assert_contains (console.output, "test tomorrow");
  expect (&console, 0, "history", "--as", "Front desk", "--patient", patient, "--allergies-asked", "none", NULL);
  expect (&console, 3, "history", "--as", "Front desk", "--patient", patient, "--allergies-asked", "listed", NULL);
  expect (&console, 0, "list", "allergy-status", "--format", "csv", NULL);
  assert_contains (console.output, "\"none\"");
}

/* Its substance is recognised, or said; what is taken no more has its end. */
static void
test_medicine_is_noted_and_stopped (const char *location)
{
  g_auto(Console) console = { location };
  g_autofree char *patient = NULL;
  g_autofree char *id = NULL;

  make_clinic (&console);
  patient = register_patient (&console, "Yıldız");
  expect (&console, 0, "history", "--as", "Front desk", "--patient", patient, "--medicine", "Xarelto 20 mg", "--dose", "one a day", NULL);
  id = g_strstrip (g_strdup (console.output));
  expect (&console, 0, "list", "medicines", NULL);
  assert_contains (console.output, "anticoagulant");
  assert_contains (console.output, "one a day");
  expect (&console, 3, "history", "--as", "Dr Weber", "--patient", patient, "--medicine", "Ours", "--kind", "nonsense", NULL);
  expect (&console, 0, "history", "--as", "Dr Weber", "--patient", patient, "--medicine", "Ours", "--kind", "biotin", NULL);
  expect (&console, 5, "history", "--as", "Front desk", "--stop-medicine", id, NULL);
  expect (&console, 0, "history", "--as", "Dr Weber", "--stop-medicine", id, "--date", "2026-11-20", NULL);
  expect (&console, 0, "list", "medicines", "--format", "csv", NULL);
  assert_contains (console.output, "2026-11-20");
}

static void
test_allergy_stops_what_holds_it (const char *location)
{
  g_auto(Console) console = { location };
  g_autofree char *patient = NULL;
  g_autofree char *session = NULL;

  make_clinic (&console);
  patient = register_patient (&console, "Yıldız");
  expect (&console, 0, "history", "--as", "Dr Weber", "--patient", patient, "--allergy", "fish",
          "--severity", "severe", NULL);
  expect (&console, 0, "history", "--as", "Dr Weber", "--patient", patient, "--condition",
          "diabetes", NULL);
  expect (&console, 0, "history", "--as", "Dr Weber", "--patient", patient, "--diagnosis", "aga",
          NULL);
  expect (&console, 0, "book", "--as", "Front desk", "--patient", patient, "--practitioner",
          "Dr Weber",
          "--start", "2026-11-21T10:00", NULL);
  session = first_session (&console, patient);

  expect (&console, 0, "lot", "--as", "Dr Weber", "--compose", "Ours", "--part", "pdrn:1:1",
          "--part", "biotin:0.5:1",
          NULL);
  expect (&console, 0, "lot", "--as", "Dr Weber", "--ingredient-id", "biotin", "--product",
          "Biotin", "--number", "B1",
          "--quantity", "10", "--expires-on", "2027-01-31", NULL);
  expect (&console, 6, "chart", "--as", "Dr Weber", "--session", session, "--cocktail", "Ours v1",
          "--zone", "vertex:10:0.05:2", NULL);
  assert_contains (console.errors, "stop: ");
  assert_contains (console.errors, "allergy");

  expect (&console, 0, "move", "--as", "Front desk", "--session", session, "--start",
          "2026-11-21T11:00", NULL);
  expect (&console, 3, "state", "cancelled", "--as", "Front desk", "--session", session, NULL);
  expect (&console, 0, "state", "cancelled", "--as", "Front desk", "--session", session, "--reason",
          "ill", NULL);
}

static void
test_demonstration_is_the_same_again (const char *location)
{
  g_auto(Console) console = { location };
  g_autofree char *place = clinic_test_file ("again.anagen");
  g_autofree char *first = NULL;

  expect (&console, 0, "demo", "--patients", "10", "--seed", "7", NULL);
  first = g_strdup (strstr (console.output, "Content "));
  g_assert_nonnull (first);
  expect (&console, 0, "demo", "--patients", "10", "--seed", "7", "--clinic", place, NULL);
  assert_contains (console.output, first);
  expect (&console, 0, "list", "clinic", NULL);
  assert_contains (console.output, "Demonstration");
  expect (&console, 3, "demo", "--clinic", place, NULL);
}

static void
test_backup_export_check_and_audit (const char *location)
{
  g_auto(Console) console = { location };
  g_autofree char *copy = clinic_test_file ("copy");
  g_autofree char *folder = clinic_test_file ("export");
  g_autofree char *manifest = g_build_filename (folder, "manifest.txt", NULL);
  g_autofree char *text = NULL;
  g_autofree char *first = NULL;

  make_clinic (&console);
  first = register_patient (&console, "Yıldız");

  expect (&console, 0, "backup", "--as", "Owner", copy, NULL);
  expect (&console, 3, "backup", "--as", "Owner", copy, NULL);
  expect (&console, 0, "list", "patients", "--clinic", copy, NULL);
  assert_contains (console.output, "Yıldız");
  expect (&console, 0, "check", "--clinic", copy, NULL);

  expect (&console, 0, "export", "--as", "Owner", folder, NULL);
  g_assert_true (g_file_get_contents (manifest, &text, NULL, NULL));
  assert_contains (text, "patient.csv  1\n");
  assert_contains (text, "audit.csv");
  expect (&console, 3, "export", "--as", "Owner", folder, NULL);

  expect (&console, 0, "check", NULL);
  assert_contains (console.output, "sound");
  expect (&console, 0, "audit", "--as", "Owner", "--patient", first, "--format", "json", NULL);
  assert_contains (console.output, "patient.register");
}

static void
test_reading_works_while_the_clinic_is_held (const char *location)
{
  g_auto(Console) console = { location };
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicDb) holder = NULL;

  make_clinic (&console);
  holder = clinic_db_open (location, CLINIC_DB_WRITE, &error);
  g_assert_no_error (error);

  expect (&console, 7, "register", "--as", "Owner", "--family-name", "Late", NULL);
  assert_contains (console.errors, "process");
  expect (&console, 0, "list", "staff", NULL);
  assert_contains (console.output, "Dr Weber");
}

/* A script of the shell, as one of the night, run where no language is set; what it exits with. */
static int
run_script (const char  *location,
            const char  *script,
            char       **errors)
{
  const char *words[] = { "/bin/sh", "-c", script, NULL };
  g_auto(GStrv) environment = g_environ_setenv (g_get_environ (), "ANAGEN_CLINIC", location, TRUE);
  g_autoptr(GError) error = NULL;
  int status;

  environment = g_environ_setenv (environment, "LC_ALL", "C", TRUE);
  g_spawn_sync (NULL, (char **) words, environment, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL,
                errors, &status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status));

  return WEXITSTATUS (status);
}

static void
test_names_are_understood_where_no_language_is_set (const char *location)
{
  g_auto(Console) console = { location };
  g_autofree char *errors = NULL;

  make_clinic (&console);
  g_assert_cmpint (run_script (location, "\"$ANAGENCTL\" register --as Owner --family-name Şahin",
                               &errors), ==, 0);
  g_assert_cmpstr (errors, ==, "");
  expect (&console, 0, "list", "patients", NULL);
  assert_contains (console.output, "Şahin");
}

static void
test_output_that_cannot_be_written_is_told (const char *location)
{
  g_auto(Console) console = { location };
  g_autofree char *errors = NULL;

  make_clinic (&console);
  g_assert_cmpint (run_script (location, "\"$ANAGENCTL\" list staff >/dev/full", &errors), ==, 1);
  assert_contains (errors, "could not be written");
}

static void
test_failed_init_leaves_nothing (const char *location)
{
  g_auto(Console) console = { location };

  expect (&console, 3, "init", "--name", "X", "--zone", "Mars/Olympus", "--owner", "Owner", NULL);
  assert_contains (console.errors, "Mars/Olympus");
  g_assert_false (g_file_test (location, G_FILE_TEST_EXISTS));
  make_clinic (&console);
  expect (&console, 3, "init", "--name", "X", "--zone", "Europe/Vienna", "--owner", "Owner", NULL);
}

/* A key that was there before may be all that opens another clinic's trail. */
static void
test_failed_init_leaves_a_key_that_was_there (const char *location)
{
  g_auto(Console) console = { location };
  g_autofree char *key = g_strconcat (location, ".key", NULL);

  g_assert_true (g_file_set_contents (key, "another's", -1, NULL));
  expect (&console, 3, "init", "--name", "X", "--zone", "Mars/Olympus", "--owner", "Owner", NULL);
  g_assert_true (g_file_test (key, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_unlink (key), ==, 0);
}

/* One slip with the Tab key, and the report would be where the clinic was. */
static void
test_nothing_is_written_over_a_clinic (const char *location)
{
  g_auto(Console) console = { location };
  g_autofree char *folder = g_path_get_dirname (location);
  g_autofree char *key = g_strconcat (location, ".key", NULL);
  g_autofree char *link = g_build_filename (folder, "link.xlsx", NULL);
  g_autofree char *list = g_build_filename (folder, "list.csv", NULL);
  g_autofree char *text = NULL;
  const char *rows = "file_number,family_name,birth_date\nA1,Yıldız,1984-13-31\nA2,Kaya,1984-05-31\n";
  const char * const targets[] = { location, key, link };

  make_clinic (&console);
  g_assert_cmpint (symlink (location, link), ==, 0);
  g_assert_true (g_file_set_contents (list, rows, -1, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      expect (&console, 3, "report", "clinic-progress", "--as", "Owner", "-o", targets[i], NULL);
      assert_contains (console.errors, "Choose another");
      expect (&console, 3, "import", "patients", list, "--as", "Owner", "--refused", targets[i],
              NULL);
    }

  expect (&console, 3, "import", "patients", list, "--as", "Owner", "--refused", list, NULL);
  g_assert_true (g_file_get_contents (list, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, rows);
  expect (&console, 0, "check", NULL);
  g_unlink (link);
  g_unlink (list);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add_place_on ("sqlite", "/cli/help-is-worth-reading", test_help_is_worth_reading);
  clinic_test_add_place ("/cli/wrong-words-are-told", test_wrong_words_are_told);
  clinic_test_add_place ("/cli/rights-hold-on-the-console", test_rights_hold_on_the_console);
  clinic_test_add_place ("/cli/course-is-booked-moved-and-never-double",
                         test_course_is_booked_moved_and_never_double);
  clinic_test_add_place ("/cli/likely-duplicate-needs-a-reason",
                         test_likely_duplicate_needs_a_reason);
  clinic_test_add_place ("/cli/main-job-from-booking-to-workbook",
                         test_main_job_from_booking_to_workbook);
  clinic_test_add_place ("/cli/treatment-times-are-charted", test_treatment_times_are_charted);
  clinic_test_add_place ("/cli/published-table-comes-out-with-its-figures",
                         test_published_table_comes_out_with_its_figures);
  clinic_test_add_place ("/cli/list-goes-in-and-back-out", test_list_goes_in_and_back_out);
  clinic_test_add_place ("/cli/pregnancy-and-allergies-are-answered", test_pregnancy_and_allergies_are_answered);
  clinic_test_add_place ("/cli/medicine-is-noted-and-stopped", test_medicine_is_noted_and_stopped);
  clinic_test_add_place ("/cli/allergy-stops-what-holds-it", test_allergy_stops_what_holds_it);
  clinic_test_add_place ("/cli/demonstration-is-the-same-again",
                         test_demonstration_is_the_same_again);
  clinic_test_add_place ("/cli/backup-export-check-and-audit", test_backup_export_check_and_audit);
  clinic_test_add_place_on ("sqlite", "/cli/reading-works-while-the-clinic-is-held",
                            test_reading_works_while_the_clinic_is_held);
  clinic_test_add_place_on ("sqlite", "/cli/names-are-understood-where-no-language-is-set",
                            test_names_are_understood_where_no_language_is_set);
  clinic_test_add_place_on ("sqlite", "/cli/output-that-cannot-be-written-is-told",
                            test_output_that_cannot_be_written_is_told);
  clinic_test_add_place_on ("sqlite", "/cli/failed-init-leaves-nothing",
                            test_failed_init_leaves_nothing);
  clinic_test_add_place_on ("sqlite", "/cli/failed-init-leaves-a-key-that-was-there",
                            test_failed_init_leaves_a_key_that_was_there);
  clinic_test_add_place_on ("sqlite", "/cli/nothing-is-written-over-a-clinic",
                            test_nothing_is_written_over_a_clinic);

  return g_test_run ();
}
