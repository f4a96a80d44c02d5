/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Consents, papers and photos from the console, and what is swept away after them. */

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "clinic-db.h"
#include "clinic-test.h"
#include "console.h"
#include "picture-maker.h"

/* The first cell of the n-th row of a list, from 1. */
static char *
find_id (Console    *console,
         const char *list,
         guint       n)
{
  g_auto(GStrv) lines = NULL;
  g_auto(GStrv) cells = NULL;

  expect (console, 0, "list", list, "--as", "Owner", "--format", "csv", NULL);
  lines = g_strsplit (console->output, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, n);
  cells = g_strsplit (lines[n], "\"", 3);

  return g_strdup (cells[1]);
}

static guint
count_rows (Console    *console,
            const char *list)
{
  g_auto(GStrv) lines = NULL;

  expect (console, 0, "list", list, "--as", "Owner", "--format", "csv", NULL);
  lines = g_strsplit (console->output, "\r\n", -1);

  /* The heading, and what follows the last line. */
  return g_strv_length (lines) - 2;
}

static void
assert_pdf (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpuint (length, >, 4000);
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
}

/* The words of a PDF; NULL where nothing can read them. */
static char *
read_pdf (const char *path)
{
  const char *argv[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autoptr(GError) error = NULL;
  char *text = NULL;

  if (program == NULL)
    return NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static void
assert_says (const char *path,
             const char *words)
{
  g_autofree char *text = read_pdf (path);

  if (text != NULL)
    assert_contains (text, words);
}

/* Beside a consent another one that bears its fingerprint and not its name. */
static void
alter_consent (const char *location)
{
  static const char alter[] =
    "INSERT INTO consent (id, version, patient_id, consent_template_id, signed_at, signed_name, typed, fingerprint, "
    "staff_id) SELECT id + 1, version, patient_id, consent_template_id, signed_at, 'Somebody Else', typed, fingerprint, "
    "staff_id FROM consent";
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicDb) db = clinic_db_open (location, CLINIC_DB_WRITE, &error);
  g_autoptr(ClinicStatement) statement = NULL;

  g_assert_no_error (error);
  clinic_db_begin (db, CLINIC_DB_CHANGE, &error);
  statement = clinic_db_prepare (db, alter, &error);
  g_assert_no_error (error);
  g_assert_cmpint (clinic_statement_run (statement, &error), ==, 1);
  g_assert_true (clinic_db_commit (db, &error));
}

static void
test_consent_is_signed_and_withdrawn (const char *location)
{
  g_auto(Console) console = { location };
  g_autofree char *patient = NULL;
  g_autofree char *consent = NULL;
  g_autofree char *paper = clinic_test_file ("consent.pdf");
  g_autofree char *foreign = NULL;

  make_clinic (&console);
  patient = register_patient (&console, "Yıldız");

  /* Wrong words, a form there is none of, somebody who may not. */
  expect (&console, 2, "consent", "--as", "Dr Weber", NULL);
  expect (&console, 2, "consent", "--as", "Dr Weber", "--patient", patient, NULL);
  expect (&console, 2, "consent", "--as", "Dr Weber", "--patient", patient, "--name", "A", "--confirm", "17", NULL);
  expect (&console, 3, "consent", "--as", "Dr Weber", "--patient", "P99999", "--name", "Ayşe Yıldız", NULL);
  expect (&console, 3, "consent", "--as", "Dr Weber", "--patient", patient, "--name", "Ayşe Yıldız", "--language", "tlh",
          NULL);
  assert_contains (console.errors, "tlh");
  expect (&console, 3, "consent", "--as", "Dr Weber", "--patient", patient, "--name", "Ayşe Yıldız", "--photo",
          "billboards", NULL);
  expect (&console, 5, "consent", "--as", "Front desk", "--patient", patient, "--name", "Ayşe Yıldız", NULL);
  g_assert_cmpuint (count_rows (&console, "consents"), ==, 0);

  expect (&console, 0, "consent", "--as", "Dr Weber", "--patient", patient, "--name", "Ayşe Yıldız", "--language", "tr",
          NULL);
  g_assert_cmpuint (count_rows (&console, "consents"), ==, 1);
  consent = find_id (&console, "consents", 1);

  /* By those who work here, as in the windows; by nobody else. */
  expect (&console, 5, "paper", "--consent", consent, "--output", paper, NULL);
  expect (&console, 5, "paper", "--as", "Somebody", "--consent", consent, "--output", paper, NULL);
  g_assert_false (g_file_test (paper, G_FILE_TEST_EXISTS));
  expect (&console, 0, "paper", "--as", "Front desk", "--consent", consent, "--output", paper, NULL);
  assert_pdf (paper);
  assert_says (paper, "Ayşe Yıldız");

  /* What was changed past the program is found. */
  expect (&console, 0, "check", "--signatures", NULL);
  assert_contains (console.output, "Consents looked at: 1; all are what was signed.");
  alter_consent (location);
  expect (&console, 8, "check", "--signatures", NULL);
  assert_contains (console.errors, "is not what was signed");
  expect (&console, 0, "paper", "--as", "Dr Weber", "--consent", consent, "--output", paper, NULL);
  assert_says (paper, "İmzalandığından beri değişmedi");

  /* A reason, once, by whoever may. */
  expect (&console, 3, "consent", "--as", "Front desk", "--withdraw", consent, NULL);
  expect (&console, 0, "consent", "--as", "Front desk", "--withdraw", consent, "--reason", "own wish", NULL);
  g_assert_cmpint (run_words (&console, (const char *[]) { "consent", "--as", "Front desk", "--withdraw", consent, "--reason",
                                                           "again", NULL }), !=, 0);
  expect (&console, 0, "paper", "--as", "Dr Weber", "--consent", consent, "--output", paper, NULL);
  assert_says (paper, "own wish");
  foreign = g_strdup ("17");
  expect (&console, 3, "consent", "--as", "Front desk", "--withdraw", foreign, "--reason", "own wish", NULL);
}

static void
test_papers_of_a_session (const char *location)
{
  g_auto(Console) console = { location };
  g_autofree char *patient = NULL;
  g_autofree char *session = NULL;
  g_autofree char *slip = clinic_test_file ("slip.pdf");
  g_autofree char *record = clinic_test_file ("record.pdf");
  g_autofree char *nothing = clinic_test_file ("nothing.pdf");

  make_clinic (&console);
  patient = register_patient (&console, "Yıldız");
  expect (&console, 0, "book", "--as", "Front desk", "--patient", patient, "--practitioner", "Dr Weber", "--start",
          "2026-11-21T08:00", "--accept", "in-the-past=is here", "--cocktail",
          "Vitamins, minerals, amino acids (basic)", NULL);
  session = find_id (&console, "sessions", 1);

  /* Each paper on its own, and somewhere. */
  expect (&console, 2, "paper", "--as", "Dr Weber", "--aftercare", session, NULL);
  expect (&console, 2, "paper", "--as", "Dr Weber", "--aftercare", session, "--record", session, "--output", nothing,
          NULL);
  expect (&console, 3, "paper", "--as", "Dr Weber", "--aftercare", "17", "--output", nothing, NULL);
  expect (&console, 3, "paper", "--as", "Dr Weber", "--record", session, "--output", nothing, NULL);

  /* Not over the clinic itself, where that is a file. */
  if (!g_str_has_prefix (location, "postgresql:"))
    expect (&console, 3, "paper", "--as", "Dr Weber", "--aftercare", session, "--output", location, NULL);

  expect (&console, 5, "paper", "--aftercare", session, "--output", nothing, NULL);
  expect (&console, 5, "paper", "--record", session, "--output", nothing, NULL);
  g_assert_false (g_file_test (nothing, G_FILE_TEST_EXISTS));

  expect (&console, 0, "consent", "--as", "Dr Weber", "--patient", patient, "--name", "Ayşe Yıldız", NULL);
  expect (&console, 0, "chart", "--as", "Dr Weber", "--session", session, "--cocktail",
          "Vitamins, minerals, amino acids (basic) v1", "--zone", "vertex:24:0.05:2.5", "--done", NULL);
  expect (&console, 0, "paper", "--as", "Dr Weber", "--aftercare", session, "--language", "de", "--output", slip, NULL);
  assert_pdf (slip);
  assert_says (slip, "Alkohol");
  expect (&console, 0, "sign", "--as", "Dr Weber", "--session", session, NULL);
  expect (&console, 0, "paper", "--as", "Dr Weber", "--record", session, "--output", record, NULL);
  assert_pdf (record);
  assert_says (record, "Vertex");
}

static char *
write_picture (guint width)
{
  g_autoptr(GBytes) jpeg = picture_make_jpeg (width, 200);
  char *path = clinic_test_file ("picture.jpg");

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (jpeg, NULL), (gssize) g_bytes_get_size (jpeg), NULL));

  return path;
}

