/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-cocktail.h"
#include "clinic-component.h"
#include "clinic-contraindication.h"
#include "clinic-id.h"
#include "clinic-ingredient.h"
#include "clinic-metric.h"
#include "clinic-phase.h"
#include "clinic-protocol.h"
#include "clinic-reaction-kind.h"
#include "clinic-seed.h"
#include "clinic-test.h"

static gboolean
load (ClinicDb  *db,
      GError   **error)
{
  ClinicChange change = { .db = db, .operation = clinic_id_new (), .command = "clinic.create",
                          .today = "2026-11-21" };

  g_assert_true (clinic_db_begin (db, CLINIC_DB_CHANGE, NULL));

  if (clinic_seed_load (&change, error))
    return clinic_db_commit (db, error);

  clinic_db_rollback (db);

  return FALSE;
}

static gpointer
find (ClinicDb   *db,
      GType       type,
      const char *column,
      const char *value)
{
  g_autoptr(GError) error = NULL;
  ClinicRecord *record = clinic_store_find_by (db, type, column, value, &error);

  g_assert_no_error (error);
  g_assert_nonnull (record);

  return record;
}

static guint
count (ClinicDb     *db,
       GType         type,
       const char   *column,
       ClinicRecord *of)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) records = NULL;

  records = clinic_store_list_by (db, type, column, of != NULL ? clinic_record_get_id (of) : 0,
                                  &error);
  g_assert_no_error (error);

  return records->len;
}

static void
test_shipped_files_have_no_problems (void)
{
  g_auto(GStrv) problems = clinic_seed_check ();

  for (char **problem = problems; *problem != NULL; problem++)
    g_test_message ("%s", *problem);

  g_assert_cmpuint (g_strv_length (problems), ==, 0);
}

static void
test_everything_shipped_goes_in (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;

  load (db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (db, CLINIC_TYPE_INGREDIENT, NULL, NULL), >=, 45);
  g_assert_cmpuint (count (db, CLINIC_TYPE_PROTOCOL, NULL, NULL), ==, 18);
  g_assert_cmpuint (count (db, CLINIC_TYPE_METRIC, NULL, NULL), >=, 20);
  g_assert_cmpuint (count (db, CLINIC_TYPE_REACTION_KIND, NULL, NULL), >=, 35);
  g_assert_cmpuint (count (db, CLINIC_TYPE_COCKTAIL, NULL, NULL), >=, 10);
}

