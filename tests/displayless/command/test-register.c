/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-finding.h"
#include "clinic-register.h"
#include "clinic-test.h"
#include "command-fixture.h"

static gint64
try_register (ClinicAct   *act,
              const char  *number,
              const char  *family,
              const char  *given,
              const char  *birth,
              const char  *phone,
              GError     **error)
{
  g_autoptr(ClinicPatient) patient = clinic_patient_new ();

  g_object_set (patient, "file-number", number, "family-name", family, "given-name", given,
                "birth-date", birth,
                "mobile", phone, NULL);

  return clinic_patient_register (act, patient, error);
}

static char *
get_number (ClinicDb *db,
            gint64    id)
{
  g_autoptr(ClinicRecord) patient = clinic_store_find (db, CLINIC_TYPE_PATIENT, id, NULL);

  return g_strdup (CLINIC_PATIENT (patient)->file_number);
}

static void
test_numbers_go_on (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *third = NULL;
  g_autofree char *after_gap = NULL;
  g_autofree char *wide = NULL;

  command_fixture_init (&fixture, db);
  first = get_number (db, fixture.patient);
  g_assert_cmpstr (first, ==, "P00001");

  g_assert_cmpint (try_register (fixture.act, "K-17", "Kurz", NULL, NULL, NULL, &error), !=, 0);
  third = get_number (db, try_register (fixture.act, NULL, "Lang", NULL, NULL, NULL, &error));
  g_assert_cmpstr (third, ==, "P00003");

  g_assert_cmpint (try_register (fixture.act, "P00099", "Mitte", NULL, NULL, NULL, &error), !=, 0);
  after_gap = get_number (db, try_register (fixture.act, NULL, "Ober", NULL, NULL, NULL, &error));
  g_assert_cmpstr (after_gap, ==, "P00100");

  g_assert_cmpint (try_register (fixture.act, "P99999", "Unter", NULL, NULL, NULL, &error), !=, 0);
  wide = get_number (db, try_register (fixture.act, NULL, "Weit", NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (wide, ==, "P100000");
  command_fixture_clear (&fixture);
}

static void
test_number_in_use_is_refused (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(GError) error = NULL;

  command_fixture_init (&fixture, db);
  g_assert_cmpint (try_register (fixture.act, "P00001", "Doppel", NULL, NULL, NULL, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "P00001"));
  command_fixture_clear (&fixture);
}

typedef struct
{
  const char *family;
  const char *given;
  const char *birth;
  const char *phone;
  const char *words;       /* what the objection says of P00003, NULL: none */
} Case;

/* P00003 is Anna-Maria Müller, born 1975-03-14, mobile +43 660 123 45 67. */
static const Case cases[] = {
  { "Müller", "Anna-Maria", "1975-03-14", NULL, "P00003 (same name and date of birth)" },
  { "MUELLER", "Anna Maria", "1975-03-15", NULL, NULL },
  { "Muller", "anna maria", "1975-03-14", NULL, "P00003 (same name and date of birth)" },
  { "Anna-Maria", "Müller", "1975-03-14", NULL, "P00003 (same name and date of birth)" },
  { "Müler", "Anna-Mari", "1975-03-14", NULL, "P00003 (nearly the same name, same date of birth)" },
  { "Huber", "Anna-Maria", "1975-03-14", NULL, NULL },
  { "Huber", "Franz", NULL, "0660 1234567", "P00003 (same telephone)" },
  { "Huber", "Franz", NULL, "0660 1234568", NULL },
  { "Müller", "Anna-Maria", NULL, NULL, "P00003 (same name)" },
  { "Müller", "Anna-Maria", "1990-01-01", NULL, NULL },
  { "Müller", "Hans", "1975-03-14", NULL, NULL },
};

static void
test_likely_duplicates_are_found (ClinicDb      *db,
                                  gconstpointer  data)
{
  const Case *which = data;
  CommandFixture fixture = { 0 };
  g_autoptr(GError) error = NULL;
  gint64 id;

  command_fixture_init (&fixture, db);
  g_assert_cmpint (try_register (fixture.act, NULL, "Müller", "Anna-Maria", "1975-03-14",
                                 "+43 660 123 45 67", &error), !=, 0);
  g_assert_no_error (error);

  id = try_register (fixture.act, NULL, which->family, which->given, which->birth, which->phone,
                     &error);

  if (which->words == NULL)
    {
      g_assert_no_error (error);
      g_assert_cmpint (id, !=, 0);
      g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM finding"), ==, 0);
    }
  else
    {
      g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_FINDINGS);
      g_assert_nonnull (strstr (error->message, which->words));
      g_assert_null (strstr (error->message, "Müller"));
      g_clear_error (&error);

      clinic_act_accept (fixture.act, CLINIC_RULE_DUPLICATE, "Twins, both seen");
      id = try_register (fixture.act, NULL, which->family, which->given, which->birth, which->phone,
                         &error);
      g_assert_no_error (error);
      g_assert_cmpint (id, !=, 0);
      g_assert_cmpint (command_count (db,
                                      "SELECT COUNT(*) FROM finding WHERE rule = "
                                      "'likely-duplicate' "
                                      "AND reason = 'Twins, both seen' AND patient_id IS NOT NULL"), ==, 1);
    }

  command_fixture_clear (&fixture);
}

static void
test_repeated_registration_gives_the_same_patient (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicPatient) patient = clinic_patient_new ();
  g_autoptr(ClinicPatient) again = clinic_patient_new ();
  g_autoptr(GError) error = NULL;
  gint64 id;

  command_fixture_init (&fixture, db);
  g_object_set (patient, "family-name", "Einmal", NULL);
  g_object_set (again, "family-name", "Einmal", NULL);
  id = clinic_patient_register (fixture.act, patient, &error);
  g_assert_no_error (error);

  fixture.act->operation = fixture.act->done;
  g_assert_cmpint (clinic_patient_register (fixture.act, again, &error), ==, id);
  g_assert_true (fixture.act->repeated);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM patient"), ==, 3);
  command_fixture_clear (&fixture);
}