static gint64
count_pictures (const char *location)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicDb) db = clinic_db_open (location, CLINIC_DB_READ, &error);
  g_autoptr(ClinicStatement) statement = NULL;

  g_assert_no_error (error);
  statement = clinic_db_prepare (db, "SELECT count(*) FROM picture", &error);
  g_assert_no_error (error);
  g_assert_true (clinic_statement_step (statement, &error));

  return clinic_statement_get_int (statement, 0);
}

static void
test_photo_is_given_out_and_swept (const char *location)
{
  g_auto(Console) console = { location };
  g_autofree char *patient = NULL;
  g_autofree char *photo = NULL;
  g_autofree char *first = write_picture (300);
  g_autofree char *second = write_picture (310);
  g_autofree char *out = clinic_test_file ("out.jpg");

  make_clinic (&console);
  patient = register_patient (&console, "Yıldız");
  expect (&console, 0, "photo", "--as", "Dr Weber", "--patient-id", patient, "--view", "vertex", first, NULL);
  photo = first_line (&console);

  /* Only with consent, only by whoever may export; and it stands in the trail. */
  expect (&console, 5, "photo", "--as", "Owner", "--write", photo, out, NULL);
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
  expect (&console, 0, "consent", "--as", "Dr Weber", "--patient", patient, "--name", "Ayşe Yıldız", "--photo", "record",
          NULL);
  expect (&console, 5, "photo", "--as", "Dr Weber", "--write", photo, out, NULL);
  expect (&console, 0, "photo", "--as", "Owner", "--write", photo, out, NULL);
  g_assert_true (g_file_test (out, G_FILE_TEST_EXISTS));
  expect (&console, 0, "audit", "--as", "Owner", "--format", "csv", NULL);
  assert_contains (console.output, "photo.export");

  expect (&console, 2, "sweep", "--as", "Owner", "--days", "0", NULL);
  expect (&console, 0, "photo", "--as", "Dr Weber", "--patient-id", patient, "--view", "vertex", second, NULL);
  expect (&console, 0, "undo", "--as", "Dr Weber", NULL);
  g_assert_cmpint (count_pictures (location), ==, 4);
  expect (&console, 0, "sweep", "--as", "Owner", NULL);
  assert_contains (console.output, "0 pictures");
  g_assert_cmpint (count_pictures (location), ==, 4);

  console.clock = "2027-01-21T09:30:00Z";
  expect (&console, 0, "sweep", "--as", "Front desk", NULL);
  assert_contains (console.output, "1 picture was");
  g_assert_cmpint (count_pictures (location), ==, 2);
  expect (&console, 0, "check", "--as", "Owner", NULL);
}