static void
test_loading_twice_is_refused (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (load (db, NULL));
  g_assert_false (load (db, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT);
  g_assert_cmpuint (count (db, CLINIC_TYPE_PROTOCOL, NULL, NULL), ==, 18);
}

/* Days of a course's sessions after its first: every session waits the target of the phase it
 * belongs to. */
static char *
list_days (ClinicDb   *db,
           const char *protocol)
{
  g_autoptr(ClinicRecord) record = find (db, CLINIC_TYPE_PROTOCOL, "code", protocol);
  g_autoptr(GPtrArray) phases = NULL;
  GString *days = g_string_new (NULL);
  gint64 day = 0;

  phases = clinic_store_list_by (db, CLINIC_TYPE_PHASE, "protocol_id",
                                 clinic_record_get_id (record), NULL);

  for (guint i = 0; i < phases->len; i++)
    {
      ClinicPhase *phase = phases->pdata[i];

      for (gint64 n = 0; n < phase->sessions; n++)
        {
          day += days->len > 0 ? phase->target_days : 0;
          g_string_append_printf (days, days->len > 0 ? " %" G_GINT64_FORMAT : "%" G_GINT64_FORMAT,
                                  day);
        }
    }

  return g_string_free (days, FALSE);
}

static void
test_published_schedules_are_kept (ClinicDb *db)
{
  static const char *const cases[][2] = {
    { "abdallah_2009", "0 7 14 21 35 49 77" },
    { "delrobai", "0 7 14 21 35 49 77 105 133 161" },
    { "uzel_2020", "0 7 14 21 28 35 42 49 56 63" },
    { "prp_2023", "0 14 28" },
    { "seoudy_bta", "0" },
  };

  g_assert_true (load (db, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *days = list_days (db, cases[i][0]);

      g_assert_cmpstr (days, ==, cases[i][1]);
    }
}

static void
test_buflomedil_is_withdrawn (ClinicDb *db)
{
  g_autoptr(ClinicIngredient) buflomedil = NULL;

  g_assert_true (load (db, NULL));
  buflomedil = find (db, CLINIC_TYPE_INGREDIENT, "code", "buflomedil");
  g_assert_true (buflomedil->withdrawn);
  g_assert_nonnull (buflomedil->withdrawn_reason);
}

static void
test_anaesthetics_have_their_limits (ClinicDb *db)
{
  g_autoptr(ClinicIngredient) lidocaine = NULL;
  g_autoptr(ClinicIngredient) procaine = NULL;

  g_assert_true (load (db, NULL));
  lidocaine = find (db, CLINIC_TYPE_INGREDIENT, "code", "lidocaine");
  procaine = find (db, CLINIC_TYPE_INGREDIENT, "code", "procaine");
  g_assert_cmpint (lidocaine->max_dose, ==, 300000);
  g_assert_cmpint (lidocaine->max_dose_per_kg, ==, 4500);
  g_assert_cmpint (procaine->max_dose, ==, 600000);
  g_assert_cmpint (procaine->max_dose_per_kg, ==, 10000);
}

static void
test_dutasteride_is_kept_from_the_pregnant (ClinicDb *db)
{
  g_autoptr(ClinicRecord) dutasteride = NULL;

  g_assert_true (load (db, NULL));
  dutasteride = find (db, CLINIC_TYPE_INGREDIENT, "code", "dutasteride");
  g_assert_cmpuint (count (db, CLINIC_TYPE_CONTRAINDICATION, "ingredient_id", dutasteride), ==, 4);
}

static void
test_grades_are_those_of_the_term (ClinicDb *db)
{
  g_autoptr(ClinicReactionKind) presyncope = NULL;
  g_autoptr(ClinicReactionKind) bruising = NULL;

  g_assert_true (load (db, NULL));
  presyncope = find (db, CLINIC_TYPE_REACTION_KIND, "code", "presyncope");
  bruising = find (db, CLINIC_TYPE_REACTION_KIND, "code", "bruising");
  g_assert_null (presyncope->grade_1);
  g_assert_nonnull (presyncope->grade_2);
  g_assert_null (presyncope->grade_3);
  g_assert_nonnull (bruising->grade_2);
  g_assert_null (bruising->grade_3);
  g_assert_cmpint (bruising->expected_days, ==, 7);
}

static void
test_metrics_say_which_way_is_better (ClinicDb *db)
{
  static const char *const cases[][2] = {
    { "density_terminal", "higher" },
    { "shaft_diameter", "higher" },
    { "global_photo", "higher" },
    { "salt", "lower" },
    { "shed_daily", "lower" },
    { "dlqi", "lower" },
    { "count_vellus", "none" },
  };

  g_assert_true (load (db, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ClinicMetric) metric = find (db, CLINIC_TYPE_METRIC, "code", cases[i][0]);

      g_assert_cmpstr (metric->direction, ==, cases[i][1]);
    }
}

int
main (int    argc,
      char **argv)
{
  clinic_test_init (&argc, &argv);

  g_test_add_func ("/seed/shipped-files-have-no-problems", test_shipped_files_have_no_problems);
  clinic_test_add ("/seed/everything-shipped-goes-in", test_everything_shipped_goes_in);
  clinic_test_add ("/seed/loading-twice-is-refused", test_loading_twice_is_refused);
  clinic_test_add ("/seed/published-schedules-are-kept", test_published_schedules_are_kept);
  clinic_test_add ("/seed/buflomedil-is-withdrawn", test_buflomedil_is_withdrawn);
  clinic_test_add ("/seed/anaesthetics-have-their-limits", test_anaesthetics_have_their_limits);
  clinic_test_add ("/seed/dutasteride-is-kept-from-the-pregnant",
                   test_dutasteride_is_kept_from_the_pregnant);
  clinic_test_add ("/seed/grades-are-those-of-the-term", test_grades_are_those_of_the_term);
  clinic_test_add ("/seed/metrics-say-which-way-is-better", test_metrics_say_which_way_is_better);

  return g_test_run ();
}
