/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the rules say to a treatment gathered from a clinic. */

#include "config.h"

#include "clinic-component.h"
#include "clinic-draw.h"
#include "clinic-measurement.h"
#include "clinic-metric.h"
#include "clinic-principal-least.h"
#include "clinic-reaction-kind.h"
#include "clinic-reaction-suspect.h"
#include "clinic-reaction.h"
#include "clinic-setting.h"
#include "treatment-world.h"

static void
test_harmless_treatment_has_no_findings (ClinicDb *db)
{
  World world = { 0 };

  world_init (&world, db);
  world_assert_found (&world, "");
  world_clear (&world);
}

static void
test_allergies_are_found (ClinicDb *db)
{
  World world = { 0 };

  world_init (&world, db);
  world_put (db,
             g_object_new (CLINIC_TYPE_ALLERGY, "patient-id", world.patient, "allergen-group-id",
                           world.ester,
                           "noted-on", "2024-05-31", "severity", "severe", NULL));
  world_assert_found (&world, "stop:allergy-group");
  world_assert_said (&world, "allergy-group",
                     "Procaine belongs to ester anaesthetics; allergy noted 31 May 2024: Severe");

  world_put (db,
             g_object_new (CLINIC_TYPE_ALLERGY, "patient-id", world.patient, "ingredient-id",
                           world.biotin, NULL));
  world_assert_found (&world, "stop:allergy-group stop:allergy-ingredient");
  world_assert_said (&world, "allergy-ingredient", "The patient is allergic to Biotin.");
  world_clear (&world);
}

static void
test_ended_allergy_is_none (ClinicDb *db)
{
  World world = { 0 };

  world_init (&world, db);
  world_put (db,
             g_object_new (CLINIC_TYPE_ALLERGY, "patient-id", world.patient, "ingredient-id",
                           world.biotin,
                           "noted-on", "2024-05-31", "ended-on", "2026-11-21", NULL));
  world_assert_found (&world, "");
  world_put (db,
             g_object_new (CLINIC_TYPE_ALLERGY, "patient-id", world.patient, "ingredient-id",
                           world.biotin,
                           "noted-on", "2024-05-31", "ended-on", "2026-11-22", NULL));
  world_assert_found (&world, "stop:allergy-ingredient");
  world_clear (&world);
}

static void
test_condition_bears_on_all_and_on_an_ingredient (ClinicDb *db)
{
  World world = { 0 };

  world_init (&world, db);
  world_put (db,
             g_object_new (CLINIC_TYPE_CONDITION, "patient-id", world.patient, "condition-kind-id",
                           world.pregnancy,
                           "since", "2025-01-01", "until", "2025-09-30", NULL));
  world_assert_found (&world, "");
  world_put (db,
             g_object_new (CLINIC_TYPE_CONDITION, "patient-id", world.patient, "condition-kind-id",
                           world.pregnancy,
                           "since", "2026-11-21", NULL));
  world_assert_found (&world, "stop:condition stop:contraindication");
  world_assert_said (&world, "contraindication", "Dutasteride and Pregnancy: contraindicated (Labels).");
  world_clear (&world);
}

static void
test_interval_counts_from_the_last_treatment (ClinicDb *db)
{
  World world = { 0 };

  world_init (&world, db);
  g_object_set (world.session, "phase-id", world.phase, "number", (gint64) 2, NULL);
  world_assert_found (&world, "");

  world_put_session (&world, "2026-11-10T09:00", "2026-11-10T09:30", "done");
  world_put_session (&world, "2026-11-19T09:00", "2026-11-19T09:30", "cancelled");
  world_assert_found (&world, "note:interval-long");

  world_put_session (&world, "2026-11-15T09:00", "2026-11-15T09:30", "done");
  world_assert_found (&world, "");
  world_put_session (&world, "2026-11-16T09:00", "2026-11-16T09:30", "done");
  world_assert_found (&world, "warn:interval-short");
  world_assert_said (&world, "interval-short",
                     "Last treated on 16 Nov 2026, 5 days before; this phase asks for at least 6 days.");
  world_clear (&world);
}

/* A zone that reacted in the twelve months before is told of when it is filled again, with the lots
 * the reaction may come from; another zone is not. */