/* How often photos were given out, as the trail has it. */
static guint
count_given_out (Console *console)
{
  guint n = 0;

  expect (console, 0, "audit", "--as", "Owner", "--format", "csv", NULL);

  for (const char *at = console->output; (at = strstr (at, "photo.export")) != NULL; at++)
    n++;

  return n;
}

/* With everything else, or in a workbook: each photo that leaves stands in the trail, those of patients who have
 * not agreed do not leave, and where it cannot be written down none do. */
static void
test_photos_that_leave_stand_in_the_trail (const char *location)
{
  g_auto(Console) console = { location };
  g_autofree char *agreed = NULL;
  g_autofree char *other = NULL;
  g_autofree char *first = write_picture (300);
  g_autofree char *second = write_picture (310);
  g_autofree char *third = write_picture (320);
  g_autofree char *folder = clinic_test_file ("everything");
  g_autofree char *photos = g_build_filename (folder, "photos", NULL);
  g_autofree char *again = clinic_test_file ("again");
  g_autofree char *book = clinic_test_file ("progress.xlsx");
  g_autofree char *table = clinic_test_file ("progress.csv");

  make_clinic (&console);
  agreed = register_patient (&console, "Yıldız");
  other = register_patient (&console, "Demir");
  expect (&console, 0, "photo", "--as", "Dr Weber", "--patient-id", agreed, "--view", "vertex", first, NULL);
  expect (&console, 0, "photo", "--as", "Dr Weber", "--patient-id", agreed, "--view", "front", second, NULL);
  expect (&console, 0, "photo", "--as", "Dr Weber", "--patient-id", other, "--view", "vertex", third, NULL);
  expect (&console, 0, "consent", "--as", "Dr Weber", "--patient", agreed, "--name", "Ayşe Yıldız", "--photo", "record",
          NULL);
  g_assert_cmpuint (count_given_out (&console), ==, 0);

  expect (&console, 5, "export", "--as", "Dr Weber", folder, NULL);
  expect (&console, 0, "export", "--as", "Owner", folder, NULL);
  assert_contains (console.output, "Photos written: 2");
  g_assert_true (g_file_test (photos, G_FILE_TEST_IS_DIR));
  g_assert_cmpuint (count_given_out (&console), ==, 2);

  expect (&console, 0, "report", "patient-progress", "--as", "Dr Weber", "--patient", agreed, "--output", table, NULL);
  g_assert_cmpuint (count_given_out (&console), ==, 2);
  expect (&console, 0, "report", "patient-progress", "--as", "Dr Weber", "--patient", agreed, "--output", book, NULL);
  g_assert_cmpuint (count_given_out (&console), ==, 4);
  expect (&console, 0, "report", "patient-progress", "--as", "Dr Weber", "--patient", other, "--output", book, NULL);
  g_assert_cmpuint (count_given_out (&console), ==, 4);

  if (!g_str_has_prefix (location, "postgresql:"))
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(ClinicDb) holder = clinic_db_open (location, CLINIC_DB_WRITE, &error);
      g_autofree char *none = g_build_filename (again, "photos", NULL);

      g_assert_no_error (error);
      expect (&console, 0, "export", "--as", "Owner", again, NULL);
      assert_contains (console.errors, "Photos left out");
      g_assert_true (g_file_test (again, G_FILE_TEST_IS_DIR));
      g_assert_false (g_file_test (none, G_FILE_TEST_EXISTS));
      expect (&console, 0, "report", "patient-progress", "--as", "Dr Weber", "--patient", agreed, "--output", book, NULL);
      assert_contains (console.errors, "Photographs");
      g_assert_cmpuint (count_given_out (&console), ==, 4);
    }
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add_place ("/cli-papers/consent-is-signed-and-withdrawn", test_consent_is_signed_and_withdrawn);
  clinic_test_add_place ("/cli-papers/papers-of-a-session", test_papers_of_a_session);
  clinic_test_add_place ("/cli-papers/photo-is-given-out-and-swept", test_photo_is_given_out_and_swept);

  clinic_test_add_place ("/cli-papers/photos-that-leave-stand-in-the-trail",
                         test_photos_that_leave_stand_in_the_trail);

  return g_test_run ();
}
