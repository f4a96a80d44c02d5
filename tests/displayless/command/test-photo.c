/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Photos: added, tagged, put away, and given out only when the patient agreed. */

#include "config.h"

#include <string.h>

#include "clinic-consent-sign.h"
#include "clinic-photo-keep.h"
#include "clinic-picture-vault.h"
#include "clinic-session.h"
#include "clinic-test.h"
#include "clinic-undo.h"
#include "command-fixture.h"
#include "picture-maker.h"

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
  clinic_act_free (self->act);
  command_fixture_clear (&self->clinic);
}

static ClinicPicture *
prepare (guint width)
{
  g_autoptr(GBytes) jpeg = picture_make_jpeg (width, 60);
  g_autoptr(GBytes) file = picture_add_metadata (jpeg, 6);
  g_autoptr(GError) error = NULL;
  ClinicPicture *picture = clinic_picture_prepare (file, NULL, &error);

  g_assert_no_error (error);

  return picture;
}

static ClinicPhoto *
make_photo (gint64      patient,
            const char *view,
            const char *day)
{
  ClinicPhoto *photo = clinic_photo_new ();

  g_object_set (photo, "patient-id", patient, "view", view, "taken-on", day, NULL);

  return photo;
}

static guint
add (Fixture      *self,
     ClinicPhoto  *photo,
     guint         width,
     GError      **error)
{
  g_autoptr(ClinicPicture) picture = prepare (width);
  g_autoptr(GPtrArray) additions = g_ptr_array_new ();
  ClinicPhotoAddition addition = { photo, picture };

  g_ptr_array_add (additions, &addition);

  return clinic_photo_add (self->act, additions, error);
}

static void
test_photo_is_kept_without_what_the_camera_wrote (ClinicDb *db)
{
  Fixture fixture;
  g_autoptr(ClinicPhoto) photo = NULL;
  g_autoptr(GBytes) kept = NULL;
  g_autoptr(GBytes) small = NULL;
  g_autoptr(GError) error = NULL;

  set_up (&fixture, db);
  photo = make_photo (fixture.clinic.patient, "vertex", NULL);
  g_assert_cmpuint (add (&fixture, photo, 500, &error), ==, 1);
  g_assert_no_error (error);

  /* Upright, and on the day the camera said. */
  g_assert_cmpint (photo->width, ==, 60);
  g_assert_cmpint (photo->height, ==, 500);
  g_assert_cmpstr (photo->taken_on, ==, "2026-05-31");

  kept = clinic_picture_vault_read (db, photo->content, CLINIC_PICTURE_PHOTO, &error);
  g_assert_no_error (error);
  small = clinic_picture_vault_read (db, photo->content, CLINIC_PICTURE_THUMBNAIL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (small), <, g_bytes_get_size (kept));

  for (guint i = 0; picture_telltales[i] != NULL; i++)
    {
      g_assert_false (picture_contains (kept, picture_telltales[i]));
      g_assert_false (picture_contains (small, picture_telltales[i]));
    }

  tear_down (&fixture);
}

/* Neither the file nor its write-ahead log has a byte of the picture or of what its camera wrote. */
static void
test_nothing_of_it_is_on_the_disk (ClinicDb *db)
{
  static const char * const suffixes[] = { "", "-wal" };
  Fixture fixture;
  g_autoptr(ClinicPhoto) photo = NULL;
  g_autoptr(GBytes) kept = NULL;

  set_up (&fixture, db);
  photo = make_photo (fixture.clinic.patient, "vertex", NULL);
  add (&fixture, photo, 500, NULL);
  kept = clinic_picture_vault_read (db, photo->content, CLINIC_PICTURE_PHOTO, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (clinic_test_location (db), suffixes[i], NULL);
      const char *middle = (const char *) g_bytes_get_data (kept, NULL) + g_bytes_get_size (kept) / 2;
      g_autofree char *text = NULL;
      gsize length = 0;

      if (!g_file_get_contents (path, &text, &length, NULL))
        continue;

      g_assert_null (memmem (text, length, "JFIF", 4));
      g_assert_null (memmem (text, length, middle, 32));

      for (guint j = 0; picture_telltales[j] != NULL; j++)
        g_assert_null (memmem (text, length, picture_telltales[j], strlen (picture_telltales[j])));
    }

  tear_down (&fixture);
}