static void
test_reaction_in_the_zone_is_told (ClinicDb *db)
{
  World world = { 0 };
  gint64 kind;
  gint64 reaction;
  gint64 session;

  world_init (&world, db);
  kind = world_put (db, g_object_new (CLINIC_TYPE_REACTION_KIND, "code", "late_nodules", "name", "Nodules", NULL));
  world_put (db, g_object_new (CLINIC_TYPE_REACTION, "patient-id", world.patient, "reaction-kind-id", kind,
                               "zone", "occipital", "onset", "2026-10-01T09:00", NULL));
  world_put (db, g_object_new (CLINIC_TYPE_REACTION, "patient-id", world.patient, "reaction-kind-id", kind,
                               "zone", "vertex", "onset", "2025-10-01T09:00", NULL));
  world_assert_found (&world, "");
  reaction = world_put (db, g_object_new (CLINIC_TYPE_REACTION, "patient-id", world.patient, "reaction-kind-id", kind,
                                          "zone", "vertex", "onset", "2026-10-01T09:00", "grade", (gint64) 2, NULL));
  session = world_put_session (&world, "2026-09-01T09:00", "2026-09-01T09:30", "done");
  world_put (db, g_object_new (CLINIC_TYPE_REACTION_SUSPECT, "reaction-id", reaction, "session-id", session,
                               "zone", "vertex", "lot-id", world.lot, NULL));
  world_assert_found (&world, "note:reaction-zone");
  world_assert_said (&world, "reaction-zone", "Vertex: Nodules (grade 2) began here on 1 Oct 2026; lots then: Mixture A17.");
  world_clear (&world);
}

static void
test_lots_are_looked_at (ClinicDb *db)
{
  World world = { 0 };
  gint64 foreign;
  gint64 other;

  world_init (&world, db);
  other = world_put_session (&world, "2026-11-01T09:00", "2026-11-01T09:30", "done");
  world_put (db,
             g_object_new (CLINIC_TYPE_DRAW, "session-id", other, "lot-id", world.lot, "volume",
                           (gint64) 8000, NULL));
  world_assert_found (&world, "");
  world_put (db,
             g_object_new (CLINIC_TYPE_DRAW, "session-id", other, "lot-id", world.lot, "volume",
                           (gint64) 1, NULL));
  world_assert_found (&world, "stop:lot-overdrawn");
  world_assert_said (&world, "lot-overdrawn",
                     "Lot A17 of Mixture has 1.999 ml left; 2 ml cannot be taken from it.");

  g_ptr_array_set_size (world.draws, 0);
  world_assert_found (&world, "note:lots-missing");

  foreign = world_put (db, g_object_new (CLINIC_TYPE_LOT, "product", "Lidocaine 1 %", "ingredient-id",
                                         world_put_ingredient (&world, "Lidocaine", "complementary",
                                                               CLINIC_UNKNOWN), "number", "L1",
                                         "expires-on", "2026-11-20", "opened-on", "2026-10-01", "in-use-days", (gint64) 28,
                                         "quarantined", TRUE, NULL));
  g_ptr_array_add (world.draws,
                   g_object_new (CLINIC_TYPE_DRAW, "lot-id", foreign, "volume", (gint64) 1000,
                                 NULL));
  world_assert_found (&world,
                      "stop:lot-expired stop:lot-open-too-long stop:lot-quarantined warn:lot-foreign "
                      "warn:lots-short");
  world_clear (&world);
}

/* An allergy to what is only in a lot counts as well. */
static void
test_ingredient_of_a_lot_counts (ClinicDb *db)
{
  World world = { 0 };
  gint64 lidocaine;
  gint64 lot;

  world_init (&world, db);
  lidocaine = world_put_ingredient (&world, "Lidocaine", "complementary", CLINIC_UNKNOWN);
  lot = world_put (db,
                   g_object_new (CLINIC_TYPE_LOT, "product", "Lidocaine 1 %", "ingredient-id", lidocaine,
                                 "number", "L1",
                                 "expires-on", "2027-11-20", NULL));
  world_put (db,
             g_object_new (CLINIC_TYPE_ALLERGY, "patient-id", world.patient, "ingredient-id", lidocaine,
                           NULL));
  world_assert_found (&world, "");
  g_ptr_array_add (world.draws,
                   g_object_new (CLINIC_TYPE_DRAW, "lot-id", lot, "volume", (gint64) 1000, NULL));
  world_assert_found (&world, "stop:allergy-ingredient warn:lot-foreign");
  world_clear (&world);
}

