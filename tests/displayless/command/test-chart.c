/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "chart-fixture.h"
#include "clinic-allergy.h"
#include "clinic-chart-draft.h"
#include "clinic-dose.h"
#include "clinic-finding.h"
#include "clinic-formulary.h"
#include "clinic-setup.h"
#include "clinic-test.h"

static void
propose (ChartFixture *fixture,
         ClinicChart  *chart)
{
  g_autoptr(GError) error = NULL;

  clinic_chart_propose_draws (fixture->db, chart, &error);
  g_assert_no_error (error);
}

static void
save (ChartFixture *fixture,
      ClinicChart  *chart)
{
  g_autoptr(GError) error = NULL;

  clinic_chart_save (fixture->act, chart, &error);
  g_assert_no_error (error);
}

static void
assert_refused (ChartFixture *fixture,
                ClinicChart  *chart,
                int           code)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (clinic_chart_save (fixture->act, chart, &error));
  g_assert_error (error, CLINIC_ERROR, code);
}

static ClinicChart *
load (ChartFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  ClinicChart *chart = clinic_chart_load (fixture->db, fixture->session, &error);

  g_assert_no_error (error);

  return chart;
}

/* "LOT:µl …" in the order of the draws. */
static void
assert_draws (ChartFixture *fixture,
              ClinicChart  *chart,
              const char   *expected)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < chart->draws->len; i++)
    {
      ClinicDraw *draw = chart->draws->pdata[i];
      g_autoptr(ClinicRecord) lot = clinic_store_find (fixture->db, CLINIC_TYPE_LOT, draw->lot_id,
                                                       NULL);

      g_string_append_printf (text, "%s%s:%d", i > 0 ? " " : "", CLINIC_LOT (lot)->number,
                              (int) draw->volume);
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_chart_is_found_again (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicChart) chart = NULL;
  g_autoptr(ClinicChart) again = NULL;
  ClinicInjection *injection;

  chart_fixture_init (&fixture, db);
  chart = chart_open (&fixture);
  propose (&fixture, chart);
  g_object_set (chart->session, "technique", "nappage", "gauge", "30 G", "pain", (gint64) 0,
                "notes", "Went well",
                "ends", "2026-11-21T10:20", "signature", "not mine to give", "room-id", fixture.clinic.room, NULL);
  save (&fixture, chart);

  again = load (&fixture);
  g_assert_cmpstr (again->session->status, ==, "in_treatment");
  g_assert_cmpstr (again->session->technique, ==, "nappage");
  g_assert_cmpstr (again->session->notes, ==, "Went well");
  g_assert_cmpstr (again->session->ends, ==, "2026-11-21T10:20");
  g_assert_cmpint (again->session->pain, ==, 0);
  g_assert_null (again->session->signature);
  g_assert_cmpint (again->session->room_id, ==, CLINIC_UNKNOWN);
  g_assert_cmpuint (again->injections->len, ==, 1);
  injection = again->injections->pdata[0];
  g_assert_cmpint (injection->points * injection->volume_per_point, ==, 2000);
  assert_draws (&fixture, again, "A1:1000 B1:1000");

  /* What the caller holds is what was saved. */
  g_assert_true (clinic_record_equal (chart->injections->pdata[0], again->injections->pdata[0]));
  g_assert_cmpstr (chart->basis, ==, again->basis);
  g_assert_cmpint (command_count (db,
                                  "SELECT COUNT(*) FROM audit WHERE entity = 'injection' AND "
                                  "patient_id IS NOT NULL"),
                   ==, 1);
  chart_fixture_clear (&fixture);
}

static void
test_only_what_differs_is_written (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicChart) chart = NULL;
  gint64 kept;
  gint64 rows;

  chart_fixture_init (&fixture, db);
  chart = chart_open (&fixture);
  clinic_chart_add_injection (chart, "frontal", fixture.version, 10, 100, 2000);
  save (&fixture, chart);
  kept = clinic_record_get_id (chart->injections->pdata[0]);
  rows = command_count (db, "SELECT COUNT(*) FROM audit");

  save (&fixture, chart);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM audit"), ==, rows);

  g_ptr_array_remove_index (chart->injections, 1);
  clinic_chart_add_injection (chart, "occipital", fixture.version, 5, 100, 2000);
  save (&fixture, chart);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM audit"), ==, rows + 2);
  g_assert_cmpuint (chart->injections->len, ==, 2);
  g_assert_cmpint (clinic_record_get_id (chart->injections->pdata[0]), ==, kept);
  g_assert_cmpint (clinic_record_get_version (chart->injections->pdata[0]), ==, 1);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM injection WHERE zone = 'frontal'"), ==,
                   0);
  chart_fixture_clear (&fixture);
}

