/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the clinic writes down that patients keep to, and what it may not write. */

#include "config.h"

#include <string.h>

#include "clinic-aftercare-text.h"
#include "clinic-aftercare.h"
#include "clinic-test.h"
#include "clinic-undo.h"
#include "command-fixture.h"

typedef struct
{
  CommandFixture  clinic;
  ClinicAct      *act;          /* the manager's */
} Fixture;

static void
set_up (Fixture  *self,
        ClinicDb *db)
{
  command_fixture_init (&self->clinic, db);
  self->act = clinic_act_new (db, self->clinic.manager);
}

static void
tear_down (Fixture *self)
{
  g_clear_pointer (&self->act, clinic_act_free);
  command_fixture_clear (&self->clinic);
}

static ClinicAftercareRule *
make_rule (void)
{
  return g_object_new (CLINIC_TYPE_AFTERCARE_RULE, "code", "helmet", "side", "after", "amount",
                       (gint64) 24, "unit", "hours", NULL);
}

static char *
find_words (Fixture    *self,
            gint64      rule,
            const char *language)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) texts = clinic_store_list_by (self->clinic.db, CLINIC_TYPE_AFTERCARE_TEXT,
                                                     "aftercare_rule_id", rule, &error);

  g_assert_no_error (error);

  for (guint i = 0; i < texts->len; i++)
    {
      ClinicAftercareText *text = texts->pdata[i];

      if (g_str_equal (text->language, language))
        return g_strdup (text->text);
    }

  return NULL;
}

