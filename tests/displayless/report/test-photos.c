/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures are in a patient's workbook where the patient agreed to that, and nowhere else. */

#include "config.h"

#include <string.h>

#include "clinic-audit-key.h"
#include "clinic-picture-vault.h"
#include "clinic-test.h"
#include "picture-maker.h"
#include "report-clinic.h"
#include "workbook-reader.h"

typedef struct
{
  ClinicDb  *db;
  char      *folder;
  char      *path;
  GPtrArray *thumbnails;        /* GBytes */
} Fixture;

static char *
keep (Fixture *self,
      guint    width,
      guint    height)
{
  g_autoptr(GBytes) photo = picture_make_jpeg (width * 4, height * 4);
  GBytes *thumbnail = picture_make_jpeg (width, height);
  g_autoptr(GError) error = NULL;
  char *content;

  clinic_db_begin (self->db, CLINIC_DB_CHANGE, &error);
  g_assert_no_error (error);
  content = clinic_picture_vault_keep (self->db, photo, thumbnail, &error);
  g_assert_no_error (error);
  clinic_db_commit (self->db, &error);
  g_assert_no_error (error);
  g_ptr_array_add (self->thumbnails, thumbnail);

  return content;
}

static void
put_photo (Fixture    *self,
           gint64      id,
           const char *day,
           const char *view,
           guint       width,
           guint       height)
{
  g_autofree char *content = keep (self, width, height);

  put (self->db,
       "INSERT INTO photo (id, version, patient_id, view, taken_on, content, width, height) VALUES "
       "(%" G_GINT64_FORMAT ", 1, 7, '%s', '%s', '%s', %u, %u)", id, view, day, content, width * 4,
       height * 4);
}

static void
set_up (Fixture  *self,
        ClinicDb *db)
{
  guint8 key[CLINIC_AUDIT_KEY_BYTES];
  g_autoptr(GError) error = NULL;

  *self = (Fixture) { .db = db, .thumbnails = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref) };
  clinic_audit_key_read (db, TRUE, key, &error);
  g_assert_no_error (error);
  self->folder = make_folder ();
  self->path = g_build_filename (self->folder, "report.xlsx", NULL);
  put_basics (db);
  put_patient (db, 7);
  put (db, "INSERT INTO consent_template (id, version, code, number, language, purpose, title, body, valid_from) "
       "VALUES (900, 1, 'photo', 1, 'en', 'photo', 'Photographs', 'Yes', '2026-01-01')");
  put_photo (self, 1, "2026-09-01", "front", 320, 240);
  put_photo (self, 2, "2026-09-01", "vertex", 240, 320);
  put_photo (self, 3, "2026-11-01", "front", 320, 200);
  put_photo (self, 4, "2026-11-01", "front", 320, 180);
  put (db, "UPDATE photo SET archived_on = '2026-11-02' WHERE id = 4");
}

static void
tear_down (Fixture *self)
{
  g_ptr_array_unref (self->thumbnails);
  g_free (self->path);
  remove_folder (self->folder);
}

static void
agree (Fixture *self)
{
  put (self->db, "INSERT INTO consent (id, version, patient_id, consent_template_id, scope, signed_at, signed_name, typed, "
       "fingerprint, staff_id) VALUES (901, 1, 7, 900, 'record', '2026-09-01T08:00:00Z', 'Elif', 1, 'x', 1)");
}

static char *
write_workbook (Fixture *self)
{
  const char *values[] = { "patient=P7", NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicReport) report = clinic_report_load ("patient-progress", &error);
  g_autoptr(GPtrArray) sheets = run_report (self->db, "patient-progress", values, &error);

  g_assert_no_error (error);
  clinic_report_write_xlsx (report, sheets, self->path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return read_workbook (self->path);
}

static gboolean
has_picture (Fixture    *self,
             const char *cells,
             guint       n)
{
  g_autofree char *checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA1,
                                                            self->thumbnails->pdata[n]);
  g_autofree char *line = g_strdup_printf ("media %s\n", checksum);

  return strstr (cells, line) != NULL;
}

static void
test_with_consent_the_pictures_are_there (ClinicDb *db)
{
  Fixture self = { 0 };
  g_autofree char *cells = NULL;

  set_up (&self, db);
  agree (&self);
  cells = write_workbook (&self);
  g_assert_true (has_picture (&self, cells, 0));
  g_assert_true (has_picture (&self, cells, 1));
  g_assert_true (has_picture (&self, cells, 2));

  /* What was put away stays away. */
  g_assert_false (has_picture (&self, cells, 3));
  g_assert_nonnull (strstr (cells, "sheet \"Photographs, pictures\"\n"));
  assert_text (cells, "Photographs, pictures", "B1", "\"Front\"");
  assert_text (cells, "Photographs", "E2", "\"yes\"");

  /* Its rows end with the last of them; what is said of the pictures is said elsewhere. */
  g_assert_nonnull (strstr (cells, "Photographs!A4 "));
  g_assert_null (strstr (cells, "Photographs!A5 "));
  g_assert_null (strstr (cells, "Photographs!A6 "));
  assert_text (cells, "Notes", "A2", "\"Photographs\"");
  tear_down (&self);
}