/* Also when the other one changed nothing of the session itself. */
static void
test_second_one_to_chart_is_refused (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicChart) mine = NULL;
  g_autoptr(ClinicChart) theirs = NULL;

  chart_fixture_init (&fixture, db);
  mine = chart_open (&fixture);
  save (&fixture, mine);
  theirs = load (&fixture);
  clinic_chart_add_injection (mine, "frontal", fixture.version, 10, 100, 2000);
  save (&fixture, mine);

  clinic_chart_add_injection (theirs, "occipital", fixture.version, 10, 100, 2000);
  assert_refused (&fixture, theirs, CLINIC_ERROR_CONFLICT);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM injection"), ==, 2);
  chart_fixture_clear (&fixture);
}

typedef struct
{
  const char *status;
  const char *starts;
  const char *ends;
} Uncharted;

static const Uncharted uncharted[] = {
  { "cancelled", "2026-11-21T08:00", "2026-11-21T08:30" },
  { "no_show", "2026-11-21T08:00", "2026-11-21T08:30" },
  { "booked", "2026-11-22T08:00", "2026-11-22T08:30" },
};

static void
test_what_did_not_take_place_is_not_charted (ClinicDb      *db,
                                             gconstpointer  data)
{
  const Uncharted *session = data;
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicChart) chart = NULL;

  chart_fixture_init (&fixture, db);
  fixture.session = chart_put_session (&fixture, fixture.clinic.patient, session->starts,
                                       session->ends, session->status);
  chart = chart_open (&fixture);
  assert_refused (&fixture, chart, CLINIC_ERROR_INVALID);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM injection"), ==, 0);
  chart_fixture_clear (&fixture);
}

static void
test_chart_stays_on_its_day_and_to_its_rows (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicChart) chart = NULL;
  g_autoptr(ClinicChart) other = NULL;

  chart_fixture_init (&fixture, db);
  chart = chart_open (&fixture);
  g_object_set (chart->session, "starts", "2026-11-20T10:00", NULL);
  assert_refused (&fixture, chart, CLINIC_ERROR_INVALID);
  g_object_set (chart->session, "starts", "2026-11-21T10:05", NULL);
  save (&fixture, chart);

  fixture.session = chart_put_session (&fixture, fixture.clinic.other_patient, "2026-11-21T08:00",
                                       "2026-11-21T08:30", "booked");
  other = load (&fixture);
  g_ptr_array_add (other->injections, g_object_ref (chart->injections->pdata[0]));
  assert_refused (&fixture, other, CLINIC_ERROR_INVALID);
  chart_fixture_clear (&fixture);
}

static void
test_bad_value_is_not_charted (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicChart) chart = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;

  chart_fixture_init (&fixture, db);
  chart = chart_open (&fixture);
  clinic_chart_add_injection (chart, "frontal", fixture.version, CLINIC_UNKNOWN, 100, 2000);
  findings = clinic_chart_check (db, chart, &error);
  g_assert_null (findings);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  assert_refused (&fixture, chart, CLINIC_ERROR_INVALID);

  g_ptr_array_set_size (chart->injections, 1);
  g_object_set (chart->session, "pain", (gint64) 11, NULL);
  assert_refused (&fixture, chart, CLINIC_ERROR_INVALID);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM injection"), ==, 0);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM audit WHERE command = 'session.chart'"),
                   ==, 0);
  chart_fixture_clear (&fixture);
}

