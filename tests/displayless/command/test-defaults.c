/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a clinic sets anew of what is shipped: only what can be, less than shipped for a reason, and back again. */

#include "config.h"

#include <string.h>

#include "clinic-audit.h"
#include "clinic-condition-kind.h"
#include "clinic-defaults.h"
#include "clinic-metric.h"
#include "clinic-rule-book.h"
#include "clinic-test.h"
#include "clinic-undo.h"
#include "command-fixture.h"

typedef struct
{
  CommandFixture  clinic;
  ClinicAct      *manager;
} Fixture;

static void
fixture_init (Fixture  *self,
              ClinicDb *db)
{
  command_fixture_init (&self->clinic, db);
  self->manager = clinic_act_new (db, self->clinic.manager);
}

static void
fixture_clear (Fixture *self)
{
  clinic_act_free (self->manager);
  command_fixture_clear (&self->clinic);
}

static void
must_set (Fixture    *self,
          const char *key,
          const char *value)
{
  g_autoptr(GError) error = NULL;
  gboolean done = clinic_default_set (self->manager, key, value, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

static void
assert_refused (Fixture    *self,
                const char *key,
                const char *value,
                const char *words)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (clinic_default_set (self->manager, key, value, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, words));
}

static ClinicDefault *
find (Fixture    *self,
      const char *section,
      const char *key)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) list = clinic_defaults_list (self->clinic.db, section, &error);

  g_assert_no_error (error);

  for (guint i = 0; i < list->len; i++)
    {
      if (g_str_equal (CLINIC_DEFAULT (list->pdata[i])->key, key))
        return g_object_ref (list->pdata[i]);
    }

  g_error ("There is no %s in %s", key, section);
}

static void
assert_value (Fixture    *self,
              const char *section,
              const char *key,
              const char *value,
              const char *shipped)
{
  g_autoptr(ClinicDefault) item = find (self, section, key);

  g_assert_cmpstr (item->value, ==, value);
  g_assert_cmpstr (item->shipped, ==, shipped);
}

static void
test_rule_is_loosened_for_a_reason (ClinicDb *db)
{
  Fixture self = { 0 };
  g_autoptr(ClinicRuleBook) book = NULL;

  fixture_init (&self, db);
  assert_value (&self, "rules", "rule/depth-deep/bound.most", "4", "4");
  must_set (&self, "rule/depth-deep/bound.most", "3.5");
  must_set (&self, "rule/depth-deep/severity", "stop");
  assert_refused (&self, "rule/depth-deep/bound.most", "4.5", "Reason");
  assert_refused (&self, "rule/principal-agents/bound.least", "1", "Reason");
  assert_refused (&self, "rule/depth-deep/severity", "off", "Reason");
  clinic_act_set_reason (self.manager, "Longer needles");
  must_set (&self, "rule/depth-deep/bound.most", "4.5");
  must_set (&self, "rule/depth-deep/severity", "note");
  book = clinic_rule_book_open (db, NULL);
  g_assert_cmpint (clinic_rule_get_bound (clinic_rule_book_find (book, "depth-deep"), "most"), ==, 4500);
  g_assert_cmpstr (clinic_rule_get_severity (clinic_rule_book_find (book, "depth-deep")), ==, "note");
  g_assert_cmpint (command_count (db, "SELECT count(*) FROM audit WHERE reason = 'Longer needles' AND entity = 'setting'"), ==, 2);
  clinic_act_set_reason (self.manager, NULL);
  must_set (&self, "rule/depth-deep/severity", NULL);
  assert_value (&self, "rules", "rule/depth-deep/severity", "warn", "warn");
  fixture_clear (&self);
}