static void
assert_left_out (Fixture    *self,
                 const char *why)
{
  g_autofree char *cells = write_workbook (self);

  g_assert_null (strstr (cells, "\nmedia "));
  g_assert_null (strstr (cells, "sheet \"Photographs, pictures\"\n"));
  g_assert_nonnull (strstr (cells, why));
  assert_text (cells, "Photographs", "E2", "\"no\"");
}

static void
test_without_consent_the_sheet_says_why (ClinicDb *db)
{
  Fixture self = { 0 };

  set_up (&self, db);
  assert_left_out (&self, "the patient did not consent to photographs");
  agree (&self);
  put (db, "INSERT INTO consent_withdrawal (id, version, consent_id, withdrawn_at, reason, staff_id) "
       "VALUES (902, 1, 901, '2026-10-01T08:00:00Z', 'No more', 1)");
  assert_left_out (&self, "the patient withdrew the consent to photographs");
  tear_down (&self);
}

static void
test_nothing_of_anybody_is_beside_the_pixels (ClinicDb *db)
{
  Fixture self = { 0 };
  g_autofree char *cells = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr(GBytes) file = NULL;
  gsize length;

  set_up (&self, db);
  agree (&self);
  cells = write_workbook (&self);
  g_assert_nonnull (strstr (cells, "name xl/media/image1.jpeg\n"));
  g_assert_true (g_file_get_contents (self.path, &bytes, &length, NULL));

  /* Three thumbnails and the sheets: no photograph as it was taken. */
  g_assert_cmpuint (length, <, 200 * 1024);
  tear_down (&self);
}

static char *
write_group (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicReport) report = clinic_report_load ("clinic-progress", &error);
  g_autoptr(GPtrArray) sheets = run_report (self->db, "clinic-progress", NULL, &error);

  g_assert_no_error (error);
  clinic_report_write_xlsx (report, sheets, self->path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return read_workbook (self->path);
}

/* Of the group nobody is named: no face, no date, and only who agreed to more than the record. */
static void
test_group_shows_who_agreed_and_no_face (ClinicDb *db)
{
  Fixture self = { 0 };
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;

  set_up (&self, db);
  put (db, "INSERT INTO diagnosis (id, version, patient_id, diagnosis_kind_id) VALUES (31, 1, 7, 1)");
  put (db, "INSERT INTO course (id, version, patient_id, diagnosis_id, protocol_id, practitioner_id, cocktail_id, status, "
       "started_on) VALUES (55, 1, 7, 31, 1, 1, 1, 'active', '2026-08-30')");
  put_photo (&self, 5, "2026-11-10", "vertex", 300, 220);
  put (db, "UPDATE photo SET course_id = 55");
  agree (&self);
  without = write_group (&self);
  g_assert_null (strstr (without, "\nmedia "));
  g_assert_nonnull (strstr (without, "1 course has photographs without a face; of 0 the patients"));

  put (db, "INSERT INTO consent (id, version, patient_id, consent_template_id, scope, signed_at, signed_name, typed, "
       "fingerprint, staff_id) VALUES (903, 1, 7, 900, 'teaching', '2026-11-01T08:00:00Z', 'Elif', 1, 'x', 1)");
  with = write_group (&self);
  g_assert_true (has_picture (&self, with, 1));
  g_assert_true (has_picture (&self, with, 4));
  g_assert_false (has_picture (&self, with, 0));
  g_assert_false (has_picture (&self, with, 2));
  assert_text (with, "Photographs, pictures", "A1", "\"Course 1\"");
  assert_text (with, "Photographs, pictures", "B1", "\"Vertex, at first\"");
  assert_text (with, "Photographs, pictures", "C1", "\"Vertex, 70 days later\"");
  g_assert_null (strstr (with, "2026-09-01"));
  g_assert_null (strstr (with, "P7"));
  g_assert_null (strstr (with, "Elif"));
  tear_down (&self);
}

static void
test_cancelled_leaves_nothing (ClinicDb *db)
{
  Fixture self = { 0 };
  const char *values[] = { "patient=P7", NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicReport) report = clinic_report_load ("patient-progress", &error);
  g_autoptr(GPtrArray) sheets = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *left = NULL;

  set_up (&self, db);
  agree (&self);
  sheets = run_report (db, "patient-progress", values, &error);
  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  g_assert_false (clinic_report_write_xlsx (report, sheets, self.path, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  left = list_folder (self.folder);
  g_assert_cmpstr (left, ==, "");
  tear_down (&self);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("/report-photos/with-consent", test_with_consent_the_pictures_are_there);
  clinic_test_add ("/report-photos/without-consent", test_without_consent_the_sheet_says_why);
  clinic_test_add ("/report-photos/nothing-beside-the-pixels",
                   test_nothing_of_anybody_is_beside_the_pixels);
  clinic_test_add ("/report-photos/group", test_group_shows_who_agreed_and_no_face);
  clinic_test_add ("/report-photos/cancelled", test_cancelled_leaves_nothing);

  return g_test_run ();
}