/* The clock shows 2026-11-21T10:30 where the clinic is. */
static void
test_times_of_the_treatment (ClinicDb *db)
{
  static const char *const wrong[][2] = {
    { "2026-11-21T10:20", "2026-11-21T10:10" },
    { "2026-11-21T10:31", NULL },
    { "2026-11-21T10:00", "2026-11-21T10:31" },
    { "2026-11-20T10:00", NULL },
    { "2026-11-20T10:00", "2026-11-21T10:00" },
    { NULL, "2026-11-21T10:10" },
    { "10:00", NULL },
  };
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicChart) chart = NULL;

  chart_fixture_init (&fixture, db);
  chart = chart_open (&fixture);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_test_message ("%s to %s", wrong[i][0], wrong[i][1]);
      g_object_set (chart->session, "began", wrong[i][0], "finished", wrong[i][1], NULL);
      assert_refused (&fixture, chart, CLINIC_ERROR_INVALID);
    }

  /* Earlier than it was booked is no matter, and neither is the same minute. */
  g_object_set (chart->session, "began", "2026-11-21T09:50", "finished", "2026-11-21T09:50", NULL);
  save (&fixture, chart);
  g_object_set (chart->session, "finished", "2026-11-21T10:30", NULL);
  save (&fixture, chart);
  g_assert_cmpstr (chart->session->began, ==, "2026-11-21T09:50");
  g_assert_cmpstr (chart->session->finished, ==, "2026-11-21T10:30");
  chart_fixture_clear (&fixture);
}

static void
test_receptionist_does_not_chart (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicChart) chart = NULL;
  g_autoptr(GError) error = NULL;

  chart_fixture_init (&fixture, db);
  chart = chart_open (&fixture);
  g_assert_false (clinic_chart_save (fixture.clinic.act, chart, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_false (clinic_chart_draft_save (fixture.clinic.act, chart, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DENIED);
  chart_fixture_clear (&fixture);
}

static void
put_allergy (ChartFixture *fixture)
{
  chart_put (fixture->db, g_object_new (CLINIC_TYPE_ALLERGY, "patient-id", fixture->clinic.patient,
                                        "ingredient-id", fixture->clinic.ingredient, NULL));
}

static void
test_stop_needs_a_reason_once (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicChart) chart = NULL;
  ClinicFinding *finding;

  chart_fixture_init (&fixture, db);
  put_allergy (&fixture);
  chart = chart_open (&fixture);
  assert_refused (&fixture, chart, CLINIC_ERROR_FINDINGS);
  finding = fixture.act->findings->pdata[0];
  g_assert_cmpstr (finding->rule, ==, "allergy-ingredient");
  g_assert_cmpstr (finding->severity, ==, "stop");
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM injection"), ==, 0);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM finding"), ==, 0);

  clinic_act_accept (fixture.act, "allergy-ingredient", "Tested negative in June");
  save (&fixture, chart);
  g_assert_cmpint (command_count (db,
                                  "SELECT COUNT(*) FROM finding WHERE rule = 'allergy-ingredient' "
                                  "AND severity = 'stop' "
                                  "AND reason = 'Tested negative in June' AND rule_version = 1"), ==, 1);

  /* Nothing new: not asked again. Something new: asked again. */
  clinic_act_accept (fixture.act, "allergy-ingredient", NULL);
  g_object_set (chart->session, "notes", "Another line", NULL);
  save (&fixture, chart);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM finding"), ==, 1);
  g_object_set (chart->injections->pdata[0], "depth", (gint64) 5000, NULL);
  assert_refused (&fixture, chart, CLINIC_ERROR_FINDINGS);
  chart_fixture_clear (&fixture);
}

/* Who may go on, as somebody who may not is told; the rule has objected. */
static const char *
find_bar (GPtrArray  *findings,
          const char *rule)
{
  for (guint i = 0; i < findings->len; i++)
    {
      ClinicFinding *finding = findings->pdata[i];

      if (g_str_equal (finding->rule, rule))
        return finding->bar;
    }

  g_assert_not_reached ();
}

static void
test_some_stops_are_the_owners (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicChart) chart = NULL;
  g_autoptr(ClinicRecord) ingredient = NULL;

  chart_fixture_init (&fixture, db);
  ingredient = clinic_store_find (db, CLINIC_TYPE_INGREDIENT, fixture.clinic.ingredient, NULL);
  g_object_set (ingredient, "withdrawn", TRUE, NULL);
  chart_put (db, g_object_ref (ingredient));
  chart = chart_open (&fixture);
  clinic_act_accept (fixture.act, "withdrawn", "It happened");
  assert_refused (&fixture, chart, CLINIC_ERROR_DENIED);

  /* Without a reason it is said who may. */
  clinic_act_accept (fixture.act, "withdrawn", NULL);
  assert_refused (&fixture, chart, CLINIC_ERROR_FINDINGS);
  g_assert_cmpstr (find_bar (fixture.act->findings, "withdrawn"), ==, "Your role may not pass this; the owner can.");

  clinic_act_free (fixture.act);
  fixture.act = clinic_act_new (db, fixture.clinic.owner);
  assert_refused (&fixture, chart, CLINIC_ERROR_FINDINGS);
  g_assert_cmpstr (find_bar (fixture.act->findings, "withdrawn"), ==, NULL);
  clinic_act_accept (fixture.act, "withdrawn", "It happened");
  save (&fixture, chart);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM finding WHERE rule = 'withdrawn'"), ==,
                   1);
  chart_fixture_clear (&fixture);
}

