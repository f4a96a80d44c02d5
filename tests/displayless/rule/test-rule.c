/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-random.h"
#include "clinic-error.h"
#include "clinic-rule-book.h"

#define HEAD "[rule]\ncode=x\nversion=1\nsource=test\noverride=owner\n"

typedef struct
{
  const char *fact;
  const char *text;         /* NULL: not known */
} Given;

/* What a rule is asked about; ends with a fact of NULL. */
static void
read_given (const ClinicFact *fact,
            gpointer          data,
            ClinicValue      *value)
{
  for (const Given *given = data; given->fact != NULL; given++)
    {
      if (strcmp (given->fact, fact->name) == 0 && given->text != NULL)
        g_assert_true (clinic_value_parse (value, fact->kind, given->text));
    }
}

static ClinicRule *
make_rule (const char *lines)
{
  g_autofree char *text = g_strconcat (HEAD, lines, NULL);
  g_autoptr(GError) error = NULL;
  ClinicRule *rule = clinic_rule_new ("x", text, &error);

  g_assert_no_error (error);

  return rule;
}

typedef struct
{
  const char *when;
  const char *depth;        /* of the injection; NULL: not known */
  gboolean    holds;
} Comparison;

static const Comparison comparisons[] = {
  { "injection.depth < 2", "1.999", TRUE },
  { "injection.depth < 2", "2", FALSE },
  { "injection.depth <= 2", "2", TRUE },
  { "injection.depth <= 2", "2.001", FALSE },
  { "injection.depth > 2", "2.001", TRUE },
  { "injection.depth > 2", "2", FALSE },
  { "injection.depth >= 2", "2", TRUE },
  { "injection.depth >= 2", "1.999", FALSE },
  { "injection.depth is 2", "2", TRUE },
  { "injection.depth is 2", "2.0", TRUE },
  { "injection.depth is 2", "3", FALSE },
  { "injection.depth is-not 2", "3", TRUE },
  { "injection.depth is-not 2", "2", FALSE },
  { "injection.depth in 1, 2,3", "2", TRUE },
  { "injection.depth in 1, 2,3", "4", FALSE },
  { "injection.depth > bound.b", "6", TRUE },
  { "injection.depth > bound.b", "5", FALSE },
  { "injection.depth > injection.volume", "8", TRUE },
  { "injection.depth > injection.volume", "7", FALSE },
  { "injection.depth > 1; injection.depth < 3", "2", TRUE },
  { "injection.depth > 1; injection.depth < 3", "3", FALSE },
  { "injection.zone is vertex", NULL, TRUE },
  { "injection.zone is-not vertex", NULL, FALSE },
  { "injection.zone in occipital, vertex", NULL, TRUE },
  { "session.date > 2026-11-20", NULL, TRUE },
  { "session.date > 2026-11-21", NULL, FALSE },
  { "injection.depth is unknown", NULL, TRUE },
  { "injection.depth is unknown", "2", FALSE },
  { "injection.depth is-not unknown", "2", TRUE },
  { "injection.depth is-not unknown", NULL, FALSE },
};

/* All that can be asked of what is not known, without asking whether it is. */
static const char *const of_unknown[] = {
  "injection.depth < 2", "injection.depth <= 2", "injection.depth > 2", "injection.depth >= 2",
  "injection.depth is 2", "injection.depth is-not 2", "injection.depth in 1, 2", "injection.depth "
  "> bound.b",
  "injection.depth is injection.volume_per_point", "injection.depth is-not injection.volume",
  "injection.volume > injection.depth", "injection.volume is-not injection.depth",
};

static const char *
judge (const char *when,
       const char *depth)
{
  g_autofree char *lines =
    g_strdup_printf ("severity=warn\neach=injection\nmessage=m\nwhen=%s\n[bounds]\nb=5\n", when);
  g_autoptr(ClinicRule) rule = make_rule (lines);
  Given given[] = {
    { "injection.depth", depth }, { "injection.zone", "vertex" }, { "injection.volume", "7" },
    { "session.date", "2026-11-21" }, { NULL },
  };

  return clinic_rule_judge (rule, read_given, given);
}

static void
test_condition (gconstpointer data)
{
  const Comparison *comparison = data;

  g_assert_cmpstr (judge (comparison->when, comparison->depth), ==,
                   comparison->holds ? "warn" : NULL);
}

