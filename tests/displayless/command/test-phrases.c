/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-phrases.h"
#include "clinic-test.h"
#include "clinic-undo.h"
#include "command-fixture.h"

static gint64
add (ClinicAct  *act,
     const char *key,
     const char *text)
{
  g_autoptr(ClinicSnippet) snippet = clinic_snippet_new ();
  g_autoptr(GError) error = NULL;
  gint64 id;

  g_object_set (snippet, "short-key", key, "text", text, NULL);
  id = clinic_phrases_save (act, snippet, &error);
  g_assert_no_error (error);

  return id;
}

/* "a=One|b=Two" */
static void
assert_phrases (ClinicDb   *db,
                const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) list = clinic_phrases_list (db, &error);
  g_autoptr(GString) found = g_string_new (NULL);

  g_assert_no_error (error);

  for (guint i = 0; i < list->len; i++)
    {
      ClinicSnippet *snippet = list->pdata[i];

      g_string_append_printf (found, "%s%s=%s", i > 0 ? "|" : "", snippet->short_key, snippet->text);
    }

  g_assert_cmpstr (found->str, ==, expected);
}

static void
assert_refused (ClinicAct  *act,
                gint64      id,
                const char *key,
                const char *text)
{
  g_autoptr(ClinicSnippet) snippet = clinic_snippet_new ();
  g_autoptr(GError) error = NULL;

  if (id != 0)
    {
      g_autoptr(ClinicRecord) stored = clinic_store_find (act->db, CLINIC_TYPE_SNIPPET, id, NULL);

      clinic_record_assign (CLINIC_RECORD (snippet), stored);
    }

  g_object_set (snippet, "short-key", key, "text", text, NULL);
  g_assert_cmpint (clinic_phrases_save (act, snippet, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
}

static void
test_phrases_have_an_order (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicAct) act = NULL;
  g_autoptr(GError) error = NULL;
  gint64 first;
  gint64 last;

  command_fixture_init (&fixture, db);
  act = clinic_act_new (db, fixture.practitioner);
  first = add (act, "tol", "Tolerated well");
  add (act, "ice", "Ice for ten minutes");
  last = add (act, "bl", "Bled a little");
  assert_phrases (db, "tol=Tolerated well|ice=Ice for ten minutes|bl=Bled a little");

  g_assert_true (clinic_phrases_move (act, last, -2, &error));
  assert_phrases (db, "bl=Bled a little|tol=Tolerated well|ice=Ice for ten minutes");
  g_assert_true (clinic_phrases_move (act, first, 9, &error));
  assert_phrases (db, "bl=Bled a little|ice=Ice for ten minutes|tol=Tolerated well");

  /* The move is one operation. */
  g_assert_true (clinic_undo (act, act->done, &error));
  g_assert_no_error (error);
  assert_phrases (db, "bl=Bled a little|tol=Tolerated well|ice=Ice for ten minutes");
  command_fixture_clear (&fixture);
}

static void
test_phrase_put_away_comes_back (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicAct) act = NULL;
  g_autoptr(GError) error = NULL;
  gint64 first;

  command_fixture_init (&fixture, db);
  act = clinic_act_new (db, fixture.practitioner);
  first = add (act, "tol", "Tolerated well");
  add (act, "ice", "Ice for ten minutes");
  g_assert_true (clinic_phrases_remove (act, first, &error));
  assert_phrases (db, "ice=Ice for ten minutes");
  g_assert_false (clinic_phrases_move (act, first, 1, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (add (act, "tol", "Tolerated very well"), ==, first);
  assert_phrases (db, "ice=Ice for ten minutes|tol=Tolerated very well");
  command_fixture_clear (&fixture);
}

static void
test_keys_are_words_of_their_own (ClinicDb *db)
{
  CommandFixture fixture = { 0 };
  g_autoptr(ClinicAct) act = NULL;
  gint64 ice;

  command_fixture_init (&fixture, db);
  act = clinic_act_new (db, fixture.practitioner);
  add (act, "tol", "Tolerated well");
  ice = add (act, "ice", "Ice for ten minutes");
  assert_refused (act, 0, "tol", "Another");
  assert_refused (act, ice, "tol", "Another");
  assert_refused (act, 0, "two words", "Another");
  assert_refused (act, 0, "", "Another");
  assert_refused (act, 0, "empty", "");
  assert_phrases (db, "tol=Tolerated well|ice=Ice for ten minutes");
  command_fixture_clear (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("/phrases/have-an-order", test_phrases_have_an_order);
  clinic_test_add ("/phrases/put-away-comes-back", test_phrase_put_away_comes_back);
  clinic_test_add ("/phrases/keys-are-words-of-their-own", test_keys_are_words_of_their_own);

  return g_test_run ();
}