/* Marked in the rule: no reason is good enough. */
static void
test_some_rules_stay (ClinicDb *db)
{
  Fixture self = { 0 };

  fixture_init (&self, db);
  clinic_act_set_reason (self.manager, "We know better");
  assert_refused (&self, "rule/allergy-ingredient/severity", "warn", "cannot mean less");
  assert_refused (&self, "rule/lot-expired/severity", "off", "cannot mean less");
  assert_refused (&self, "rule/depth-deep/severity", "shout", "stop, warn");
  assert_refused (&self, "rule/nothing/severity", "stop", "no such");
  assert_refused (&self, "rule/condition/severity", "off", "no such");
  fixture_clear (&self);
}

static void
test_condition_bears_otherwise (ClinicDb *db)
{
  Fixture self = { 0 };

  fixture_init (&self, db);
  assert_value (&self, "conditions", "condition_kind/diabetes/bearing", "warn", "warn");
  must_set (&self, "condition_kind/diabetes/bearing", "stop");
  assert_refused (&self, "condition_kind/diabetes/bearing", "note", "Reason");
  assert_refused (&self, "condition_kind/diabetes/bearing", "off", "stop, warn");
  must_set (&self, "condition_kind/diabetes/bearing", NULL);
  assert_value (&self, "conditions", "condition_kind/diabetes/bearing", "warn", "warn");
  fixture_clear (&self);
}

/* What was measured is not touched. */
static void
test_metric_is_described_anew (ClinicDb *db)
{
  Fixture self = { 0 };
  g_autoptr(GError) error = NULL;

  fixture_init (&self, db);
  must_set (&self, "metric/density_total/error_percent", "5");
  must_set (&self, "metric/density_total/decimals", "2");
  must_set (&self, "metric/density_total/error_absolute", "1.5");
  assert_value (&self, "metrics", "metric/density_total/error_percent", "5", "10");
  assert_value (&self, "metrics", "metric/density_total/error_absolute", "1.5", NULL);
  assert_refused (&self, "metric/density_total/decimals", "7", "Decimals");
  assert_refused (&self, "metric/density_total/low", "700", "Highest");
  assert_refused (&self, "metric/density_total/direction", "sideways", "Better");
  must_set (&self, "metric/density_total/error_absolute", NULL);
  assert_value (&self, "metrics", "metric/density_total/error_absolute", NULL, NULL);
  g_assert_true (clinic_undo (self.manager, self.manager->done, &error));
  g_assert_no_error (error);
  assert_value (&self, "metrics", "metric/density_total/error_absolute", "1.5", NULL);
  fixture_clear (&self);
}

static void
test_treatment_begins_otherwise (ClinicDb *db)
{
  static const char *const wrong[] = { "0", "-1", "14", "deep", "" };
  Fixture self = { 0 };

  fixture_init (&self, db);
  assert_value (&self, "treatment", "setting/chart.depth", "2.5", "2.5");
  must_set (&self, "setting/chart.depth", "3");
  assert_value (&self, "treatment", "setting/chart.depth", "3", "2.5");

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    assert_refused (&self, "setting/chart.depth", wrong[i], "number");

  assert_refused (&self, "setting/decision.sessions", "three", "3 5");
  assert_refused (&self, "setting/decision.sessions", "0", "3 5");
  assert_refused (&self, "setting/other", "3", "no such");
  must_set (&self, "setting/decision.sessions", "8, 2;2");
  assert_value (&self, "treatment", "setting/decision.sessions", "2 8", "3 5");
  must_set (&self, "setting/decision.sessions", NULL);
  assert_value (&self, "treatment", "setting/decision.sessions", "3 5", "3 5");
  fixture_clear (&self);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("/defaults/rule-is-loosened-for-a-reason", test_rule_is_loosened_for_a_reason);
  clinic_test_add ("/defaults/some-rules-stay", test_some_rules_stay);
  clinic_test_add ("/defaults/condition-bears-otherwise", test_condition_bears_otherwise);
  clinic_test_add ("/defaults/metric-is-described-anew", test_metric_is_described_anew);
  clinic_test_add ("/defaults/treatment-begins-otherwise", test_treatment_begins_otherwise);

  return g_test_run ();
}