static void
test_notes_stop_nobody (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicChart) chart = NULL;

  chart_fixture_init (&fixture, db);
  chart = chart_open (&fixture);
  save (&fixture, chart);
  g_assert_cmpuint (fixture.act->findings->len, ==, 1);
  g_assert_cmpstr (CLINIC_FINDING (fixture.act->findings->pdata[0])->rule, ==, "lots-missing");
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM finding"), ==, 0);
  chart_fixture_clear (&fixture);
}

static void
test_lots_are_used_up_in_order (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicChart) chart = NULL;

  chart_fixture_init (&fixture, db);
  chart_put_lot (&fixture, fixture.clinic.other_ingredient, "OLD", 10000, "2026-11-20");
  chart_put_lot (&fixture, fixture.clinic.other_ingredient, "EMPTY", 0, "2026-12-01");
  chart_put (db,
             g_object_new (CLINIC_TYPE_LOT, "product", "Vial", "ingredient-id",
                           fixture.clinic.other_ingredient,
                           "number", "Q", "quarantined", TRUE, "expires-on", "2026-12-01", NULL));
  chart_put (db,
             g_object_new (CLINIC_TYPE_LOT, "product", "Vial", "ingredient-id",
                           fixture.clinic.other_ingredient,
                           "number", "OPEN", "opened-on", "2026-10-01", "in-use-days", (gint64) 28,
                           "expires-on", "2027-12-01", NULL));
  chart = chart_open (&fixture);
  clinic_chart_add_injection (chart, "frontal", fixture.version, 7, 99, 2000);
  propose (&fixture, chart);

  /* 2.693 ml: the first component gets the µl that cannot be halved; 1 ml of B1 is all there is. */
  assert_draws (&fixture, chart, "A1:1347 B1:1000 B2:346");
  save (&fixture, chart);
  g_assert_cmpuint (fixture.act->findings->len, ==, 0);

  /* What this session drew itself does not count as gone. */
  propose (&fixture, chart);
  assert_draws (&fixture, chart, "A1:1347 B1:1000 B2:346");
  chart_fixture_clear (&fixture);
}

static void
test_ready_made_lot_comes_first (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicChart) chart = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;

  chart_fixture_init (&fixture, db);
  chart_put (db,
             g_object_new (CLINIC_TYPE_LOT, "product", "Mixed", "cocktail-id", fixture.cocktail,
                           "number", "M1",
                           "quantity", (gint64) 1500, "expires-on", "2027-06-30", NULL));
  chart = chart_open (&fixture);
  propose (&fixture, chart);
  assert_draws (&fixture, chart, "M1:1500 A1:250 B1:250");
  findings = clinic_chart_check (db, chart, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  chart_fixture_clear (&fixture);
}

static void
test_stock_that_runs_out_is_said (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicChart) chart = NULL;

  chart_fixture_init (&fixture, db);
  chart = chart_open (&fixture);
  g_object_set (chart->injections->pdata[0], "points", (gint64) 240, NULL);
  propose (&fixture, chart);
  assert_draws (&fixture, chart, "A1:10000 B1:1000 B2:10000");
  assert_refused (&fixture, chart, CLINIC_ERROR_FINDINGS);
  g_assert_cmpstr (CLINIC_FINDING (fixture.act->findings->pdata[0])->message, ==,
                   "24 ml are injected, but only 21 ml are taken from lots.");

  g_object_set (chart->draws->pdata[0], "volume", (gint64) 10001, NULL);
  assert_refused (&fixture, chart, CLINIC_ERROR_FINDINGS);
  g_assert_cmpstr (CLINIC_FINDING (fixture.act->findings->pdata[0])->rule, ==, "lot-overdrawn");
  chart_fixture_clear (&fixture);
}

