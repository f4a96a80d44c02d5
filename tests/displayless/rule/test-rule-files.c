/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every rule that is shipped says what its own examples expect. */

#include "config.h"

#include <string.h>

#include "clinic-check-in-look.h"
#include "clinic-choices.h"
#include "clinic-rule-book.h"

static void
read_given (const ClinicFact *fact,
            gpointer          data,
            ClinicValue      *value)
{
  const ClinicValue *given = g_hash_table_lookup (data, fact);

  if (given != NULL)
    clinic_value_copy (value, given);
}

static void
try_example (ClinicRule        *rule,
             ClinicRuleExample *example)
{
  const char *severity = clinic_rule_judge (rule, read_given, example->given);
  g_autofree char *message = NULL;

  g_test_message ("%s: %s", clinic_rule_get_code (rule), example->name);
  g_assert_cmpstr (severity != NULL ? severity : "none", ==, example->expect);

  if (example->message == NULL)
    return;

  message = clinic_rule_dup_message (rule, read_given, example->given);
  g_assert_cmpstr (message, ==, example->message);
}

static void
test_rule_keeps_to_its_examples (gconstpointer data)
{
  ClinicRule *rule = (ClinicRule *) data;
  GPtrArray *examples = clinic_rule_get_examples (rule);
  gboolean objects = FALSE;
  gboolean keeps_silent = FALSE;

  for (guint i = 0; i < examples->len; i++)
    {
      ClinicRuleExample *example = examples->pdata[i];
      gboolean none = strcmp (example->expect, "none") == 0;

      objects = objects || !none;
      keeps_silent = keeps_silent || none;
      try_example (rule, example);
    }

  /* Who sets them anew reads what each is about, not its code. */
  g_assert_cmpstr (clinic_rule_get_title (rule), !=, clinic_rule_get_code (rule));
  g_assert_true (clinic_rule_get_least (rule) == NULL ||
                 g_strcmp0 (clinic_rule_get_least (rule), clinic_rule_get_severity (rule)) == 0);
  g_assert_true (objects);
  g_assert_true (keeps_silent);
  g_assert_nonnull (clinic_rule_get_source (rule));
}

/* What is not known makes no rule object, unless the rule asks just for that. */
static void
test_unknown_stops_nobody (gconstpointer data)
{
  ClinicRule *rule = (ClinicRule *) data;
  g_autoptr(GHashTable) nothing = g_hash_table_new (NULL, NULL);
  const char *severity = clinic_rule_judge (rule, read_given, nothing);

  g_assert_cmpstr (severity, !=, "stop");

  if (severity != NULL)
    g_assert_nonnull (strstr (clinic_rule_get_code (rule), "unknown"));
}

/* A stop that nobody could go on from would make a record of what did happen impossible. */
static void
test_stop_can_be_overridden (gconstpointer data)
{
  ClinicRule *rule = (ClinicRule *) data;

  if (strcmp (clinic_rule_get_severity (rule), "note") != 0)
    g_assert_true (clinic_rule_may_override (rule, "owner"));

  g_assert_false (clinic_rule_may_override (rule, "receptionist"));
  g_assert_false (clinic_rule_may_override (rule, NULL));
}

static void
add_tests (ClinicRule *rule)
{
  g_autofree char *examples = g_strdup_printf ("/rule/examples/%s", clinic_rule_get_code (rule));
  g_autofree char *unknown = g_strdup_printf ("/rule/unknown/%s", clinic_rule_get_code (rule));
  g_autofree char *override = g_strdup_printf ("/rule/override/%s", clinic_rule_get_code (rule));

  g_test_add_data_func (examples, rule, test_rule_keeps_to_its_examples);
  g_test_add_data_func (unknown, rule, test_unknown_stops_nobody);
  g_test_add_data_func (override, rule, test_stop_can_be_overridden);
}

static void
test_facts_are_well_described (void)
{
  for (const ClinicFact *fact = clinic_facts_list (); fact->name != NULL; fact++)
    {
      g_autofree char *first = g_strndup (fact->name, strcspn (fact->name, "."));
      int scope = clinic_scope_find (first);

      g_test_message ("%s", fact->name);
      g_assert_true (clinic_facts_find (fact->name) == fact);
      g_assert_nonnull (fact->doc);
      g_assert_nonnull (fact->read);
      g_assert_true (fact->choices == NULL || fact->kind == CLINIC_VALUE_TEXT);
      g_assert_true (scope < 0 || (fact->scope & scope) != 0);
    }
}

/* The banner calls an answer old on the day on which the rule does. */
static void
test_old_answers_are_old_everywhere (gconstpointer data)
{
  g_assert_cmpint (clinic_rule_get_bound ((ClinicRule *) data, "most"), ==, CLINIC_ANSWER_FRESH * 1000);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(ClinicRuleBook) book = NULL;
  g_autoptr(GError) error = NULL;

  g_test_init (&argc, &argv, NULL);

  book = clinic_rule_book_new (&error);
  g_assert_no_error (error);
  g_assert_cmpuint (clinic_rule_book_list (book)->len, >=, 20);

  for (guint i = 0; i < clinic_rule_book_list (book)->len; i++)
    add_tests (clinic_rule_book_list (book)->pdata[i]);

  g_test_add_data_func ("/rule/old-answers", clinic_rule_book_find (book, "pregnancy-stale"),
                        test_old_answers_are_old_everywhere);
  g_test_add_func ("/rule/facts-are-well-described", test_facts_are_well_described);

  return g_test_run ();
}