static void
test_doses_and_depths_are_looked_at (ClinicDb *db)
{
  World world = { 0 };
  ClinicInjection *injection;

  world_init (&world, db);
  injection = world.injections->pdata[0];

  /* A third of it is procaine of 1 %: 3.333 mg a ml. */
  g_object_set (injection, "points", (gint64) 1800, "volume-per-point", (gint64) 100, NULL);
  g_object_set (world.draws->pdata[0], "volume", (gint64) 180000, NULL);
  world_assert_found (&world, "stop:lot-overdrawn");
  g_object_set (injection, "points", (gint64) 1801, NULL);
  g_object_set (world.draws->pdata[0], "volume", (gint64) 180100, NULL);
  world_assert_found (&world, "stop:dose-maximum stop:lot-overdrawn");
  world_assert_said (&world, "dose-maximum",
                     "Procaine: 600.333 mg is more than the maximum of 600 mg a session.");

  g_object_set (injection, "points", (gint64) 40, "volume-per-point", (gint64) 50, "depth",
                (gint64) 14000, NULL);
  g_object_set (world.draws->pdata[0], "volume", (gint64) 2000, NULL);
  world_assert_found (&world, "stop:depth-limit");
  g_object_set (injection, "depth", CLINIC_UNKNOWN, NULL);
  world_assert_found (&world, "note:depth-unknown");
  g_object_set (injection, "depth", (gint64) 2000, "cocktail-version-id", CLINIC_UNKNOWN, NULL);
  world_assert_found (&world, "warn:cocktail-unknown");
  world_clear (&world);
}

static void
test_weight_bounds_a_dose (ClinicDb *db)
{
  World world = { 0 };
  gint64 metric;
  gint64 lidocaine;

  world_init (&world, db);
  lidocaine = world_put (db,
                         g_object_new (CLINIC_TYPE_INGREDIENT, "code", "lidocaine", "name", "Lidocaine",
                                       "class", "anaesthetic",
                                       "role", "principal", "max-dose-per-kg", (gint64) 4500, NULL));
  world.cocktail = world_put (db, g_object_new (CLINIC_TYPE_COCKTAIL, "name", "Plain", NULL));
  world.version = world_put (db,
                             g_object_new (CLINIC_TYPE_COCKTAIL_VERSION, "cocktail-id", world.cocktail,
                                           "number", (gint64) 1,
                                           "made-on", "2026-01-01", NULL));
  world_put_component (&world, lidocaine, 1000);
  world_put_component (&world, world.biotin, 500);
  g_ptr_array_set_size (world.draws, 0);
  g_object_set (world.injections->pdata[0], "cocktail-version-id", world.version, "points",
                (gint64) 1260,
                "volume-per-point", (gint64) 50, NULL);
  world_assert_found (&world, "note:lots-missing note:weight-unknown");

  /* 63 ml, half of it of 1 %: 315 mg, what 70 kg may have. */
  metric = world_put (db,
                      g_object_new (CLINIC_TYPE_METRIC, "code", "weight", "name", "Weight", "unit", "kg",
                                    "direction", "none", NULL));
  world_put (db,
             g_object_new (CLINIC_TYPE_MEASUREMENT, "patient-id", world.patient, "metric-id", metric,
                           "value", (gint64) 70000,
                           "taken-on", "2026-11-01", NULL));
  world_assert_found (&world, "note:lots-missing");
  world_put (db,
             g_object_new (CLINIC_TYPE_MEASUREMENT, "patient-id", world.patient, "metric-id", metric,
                           "value", (gint64) 69000,
                           "taken-on", "2026-11-20", NULL));
  world_assert_found (&world, "stop:dose-maximum-weight note:lots-missing");
  world_assert_said (&world, "dose-maximum-weight",
                     "Lidocaine: 315 mg is more than the maximum of 4.5 mg/kg, 310.5 mg for 69 kg.");
  world_clear (&world);
}

/* A cocktail of two components of 1 ml each, of which @ml (in µl) are injected in one zone; no lots. */
static void
inject_two (World      *world,
            gint64      first,
            gint64      first_strength,
            gint64      second,
            gint64      second_strength,
            const char *unit,
            gint64      ml)
{
  static gint64 number = 2;
  const struct { gint64 ingredient, strength; } components[] = { { first, first_strength }, { second, second_strength } };

  world->version = world_put (world->db,
                              g_object_new (CLINIC_TYPE_COCKTAIL_VERSION, "cocktail-id", world->cocktail,
                                            "number", number++, "made-on", "2026-01-01", NULL));

  for (guint i = 0; i < G_N_ELEMENTS (components); i++)
    world_put (world->db,
               g_object_new (CLINIC_TYPE_COMPONENT, "cocktail-version-id", world->version,
                             "ingredient-id", components[i].ingredient, "strength", components[i].strength,
                             "strength-unit", components[i].strength == CLINIC_UNKNOWN ? NULL : i == 0 ? unit : "percent", "volume", (gint64) 1000, NULL));

  g_ptr_array_set_size (world->draws, 0);
  g_object_set (world->injections->pdata[0], "cocktail-version-id", world->version, "points", ml / 100,
                "volume-per-point", (gint64) 100, NULL);
}

