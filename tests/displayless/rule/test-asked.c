/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the rules say to what was answered before a treatment, and to what was not. */

#include "config.h"

#include "clinic-allergy.h"
#include "clinic-contraindication.h"
#include "clinic-pregnancy-status.h"
#include "treatment-world.h"

static void
make_woman (World *world)
{
  world_run_sql (world->db, "UPDATE patient SET sex = 'F'");
}

static void
answer_pregnancy (World      *world,
                  const char *asked_on,
                  const char *answer)
{
  world_put (world->db,
             g_object_new (CLINIC_TYPE_PREGNANCY_STATUS, "patient-id", world->patient, "asked-on", asked_on,
                           "answer", answer, "staff-id", world->staff, NULL));
}

/* What nobody asked is not "no": it is said, once for the treatment and once for what must not be given in pregnancy. */
static void
test_pregnancy_nobody_asked_is_told (ClinicDb *db)
{
  World world = { 0 };

  world_init (&world, db);
  make_woman (&world);
  world_assert_found (&world, "warn:pregnancy-ingredient warn:pregnancy-unknown");
  world_assert_said (&world, "pregnancy-unknown", "Nobody has asked whether she is pregnant.");
  world_assert_said (&world, "pregnancy-ingredient",
                     "Dutasteride must not be given in pregnancy (Labels), and whether she is pregnant is not known.");

  answer_pregnancy (&world, "2026-08-23", "no");
  world_assert_found (&world, "");
  world_clear (&world);
}

static void
test_old_answer_to_pregnancy_is_told (ClinicDb *db)
{
  World world = { 0 };

  world_init (&world, db);
  make_woman (&world);
  answer_pregnancy (&world, "2026-08-22", "no");
  world_assert_found (&world, "warn:pregnancy-stale");
  world_assert_said (&world, "pregnancy-stale",
                     "Whether she is pregnant was last asked on 22 Aug 2026, 91 days before: ask again.");
  answer_pregnancy (&world, "2026-11-20", "unsure");
  world_assert_found (&world, "warn:pregnancy-ingredient warn:pregnancy-unsure");
  world_clear (&world);
}

/* An answer counts against an ingredient as the same condition on record does, and once. */
static void
test_answered_pregnancy_bears_on_an_ingredient (ClinicDb *db)
{
  World world = { 0 };

  world_init (&world, db);
  make_woman (&world);
  answer_pregnancy (&world, "2026-11-21", "yes");
  world_assert_found (&world, "stop:contraindication stop:pregnancy");
  world_assert_said (&world, "contraindication", "Dutasteride and Pregnancy: contraindicated (Labels).");
  world_put (db,
             g_object_new (CLINIC_TYPE_CONDITION, "patient-id", world.patient, "condition-kind-id",
                           world.pregnancy, "since", "2026-11-21", NULL));
  world_assert_found (&world, "stop:condition stop:contraindication stop:pregnancy");
  world_clear (&world);
}

/* What women who may become pregnant must not have, pregnant women must not have. */
static void
test_pregnancy_includes_childbearing (ClinicDb *db)
{
  World world = { 0 };
  gint64 kind;

  world_init (&world, db);
  make_woman (&world);
  kind = world_put (db, g_object_new (CLINIC_TYPE_CONDITION_KIND, "code", "childbearing_potential", "name",
                                      "May become pregnant", "bearing", "note", NULL));
  world_put (db, g_object_new (CLINIC_TYPE_CONTRAINDICATION, "ingredient-id", world.biotin, "condition-kind-id", kind,
                               "severity", "stop", "source", "Labels", NULL));
  world_assert_found (&world, "warn:pregnancy-ingredient warn:pregnancy-ingredient warn:pregnancy-unknown");
  answer_pregnancy (&world, "2026-11-21", "yes");
  world_assert_found (&world, "stop:contraindication stop:contraindication stop:pregnancy");
  world_clear (&world);
}

