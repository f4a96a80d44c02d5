/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a patient takes counts as the condition that its substance stands for, and nothing that is taken is passed over. */

#include "config.h"

#include "clinic-check-in.h"
#include "clinic-contraindication.h"
#include "clinic-medicine-look.h"
#include "treatment-world.h"

static gint64
put_kind (World      *world,
          const char *name,
          const char *aliases,
          const char *condition,
          gint64      days_after)
{
  gint64 counts = CLINIC_UNKNOWN;

  if (condition != NULL)
    counts = world_put (world->db, g_object_new (CLINIC_TYPE_CONDITION_KIND, "code", condition, "name", condition, "bearing",
                                                 "stop", NULL));

  return world_put (world->db,
                    g_object_new (CLINIC_TYPE_MEDICINE_KIND, "code", name, "name", name, "aliases", aliases,
                                  "condition-kind-id", counts, "days-after", days_after, "source", "Labels",
                                  "note", condition == NULL ? "PSA falls." : NULL, NULL));
}

static gint64
put_medicine (World      *world,
              const char *name,
              gint64      kind,
              const char *stopped)
{
  return world_put (world->db,
                    g_object_new (CLINIC_TYPE_MEDICINE, "patient-id", world->patient, "name", name, "medicine-kind-id", kind,
                                  "stopped", stopped, "noted-on", "2026-11-21", NULL));
}

static gint64
get_condition (World  *world,
               gint64  kind)
{
  g_autoptr(ClinicRecord) record = clinic_store_find (world->db, CLINIC_TYPE_MEDICINE_KIND, kind, NULL);

  return CLINIC_MEDICINE_KIND (record)->condition_kind_id;
}

static void
test_medicine_counts_as_its_condition (ClinicDb *db)
{
  World world = { 0 };
  gint64 kind;

  world_init (&world, db);
  kind = put_kind (&world, "Anticoagulant", "Rivaroxaban;Xarelto", "Thin blood", CLINIC_UNKNOWN);
  put_medicine (&world, "Xarelto 20", kind, NULL);
  world_assert_found (&world, "stop:medicine");
  world_assert_said (&world, "medicine", "Xarelto 20 counts as “Thin blood” (Labels).");

  world_put (db, g_object_new (CLINIC_TYPE_CONTRAINDICATION, "ingredient-id", world.biotin, "condition-kind-id",
                               get_condition (&world, kind), "severity", "warn", "source", "Notes", NULL));
  put_medicine (&world, "Heparin", kind, NULL);
  world_assert_found (&world, "stop:medicine stop:medicine warn:contraindication");
  world_assert_said (&world, "contraindication", "Biotin and Thin blood: contraindicated (Notes).");

  /* Entered by itself the condition is told once. */
  world_put (db, g_object_new (CLINIC_TYPE_CONDITION, "patient-id", world.patient, "condition-kind-id",
                               get_condition (&world, kind), NULL));
  world_assert_found (&world, "stop:condition warn:contraindication");
  world_clear (&world);
}

/* The day of the session is 21 November. */
static void
test_stopped_medicine_counts_on_for_its_time (ClinicDb *db)
{
  static const struct { gint64 after; const char *stopped; gboolean counts; } cases[] = {
    { CLINIC_UNKNOWN, "2026-11-20", FALSE }, { CLINIC_UNKNOWN, "2026-11-21", TRUE }, { 2, "2026-11-19", TRUE },
    { 2, "2026-11-18", FALSE }, { 365, "2025-11-21", TRUE }, { 365, "2025-11-20", FALSE },
  };
  World world = { 0 };
  gint64 kind;

  world_init (&world, db);
  kind = put_kind (&world, "Acid", NULL, "Acid taken", CLINIC_UNKNOWN);
  put_medicine (&world, "Roaccutane", kind, "2026-11-20");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE medicine SET stopped = '%s'", cases[i].stopped);
      g_autofree char *days = cases[i].after == CLINIC_UNKNOWN
                              ? g_strdup ("UPDATE medicine_kind SET days_after = NULL")
                              : g_strdup_printf ("UPDATE medicine_kind SET days_after = %d", (int) cases[i].after);

      world_run_sql (db, sql);
      world_run_sql (db, days);
      world_assert_found (&world, cases[i].counts ? "stop:medicine" : "");
    }

  world_run_sql (db, "UPDATE medicine SET stopped = NULL, since = '2026-11-22'");
  world_assert_found (&world, "");
  world_clear (&world);
}

