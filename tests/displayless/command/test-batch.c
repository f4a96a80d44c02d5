/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "chart-fixture.h"
#include "clinic-allergen-group.h"
#include "clinic-batch.h"
#include "clinic-clock.h"
#include "clinic-condition-kind.h"
#include "clinic-contraindication.h"
#include "clinic-date.h"
#include "clinic-discard.h"
#include "clinic-finding.h"
#include "clinic-formulary.h"
#include "clinic-ingredient-allergen.h"
#include "clinic-lot-scan.h"
#include "clinic-lot.h"
#include "clinic-test.h"
#include "clinic-treatment.h"
#include "clinic-undo.h"

#define ML 1000

static GPtrArray *
propose (ChartFixture *self,
         gint64        volume)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *pours = clinic_batch_propose (self->db, self->version, volume, "2026-11-21", &error);

  g_assert_no_error (error);

  return pours;
}

static gint64
prepare (ChartFixture *self,
         gint64        volume)
{
  g_autoptr(GPtrArray) pours = propose (self, volume);
  g_autoptr(GError) error = NULL;
  gint64 batch = clinic_batch_prepare (self->act, self->version, pours, 4, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (batch, !=, 0);

  return batch;
}

static ClinicBalance
balance (ChartFixture *self,
         gint64        lot)
{
  g_autoptr(GError) error = NULL;
  ClinicBalance read;

  clinic_lot_read_balance (self->db, lot, &read, &error);
  g_assert_no_error (error);

  return read;
}

static ClinicLot *
find_lot (ChartFixture *self,
          gint64        lot)
{
  g_autoptr(GError) error = NULL;
  ClinicRecord *record = clinic_store_find (self->db, CLINIC_TYPE_LOT, lot, &error);

  g_assert_no_error (error);

  return CLINIC_LOT (record);
}

static void
test_a_batch_is_poured_from_what_expires_first (ClinicDb *db)
{
  ChartFixture self;
  g_autoptr(GPtrArray) pours = NULL;
  g_autoptr(ClinicLot) batch = NULL;
  gint64 id;

  chart_fixture_init (&self, db);
  pours = propose (&self, 6 * ML);
  g_assert_cmpuint (pours->len, ==, 3);
  g_assert_cmpint (CLINIC_POUR (pours->pdata[1])->lot_id, ==, self.other_lot);
  g_assert_cmpint (CLINIC_POUR (pours->pdata[1])->volume, ==, 1 * ML);
  g_assert_cmpint (CLINIC_POUR (pours->pdata[2])->lot_id, ==, self.later_lot);

  id = prepare (&self, 6 * ML);
  batch = find_lot (&self, id);
  g_assert_cmpstr (batch->number, ==, "B261121-1");
  g_assert_cmpstr (batch->product, ==, "Half and half v1");
  g_assert_cmpstr (batch->prepared_at, ==, "2026-11-21T10:30");
  g_assert_cmpstr (batch->usable_until, ==, "2026-11-21T14:30");
  g_assert_cmpstr (batch->expires_on, ==, "2027-01-31");
  g_assert_cmpint (batch->prepared_by, ==, self.clinic.practitioner);
  g_assert_cmpint (balance (&self, id).left, ==, 6 * ML);
  g_assert_cmpint (balance (&self, self.lot).poured, ==, 3 * ML);
  g_assert_cmpint (balance (&self, self.lot).left, ==, 7 * ML);
  chart_fixture_clear (&self);
}

static void
test_a_chart_draws_from_a_batch (ClinicDb *db)
{
  ChartFixture self;
  gint64 batch;
  g_autoptr(ClinicChart) chart = NULL;
  g_autoptr(GError) error = NULL;

  chart_fixture_init (&self, db);
  batch = prepare (&self, 6 * ML);
  chart = chart_open (&self);
  g_object_set (chart->session, "starts", "2026-11-21T11:00", "ends", "2026-11-21T11:30", NULL);
  g_assert_true (clinic_chart_propose_draws (db, chart, &error));
  g_assert_cmpuint (chart->draws->len, ==, 1);
  g_assert_cmpint (CLINIC_DRAW (chart->draws->pdata[0])->lot_id, ==, batch);
  g_assert_true (clinic_chart_save (self.act, chart, &error));
  g_assert_no_error (error);
  g_assert_cmpint (balance (&self, batch).injected, ==, 2 * ML);
  g_assert_cmpint (balance (&self, batch).left, ==, 4 * ML);
  chart_fixture_clear (&self);
}

/* No reason helps: what was not mixed cannot have been injected. */
static void
test_a_batch_is_not_overdrawn (ClinicDb *db)
{
  ChartFixture self;
  gint64 batch;
  g_autoptr(ClinicChart) chart = NULL;
  g_autoptr(GError) error = NULL;

  chart_fixture_init (&self, db);
  batch = prepare (&self, 1 * ML);
  chart = chart_open (&self);
  clinic_chart_add_draw (chart, batch, self.version, 2 * ML);
  clinic_act_accept (self.act, "lot-overdrawn", "It was there");
  g_assert_false (clinic_chart_save (self.act, chart, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_assert_cmpint (balance (&self, batch).left, ==, 1 * ML);
  g_clear_error (&error);
  g_assert_cmpint (clinic_lot_discard (self.act, batch, 1 * ML + 1, "Too old", &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  chart_fixture_clear (&self);
}

/* Whatever a program asks for, the database itself refuses. */
static void
test_the_database_refuses_too (ClinicDb *db)
{
  ChartFixture self;
  gint64 batch;
  g_autoptr(ClinicRecord) draw = NULL;
  g_autoptr(GError) error = NULL;

  chart_fixture_init (&self, db);
  batch = prepare (&self, 1 * ML);
  draw = g_object_new (CLINIC_TYPE_DRAW, "session-id", self.session, "lot-id", batch, "volume", (gint64) 1001, NULL);
  clinic_db_begin (db, CLINIC_DB_CHANGE, &error);
  g_assert_no_error (error);
  g_assert_false (clinic_store_insert_bulk (db, draw, "2026-11-21", &error));
  g_assert_nonnull (error);
  clinic_db_rollback (db);
  chart_fixture_clear (&self);
}

static void
refuse_batch (ChartFixture *self,
              GPtrArray    *pours)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (clinic_batch_prepare (self->act, self->version, pours, 4, NULL, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
}

static void
test_what_must_not_be_poured_is_refused (ClinicDb *db)
{
  ChartFixture self;
  g_autoptr(GPtrArray) pours = NULL;
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;

  chart_fixture_init (&self, db);
  refuse_batch (&self, none);

  /* Not the composition. */
  pours = propose (&self, 2 * ML);
  g_object_set (pours->pdata[0], "volume", (gint64) 2 * ML, NULL);
  refuse_batch (&self, pours);

  /* More than there is. */
  g_clear_pointer (&pours, g_ptr_array_unref);
  pours = propose (&self, 2 * ML);
  g_object_set (pours->pdata[0], "volume", (gint64) 1500, NULL);
  g_object_set (pours->pdata[1], "volume", (gint64) 1500, NULL);
  refuse_batch (&self, pours);

  /* In quarantine. */
  g_clear_pointer (&pours, g_ptr_array_unref);
  pours = propose (&self, 2 * ML);
  g_assert_true (clinic_lot_quarantine (self.act, self.lot, TRUE, "Cloudy", &error));
  refuse_batch (&self, pours);
  g_assert_true (clinic_lot_quarantine (self.act, self.lot, FALSE, "Looked at", &error));

  /* Past its days of use. */
  g_assert_true (clinic_lot_open (self.act, self.lot, "2026-10-01", &error));
  g_assert_no_error (error);
  clinic_db_exec (db, "UPDATE lot SET in_use_days = 28, version = version WHERE opened_on IS NOT NULL", &error);
  g_assert_no_error (error);
  refuse_batch (&self, pours);
  chart_fixture_clear (&self);
}

static guint
count_findings (ChartFixture *self,
                ClinicChart  *chart,
                const char   *rule)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = clinic_chart_check (self->db, chart, &error);
  guint n = 0;

  g_assert_no_error (error);

  for (guint i = 0; i < found->len; i++)
    n += g_str_equal (CLINIC_FINDING (found->pdata[i])->rule, rule);

  return n;
}

static void
test_rules_look_at_batches (ClinicDb *db)
{
  ChartFixture self;
  gint64 batch;
  g_autoptr(ClinicChart) chart = NULL;
  g_autoptr(GError) error = NULL;

  chart_fixture_init (&self, db);
  batch = prepare (&self, 6 * ML);
  chart = chart_open (&self);
  clinic_chart_add_draw (chart, batch, self.version, 2 * ML);
  g_assert_cmpuint (count_findings (&self, chart, "batch-past"), ==, 0);
  g_object_set (chart->session, "starts", "2026-11-21T15:00", "ends", "2026-11-21T15:30", NULL);
  g_assert_cmpuint (count_findings (&self, chart, "batch-past"), ==, 1);
  g_assert_cmpuint (count_findings (&self, chart, "batch-source-quarantined"), ==, 0);
  g_assert_true (clinic_lot_quarantine (self.act, self.lot, TRUE, "Recalled", &error));
  g_assert_cmpuint (count_findings (&self, chart, "batch-source-quarantined"), ==, 1);
  g_assert_true (clinic_lot_quarantine (self.act, batch, TRUE, "Cloudy", &error));
  g_assert_cmpuint (count_findings (&self, chart, "lot-quarantined"), ==, 1);

  /* None of it is proposed any more. */
  g_assert_true (clinic_chart_propose_draws (db, chart, &error));
  g_assert_cmpint (CLINIC_DRAW (chart->draws->pdata[0])->lot_id, !=, batch);
  chart_fixture_clear (&self);
}

static void
test_an_older_version_is_not_proposed (ClinicDb *db)
{
  ChartFixture self;
  gint64 batch;
  gint64 version;
  g_autoptr(GPtrArray) components = NULL;
  g_autoptr(ClinicChart) chart = NULL;
  g_autoptr(GError) error = NULL;

  chart_fixture_init (&self, db);
  batch = prepare (&self, 6 * ML);
  components = clinic_store_list_by (db, CLINIC_TYPE_COMPONENT, "cocktail_version_id", self.version, &error);
  g_object_set (components->pdata[0], "volume", (gint64) 2 * ML, NULL);
  version = clinic_cocktail_revise (self.act, self.cocktail, components, NULL, &error);
  g_assert_no_error (error);
  chart = chart_open (&self);
  g_object_set (chart->injections->pdata[0], "cocktail-version-id", version, NULL);
  g_assert_true (clinic_chart_propose_draws (db, chart, &error));

  for (guint i = 0; i < chart->draws->len; i++)
    g_assert_cmpint (CLINIC_DRAW (chart->draws->pdata[i])->lot_id, !=, batch);

  chart_fixture_clear (&self);
}

/* CLINIC 5.2: a single dose that was opened for one patient is not drawn for another. */
static void
test_a_single_dose_is_not_shared (ClinicDb *db)
{
  ChartFixture self;
  g_autoptr(ClinicChart) chart = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicLot) lot = NULL;
  gint64 other;

  chart_fixture_init (&self, db);
  lot = find_lot (&self, self.lot);
  g_object_set (lot, "single-dose", TRUE, NULL);
  g_assert_true (clinic_lot_correct (self.act, lot, "It is an ampoule", &error));
  chart_treat (&self);

  other = chart_put_session (&self, self.clinic.other_patient, "2026-11-21T11:00", "2026-11-21T11:30", "arrived");
  chart = clinic_chart_load (db, other, &error);
  g_assert_no_error (error);
  clinic_chart_add_injection (chart, "vertex", self.version, 10, 100, 2000);
  clinic_chart_add_draw (chart, self.lot, self.version, 500);
  g_assert_cmpuint (count_findings (&self, chart, "single-dose-shared"), ==, 1);
  g_assert_true (clinic_chart_propose_draws (db, chart, &error));

  for (guint i = 0; i < chart->draws->len; i++)
    g_assert_cmpint (CLINIC_DRAW (chart->draws->pdata[i])->lot_id, !=, self.lot);

  /* Five ampoules of 2 ml: one was opened for the first patient, four are left. */
  g_object_set (lot, "container", (gint64) 2 * ML, NULL);
  g_assert_true (clinic_lot_correct (self.act, lot, "A box of five", &error));
  g_assert_no_error (error);
  g_assert_cmpint (clinic_lot_get_undivided (db, lot, self.clinic.other_patient, other, &error), ==, 8 * ML);
  g_assert_cmpint (clinic_lot_get_undivided (db, lot, self.clinic.patient, other, &error), ==, 9 * ML);
  g_assert_true (clinic_chart_propose_draws (db, chart, &error));
  g_assert_cmpint (CLINIC_DRAW (chart->draws->pdata[0])->lot_id, ==, self.lot);
  g_assert_cmpuint (count_findings (&self, chart, "single-dose-shared"), ==, 0);
  chart_fixture_clear (&self);
}

/* Vectors of CLINIC 5.2. */
static void
test_usable_until (void)
{
  static const struct { const char *opened; gint64 days; const char *expiry; const char *limit; const char *until; } cases[] = {
    { "2026-02-01", 28, "2027-01-31", NULL, "2026-03-01" },
    { "2026-02-01", 28, "2026-02-20", NULL, "2026-02-20" },
    { "2026-02-01", 28, "2027-01-31", "2026-02-10", "2026-02-10" },
    { "2026-02-01", CLINIC_UNKNOWN, "2027-01-31", NULL, "2027-01-31" },
    { NULL, 28, NULL, NULL, NULL },
    { NULL, 28, NULL, "2026-02-10", "2026-02-10" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ClinicLot) lot = clinic_lot_new ();
      g_autofree char *until = NULL;

      g_object_set (lot, "opened-on", cases[i].opened, "in-use-days", cases[i].days, "expires-on", cases[i].expiry,
                    "limit-on", cases[i].limit, NULL);
      until = clinic_lot_dup_usable_until (lot);
      g_assert_cmpstr (until, ==, cases[i].until);
    }
}

/* One step of somebody who does not look: most are refused, none may make the ledger lie. */
static void
take_random_step (ChartFixture *self,
                  GArray       *batches,
                  guint         step)
{
  g_autoptr(GError) error = NULL;
  gint64 volume = g_test_rand_int_range (1, 1500);
  gint64 batch = batches->len > 0
                 ? g_array_index (batches, gint64, g_test_rand_int_range (0, batches->len)) : 0;

  if (batch == 0 || step % 12 == 0)
    {
      g_autoptr(GPtrArray) pours = propose (self, volume);
      gint64 made = pours->len > 1 ? clinic_batch_prepare (self->act, self->version, pours, 4, NULL, &error) : 0;

      if (made != 0)
        g_array_append_val (batches, made);
    }
  else if (g_test_rand_bit ())
    {
      clinic_lot_discard (self->act, batch, volume / 2, "Some of it", &error);
    }
  else
    {
      g_autofree char *starts = clinic_wall_from_minutes (clinic_wall_to_minutes ("2026-11-20T00:00") + step * 10);
      g_autofree char *ends = clinic_wall_add_minutes (starts, 5);
      gint64 session = chart_put_session (self, self->clinic.patient, starts, ends, "arrived");
      g_autoptr(ClinicChart) chart = clinic_chart_load (self->db, session, &error);

      clinic_chart_add_injection (chart, "vertex", self->version, 1, volume, 2000);
      clinic_chart_add_draw (chart, batch, self->version, volume);
      clinic_chart_save (self->act, chart, &error);
    }

  g_assert_true (error == NULL || error->domain == CLINIC_ERROR);
  g_assert_true (error == NULL || error->code != CLINIC_ERROR_DATABASE);
}

/* Whether something was drawn and something discarded that nobody took back. */
static gboolean
has_moved (ClinicDb *db)
{
  return command_count (db, "SELECT COUNT(*) FROM discard") > 0 && command_count (db, "SELECT COUNT(*) FROM draw") > 0;
}

static void
test_the_ledger_balances_whatever_happens (ClinicDb *db)
{
  ChartFixture self;
  g_autoptr(GArray) batches = g_array_new (FALSE, FALSE, sizeof (gint64));

  chart_fixture_init (&self, db);
  clinic_act_accept (self.act, "interval-short", "A test");
  clinic_act_accept (self.act, "principal-agents", "A test");

  /* One in twenty has had no luck after sixty. */
  for (guint step = 0; step < 60 || (step < 1200 && !has_moved (db)); step++)
    {
      take_random_step (&self, batches, step);

      if (g_test_rand_int_range (0, 8) == 0)
        clinic_undo_last (self.act, NULL);

      for (guint i = batches->len; i > 0; i--)
        {
          gint64 batch = g_array_index (batches, gint64, i - 1);
          g_autoptr(ClinicRecord) there = clinic_store_find (db, CLINIC_TYPE_LOT, batch, NULL);
          g_autofree char *mixed = g_strdup_printf ("SELECT COALESCE (SUM (volume), 0) FROM pour WHERE batch_id = %"
                                                    G_GINT64_FORMAT, batch);
          ClinicBalance read;

          /* Taken back as a whole. */
          if (there == NULL)
            {
              g_array_remove_index (batches, i - 1);
              continue;
            }

          read = balance (&self, batch);
          g_assert_cmpint (read.in, ==, command_count (db, mixed));
          g_assert_cmpint (read.left, >=, 0);
          g_assert_cmpint (read.in, ==, read.injected + read.poured + read.discarded + read.left);
        }
    }

  g_assert_cmpint (balance (&self, self.lot).left, >=, 0);
  g_assert_true (has_moved (db));
  chart_fixture_clear (&self);
}

static void
test_preparing_is_taken_back (ClinicDb *db)
{
  ChartFixture self;
  g_autoptr(GError) error = NULL;

  chart_fixture_init (&self, db);
  prepare (&self, 6 * ML);
  g_assert_cmpint (clinic_undo_last (self.act, &error), !=, 0);
  g_assert_no_error (error);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM pour"), ==, 0);
  g_assert_cmpint (balance (&self, self.lot).left, ==, 10 * ML);
  chart_fixture_clear (&self);
}

static void
test_a_code_finds_its_lot (ClinicDb *db)
{
  ChartFixture self;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) readings = clinic_gs1_read ("(01)04012345678901(17)270331(10)A1", 2026, &error);
  g_autoptr(GPtrArray) next = clinic_gs1_read ("(01)04012345678901(17)280300(10)A2", 2026, &error);
  g_autoptr(ClinicLotScan) scan = NULL;
  g_autoptr(ClinicLotScan) unknown = NULL;
  g_autoptr(ClinicLot) lot = NULL;
  g_autoptr(ClinicLot) prefilled = NULL;

  chart_fixture_init (&self, db);
  lot = find_lot (&self, self.lot);
  g_object_set (lot, "gtin", "4012345678901", NULL);
  g_assert_true (clinic_lot_correct (self.act, lot, "Read from the box", &error));
  scan = clinic_lot_scan_find (db, readings->pdata[0], &error);
  g_assert_no_error (error);
  g_assert_cmpuint (scan->lots->len, ==, 1);
  g_assert_cmpint (clinic_record_get_id (scan->lots->pdata[0]), ==, self.lot);
  unknown = clinic_lot_scan_find (db, next->pdata[0], &error);
  g_assert_cmpuint (unknown->lots->len, ==, 0);
  g_assert_nonnull (unknown->like);
  prefilled = clinic_lot_scan_prefill (next->pdata[0], unknown->like);
  g_assert_cmpstr (prefilled->product, ==, "Vial");
  g_assert_cmpstr (prefilled->number, ==, "A2");
  g_assert_cmpstr (prefilled->expires_on, ==, "2028-03-31");
  g_assert_cmpstr (prefilled->expiry_text, ==, "280300");
  g_assert_cmpint (prefilled->ingredient_id, ==, self.clinic.ingredient);
  g_assert_cmpint (clinic_lot_receive (self.act, prefilled, &error), !=, 0);
  chart_fixture_clear (&self);
}

static GPtrArray *
list_all (ClinicDb *db,
          GType     type)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *records = clinic_store_list_by (db, type, NULL, 0, &error);

  g_assert_no_error (error);

  return records;
}

/* Any record of a list that the clinic begins with. */
static gint64
find_any (ClinicDb *db,
          GType     type)
{
  g_autoptr(GPtrArray) records = list_all (db, type);

  g_assert_cmpuint (records->len, >, 0);

  return clinic_record_get_id (records->pdata[0]);
}

static guint
count_links (ClinicDb *db,
             GType     type,
             gint64    ingredient)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) links = clinic_store_list_by (db, type, "ingredient_id", ingredient, &error);

  g_assert_no_error (error);

  return links->len;
}