static gint64
put_anaesthetic (World      *world,
                 const char *name,
                 gint64      most,
                 gint64      per_kg)
{
  return world_put (world->db,
                    g_object_new (CLINIC_TYPE_INGREDIENT, "code", name, "name", name, "class", "anaesthetic",
                                  "role", "principal", "max-dose", most, "max-dose-per-kg", per_kg, NULL));
}

/* 180 mg of 300 and 180 mg of 500 are 60 and 36 percent; a little more of both is too much together. */
static void
test_anaesthetics_share_one_maximum (ClinicDb *db)
{
  World world = { 0 };
  gint64 plain;
  gint64 adrenaline;

  world_init (&world, db);
  plain = put_anaesthetic (&world, "Lidocaine", 300000, 4500);
  adrenaline = put_anaesthetic (&world, "Lidocaine with adrenaline", 500000, 7000);
  inject_two (&world, plain, 1000, adrenaline, 1000, "percent", 36000);
  world_assert_found (&world, "note:lots-missing note:weight-unknown note:weight-unknown");
  g_object_set (world.injections->pdata[0], "points", (gint64) 390, NULL);
  world_assert_found (&world, "stop:dose-anaesthetics note:lots-missing note:weight-unknown note:weight-unknown");
  world_assert_said (&world, "dose-anaesthetics",
                     "Lidocaine, Lidocaine with adrenaline together: 104 % of their maximum doses; at most 100 % is advised.");
  world_clear (&world);
}

/* Where only the maximum by weight is known, and the strength is not. */
static void
test_an_unknown_dose_is_said_by_weight_too (ClinicDb *db)
{
  World world = { 0 };
  gint64 procaine;

  world_init (&world, db);
  procaine = put_anaesthetic (&world, "Procaine plain", CLINIC_UNKNOWN, 10000);
  inject_two (&world, procaine, CLINIC_UNKNOWN, world.biotin, 500, "percent", 2000);
  world_assert_found (&world, "warn:dose-unknown-weight note:lots-missing");
  world_assert_said (&world, "dose-unknown-weight",
                     "Procaine plain: its strength is not known, so its dose was not checked against the maximum of 10 mg/kg.");
  world_clear (&world);
}

/* 100 units/ml, half of what is injected: 50 units a ml. */
static void
test_units_have_a_maximum (ClinicDb *db)
{
  World world = { 0 };
  gint64 toxin;

  world_init (&world, db);
  toxin = world_put (db, g_object_new (CLINIC_TYPE_INGREDIENT, "code", "toxin", "name", "Toxin", "class", "toxin",
                                       "role", "principal", "max-dose-units", (gint64) 150000, NULL));
  inject_two (&world, toxin, 100000, world.biotin, 500, "unit_ml", 3000);
  world_assert_found (&world, "note:lots-missing");
  g_object_set (world.injections->pdata[0], "points", (gint64) 31, NULL);
  world_assert_found (&world, "stop:dose-maximum-units note:lots-missing");
  world_assert_said (&world, "dose-maximum-units", "Toxin: 155 units are more than the maximum of 150 units a session.");
  inject_two (&world, toxin, CLINIC_UNKNOWN, world.biotin, 500, "unit_ml", 3000);
  world_assert_found (&world, "warn:dose-unknown-units note:lots-missing");
  world_clear (&world);
}

static gint64
put_batch (World      *world,
           gint64      version,
           const char *number)
{
  return world_put (world->db,
                    g_object_new (CLINIC_TYPE_LOT, "product", "Mixture", "cocktail-id", world->cocktail,
                                  "cocktail-version-id", version, "number", number,
                                  "prepared-at", "2026-11-21T08:00", "prepared-by", world->staff,
                                  "usable-until", "2026-11-21T20:00", "expires-on", "2027-01-31", "quantity", (gint64) 10000, NULL));
}

/* What was mixed as one version is not what another is said to hold. */
static void
test_a_batch_is_of_one_version (ClinicDb *db)
{
  World world = { 0 };
  gint64 old;
  gint64 version;

  world_init (&world, db);
  old = world.version;
  version = world_put (db, g_object_new (CLINIC_TYPE_COCKTAIL_VERSION, "cocktail-id", world.cocktail,
                                         "number", (gint64) 2, "made-on", "2026-02-01", NULL));
  g_object_set (world.draws->pdata[0], "lot-id", put_batch (&world, version, "B2"), NULL);
  world_assert_found (&world, "warn:lot-foreign");
  world_assert_said (&world, "lot-foreign", "Lot B2 of Mixture holds Mixture v2, which is in nothing that is injected.");
  g_object_set (world.draws->pdata[0], "lot-id", put_batch (&world, old, "B1"), NULL);
  world_assert_found (&world, "");
  world_clear (&world);
}

