/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-choices.h"
#include "clinic-clinic.h"
#include "clinic-injection.h"
#include "clinic-measurement.h"
#include "clinic-patient.h"
#include "clinic-record-types.h"
#include "clinic-session.h"
#include "clinic-setting.h"
#include "clinic-staff.h"
#include "clinic-test.h"
#include "record-maker.h"

static ClinicRecord *
make_patient (const char *file_number)
{
  return g_object_new (CLINIC_TYPE_PATIENT, "file-number", file_number, "family-name", "Moreau",
                       NULL);
}

static void
test_taken_value_names_its_field (ClinicDb *db)
{
  ClinicChange change = maker_change (db);
  g_autoptr(ClinicRecord) first = make_patient ("A-17");
  g_autoptr(ClinicRecord) second = make_patient ("A-17");
  g_autoptr(GError) error = NULL;

  maker_begin (db);
  maker_save (&change, first);
  maker_commit (db);

  maker_begin (db);
  g_assert_false (clinic_store_save (&change, second, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==,
                   "File number: “A-17” is already in use. Please choose another.");
  g_assert_cmpint (clinic_record_get_id (second), ==, 0);
  clinic_db_rollback (db);
}

static void
test_taken_pair_names_the_type (ClinicDb *db)
{
  ClinicChange change = maker_change (db);
  GType type = g_type_from_name ("ClinicContraindication");
  g_autoptr(ClinicRecord) first = NULL;
  g_autoptr(ClinicRecord) second = NULL;
  g_autoptr(GError) error = NULL;

  maker_begin (db);
  first = maker_make (&change, type, FALSE);
  second = clinic_record_copy (first);
  maker_save (&change, first);
  g_assert_false (clinic_store_save (&change, second, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, "Contraindication: "));
  clinic_db_rollback (db);
}

static void
test_link_to_nothing_is_refused (ClinicDb *db)
{
  ClinicChange change = maker_change (db);
  g_autoptr(ClinicRecord) measurement = NULL;
  g_autoptr(GError) error = NULL;

  maker_begin (db);
  measurement = maker_make (&change, CLINIC_TYPE_MEASUREMENT, FALSE);
  g_object_set (measurement, "metric-id", G_GINT64_CONSTANT (4711), NULL);

  g_assert_false (clinic_store_save (&change, measurement, &error) &&
                  clinic_db_commit (db, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  clinic_db_rollback (db);
}

static void
test_given_id_is_kept (ClinicDb *db)
{
  ClinicChange change = maker_change (db);
  g_autoptr(ClinicRecord) patient = make_patient ("1");

  clinic_record_set_id (patient, 4711);
  maker_begin (db);
  maker_save (&change, patient);
  g_assert_cmpint (clinic_record_get_id (patient), ==, 4711);
  g_assert_cmpint (clinic_record_get_version (patient), ==, 1);
  clinic_db_rollback (db);
}

static void
test_removed_meanwhile_is_a_conflict (ClinicDb *db)
{
  ClinicChange change = maker_change (db);
  g_autoptr(ClinicRecord) patient = make_patient ("1");
  g_autoptr(ClinicRecord) theirs = NULL;
  g_autoptr(GError) error = NULL;

  maker_begin (db);
  maker_save (&change, patient);
  theirs = clinic_record_copy (patient);
  clinic_store_remove (&change, patient, &error);
  g_assert_no_error (error);

  g_object_set (theirs, "phone", "1", NULL);
  g_assert_false (clinic_store_save (&change, theirs, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (clinic_store_remove (&change, theirs, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT);
  clinic_db_rollback (db);
}

static void
test_audit_knows_whose_record_it_is (ClinicDb *db)
{
  ClinicChange change = maker_change (db);
  g_autoptr(ClinicRecord) injection = NULL;
  g_autoptr(ClinicRecord) patient = make_patient ("1");

  maker_begin (db);
  maker_save (&change, patient);
  g_assert_cmpint (maker_count (db, "audit WHERE patient_id = entity_id AND entity = 'patient'"),
                   ==, 1);

  injection = maker_make (&change, CLINIC_TYPE_INJECTION, FALSE);
  change.patient = clinic_record_get_id (patient);
  maker_save (&change, injection);
  g_assert_cmpint (maker_count (db,
                                "audit WHERE entity = 'injection' AND patient_id IN (SELECT id "
                                "FROM patient "
                                "WHERE file_number = '1')"), ==, 1);
  g_assert_cmpint (maker_count (db, "audit WHERE entity = 'staff' AND patient_id IS NOT NULL"), ==,
                   0);
  clinic_db_rollback (db);
}

static void
test_finding_by_text_and_by_link (ClinicDb *db)
{
  ClinicChange change = maker_change (db);
  g_autoptr(ClinicRecord) setting = g_object_new (CLINIC_TYPE_SETTING, "key", "locale", "value",
                                                  "de_AT", NULL);
  g_autoptr(ClinicRecord) found = NULL;
  g_autoptr(ClinicRecord) none = NULL;
  g_autoptr(ClinicRecord) injection = NULL;
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GError) error = NULL;

  maker_begin (db);
  maker_save (&change, setting);
  found = clinic_store_find_by (db, CLINIC_TYPE_SETTING, "key", "locale", &error);
  g_assert_no_error (error);
  g_assert_true (clinic_record_equal (setting, found));

  none = clinic_store_find_by (db, CLINIC_TYPE_SETTING, "key", "none", &error);
  g_assert_no_error (error);
  g_assert_null (none);

  injection = maker_make (&change, CLINIC_TYPE_INJECTION, FALSE);
  maker_save (&change, injection);
  list = clinic_store_list_by (db, CLINIC_TYPE_INJECTION, "session_id",
                               CLINIC_INJECTION (injection)->session_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 1);
  clinic_db_rollback (db);
}

static gboolean
count_record (ClinicRecord  *record,
              gpointer       user_data,
              GError       **error)
{
  guint *n_left = user_data;

  if (--*n_left > 0)
    return TRUE;

  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, "enough");

  return FALSE;
}

static void
test_walk_stops_when_told (ClinicDb *db)
{
  ClinicChange change = maker_change (db);
  g_autoptr(GError) error = NULL;
  guint n_left = 2;

  maker_begin (db);

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autoptr(ClinicRecord) patient = make_patient (number);

      maker_save (&change, patient);
    }

  maker_commit (db);

  g_assert_false (clinic_store_each (db, CLINIC_TYPE_PATIENT, count_record, &n_left, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_assert_cmpuint (n_left, ==, 0);
  g_clear_error (&error);

  n_left = 10;
  g_assert_true (clinic_store_each (db, CLINIC_TYPE_PATIENT, count_record, &n_left, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_left, ==, 5);
}

static void
test_bulk_writes_without_trail_and_again (ClinicDb *db)
{
  g_autoptr(ClinicRecord) patient = make_patient ("1");
  g_autoptr(ClinicRecord) stale = NULL;
  g_autoptr(GError) error = NULL;

  maker_begin (db);
  clinic_store_insert_bulk (db, patient, "2026-11-21", &error);
  g_assert_no_error (error);
  stale = clinic_record_copy (patient);

  g_object_set (patient, "phone", "123", NULL);
  clinic_store_insert_bulk (db, patient, "2026-11-21", &error);
  g_assert_no_error (error);
  g_assert_cmpint (clinic_record_get_version (patient), ==, 2);
  g_assert_cmpint (maker_count (db, "audit"), ==, 0);

  g_assert_false (clinic_store_insert_bulk (db, stale, "2026-11-21", &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT);
  clinic_db_rollback (db);
}

/* What check () of the types says: type, then field and value pairs, then how the message
 * begins. */
typedef struct
{
  const char *type;
  const char *sets[3][2];
  const char *message;
} Misfit;

static const Misfit misfits[] = {
  { "ClinicPatient", { { "birth_date", "2026-11-22" } }, "Date of birth: " },
  { "ClinicPatient", { { "died_on", "2027-01-01" } }, "Died on: " },
  { "ClinicPatient", { { "birth_date", "1990-01-02" }, { "died_on", "1990-01-01" } }, "Died on: " },
  { "ClinicSession", { { "starts", "2026-11-21T09:30" }, { "ends", "2026-11-21T09:30" } },
    "Ends: " },
  { "ClinicSession", { { "starts", "2026-11-21T09:30" }, { "ends", "2026-11-21T17:31" } },
    "Ends: " },
  { "ClinicSession", { { "signed_at", "2026-11-21T10:00:00.000Z" } }, "Signed at: " },
  { "ClinicStaff", { { "roles", "nurse" } }, "Roles: " },
  { "ClinicStaff", { { "roles", "owner owner" } }, "Roles: " },
  { "ClinicStaff", { { "roles", "owner,manager" } }, "Roles: " },
  { "ClinicAllergy", { { "ingredient_id", NULL } }, "Ingredient: " },
  { "ClinicAllergy", { { "allergen_group_id", "5" } }, "Ingredient: " },
  { "ClinicAllergy", { { "noted_on", "2026-11-22" } }, "Noted on: " },
  { "ClinicAllergy", { { "noted_on", "2024-01-02" }, { "ended_on", "2024-01-01" } },
    "No longer so since: " },
  { "ClinicCondition", { { "since", "2026-11-22" } }, "Since: " },
  { "ClinicCondition", { { "since", "2026-01-02" }, { "until", "2026-01-01" } }, "Until: " },
  { "ClinicDiagnosis", { { "made_on", "2026-11-22" } }, "Made on: " },
  { "ClinicCourse", { { "started_on", "2026-01-02" }, { "ended_on", "2026-01-01" } },
    "Ended on: " },
  { "ClinicPhase", { { "min_days", "15" } }, "Days between sessions: " },
  { "ClinicPhase", { { "max_days", "13" } }, "Days between sessions: " },
  { "ClinicMeasurement", { { "taken_on", NULL } }, "Taken on: " },
  { "ClinicMeasurement", { { "taken_on", "2026-11-22" } }, "Taken on: " },
  { "ClinicReaction", { { "cleared", "2024-05-31T09:29" } }, "Cleared: " },
  { "ClinicReaction", { { "onset", "2026-11-22T09:29" } }, "Onset: " },
  { "ClinicLot", { { "ingredient_id", NULL } }, "Ingredient: " },
  { "ClinicLot", { { "gtin", "04006381333932" } }, "GTIN: " },
  { "ClinicLot", { { "gtin", "4006381333" } }, "GTIN: " },
  { "ClinicLot", { { "received_on", "2024-01-02" }, { "opened_on", "2024-01-01" } },
    "Opened on: " },
  { "ClinicClinic", { { "zone", "Middle/Earth" } }, "Time zone: " },
  { "ClinicCocktailVersion", { { "made_on", "2026-11-22" } }, "Made on: " },
  { "ClinicComponent", { { "strength", "1.5" } }, "Strength: " },
  { "ClinicMetric", { { "low", "2" }, { "high", "1" } }, "Highest possible: " },
};

static void
test_fields_that_do_not_fit_are_refused (ClinicDb *db)
{
  ClinicChange change = maker_change (db);

  for (guint i = 0; i < G_N_ELEMENTS (misfits); i++)
    {
      const Misfit *misfit = &misfits[i];
      g_autoptr(ClinicRecord) record = NULL;
      g_autoptr(GError) error = NULL;

      maker_begin (db);
      record = maker_make (&change, g_type_from_name (misfit->type), FALSE);
      g_assert_true (clinic_record_validate (record, change.today, NULL));

      for (guint j = 0; j < G_N_ELEMENTS (misfit->sets) && misfit->sets[j][0] != NULL; j++)
        maker_set (record, misfit->sets[j][0], misfit->sets[j][1]);

      g_assert_false (clinic_store_save (&change, record, &error));
      g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);

      if (!g_str_has_prefix (error->message, misfit->message))
        g_error ("%s: %s", misfit->type, error->message);

      clinic_db_rollback (db);
    }
}

static void
test_values_that_are_none_are_refused (ClinicDb *db)
{
  static const struct
  {
    const char *field;
    const char *value;
  } cases[] = {
    { "birth_date", "31.05.1984" }, { "birth_date", "1984-02-30" }, { "sex", "female" },
    { "merged_into", "12x" }, { "merged_into", "1.5" }, { "merged_into", "99999999999999999999" },
  };
  g_autoptr(ClinicRecord) patient = make_patient ("1");
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (patient);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ClinicField *field = clinic_record_class_find_field (klass, cases[i].field);
      g_autoptr(GError) error = NULL;

      g_assert_false (clinic_record_take_value (patient, field, cases[i].value, &error));
      g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, field->label));
    }
}

static void
test_texts_of_lines_may_have_lines_and_names_none (ClinicDb *db)
{
  g_autoptr(ClinicRecord) patient = make_patient ("1");

  maker_set (patient, "notes", "first\n\tsecond");
  g_assert_true (clinic_record_validate (patient, "2026-11-21", NULL));

  maker_set (patient, "given_name", "first\nsecond");
  g_assert_false (clinic_record_validate (patient, "2026-11-21", NULL));

  /* U+0085, a control character in two bytes; ą and € have the same bytes elsewhere. */
  maker_set (patient, "given_name", "a\xc2\x85");
  g_assert_false (clinic_record_validate (patient, "2026-11-21", NULL));
  maker_set (patient, "given_name", "Ąą €");
  g_assert_true (clinic_record_validate (patient, "2026-11-21", NULL));
}

static void
test_length_counts_characters (ClinicDb *db)
{
  g_autoptr(GString) name = g_string_new (NULL);
  g_autoptr(ClinicRecord) patient = make_patient ("1");

  for (guint i = 0; i < 120; i++)
    g_string_append (name, "Ş");

  maker_set (patient, "family_name", name->str);
  g_assert_true (clinic_record_validate (patient, "2026-11-21", NULL));

  g_string_append (name, "Ş");
  maker_set (patient, "family_name", name->str);
  g_assert_false (clinic_record_validate (patient, "2026-11-21", NULL));
}

static void
test_choice_labels (ClinicDb *db)
{
  g_assert_cmpstr (clinic_choice_label (clinic_sexes, "F"), ==, "Female");
  g_assert_cmpstr (clinic_choice_label (clinic_sexes, "f"), ==, "f");
  g_assert_null (clinic_choice_find (clinic_sexes, NULL));
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  /* Registers all of them: the tables below name types. */
  clinic_record_types ();
  clinic_test_add ("/store/taken-value-names-its-field", test_taken_value_names_its_field);
  clinic_test_add ("/store/taken-pair-names-the-type", test_taken_pair_names_the_type);
  clinic_test_add ("/store/link-to-nothing-is-refused", test_link_to_nothing_is_refused);
  clinic_test_add ("/store/given-id-is-kept", test_given_id_is_kept);
  clinic_test_add ("/store/removed-meanwhile-is-a-conflict", test_removed_meanwhile_is_a_conflict);
  clinic_test_add ("/store/audit-knows-whose-record-it-is", test_audit_knows_whose_record_it_is);
  clinic_test_add ("/store/finding-by-text-and-by-link", test_finding_by_text_and_by_link);
  clinic_test_add ("/store/walk-stops-when-told", test_walk_stops_when_told);
  clinic_test_add ("/store/bulk-writes-without-trail-and-again",
                   test_bulk_writes_without_trail_and_again);
  clinic_test_add ("/store/fields-that-do-not-fit-are-refused",
                   test_fields_that_do_not_fit_are_refused);
  clinic_test_add ("/store/values-that-are-none-are-refused",
                   test_values_that_are_none_are_refused);
  clinic_test_add ("/store/lines-where-lines-may-be",
                   test_texts_of_lines_may_have_lines_and_names_none);
  clinic_test_add ("/store/length-counts-characters", test_length_counts_characters);
  clinic_test_add ("/store/choice-labels", test_choice_labels);

  return g_test_run ();
}