static void
assert_words (Fixture    *self,
              gint64      rule,
              const char *language,
              const char *expected)
{
  g_autofree char *words = find_words (self, rule, language);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_words_come_and_go (ClinicDb *db)
{
  static const char *const first[] = { "en", "No helmet", "de", "Kein Helm", NULL };
  static const char *const second[] = { "en", "No hat or helmet", "de", "", NULL };
  Fixture self = { 0 };
  g_autoptr(ClinicAftercareRule) rule = make_rule ();
  g_autoptr(GError) error = NULL;
  gint64 id;

  set_up (&self, db);
  id = clinic_aftercare_save (self.act, rule, first, 0, &error);
  g_assert_no_error (error);
  assert_words (&self, id, "de", "Kein Helm");

  g_assert_cmpint (clinic_aftercare_save (self.act, rule, second, 0, &error), ==, id);
  g_assert_no_error (error);
  assert_words (&self, id, "en", "No hat or helmet");
  assert_words (&self, id, "de", NULL);

  /* Both are taken back, the words with the rule. */
  g_assert_true (clinic_undo (self.act, self.act->done, &error));
  g_assert_no_error (error);
  assert_words (&self, id, "en", "No helmet");
  assert_words (&self, id, "de", "Kein Helm");
  tear_down (&self);
}

/* Two read the same rule; the second to save hears of the first, also when only the words of some language
 * are another's, or new, or gone. */
static void
test_second_writer_of_words_is_refused (ClinicDb *db)
{
  static const char *const first[] = { "en", "No helmet", "de", "Kein Helm", NULL };
  static const char *const changes[][3] = {
    { "en", "No hat", NULL }, { "tr", "Kask yok", NULL }, { "de", "", NULL },
  };
  static const char *const mine[] = { "de", "Kein Hut", NULL };
  Fixture self = { 0 };
  g_autoptr(ClinicAftercareRule) rule = make_rule ();
  g_autoptr(GError) error = NULL;
  gint64 id, read;

  set_up (&self, db);
  id = clinic_aftercare_save (self.act, rule, first, 0, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      read = clinic_aftercare_get_version (db, id, &error);
      g_assert_cmpint (read, ==, clinic_aftercare_get_version (db, id, &error));
      g_assert_cmpint (clinic_aftercare_save (self.act, rule, changes[i], read, &error), ==, id);
      g_assert_no_error (error);
      g_assert_cmpint (clinic_aftercare_save (self.act, rule, mine, read, &error), ==, 0);
      g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT);
      g_clear_error (&error);
    }

  assert_words (&self, id, "en", "No hat");
  assert_words (&self, id, "de", NULL);

  /* The rule itself counts as well; with what stands now it can be saved. */
  read = clinic_aftercare_get_version (db, id, &error);
  g_object_set (rule, "amount", (gint64) 3, NULL);
  g_assert_cmpint (clinic_aftercare_save (self.act, rule, first, read, &error), ==, id);
  g_assert_no_error (error);
  g_assert_cmpint (clinic_aftercare_save (self.act, rule, mine, read, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT);
  g_clear_error (&error);
  read = clinic_aftercare_get_version (db, id, &error);
  g_assert_cmpint (clinic_aftercare_save (self.act, rule, mine, read, &error), ==, id);
  g_assert_no_error (error);
  assert_words (&self, id, "de", "Kein Hut");
  tear_down (&self);
}

static void
test_new_rule_is_taken_back (ClinicDb *db)
{
  static const char *const words[] = { "en", "No helmet", NULL };
  Fixture self = { 0 };
  g_autoptr(ClinicAftercareRule) rule = make_rule ();
  g_autoptr(GError) error = NULL;
  gint64 before, id;

  set_up (&self, db);
  before = command_count (db, "SELECT COUNT(*) FROM aftercare_rule");
  id = clinic_aftercare_save (self.act, rule, words, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM aftercare_rule"), ==, before + 1);
  g_assert_true (clinic_undo (self.act, self.act->done, &error));
  g_assert_no_error (error);
  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM aftercare_rule"), ==, before);
  assert_words (&self, id, "en", NULL);
  tear_down (&self);
}

typedef struct
{
  const char *name;
  const char *property;         /* of the rule; NULL: it is good */
  const char *value;
  const char *words;
  const char *complaint;
} Refusal;

static const Refusal refusals[] = {
  { "no words", NULL, NULL, "", "words in one language" },
  { "no code", "code", "", "No helmet", "Code:" },
  { "no time", "amount", "0", "No helmet", "How long:" },
  { "a treatment before", "treatment", "before", "No helmet", "Other treatments" },
  { "a unit nobody knows", "unit", "weeks", "No helmet", "Unit:" },
  { "words that are too long", NULL, NULL, NULL, "Text:" },
};

static ClinicAftercareRule *
spoil (const Refusal *refusal)
{
  ClinicAftercareRule *rule = make_rule ();

  if (g_strcmp0 (refusal->property, "amount") == 0)
    g_object_set (rule, "amount", (gint64) 0, NULL);
  else if (g_strcmp0 (refusal->property, "treatment") == 0)
    g_object_set (rule, "treatment", TRUE, "side", "before", NULL);
  else if (refusal->property != NULL)
    g_object_set (rule, refusal->property, refusal->value, NULL);

  return rule;
}

static void
test_what_says_nothing_is_refused (ClinicDb *db)
{
  Fixture self = { 0 };
  g_autofree char *long_words = g_strnfill (401, 'x');
  gint64 before;

  set_up (&self, db);
  before = command_count (db, "SELECT COUNT(*) FROM audit");

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      const Refusal *refusal = &refusals[i];
      g_autoptr(ClinicAftercareRule) rule = spoil (refusal);
      const char *words[] = { "en", refusal->words != NULL ? refusal->words : long_words, NULL };
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", refusal->name);
      g_assert_cmpint (clinic_aftercare_save (self.act, rule, words, 0, &error), ==, 0);
      g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, refusal->complaint));
    }

  g_assert_cmpint (command_count (db, "SELECT COUNT(*) FROM audit"), ==, before);
  tear_down (&self);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("/aftercare/words-come-and-go", test_words_come_and_go);
  clinic_test_add ("/aftercare/second-writer-of-words-is-refused",
                   test_second_writer_of_words_is_refused);
  clinic_test_add ("/aftercare/new-rule-is-taken-back", test_new_rule_is_taken_back);
  clinic_test_add ("/aftercare/what-says-nothing-is-refused", test_what_says_nothing_is_refused);

  return g_test_run ();
}