static void
test_what_counts_as_nothing_is_noted (ClinicDb *db)
{
  World world = { 0 };

  world_init (&world, db);
  put_medicine (&world, "Propecia", put_kind (&world, "Finasteride", NULL, NULL, CLINIC_UNKNOWN), NULL);
  put_medicine (&world, "Ibuprofen", CLINIC_UNKNOWN, NULL);
  world_assert_found (&world, "note:medicine-known note:medicine-unknown");
  world_assert_said (&world, "medicine-known", "Propecia (Finasteride): PSA falls.");
  world_assert_said (&world, "medicine-unknown",
                     "Ibuprofen is none of the medicines that the clinic knows of. Look whether it bears on the treatment.");
  world_clear (&world);
}

/* "Yes" is answered by the medicine, not by a note. */
static void
test_entered_medicine_answers_the_question (ClinicDb *db)
{
  World world = { 0 };

  world_init (&world, db);
  world_check_in (&world, "yes", "no", "no");
  world_assert_found (&world, "note:check-in-medicine");
  put_medicine (&world, "Ibuprofen", CLINIC_UNKNOWN, NULL);
  world_assert_found (&world, "note:medicine-unknown");
  world_run_sql (db, "UPDATE medicine SET noted_on = '2026-11-20'");
  world_assert_found (&world, "note:check-in-medicine note:medicine-unknown");
  world_clear (&world);
}

/* What somebody writes, what is meant by it, and how many names it may become. */
static const struct
{
  const char *written;
  const char *found;
  guint       n_matches;
} writings[] = {
  { "Xarelto 20 mg", "Anticoagulant", 1 },
  { "rivaroxaban", "Anticoagulant", 1 },
  { "warfarine 5mg", "Anticoagulant", 1 },
  { "Varfarin", "Anticoagulant", 1 },
  { "fish oil capsules", "Supplement", 1 },
  { "fish", NULL, 1 },
  { "oil", NULL, 0 },
  { "r", NULL, 0 },
  { "ri", NULL, 1 },
  { "ASA 100", "Aspirin kind", 1 },
  { "asa", "Aspirin kind", 1 },
  { "asaflow", NULL, 0 },
  { "Aspirin with heparin", NULL, 2 },
  { "ibuprofen", NULL, 0 },
  { "", NULL, 0 },
};

static void
test_names_are_recognised (ClinicDb *db)
{
  World world = { 0 };
  g_autoptr(GPtrArray) kinds = NULL;

  world_init (&world, db);
  put_kind (&world, "Anticoagulant", "Warfarin;Rivaroxaban; Xarelto;Heparin", NULL, CLINIC_UNKNOWN);
  put_kind (&world, "Supplement", "Fish oil", NULL, CLINIC_UNKNOWN);
  put_kind (&world, "Aspirin kind", "Aspirin;ASA", NULL, CLINIC_UNKNOWN);
  kinds = clinic_store_list_by (db, CLINIC_TYPE_MEDICINE_KIND, NULL, 0, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (writings); i++)
    {
      g_autoptr(GPtrArray) matches = clinic_medicine_kinds_match (kinds, writings[i].written);
      ClinicMedicineKind *found = clinic_medicine_kinds_find (kinds, writings[i].written);

      g_test_message ("%s", writings[i].written);
      g_assert_cmpstr (found != NULL ? found->name : NULL, ==, writings[i].found);
      g_assert_cmpuint (matches->len, ==, writings[i].n_matches);
    }

  world_clear (&world);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("/medicines/count-as-a-condition", test_medicine_counts_as_its_condition);
  clinic_test_add ("/medicines/stopped-count-on", test_stopped_medicine_counts_on_for_its_time);
  clinic_test_add ("/medicines/nothing-is-noted", test_what_counts_as_nothing_is_noted);
  clinic_test_add ("/medicines/answer-the-question", test_entered_medicine_answers_the_question);
  clinic_test_add ("/medicines/names-are-recognised", test_names_are_recognised);

  return g_test_run ();
}