static void
test_dose_is_said_for_each_ingredient (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicChart) chart = NULL;
  g_autoptr(GArray) doses = NULL;
  g_autoptr(GError) error = NULL;

  chart_fixture_init (&fixture, db);
  chart = chart_open (&fixture);
  doses = clinic_chart_list_doses (db, chart, &error);
  g_assert_no_error (error);

  /* 1 ml of 1 % and 1 ml of 0.5 %. */
  g_assert_cmpuint (doses->len, ==, 2);
  g_assert_cmpint (g_array_index (doses, ClinicDose, 0).ingredient_id, ==,
                   fixture.clinic.ingredient);
  g_assert_cmpint (g_array_index (doses, ClinicDose, 0).amount, ==, 10000);
  g_assert_cmpint (g_array_index (doses, ClinicDose, 1).amount, ==, 5000);
  chart_fixture_clear (&fixture);
}

static void
test_last_treatment_is_repeated (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicChart) chart = NULL;
  g_autoptr(ClinicChart) repeated = NULL;
  g_autoptr(GError) error = NULL;
  gint64 today;

  chart_fixture_init (&fixture, db);
  today = fixture.session;
  repeated = clinic_chart_repeat (db, today, &error);
  g_assert_null (repeated);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);

  fixture.session = chart_put_session (&fixture, fixture.clinic.patient, "2026-11-14T10:00",
                                       "2026-11-14T10:30", "arrived");
  chart = chart_open (&fixture);
  clinic_chart_add_injection (chart, "frontal", fixture.version, 10, 50, 3500);
  g_object_set (chart->injections->pdata[1], "technique", "papule", NULL);
  g_object_set (chart->session, "gauge", "30 G", "notes", "Only of that day", "status", "done",
                NULL);
  propose (&fixture, chart);
  save (&fixture, chart);

  repeated = clinic_chart_repeat (db, today, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (repeated->injections->len, ==, 2);
  g_assert_cmpstr (CLINIC_INJECTION (repeated->injections->pdata[1])->technique, ==, "papule");
  g_assert_cmpint (CLINIC_INJECTION (repeated->injections->pdata[1])->depth, ==, 3500);
  g_assert_cmpint (clinic_record_get_id (repeated->injections->pdata[0]), ==, 0);
  g_assert_cmpstr (repeated->session->gauge, ==, "30 G");
  g_assert_null (repeated->session->notes);

  /* B1 was used up a week ago. */
  assert_draws (&fixture, repeated, "A1:1250 B2:1250");
  save (&fixture, repeated);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM injection"), ==, 4);
  chart_fixture_clear (&fixture);
}

static void
test_draft_survives_and_goes_with_the_chart (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicChart) chart = NULL;
  g_autoptr(ClinicChart) draft = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *same = NULL;
  gint64 rows = 0;

  chart_fixture_init (&fixture, db);
  rows = command_count (db, "SELECT COUNT(*) FROM audit");
  g_assert_null (clinic_chart_draft_load (db, fixture.session, &error));
  g_assert_no_error (error);

  chart = chart_open (&fixture);
  propose (&fixture, chart);
  g_object_set (chart->session, "notes", "“Ü” \n {\"x\": 1}", NULL);
  g_assert_true (clinic_chart_draft_save (fixture.act, chart, &error));
  clinic_chart_add_injection (chart, "frontal", CLINIC_UNKNOWN, 7, 99, CLINIC_UNKNOWN);
  g_assert_true (clinic_chart_draft_save (fixture.act, chart, &error));
  g_assert_no_error (error);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM session_draft"), ==, 1);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM audit"), ==, rows);

  draft = clinic_chart_draft_load (db, fixture.session, &error);
  g_assert_no_error (error);
  text = clinic_chart_to_text (chart);
  same = clinic_chart_to_text (draft);
  g_assert_cmpstr (text, ==, same);

  g_ptr_array_set_size (draft->injections, 1);
  save (&fixture, draft);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM session_draft"), ==, 0);

  /* The one who still has the old one open is told. */
  assert_refused (&fixture, chart, CLINIC_ERROR_CONFLICT);
  chart_fixture_clear (&fixture);
}