static void
test_unknown_makes_nothing_true (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (of_unknown); i++)
    {
      g_test_message ("%s", of_unknown[i]);
      g_assert_null (judge (of_unknown[i], NULL));
    }
}

/* Of two numbers exactly one of <, is, > holds, and the others follow from them. */
static void
test_comparisons_agree (void)
{
  ClinicRandom random;

  clinic_random_init (&random, 17);

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *depth = g_strdup_printf ("%u.%u", clinic_random_below (&random, 4),
                                                clinic_random_below (&random, 3));
      guint operand = clinic_random_below (&random, 4);
      static const char *const operators[] = { "<", "is", ">", "<=", ">=", "is-not" };
      gboolean holds[G_N_ELEMENTS (operators)];

      for (guint j = 0; j < G_N_ELEMENTS (operators); j++)
        {
          g_autofree char *when = g_strdup_printf ("injection.depth %s %u", operators[j], operand);

          holds[j] = judge (when, depth) != NULL;
        }

      g_assert_cmpint (holds[0] + holds[1] + holds[2], ==, 1);
      g_assert_cmpint (holds[3], ==, !holds[2]);
      g_assert_cmpint (holds[4], ==, !holds[0]);
      g_assert_cmpint (holds[5], ==, !holds[1]);
    }
}

static const char *const bad_rules[] = {
  "",
  "severity=warn\nmessage=m\n",
  "severity=loud\nmessage=m\nwhen=patient.age > 1\n",
  "severity=patient.sex\nmessage=m\nwhen=patient.age > 1\n",
  "severity=condition.bearing\nmessage=m\nwhen=patient.age > 1\n",
  "severity=warn\nwhen=patient.age > 1\n",
  "severity=warn\nmessage=m\nwhen=patient.age\n",
  "severity=warn\nmessage=m\nwhen=patient.shoes > 1\n",
  "severity=warn\nmessage=m\nwhen=patient.age more 1\n",
  "severity=warn\nmessage=m\nwhen=patient.age > many\n",
  "severity=warn\nmessage=m\nwhen=patient.age > unknown\n",
  "severity=warn\nmessage=m\nwhen=patient.age > session.date\n",
  "severity=warn\nmessage=m\nwhen=patient.age > bound.none\n",
  "severity=warn\nmessage=m\nwhen=patient.sex > F\n",
  "severity=warn\nmessage=m\nwhen=patient.sex is Q\n",
  "severity=warn\nmessage=m\nwhen=patient.pregnant is maybe\n",
  "severity=warn\nmessage=m\nwhen=session.date > 2026-02-30\n",
  "severity=warn\nmessage=m\nwhen=injection.depth > 1\n",
  "severity=warn\nmessage={injection.depth}\nwhen=patient.age > 1\n",
  "severity=warn\nmessage={patient.shoes}\nwhen=patient.age > 1\n",
  "severity=warn\nmessage={patient.age\nwhen=patient.age > 1\n",
  "severity=warn\neach=shoe\nmessage=m\nwhen=patient.age > 1\n",
  "severity=warn\nmessage=m\nwhen=patient.age > 1\n[bounds]\nb=much\n",
  "severity=warn\nmessage=m\nwhen=patient.age > 1\n[example e]\ngiven=patient.age\nexpect=warn\n",
  "severity=warn\nmessage=m\nwhen=patient.age > 1\n[example e]\ngiven=patient.age=old\nexpect=warn\n",
  "severity=warn\nmessage=m\nwhen=patient.age > 1\n[example e]\ngiven=injection.depth=1\nexpect=warn\n",
  "severity=warn\nmessage=m\nwhen=patient.age > 1\n[example e]\ngiven=patient.age=1\nexpect=loud\n",
  "severity=warn\nmessage=m\nwhen=patient.age > 1\nnonsense\n",
};

static void
test_bad_rule_is_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_rules); i++)
    {
      g_autofree char *text = g_strconcat (HEAD, bad_rules[i], NULL);
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", bad_rules[i]);
      g_assert_null (clinic_rule_new ("x", text, &error));
      g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
    }
}

static void
test_head_must_be_complete (void)
{
  static const char *const heads[] = {
    "[rule]\ncode=y\nversion=1\nsource=s\noverride=\n",
    "[rule]\ncode=x\nversion=0\nsource=s\noverride=\n",
    "[rule]\ncode=x\nversion=1\noverride=\n",
    "[rule]\ncode=x\nversion=1\nsource=s\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char *text = g_strconcat (heads[i], "severity=warn\nmessage=m\nwhen=patient.age > 1\n", NULL);
      g_autoptr(GError) error = NULL;

      g_assert_null (clinic_rule_new ("x", text, &error));
      g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
    }
}