static void
test_clinic_changes_a_rule (ClinicDb *db)
{
  World world = { 0 };
  g_autoptr(GError) error = NULL;

  world_init (&world, db);
  world_put (db,
             g_object_new (CLINIC_TYPE_SETTING, "key", "rule.principal-agents.bound.least", "value", "3",
                           NULL));
  world_put (db,
             g_object_new (CLINIC_TYPE_SETTING, "key", "rule.principal-agents.severity", "value", "note",
                           NULL));
  world_put (db, g_object_new (CLINIC_TYPE_SETTING, "key", "rules", "value", "not one of these", NULL));
  world_assert_found (&world, "note:principal-agents");
  g_assert_cmpint (clinic_principal_least (db, &error), ==, 3);

  world_put (db,
             g_object_new (CLINIC_TYPE_SETTING, "key", "rule.principal-agents.colour", "value", "red",
                           NULL));
  g_assert_null (clinic_rule_book_open (db, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  world_clear (&world);
}

/* The same treatment, the same findings, word for word and in the same order. */
static void
test_findings_have_one_order (ClinicDb *db)
{
  World world = { 0 };
  g_autoptr(GPtrArray) first = NULL;
  g_autoptr(GPtrArray) second = NULL;

  world_init (&world, db);
  world_put (db,
             g_object_new (CLINIC_TYPE_ALLERGY, "patient-id", world.patient, "ingredient-id",
                           world.biotin, NULL));
  world_put (db,
             g_object_new (CLINIC_TYPE_CONDITION, "patient-id", world.patient, "condition-kind-id",
                           world.pregnancy, NULL));
  g_object_set (world.injections->pdata[0], "depth", (gint64) 5000, NULL);
  g_ptr_array_set_size (world.draws, 0);
  first = world_evaluate (&world);
  second = world_evaluate (&world);
  g_assert_cmpuint (first->len, ==, 5);
  g_assert_cmpuint (second->len, ==, first->len);

  for (guint i = 0; i < first->len; i++)
    g_assert_true (clinic_record_equal (first->pdata[i], second->pdata[i]));

  g_assert_cmpint (CLINIC_FINDING (first->pdata[0])->session_id, ==,
                   clinic_record_get_id (CLINIC_RECORD (world.session)));
  g_assert_cmpint (CLINIC_FINDING (first->pdata[0])->patient_id, ==, world.patient);
  g_assert_cmpint (CLINIC_FINDING (first->pdata[0])->rule_version, ==, 1);
  world_clear (&world);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("/treatment/harmless-has-no-findings", test_harmless_treatment_has_no_findings);
  clinic_test_add ("/treatment/allergies", test_allergies_are_found);
  clinic_test_add ("/treatment/ended-allergy-is-none", test_ended_allergy_is_none);
  clinic_test_add ("/treatment/condition", test_condition_bears_on_all_and_on_an_ingredient);
  clinic_test_add ("/treatment/interval", test_interval_counts_from_the_last_treatment);
  clinic_test_add ("/treatment/reaction-in-the-zone", test_reaction_in_the_zone_is_told);
  clinic_test_add ("/treatment/lots", test_lots_are_looked_at);
  clinic_test_add ("/treatment/ingredient-of-a-lot-counts", test_ingredient_of_a_lot_counts);
  clinic_test_add ("/treatment/doses-and-depths", test_doses_and_depths_are_looked_at);
  clinic_test_add ("/treatment/weight-bounds-a-dose", test_weight_bounds_a_dose);
  clinic_test_add ("/treatment/anaesthetics", test_anaesthetics_share_one_maximum);
  clinic_test_add ("/treatment/unknown-dose-by-weight", test_an_unknown_dose_is_said_by_weight_too);
  clinic_test_add ("/treatment/units", test_units_have_a_maximum);
  clinic_test_add ("/treatment/batch-of-a-version", test_a_batch_is_of_one_version);
  clinic_test_add ("/treatment/clinic-changes-a-rule", test_clinic_changes_a_rule);
  clinic_test_add ("/treatment/findings-have-one-order", test_findings_have_one_order);

  return g_test_run ();
}