static void
test_draft_is_one_persons (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicChart) chart = NULL;
  g_autoptr(ClinicAct) colleague = NULL;
  g_autoptr(GError) error = NULL;

  chart_fixture_init (&fixture, db);
  colleague = clinic_act_new (db, fixture.clinic.colleague);
  chart = chart_open (&fixture);
  g_assert_true (clinic_chart_draft_save (fixture.act, chart, &error));
  g_assert_false (clinic_chart_draft_save (colleague, chart, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Paul Practitioner"));
  g_clear_error (&error);
  g_assert_true (clinic_chart_draft_discard (colleague, fixture.session, &error));
  g_assert_true (clinic_chart_draft_discard (colleague, fixture.session, &error));
  g_assert_true (clinic_chart_draft_save (colleague, chart, &error));
  g_assert_no_error (error);
  chart_fixture_clear (&fixture);
}

static void
test_damaged_draft_is_said (void)
{
  static const char *const texts[] = {
    "", "[]", "{}", "null", "{\"basis\":\"1\",\"session\":{},\"injections\":[],\"draws\":[1]}",
    "{\"basis\":\"1\",\"session\":{},\"injections\":{},\"draws\":[]}",
    "{\"basis\":\"1\",\"session\":[],\"injections\":[],\"draws\":[]}",
    "{\"session\":{},\"injections\":[],\"draws\":[]}",
    "{\"basis\":\"1\",\"session\":{\"pain\":\"much\"},\"injections\":[],\"draws\":[]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", texts[i]);
      g_assert_null (clinic_chart_from_text (texts[i], &error));
      g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
    }
}

static void
test_settings_change_the_rules (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicChart) chart = NULL;
  g_autoptr(ClinicAct) manager = NULL;
  g_autoptr(GError) error = NULL;

  chart_fixture_init (&fixture, db);
  manager = clinic_act_new (db, fixture.clinic.manager);
  clinic_setting_save (manager, "rule.depth-deep.bound.most", "1.5", &error);
  g_assert_no_error (error);
  chart = chart_open (&fixture);
  assert_refused (&fixture, chart, CLINIC_ERROR_FINDINGS);
  clinic_setting_save (manager, "rule.depth-deep.severity", "off", &error);
  g_assert_no_error (error);
  save (&fixture, chart);
  chart_fixture_clear (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("/chart/is-found-again", test_chart_is_found_again);
  clinic_test_add ("/chart/only-what-differs-is-written", test_only_what_differs_is_written);
  clinic_test_add ("/chart/second-one-is-refused", test_second_one_to_chart_is_refused);
  clinic_test_add ("/chart/stays-on-its-day-and-to-its-rows",
                   test_chart_stays_on_its_day_and_to_its_rows);
  clinic_test_add ("/chart/bad-value-is-refused", test_bad_value_is_not_charted);
  clinic_test_add ("/chart/times-of-the-treatment", test_times_of_the_treatment);
  clinic_test_add ("/chart/receptionist-is-refused", test_receptionist_does_not_chart);
  clinic_test_add ("/chart/stop-needs-a-reason-once", test_stop_needs_a_reason_once);
  clinic_test_add ("/chart/some-stops-are-the-owners", test_some_stops_are_the_owners);
  clinic_test_add ("/chart/notes-stop-nobody", test_notes_stop_nobody);
  clinic_test_add ("/chart/lots-are-used-up-in-order", test_lots_are_used_up_in_order);
  clinic_test_add ("/chart/ready-made-lot-comes-first", test_ready_made_lot_comes_first);
  clinic_test_add ("/chart/stock-that-runs-out-is-said", test_stock_that_runs_out_is_said);
  clinic_test_add ("/chart/doses", test_dose_is_said_for_each_ingredient);
  clinic_test_add ("/chart/last-is-repeated", test_last_treatment_is_repeated);
  clinic_test_add ("/chart/draft-survives", test_draft_survives_and_goes_with_the_chart);
  clinic_test_add ("/chart/draft-is-one-persons", test_draft_is_one_persons);
  clinic_test_add ("/chart/settings-change-rules", test_settings_change_the_rules);
  g_test_add_func ("/chart/damaged-draft", test_damaged_draft_is_said);

  for (guint i = 0; i < G_N_ELEMENTS (uncharted); i++)
    {
      g_autofree char *path = g_strdup_printf ("/chart/refused/%s", uncharted[i].status);

      clinic_test_add_data (path, &uncharted[i], test_what_did_not_take_place_is_not_charted);
    }

  return g_test_run ();
}