static void
test_message_says_facts_and_leaves_out_unknown_parts (void)
{
  g_autoptr(ClinicRule) rule =
    make_rule ("severity=warn\neach=injection\nwhen=injection.depth > bound.b\n"
               "message={injection.zone}: {injection.depth} > {bound.b}[ by {injection.technique}][ ({injection.points})]!\n"
               "[bounds]\nb=5\n");
  Given known[] = {
    { "injection.zone", "temple_left" }, { "injection.depth", "6.5" }, { "injection.technique",
                                                                         "nappage" }, { NULL },
  };
  g_autofree char *message = clinic_rule_dup_message (rule, read_given, known);
  g_autofree char *unknown = clinic_rule_dup_message (rule, read_given, (Given[]) { { NULL } });

  g_assert_cmpstr (message, ==, "Left temple: 6.5 > 5 by Nappage!");
  g_assert_cmpstr (unknown, ==, "unknown: unknown > 5!");
}

static void
test_severity_may_come_from_a_fact (void)
{
  g_autoptr(ClinicRule) rule =
    make_rule ("severity=condition.bearing\neach=condition\nwhen=condition.name is-not "
               "unknown\nmessage=m\n");
  Given stop[] = { { "condition.name", "A" }, { "condition.bearing", "stop" }, { NULL } };
  Given unknown[] = { { "condition.name", "A" }, { NULL } };

  g_assert_cmpstr (clinic_rule_judge (rule, read_given, stop), ==, "stop");
  g_assert_null (clinic_rule_judge (rule, read_given, unknown));

  g_assert_true (clinic_rule_set_severity (rule, "note"));
  g_assert_cmpstr (clinic_rule_judge (rule, read_given, stop), ==, "note");
  g_assert_true (clinic_rule_set_severity (rule, "off"));
  g_assert_null (clinic_rule_judge (rule, read_given, stop));
  g_assert_false (clinic_rule_set_severity (rule, "loud"));
}

static void
test_clinic_changes_rules_by_settings (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicRuleBook) book = clinic_rule_book_new (&error);
  static const char *const bad[][2] = {
    { "rule.depth-deep.severity", "loud" },
    { "rule.depth-deep.bound.most", "much" },
    { "rule.depth-deep.bound.none", "5" },
    { "rule.depth-deep.colour", "red" },
    { "rule.nothing.severity", "stop" },
    { "rule", "stop" },
  };
  ClinicRule *rule = clinic_rule_book_find (book, "depth-deep");
  Given given[] = { { "injection.depth", "4.5" }, { NULL } };

  g_assert_no_error (error);
  g_assert_cmpstr (clinic_rule_judge (rule, read_given, given), ==, "warn");

  g_assert_true (clinic_rule_book_set (book, "rule.depth-deep.severity", "stop", &error));
  g_assert_cmpstr (clinic_rule_judge (rule, read_given, given), ==, "stop");
  g_assert_true (clinic_rule_book_set (book, "rule.depth-deep.bound.most", "5", &error));
  g_assert_null (clinic_rule_judge (rule, read_given, given));

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s=%s", bad[i][0], bad[i][1]);
      g_assert_false (clinic_rule_book_set (book, bad[i][0], bad[i][1], &error));
      g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
      g_clear_error (&error);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (comparisons); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rule/condition/%u", i + 1);

      g_test_add_data_func (path, &comparisons[i], test_condition);
    }

  g_test_add_func ("/rule/unknown-makes-nothing-true", test_unknown_makes_nothing_true);
  g_test_add_func ("/rule/comparisons-agree", test_comparisons_agree);
  g_test_add_func ("/rule/bad-rule-is-refused", test_bad_rule_is_refused);
  g_test_add_func ("/rule/head-must-be-complete", test_head_must_be_complete);
  g_test_add_func ("/rule/message-says-facts",
                   test_message_says_facts_and_leaves_out_unknown_parts);
  g_test_add_func ("/rule/severity-may-come-from-a-fact", test_severity_may_come_from_a_fact);
  g_test_add_func ("/rule/clinic-changes-rules-by-settings", test_clinic_changes_rules_by_settings);

  return g_test_run ();
}
