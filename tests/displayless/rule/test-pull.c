/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every rule of the pull test that is shipped says what its own examples expect. */

#include "config.h"

#include <string.h>

#include "clinic-db.h"
#include "clinic-error.h"
#include "clinic-pull.h"
#include "clinic-resource.h"

#define MOST_PLACES 12

static GKeyFile *
load_file (const ClinicPullRule *rule)
{
  g_autofree char *path = g_strdup_printf ("rules/%s.pull", rule->id);
  g_autofree char *text = clinic_resource_dup_text (path);
  GKeyFile *file = g_key_file_new ();

  g_assert_true (g_key_file_load_from_data (file, text, -1, G_KEY_FILE_NONE, NULL));

  return file;
}

static const char *
try_example (const ClinicPullRule *rule,
             GKeyFile             *file,
             const char           *group,
             const char           *expected)
{
  g_autofree char *text = g_key_file_get_string (file, group, "extracted", NULL);
  g_auto(GStrv) words = NULL;
  gint64 extracted[MOST_PLACES];
  gint64 grasped = CLINIC_NULL;
  guint n = 0;

  g_assert_nonnull (text);
  words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      g_assert_cmpuint (n, <, MOST_PLACES);
      g_assert_true (g_ascii_string_to_signed (words[i], 10, 0, 1000, &extracted[n++], NULL));
    }

  if (g_key_file_has_key (file, group, "grasped", NULL))
    grasped = g_key_file_get_int64 (file, group, "grasped", NULL);

  g_test_message ("%s: %s", rule->id, group);
  g_assert_cmpstr (clinic_pull_rule_judge (rule, grasped, extracted, n), ==,
                   g_str_equal (expected, "unknown") ? NULL : expected);

  return expected;
}

/* There is an example of each answer. */
static void
test_rule_keeps_to_its_examples (gconstpointer data)
{
  const ClinicPullRule *rule = data;
  g_autoptr(GKeyFile) file = load_file (rule);
  g_auto(GStrv) groups = g_key_file_get_groups (file, NULL);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *expected = NULL;

      if (g_str_equal (groups[i], "pull"))
        continue;

      g_assert_true (g_str_has_prefix (groups[i], "example "));
      expected = g_key_file_get_string (file, groups[i], "expect", NULL);
      g_assert_nonnull (expected);
      try_example (rule, file, groups[i], expected);
      g_hash_table_add (seen, g_steal_pointer (&expected));
    }

  g_assert_true (g_hash_table_contains (seen, "positive"));
  g_assert_true (g_hash_table_contains (seen, "negative"));
  g_assert_true (g_hash_table_contains (seen, "unknown"));
  g_assert_cmpuint (g_hash_table_size (seen), ==, 3);
}

/* The test lies on one side of the cut-off or the other, and says so in words. */
static void
test_rule_has_source_version_and_cutoff (gconstpointer data)
{
  const ClinicPullRule *rule = data;
  g_autofree char *cutoff = clinic_pull_rule_dup_cutoff (rule);

  g_assert_true (clinic_pull_rule_find (rule->id) == rule);
  g_assert_cmpint (rule->version, >=, 1);
  g_assert_cmpstr (rule->source, !=, "");
  g_assert_cmpstr (rule->label, !=, "");
  g_assert_cmpstr (cutoff, !=, "");
}

/* As it was asked for, from nothing to all, a test that was positive does not become negative. */
static void
test_more_hairs_are_not_better (gconstpointer data)
{
  const ClinicPullRule *rule = data;
  gboolean positive = FALSE;

  for (gint64 hairs = 0; hairs <= 60; hairs++)
    {
      const gint64 extracted[] = { hairs, hairs, hairs };
      const char *result = clinic_pull_rule_judge (rule, 60, extracted, rule->places);

      g_assert_nonnull (result);
      g_assert_false (positive && g_str_equal (result, "negative"));
      g_assert_false (hairs == 0 && g_str_equal (result, "positive"));
      positive |= g_str_equal (result, "positive");
    }

  g_assert_true (positive);
}