static void
test_edit_conflict_is_refused (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicRecord) mine = NULL;
  g_autoptr(ClinicRecord) theirs = NULL;
  g_autoptr(GError) error = NULL;

  command_fixture_init (&fixture, db);
  mine = clinic_store_find (db, CLINIC_TYPE_PATIENT, fixture.patient, &error);
  theirs = clinic_store_find (db, CLINIC_TYPE_PATIENT, fixture.patient, &error);

  g_object_set (theirs, "city", "Linz", NULL);
  g_assert_true (clinic_patient_edit (fixture.act, CLINIC_PATIENT (theirs), &error));
  g_assert_cmpint (clinic_record_get_version (theirs), ==, 2);

  g_object_set (mine, "city", "Graz", NULL);
  g_assert_false (clinic_patient_edit (fixture.act, CLINIC_PATIENT (mine), &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT);
  g_assert_cmpint (clinic_record_get_version (mine), ==, 1);
  command_fixture_clear (&fixture);
}

static void
test_edit_into_somebody_else_is_objected_to (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicRecord) patient = NULL;
  g_autoptr(GError) error = NULL;

  command_fixture_init (&fixture, db);
  patient = clinic_store_find (db, CLINIC_TYPE_PATIENT, fixture.other_patient, &error);
  g_object_set (patient, "family-name", "Testa", "given-name", "Ada", "birth-date", "1980-02-29",
                NULL);
  g_assert_false (clinic_patient_edit (fixture.act, CLINIC_PATIENT (patient), &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_FINDINGS);
  g_assert_nonnull (strstr (error->message, "P00001"));
  command_fixture_clear (&fixture);
}

static void
test_archived_and_back (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicAct) manager = NULL;
  g_autoptr(ClinicRecord) archived = NULL;
  g_autoptr(ClinicRecord) restored = NULL;
  g_autoptr(GError) error = NULL;

  command_fixture_init (&fixture, db);
  manager = clinic_act_new (db, fixture.manager);

  g_assert_true (clinic_patient_archive (manager, fixture.patient, &error));
  archived = clinic_store_find (db, CLINIC_TYPE_PATIENT, fixture.patient, &error);
  g_assert_cmpstr (CLINIC_PATIENT (archived)->archived_on, ==, "2026-11-21");

  g_assert_true (clinic_patient_restore (manager, fixture.patient, &error));
  restored = clinic_store_find (db, CLINIC_TYPE_PATIENT, fixture.patient, &error);
  g_assert_null (CLINIC_PATIENT (restored)->archived_on);
  g_assert_no_error (error);
  command_fixture_clear (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("command/register/numbers", test_numbers_go_on);
  clinic_test_add ("command/register/number-in-use", test_number_in_use_is_refused);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("command/register/duplicate/%u", i);

      clinic_test_add_data (path, &cases[i], test_likely_duplicates_are_found);
    }

  clinic_test_add ("command/register/repeated", test_repeated_registration_gives_the_same_patient);
  clinic_test_add ("command/register/edit-conflict", test_edit_conflict_is_refused);
  clinic_test_add ("command/register/edit-duplicate", test_edit_into_somebody_else_is_objected_to);
  clinic_test_add ("command/register/archive", test_archived_and_back);

  return g_test_run ();
}