static void
test_same_picture_is_added_once (ClinicDb *db)
{
  Fixture fixture;
  g_autoptr(ClinicPhoto) photo = NULL;
  g_autoptr(ClinicPhoto) again = NULL;
  g_autoptr(GError) error = NULL;

  set_up (&fixture, db);
  photo = make_photo (fixture.clinic.patient, "vertex", "2026-11-01");
  again = make_photo (fixture.clinic.patient, "vertex", "2026-11-01");
  g_assert_cmpuint (add (&fixture, photo, 100, NULL), ==, 1);
  g_assert_cmpuint (add (&fixture, again, 100, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_assert_cmpint (command_count (db, "SELECT count (*) FROM photo"), ==, 1);
  tear_down (&fixture);
}

static void
test_picture_of_another_patient_is_refused (ClinicDb *db)
{
  Fixture fixture;
  g_autoptr(ClinicPhoto) photo = NULL;
  g_autoptr(ClinicPhoto) other = NULL;
  g_autoptr(GError) error = NULL;

  set_up (&fixture, db);
  photo = make_photo (fixture.clinic.patient, "vertex", "2026-11-01");
  other = make_photo (fixture.clinic.other_patient, "vertex", "2026-11-01");
  g_assert_cmpuint (add (&fixture, photo, 100, NULL), ==, 1);
  g_assert_cmpuint (add (&fixture, other, 100, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "P00001"));
  g_clear_error (&error);

  /* Archived there it may come here. */
  g_assert_true (clinic_photo_archive (fixture.act, clinic_record_get_id (CLINIC_RECORD (photo)),
                                       TRUE, &error));
  g_assert_cmpuint (add (&fixture, other, 100, &error), ==, 1);
  g_assert_no_error (error);
  tear_down (&fixture);
}

static void
test_photo_cannot_become_another_patients (ClinicDb *db)
{
  Fixture fixture;
  g_autoptr(ClinicPhoto) photo = NULL;
  g_autoptr(GError) error = NULL;

  set_up (&fixture, db);
  photo = make_photo (fixture.clinic.patient, "vertex", "2026-11-01");
  add (&fixture, photo, 100, NULL);
  g_object_set (photo, "patient-id", fixture.clinic.other_patient, NULL);
  g_assert_false (clinic_photo_retag (fixture.act, photo, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  tear_down (&fixture);
}

static void
test_tags_are_changed_and_taken_back (ClinicDb *db)
{
  Fixture fixture;
  g_autoptr(ClinicPhoto) photo = NULL;
  g_autoptr(ClinicRecord) stored = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  set_up (&fixture, db);
  photo = make_photo (fixture.clinic.patient, "vertex", "2026-11-01");
  add (&fixture, photo, 100, NULL);
  id = clinic_record_get_id (CLINIC_RECORD (photo));
  g_object_set (photo, "view", "top", "note", "wet hair", NULL);
  g_assert_true (clinic_photo_retag (fixture.act, photo, &error));
  g_assert_no_error (error);
  stored = clinic_store_find (db, CLINIC_TYPE_PHOTO, id, NULL);
  g_assert_cmpstr (CLINIC_PHOTO (stored)->view, ==, "top");
  g_clear_object (&stored);

  /* Two people at once: the later one hears of it. */
  g_assert_false (clinic_photo_retag (fixture.act, photo, &error) &&
                  clinic_photo_retag (fixture.act, photo, &error));
  g_clear_error (&error);

  clinic_undo (fixture.act, fixture.act->done, &error);
  g_assert_no_error (error);
  stored = clinic_store_find (db, CLINIC_TYPE_PHOTO, id, NULL);
  g_assert_cmpstr (CLINIC_PHOTO (stored)->view, ==, "vertex");
  tear_down (&fixture);
}

static void
test_adding_is_taken_back (ClinicDb *db)
{
  Fixture fixture;
  g_autoptr(ClinicPhoto) photo = NULL;
  g_autoptr(GError) error = NULL;

  set_up (&fixture, db);
  photo = make_photo (fixture.clinic.patient, "vertex", "2026-11-01");
  add (&fixture, photo, 100, NULL);
  clinic_undo (fixture.act, fixture.act->done, &error);
  g_assert_no_error (error);
  g_assert_cmpint (command_count (db, "SELECT count (*) FROM photo"), ==, 0);
  tear_down (&fixture);
}

static void
test_future_and_other_peoples_sessions_are_refused (ClinicDb *db)
{
  Fixture fixture;
  g_autoptr(ClinicPhoto) photo = NULL;
  g_autoptr(GError) error = NULL;

  set_up (&fixture, db);
  photo = make_photo (fixture.clinic.patient, "vertex", "2026-12-24");
  g_assert_cmpuint (add (&fixture, photo, 100, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);
  g_object_set (photo, "taken-on", "2026-11-01", "session-id", (gint64) 4711, NULL);
  g_assert_cmpuint (add (&fixture, photo, 100, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  tear_down (&fixture);
}

static void
test_nothing_goes_out_without_consent (ClinicDb *db)
{
  Fixture fixture;
  g_autoptr(GError) error = NULL;
  gboolean may = TRUE;

  set_up (&fixture, db);
  g_assert_true (clinic_photo_may_export (db, fixture.clinic.patient, &may, &error));
  g_assert_no_error (error);
  g_assert_false (may);
  tear_down (&fixture);
}

static void
give_consent (Fixture    *self,
              const char *scope)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) forms = clinic_consent_list_forms (self->clinic.db, "photo", "2026-11-21", &error);
  g_autoptr(ClinicConsent) consent = clinic_consent_new ();

  g_assert_no_error (error);
  g_object_set (consent, "patient-id", self->clinic.patient, "consent-template-id",
                clinic_record_get_id (forms->pdata[0]), "scope", scope, "signed-name", "Ada Test",
                "typed", TRUE, NULL);
  g_assert_cmpint (clinic_consent_sign (self->act, consent, &error), !=, 0);
  g_assert_no_error (error);
}

static void
test_consent_lets_photos_out_until_withdrawn (ClinicDb *db)
{
  Fixture fixture;
  g_autoptr(GError) error = NULL;
  gboolean may = FALSE;

  set_up (&fixture, db);
  give_consent (&fixture, "record");
  g_assert_true (clinic_photo_may_export (db, fixture.clinic.patient, &may, &error));
  g_assert_true (may);
  g_assert_true (clinic_photo_may_export (db, fixture.clinic.other_patient, &may, &error));
  g_assert_false (may);
  g_assert_cmpint (clinic_consent_withdraw (fixture.act, command_count (db, "SELECT max (id) FROM consent"),
                                            "Changed her mind", &error), !=, 0);
  g_assert_no_error (error);
  g_assert_true (clinic_photo_may_export (db, fixture.clinic.patient, &may, &error));
  g_assert_false (may);
  tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("/photo/kept-without-what-the-camera-wrote",
                   test_photo_is_kept_without_what_the_camera_wrote);
  clinic_test_add_on ("sqlite", "/photo/nothing-of-it-is-on-the-disk", test_nothing_of_it_is_on_the_disk);
  clinic_test_add ("/photo/same-picture-is-added-once", test_same_picture_is_added_once);
  clinic_test_add ("/photo/picture-of-another-patient-is-refused", test_picture_of_another_patient_is_refused);
  clinic_test_add ("/photo/cannot-become-another-patients", test_photo_cannot_become_another_patients);
  clinic_test_add ("/photo/tags-are-changed-and-taken-back", test_tags_are_changed_and_taken_back);
  clinic_test_add ("/photo/adding-is-taken-back", test_adding_is_taken_back);
  clinic_test_add ("/photo/future-and-other-peoples-sessions-are-refused",
                   test_future_and_other_peoples_sessions_are_refused);
  clinic_test_add ("/photo/nothing-goes-out-without-consent", test_nothing_goes_out_without_consent);
  clinic_test_add ("/photo/consent-lets-photos-out-until-withdrawn",
                   test_consent_lets_photos_out_until_withdrawn);

  return g_test_run ();
}