static void
test_an_ingredient_is_changed_as_a_whole (ClinicDb *db)
{
  ChartFixture self;
  g_autoptr(GPtrArray) groups = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) contraindications = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(ClinicRecord) ingredient = NULL;
  g_autoptr(GError) error = NULL;
  gint64 group;

  chart_fixture_init (&self, db);
  group = find_any (db, CLINIC_TYPE_ALLERGEN_GROUP);
  ingredient = clinic_store_find (db, CLINIC_TYPE_INGREDIENT, self.clinic.ingredient, &error);
  g_object_set (ingredient, "max-dose", (gint64) 300000, "max-dose-per-kg", (gint64) 4500, NULL);
  g_ptr_array_add (groups, g_object_new (CLINIC_TYPE_INGREDIENT_ALLERGEN, "allergen-group-id", group, NULL));
  g_ptr_array_add (contraindications, g_object_new (CLINIC_TYPE_CONTRAINDICATION, "condition-kind-id",
                                                    find_any (db, CLINIC_TYPE_CONDITION_KIND), "severity", "stop", NULL));
  g_assert_cmpint (clinic_ingredient_save (self.act, CLINIC_INGREDIENT (ingredient), groups, contraindications, &error), !=, 0);
  g_assert_no_error (error);
  g_assert_cmpuint (count_links (db, CLINIC_TYPE_INGREDIENT_ALLERGEN, self.clinic.ingredient), ==, 1);
  g_assert_cmpuint (count_links (db, CLINIC_TYPE_CONTRAINDICATION, self.clinic.ingredient), ==, 1);

  g_object_set (ingredient, "withdrawn", TRUE, NULL);
  g_assert_cmpint (clinic_ingredient_save (self.act, CLINIC_INGREDIENT (ingredient), groups, contraindications, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);
  g_object_set (ingredient, "withdrawn-reason", "EMA 2012", NULL);
  g_ptr_array_set_size (groups, 0);
  g_assert_cmpint (clinic_ingredient_save (self.act, CLINIC_INGREDIENT (ingredient), groups, contraindications, &error), !=, 0);
  g_assert_no_error (error);
  g_assert_cmpuint (count_links (db, CLINIC_TYPE_INGREDIENT_ALLERGEN, self.clinic.ingredient), ==, 0);
  g_assert_cmpuint (count_links (db, CLINIC_TYPE_CONTRAINDICATION, self.clinic.ingredient), ==, 1);

  /* Nobody composes with it any more. */
  {
    g_autoptr(GPtrArray) components = clinic_store_list_by (db, CLINIC_TYPE_COMPONENT, "cocktail_version_id",
                                                            self.version, &error);

    g_assert_cmpint (clinic_cocktail_revise (self.act, self.cocktail, components, NULL, &error), ==, 0);
    g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  }

  chart_fixture_clear (&self);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);
  g_test_add_func ("/lot/usable-until", test_usable_until);
  clinic_test_add ("/batch/poured", test_a_batch_is_poured_from_what_expires_first);
  clinic_test_add ("/batch/drawn", test_a_chart_draws_from_a_batch);
  clinic_test_add ("/batch/overdrawn", test_a_batch_is_not_overdrawn);
  clinic_test_add ("/batch/database", test_the_database_refuses_too);
  clinic_test_add ("/batch/refused", test_what_must_not_be_poured_is_refused);
  clinic_test_add ("/batch/rules", test_rules_look_at_batches);
  clinic_test_add ("/batch/version", test_an_older_version_is_not_proposed);
  clinic_test_add ("/batch/balance", test_the_ledger_balances_whatever_happens);
  clinic_test_add ("/batch/undo", test_preparing_is_taken_back);
  clinic_test_add ("/lot/single-dose", test_a_single_dose_is_not_shared);
  clinic_test_add ("/lot/scanned", test_a_code_finds_its_lot);
  clinic_test_add ("/ingredient/changed", test_an_ingredient_is_changed_as_a_whole);

  return g_test_run ();
}