/* As at the desk: of men, of children and after 60 nobody asks. */
static void
test_pregnancy_concerns_some (ClinicDb *db)
{
  static const struct { const char *born; gboolean asked; } cases[] = {
    { "2016-11-22", FALSE }, { "2016-11-21", TRUE }, { "1966-11-21", TRUE }, { "1965-11-21", FALSE },
  };
  World world = { 0 };

  world_init (&world, db);
  make_woman (&world);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE patient SET birth_date = '%s'", cases[i].born);

      world_run_sql (db, sql);
      world_assert_found (&world, cases[i].asked ? "warn:pregnancy-ingredient warn:pregnancy-unknown" : "");
    }

  world_run_sql (db, "UPDATE patient SET birth_date = NULL, sex = NULL");
  world_assert_found (&world, "warn:pregnancy-ingredient warn:pregnancy-unknown");
  world_run_sql (db, "UPDATE patient SET sex = 'M'");
  world_assert_found (&world, "");
  world_clear (&world);
}

/* All three lists are told: what is, what nobody is sure of, and what nobody asked. */
static void
test_answers_on_arriving_are_told (ClinicDb *db)
{
  World world = { 0 };

  world_init (&world, db);
  world_check_in (&world, "yes", "yes", "yes");
  world_assert_found (&world, "warn:check-in-inflammation note:check-in-hair-colour note:check-in-medicine");
  world_check_in (&world, "yes", "unsure", NULL);
  world_assert_found (&world, "note:check-in-medicine note:check-in-unasked note:check-in-unsure");
  world_assert_said (&world, "check-in-unsure", "On arriving nobody was sure of: inflammation of the scalp (see there).");
  world_assert_said (&world, "check-in-unasked", "On arriving this was not asked: hair coloured.");
  world_run_sql (db, "DELETE FROM check_in");
  world_assert_found (&world, "note:check-in-unasked");
  world_assert_said (&world, "check-in-unasked",
                     "On arriving this was not asked: a new medicine, inflammation of the scalp, hair coloured.");
  world_clear (&world);
}

/* An empty list that nobody asked about is told; what is on the list was asked about. */
static void
test_allergies_nobody_asked_are_told (ClinicDb *db)
{
  World world = { 0 };

  world_init (&world, db);
  world_run_sql (db, "UPDATE allergy_status SET asked_on = '2026-11-22'");
  world_assert_found (&world, "note:allergy-unknown");
  world_run_sql (db, "UPDATE allergy_status SET asked_on = '2026-11-20', answer = 'unsure'");
  world_assert_found (&world, "warn:allergy-unsure");
  world_assert_said (&world, "allergy-unsure",
                     "There may be an allergy that is not on the list, as answered on 20 Nov 2026.");
  world_run_sql (db, "UPDATE allergy_status SET answer = 'listed'");
  world_assert_found (&world, "note:allergy-unknown");
  world_run_sql (db, "DELETE FROM allergy_status");
  world_put (db, g_object_new (CLINIC_TYPE_ALLERGY, "patient-id", world.patient, "allergen-group-id", world.ester, NULL));
  world_assert_found (&world, "stop:allergy-group");
  world_clear (&world);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("/asked/pregnancy-nobody-asked", test_pregnancy_nobody_asked_is_told);
  clinic_test_add ("/asked/pregnancy-old-answer", test_old_answer_to_pregnancy_is_told);
  clinic_test_add ("/asked/pregnancy-answered", test_answered_pregnancy_bears_on_an_ingredient);
  clinic_test_add ("/asked/pregnancy-includes-childbearing", test_pregnancy_includes_childbearing);
  clinic_test_add ("/asked/pregnancy-concerns-some", test_pregnancy_concerns_some);
  clinic_test_add ("/asked/answers-on-arriving", test_answers_on_arriving_are_told);
  clinic_test_add ("/asked/allergies-nobody-asked", test_allergies_nobody_asked_are_told);

  return g_test_run ();
}
