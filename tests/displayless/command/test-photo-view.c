/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who looked at whose photos stays in the trail, and changes nothing. */

#include "config.h"

#include <string.h>

#include "clinic-audit.h"
#include "clinic-consent-sign.h"
#include "clinic-photo-keep.h"
#include "clinic-photo-view.h"
#include "clinic-test.h"
#include "clinic-undo.h"
#include "command-fixture.h"

typedef struct
{
  CommandFixture  clinic;
  ClinicAct      *act;          /* the practitioner's */
  gint64          photo;
} Fixture;

static gint64
add_photo (ClinicAct *act,
           gint64     patient,
           guint8     grey)
{
  g_autoptr(GPtrArray) additions = g_ptr_array_new ();
  guint8 *pixels = g_malloc (64 * 64 * 3);
  g_autoptr(ClinicPicture) picture = NULL;
  g_autoptr(ClinicPhoto) photo = g_object_new (CLINIC_TYPE_PHOTO, "patient-id", patient, "view", "front", NULL);
  ClinicPhotoAddition addition = { photo, NULL };
  g_autoptr(GError) error = NULL;

  memset (pixels, grey, 64 * 64 * 3);
  picture = addition.picture = clinic_picture_new_pixels (pixels, 64, 64);
  g_ptr_array_add (additions, &addition);
  g_assert_cmpuint (clinic_photo_add (act, additions, &error), ==, 1);
  g_assert_no_error (error);

  return clinic_record_get_id (CLINIC_RECORD (photo));
}

static void
set_up (Fixture  *self,
        ClinicDb *db)
{
  command_fixture_init (&self->clinic, db);
  self->act = clinic_act_new (db, self->clinic.practitioner);
  self->photo = add_photo (self->act, self->clinic.patient, 10);
}

static void
tear_down (Fixture *self)
{
  g_clear_pointer (&self->act, clinic_act_free);
  command_fixture_clear (&self->clinic);
}

static void
agree (Fixture    *self,
       const char *scope)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) forms = clinic_consent_list_forms (self->clinic.db, "photo", "2026-11-21", &error);
  g_autoptr(ClinicConsent) consent = clinic_consent_new ();

  g_assert_no_error (error);
  g_assert_cmpuint (forms->len, >, 0);
  g_object_set (consent, "patient-id", self->clinic.patient, "consent-template-id",
                clinic_record_get_id (forms->pdata[0]), "scope", scope, "signed-name", "Ada Testa", "strokes",
                "100,200,500,0 400,250,700,16", NULL);
  clinic_consent_sign (self->act, consent, &error);
  g_assert_no_error (error);
}

static gint64
count_views (Fixture    *self,
             const char *entity,
             gint64      id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT COUNT(*) FROM audit WHERE action = 'view' AND command = 'photo.view' AND "
                                          "entity = '%s' AND entity_id = %" G_GINT64_FORMAT " AND patient_id = %"
                                          G_GINT64_FORMAT " AND actor = %" G_GINT64_FORMAT, entity, id,
                                          self->clinic.patient, self->clinic.practitioner);

  return command_count (self->clinic.db, sql);
}

static void
assert_chain (ClinicDb *db)
{
  g_auto(ClinicAuditReport) report = { 0 };
  g_autoptr(GError) error = NULL;

  g_assert_true (clinic_audit_verify (db, 1, 0, NULL, &report, &error));
  g_assert_no_error (error);
  g_assert_cmpint (report.broken_seq, ==, 0);
}

static void
test_a_row_for_each_photo_and_opening (ClinicDb *db)
{
  Fixture self = { 0 };
  g_autoptr(GError) error = NULL;
  gint64 photos[2];

  set_up (&self, db);
  photos[0] = self.photo;
  photos[1] = add_photo (self.act, self.clinic.patient, 200);
  g_assert_true (clinic_photo_note_viewed (self.act, self.clinic.patient, NULL, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_views (&self, "patient", self.clinic.patient), ==, 1);
  g_assert_cmpint (count_views (&self, "photo", photos[0]), ==, 0);

  g_assert_true (clinic_photo_note_viewed (self.act, self.clinic.patient, photos, 2, &error));
  g_assert_true (clinic_photo_note_viewed (self.act, self.clinic.patient, photos, 1, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_views (&self, "photo", photos[0]), ==, 2);
  g_assert_cmpint (count_views (&self, "photo", photos[1]), ==, 1);
  assert_chain (db);
  tear_down (&self);
}

/* Ctrl+Z takes back what was done before it. */
static void
test_nothing_to_take_back (ClinicDb *db)
{
  Fixture self = { 0 };
  g_autoptr(GError) error = NULL;
  gint64 added;

  set_up (&self, db);
  added = self.act->done;
  g_assert_true (clinic_photo_note_viewed (self.act, self.clinic.patient, &self.photo, 1, &error));
  g_assert_cmpint (clinic_undo_last (self.act, &error), ==, added);
  g_assert_no_error (error);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM photo"), ==, 0);
  tear_down (&self);
}

static void
test_refused (ClinicDb *db)
{
  Fixture self = { 0 };
  g_autoptr(GError) error = NULL;

  set_up (&self, db);

  /* A photo of somebody else under this name. */
  g_assert_false (clinic_photo_note_viewed (self.act, self.clinic.other_patient, &self.photo, 1, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_false (clinic_photo_note_viewed (self.clinic.act, self.clinic.patient, &self.photo, 1, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DENIED);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM audit WHERE action = 'view'"), ==, 0);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM audit WHERE action = 'refuse'"), ==, 1);
  tear_down (&self);
}

/* Without the patient's word nothing leaves, and the trail says nothing of it. */
static void
test_nothing_leaves_without_consent (ClinicDb *db)
{
  Fixture self = { 0 };
  g_autoptr(GError) error = NULL;

  set_up (&self, db);
  g_assert_false (clinic_photo_give_out (self.act, self.clinic.patient, &self.photo, 1, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM audit WHERE action = 'export'"), ==, 0);

  agree (&self, "record");
  g_assert_true (clinic_photo_give_out (self.act, self.clinic.patient, &self.photo, 1, &error));
  g_assert_no_error (error);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM audit WHERE action = 'export'"), ==, 1);
  tear_down (&self);
}

/* Who has the page open does not load it again because somebody looked. */
static void
test_nobody_is_told_of_a_change (ClinicDb *db)
{
  Fixture self = { 0 };
  g_autoptr(ClinicStatement) statement = NULL;
  g_autoptr(GError) error = NULL;
  gint64 last;

  set_up (&self, db);
  last = command_count (db, "SELECT MAX(seq) FROM audit");
  g_assert_true (clinic_photo_note_viewed (self.act, self.clinic.patient, &self.photo, 1, &error));
  g_assert_cmpint (command_count (db, "SELECT MAX(seq) FROM audit"), ==, last + 1);
  statement = clinic_db_query (db, "desk-changed-tables", &error);
  clinic_statement_bind_int (statement, 1, last);
  g_assert_false (clinic_statement_step (statement, &error));
  g_assert_no_error (error);
  g_clear_pointer (&statement, clinic_statement_free);
  tear_down (&self);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("/photo-view/a-row-for-each", test_a_row_for_each_photo_and_opening);
  clinic_test_add ("/photo-view/nothing-to-take-back", test_nothing_to_take_back);
  clinic_test_add ("/photo-view/refused", test_refused);
  clinic_test_add ("/photo-view/nothing-leaves-without-consent", test_nothing_leaves_without_consent);
  clinic_test_add ("/photo-view/nobody-is-told-of-a-change", test_nobody_is_told_of_a_change);

  return g_test_run ();
}
