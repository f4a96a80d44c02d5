/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-cocktail-version.h"
#include "clinic-formulary.h"
#include "clinic-history.h"
#include "clinic-setting.h"
#include "clinic-setup.h"
#include "clinic-test.h"
#include "command-fixture.h"

static void
test_second_clinic_is_refused (ClinicDb *db)
{
  const ClinicSetup setup = { .clinic_name = "Another", .zone = "Europe/Vienna",
                              .owner_name = "Otto Owner" };
  CommandFixture fixture = { 0 };
  g_autoptr(GError) error = NULL;

  command_fixture_init (&fixture, db);
  g_assert_cmpint (clinic_setup_create (db, &setup, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM clinic"), ==, 1);
  command_fixture_clear (&fixture);
}

static void
test_bad_setup_leaves_nothing (ClinicDb *db)
{
  const ClinicSetup setups[] = {
    { .clinic_name = "Clinic", .zone = "Europe/Viena", .owner_name = "Olga" },
    { .clinic_name = "Clinic", .zone = NULL, .owner_name = "Olga" },
    /* Files that lie beside the zones, or anywhere. */
    { .clinic_name = "Clinic", .zone = "zone.tab", .owner_name = "Olga" },
    { .clinic_name = "Clinic", .zone = "../../../etc/passwd", .owner_name = "Olga" },
    { .clinic_name = "Clinic", .zone = "Europe", .owner_name = "Olga" },
    { .clinic_name = NULL, .zone = "Europe/Vienna", .owner_name = "Olga" },
    { .clinic_name = "Clinic", .zone = "Europe/Vienna", .owner_name = NULL },
    { .clinic_name = "Clinic", .zone = "Europe/Vienna", .owner_name = "Olga",
      .owner_roles = "practitioner" },
    { .clinic_name = "Clinic", .zone = "Europe/Vienna", .owner_name = "Olga",
      .owner_roles = "boss" },
    { .clinic_name = "Clinic", .zone = "Europe/Vienna", .owner_name = "Olga", .hours = "always" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (setups); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%u", i);
      g_assert_cmpint (clinic_setup_create (db, &setups[i], &error), ==, 0);
      g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
    }

  g_assert_cmpint (command_count (db,
                                  "SELECT (SELECT COUNT(*) FROM clinic) + (SELECT COUNT(*) FROM "
                                  "staff) + "
                                  "(SELECT COUNT(*) FROM operation)"), ==, 0);
}

static gboolean
give_roles (ClinicAct   *act,
            gint64       staff,
            const char  *roles,
            GError     **error)
{
  g_autoptr(ClinicRecord) record = clinic_store_find (act->db, CLINIC_TYPE_STAFF, staff, NULL);

  g_object_set (record, "roles", roles, NULL);

  return clinic_staff_save (act, CLINIC_STAFF (record), error) != 0;
}

static void
test_nobody_gives_themselves_rights (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicAct) manager = NULL;
  g_autoptr(ClinicAct) owner = NULL;
  g_autoptr(GError) error = NULL;

  command_fixture_init (&fixture, db);
  manager = clinic_act_new (db, fixture.manager);
  owner = clinic_act_new (db, fixture.owner);

  g_assert_false (give_roles (manager, fixture.manager, "manager practitioner", &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_false (give_roles (manager, fixture.receptionist, "receptionist owner", &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_false (give_roles (manager, fixture.owner, "receptionist", &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DENIED);
  g_clear_error (&error);

  g_assert_true (give_roles (manager, fixture.receptionist, "receptionist practitioner", &error));
  g_assert_no_error (error);

  g_assert_false (give_roles (owner, fixture.owner, "practitioner", &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (give_roles (owner, fixture.manager, "manager owner", &error));
  g_assert_true (give_roles (owner, fixture.owner, "practitioner", &error));
  g_assert_no_error (error);
  command_fixture_clear (&fixture);
}

static void
test_setting_is_kept_once (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicAct) manager = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicRecord) setting = NULL;

  command_fixture_init (&fixture, db);
  manager = clinic_act_new (db, fixture.manager);
  g_assert_true (clinic_setting_save (manager, "test.key", "one", &error));
  g_assert_true (clinic_setting_save (manager, "test.key", "two", &error));
  g_assert_no_error (error);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM setting WHERE key = 'test.key'"), ==,
                   1);
  setting = clinic_store_find_by (db, CLINIC_TYPE_SETTING, "key", "test.key", &error);
  g_assert_cmpstr (CLINIC_SETTING (setting)->value, ==, "two");
  command_fixture_clear (&fixture);
}

static void
test_rule_is_not_set_to_nonsense (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicAct) manager = NULL;
  g_autoptr(GError) error = NULL;

  command_fixture_init (&fixture, db);
  manager = clinic_act_new (db, fixture.manager);
  g_assert_true (clinic_setting_save (manager, "rule.condition.severity", "off", &error));
  g_assert_no_error (error);
  g_assert_false (clinic_setting_save (manager, "rule.depth-deep.severity", "shout", &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_assert_cmpint (command_count (db,
                                  "SELECT COUNT(*) FROM setting WHERE key = "
                                  "'rule.depth-deep.severity'"), ==, 0);
  command_fixture_clear (&fixture);
}

static void
test_ended_allergy_needs_a_reason (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicAct) act = NULL;
  g_autoptr(ClinicAllergy) allergy = clinic_allergy_new ();
  g_autoptr(ClinicRecord) ended = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  command_fixture_init (&fixture, db);
  act = clinic_act_new (db, fixture.practitioner);
  g_object_set (allergy, "patient-id", fixture.patient, "ingredient-id", fixture.ingredient, NULL);
  id = clinic_allergy_save (act, allergy, &error);
  g_assert_no_error (error);

  g_object_set (allergy, "ended-on", "2026-11-21", NULL);
  g_assert_cmpint (clinic_allergy_save (act, allergy, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (clinic_allergy_end (act, id, NULL, " ", &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_true (clinic_allergy_end (act, id, NULL, "Tested negative", &error));
  g_assert_no_error (error);
  ended = clinic_store_find (db, CLINIC_TYPE_ALLERGY, id, &error);
  g_assert_cmpstr (CLINIC_ALLERGY (ended)->ended_on, ==, "2026-11-21");
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM audit WHERE entity = 'allergy' "
                                  "AND reason = 'Tested negative'"), ==, 1);
  command_fixture_clear (&fixture);
}

static ClinicComponent *
make_component (gint64      ingredient,
                gint64      volume,
                gint64      strength,
                const char *unit)
{
  ClinicComponent *component = clinic_component_new ();

  g_object_set (component, "ingredient-id", ingredient, "volume", volume, "strength", strength,
                "strength-unit", unit, NULL);

  return component;
}

static void
test_new_composition_is_a_new_version (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicAct) act = NULL;
  g_autoptr(ClinicCocktail) cocktail = clinic_cocktail_new ();
  g_autoptr(GPtrArray) components = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) versions = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  command_fixture_init (&fixture, db);
  act = clinic_act_new (db, fixture.manager);
  g_object_set (cocktail, "name", "Test mixture", NULL);

  g_assert_cmpint (clinic_cocktail_create (act, cocktail, components, NULL, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);

  g_ptr_array_add (components, make_component (fixture.ingredient, 2000, 5000, "percent"));
  g_ptr_array_add (components, make_component (fixture.ingredient, 1000, CLINIC_UNKNOWN, NULL));
  g_assert_cmpint (clinic_cocktail_create (act, cocktail, components, NULL, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);

  g_object_set (components->pdata[1], "ingredient-id", fixture.other_ingredient, NULL);
  id = clinic_cocktail_create (act, cocktail, components, "First", &error);
  g_assert_no_error (error);

  g_object_set (components->pdata[0], "volume", (gint64) 3000, NULL);
  g_assert_cmpint (clinic_cocktail_revise (act, id, components, "Stronger", &error), !=, 0);
  g_assert_no_error (error);

  versions = clinic_store_list_by (db, CLINIC_TYPE_COCKTAIL_VERSION, "cocktail_id", id, &error);
  g_assert_cmpuint (versions->len, ==, 2);
  g_assert_cmpint (((ClinicCocktailVersion *) versions->pdata[1])->number, ==, 2);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM component c JOIN cocktail_version v "
                                  "ON v.id = c.cocktail_version_id JOIN cocktail k ON k.id = "
                                  "v.cocktail_id "
                                  "WHERE k.name = 'Test mixture'"), ==, 4);
  command_fixture_clear (&fixture);
}

static void
test_life_of_a_lot (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicAct) act = NULL;
  g_autoptr(ClinicLot) lot = clinic_lot_new ();
  g_autoptr(ClinicRecord) stored = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  command_fixture_init (&fixture, db);
  act = clinic_act_new (db, fixture.practitioner);
  g_object_set (lot, "product", "Test product", "ingredient-id", fixture.ingredient, "number", "L1",
                "quantity", (gint64) 10000, NULL);
  id = clinic_lot_receive (act, lot, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (lot->received_on, ==, "2026-11-21");

  g_assert_true (clinic_lot_open (act, id, NULL, &error));
  g_assert_false (clinic_lot_open (act, id, NULL, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_false (clinic_lot_quarantine (act, id, TRUE, NULL, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (clinic_lot_quarantine (act, id, TRUE, "Cloudy", &error));
  g_assert_no_error (error);

  stored = clinic_store_find (db, CLINIC_TYPE_LOT, id, &error);
  g_assert_true (CLINIC_LOT (stored)->quarantined);
  g_assert_cmpstr (CLINIC_LOT (stored)->quarantine_reason, ==, "Cloudy");

  g_object_set (stored, "number", "L2", NULL);
  g_assert_false (clinic_lot_correct (act, CLINIC_LOT (stored), NULL, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (clinic_lot_correct (act, CLINIC_LOT (stored), "Misread", &error));
  g_assert_no_error (error);
  command_fixture_clear (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("command/setup/second-clinic", test_second_clinic_is_refused);
  clinic_test_add ("command/setup/bad", test_bad_setup_leaves_nothing);
  clinic_test_add ("command/setup/rights", test_nobody_gives_themselves_rights);
  clinic_test_add ("command/setup/setting", test_setting_is_kept_once);
  clinic_test_add ("command/setup/rule", test_rule_is_not_set_to_nonsense);
  clinic_test_add ("command/history/allergy-ends", test_ended_allergy_needs_a_reason);
  clinic_test_add ("command/formulary/versions", test_new_composition_is_a_new_version);
  clinic_test_add ("command/formulary/lot", test_life_of_a_lot);

  return g_test_run ();
}