static void
test_cutoffs_are_said (void)
{
  static const struct { const char *id; const char *cutoff; } cases[] = {
    { "share_10", "> 10 % of those grasped" },
    { "six_of_60", "> 6 hairs" },
    { "three_areas", "> 10 hairs in all or ≥ 3 hairs at each place" },
    { "up_to_two", "> 2 hairs" },
  };

  g_assert_cmpuint (clinic_pull_rules ()->len, ==, G_N_ELEMENTS (cases));
  g_assert_null (clinic_pull_rule_find ("no_such_rule"));
  g_assert_null (clinic_pull_rule_find (NULL));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cutoff = clinic_pull_rule_dup_cutoff (clinic_pull_rule_find (cases[i].id));

      g_assert_cmpstr (cutoff, ==, cases[i].cutoff);
    }
}

static const char *const bad_rules[] = {
  "",
  "no key file",
  "[pull]\ncode=another\nversion=1\nlabel=x\nsource=y\ntotal_above=2\n",
  "[pull]\ncode=test\nversion=0\nlabel=x\nsource=y\ntotal_above=2\n",
  "[pull]\ncode=test\nversion=1\nlabel=x\ntotal_above=2\n",
  "[pull]\ncode=test\nversion=1\nsource=y\ntotal_above=2\n",
  "[pull]\ncode=test\nversion=1\nlabel=x\nsource=y\n",
  "[pull]\ncode=test\nversion=1\nlabel=x\nsource=y\ntotal_above=two\n",
  "[pull]\ncode=test\nversion=1\nlabel=x\nsource=y\ntotal_above=\n",
  "[pull]\ncode=test\nversion=1\nlabel=x\nsource=y\ntotal_above=-1\n",
  "[pull]\ncode=test\nversion=1\nlabel=x\nsource=y\ntotal_abvoe=2\n",
  "[pull]\ncode=test\nversion=1\nlabel=x\nsource=y\ntotal_above=2\nplaces=0\n",
  "[pull]\ncode=test\nversion=1\nlabel=x\nsource=y\ntotal_above=2\ngrasped_from=60\n",
  "[pull]\ncode=test\nversion=1\nlabel=x\nsource=y\ntotal_above=2\ngrasped_from=60\ngrasped_to=40\n",
};

static void
test_what_is_no_rule_is_refused (void)
{
  g_autoptr(ClinicPullRule) good = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad_rules); i++)
    {
      g_autoptr(GError) failure = NULL;

      g_test_message ("%s", bad_rules[i]);
      g_assert_null (clinic_pull_rule_new ("test", bad_rules[i], &failure));
      g_assert_error (failure, CLINIC_ERROR, CLINIC_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (failure->message, "test: "));
    }

  good = clinic_pull_rule_new ("test", "[pull]\ncode=test\nversion=3\nlabel=x\nsource=y\ntotal_above=2\n", &error);
  g_assert_no_error (error);
  g_assert_cmpint (good->version, ==, 3);
  g_assert_cmpuint (good->places, ==, 1);
  g_assert_cmpint (good->percent_above, ==, -1);
}

static void
add_tests (const ClinicPullRule *rule)
{
  g_autofree char *examples = g_strdup_printf ("/pull/examples/%s", rule->id);
  g_autofree char *described = g_strdup_printf ("/pull/described/%s", rule->id);
  g_autofree char *steady = g_strdup_printf ("/pull/steady/%s", rule->id);

  g_test_add_data_func (examples, rule, test_rule_keeps_to_its_examples);
  g_test_add_data_func (described, rule, test_rule_has_source_version_and_cutoff);
  g_test_add_data_func (steady, rule, test_more_hairs_are_not_better);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < clinic_pull_rules ()->len; i++)
    add_tests (clinic_pull_rules ()->pdata[i]);

  g_test_add_func ("/pull/cutoffs-are-said", test_cutoffs_are_said);
  g_test_add_func ("/pull/what-is-no-rule-is-refused", test_what_is_no_rule_is_refused);

  return g_test_run ();
}
