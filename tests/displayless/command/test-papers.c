/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is on a paper is read back from its PDF. */

#include "config.h"

#include <string.h>

#include "chart-fixture.h"
#include "clinic-aftercare.h"
#include "clinic-chart-sign.h"
#include "clinic-consent-sign.h"
#include "clinic-papers.h"
#include "clinic-test.h"

static char *
run (const char *program,
     const char *option,
     const char *path)
{
  const char *arguments[] = { program, option, path, strcmp (program, "pdftotext") == 0 ? "-" : NULL,
                              NULL };
  g_autoptr(GError) error = NULL;
  char *output = NULL;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL,
                NULL, &error);
  g_assert_no_error (error);

  return output;
}

static gboolean
skip_without_reader (void)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");

  if (program == NULL)
    g_test_skip ("pdftotext is not installed");

  return program == NULL;
}

/* Marks of direction, joined letters and line ends are the reader's affair; so are, where letters
 * join, the gaps between them: without @spaced there are none. */
static char *
plain (const char *text,
       gboolean    spaced)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  GString *result = g_string_new (NULL);

  for (const char *at = composed; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (g_unichar_isspace (letter) && !spaced)
        continue;
      else if (g_unichar_isspace (letter))
        g_string_append (result, result->len > 0 && result->str[result->len - 1] != ' ' ? " " : "");
      else if (g_unichar_type (letter) != G_UNICODE_FORMAT)
        g_string_append_unichar (result, letter);
    }

  return g_string_free (result, FALSE);
}

static char *
read_text (ClinicPaper *paper,
           const char  *name,
           gboolean     spaced)
{
  g_autofree char *path = clinic_test_file (name);
  g_autofree char *text = NULL;
  g_autofree char *about = NULL;
  g_autoptr(GError) error = NULL;

  clinic_paper_write_pdf (paper, path, &error);
  g_assert_no_error (error);
  about = run ("pdfinfo", "-isodates", path);
  g_assert_nonnull (strstr (about, "Title:"));
  g_assert_null (strstr (about, "Testa"));
  g_assert_nonnull (strstr (about, "2026-11-21"));
  text = run ("pdftotext", spaced ? "-layout" : "-raw", path);

  return plain (text, spaced);
}

static void
assert_contains (const char *text,
                 const char *words)
{
  g_autofree char *wanted = plain (words, strchr (text, ' ') != NULL);

  if (strstr (text, wanted) == NULL)
    g_test_message ("“%s” is not in: %s", wanted, text);

  g_assert_nonnull (strstr (text, wanted));
}

typedef struct
{
  const char *language;
  const char *title;
  const char *withdrawal;
  const char *date;
  const char *after;
} Tongue;

static const Tongue tongues[] = {
  { "en", "Consent to mesotherapy of the scalp", "withdraw this consent at any time",
    "Saturday, 21 November 2026, 10:30", "until Monday, 23 November 2026, 10:30" },
  { "tr", "Saçlı deri mezoterapisi için onam", "Bu onayı istediğim zaman",
    "21 Kasım 2026 Cumartesi, 10:30", "23 Kasım 2026 Pazartesi, 10:30 saatine kadar" },
  { "de", "Einwilligung in die Mesotherapie der Kopfhaut", "jederzeit mündlich oder schriftlich",
    "Samstag, 21. November 2026, 10:30 Uhr", "bis Montag, 23. November 2026, 10:30 Uhr" },
  { "ar", "الميزوثيرابي لفروة الرأس", "وقت التفكير وحق السحب", "السبت 21 نوفمبر 2026",
    "الاثنين 23 نوفمبر 2026" },
};

static gint64
sign (ChartFixture *self,
      const char   *language)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) forms = clinic_consent_list_forms (self->db, "treatment", "2026-11-21",
                                                          &error);
  g_autoptr(ClinicConsent) consent = clinic_consent_new ();
  gint64 id;

  for (guint i = 0; i < forms->len; i++)
    {
      if (g_str_equal (CLINIC_CONSENT_TEMPLATE (forms->pdata[i])->language, language))
        g_object_set (consent, "consent-template-id", clinic_record_get_id (forms->pdata[i]), NULL);
    }

  g_object_set (consent, "patient-id", self->clinic.patient, "signed-name", "Ada Testa",
                "strokes", "100,200,500,0 400,250,700,16", NULL);
  id = clinic_consent_sign (self->act, consent, &error);
  g_assert_no_error (error);

  return id;
}

static void
test_consent_in_each_language (ClinicDb *db)
{
  ChartFixture self = { 0 };

  if (skip_without_reader ())
    return;

  chart_fixture_init (&self, db);

  for (guint i = 0; i < G_N_ELEMENTS (tongues); i++)
    {
      gint64 id = sign (&self, tongues[i].language);
      g_autoptr(GError) error = NULL;
      g_autoptr(ClinicPaper) paper = clinic_paper_of_consent (db, id, &error);
      g_autoptr(ClinicRecord) consent = clinic_store_find (db, CLINIC_TYPE_CONSENT, id, NULL);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = read_text (paper, "consent.pdf", !clinic_paper_is_rtl (tongues[i].language));
      assert_contains (text, tongues[i].title);
      assert_contains (text, tongues[i].withdrawal);
      assert_contains (text, "Test clinic");
      assert_contains (text, "Testa");
      assert_contains (text, CLINIC_CONSENT (consent)->fingerprint);

      /* A reader that sorts by place may turn lines of mixed direction round. */
      if (!clinic_paper_is_rtl (tongues[i].language))
        assert_contains (text, tongues[i].date);
    }

  chart_fixture_clear (&self);
}

/* A row with another name under the same fingerprint, as somebody past the program would leave it. */
static void
test_altered_consent_says_so (ClinicDb *db)
{
  static const char alter[] =
    "INSERT INTO consent (id, version, patient_id, consent_template_id, signed_at, signed_name, typed, strokes, "
    "fingerprint, staff_id) SELECT id + 1, version, patient_id, consent_template_id, signed_at, 'Somebody Else', typed, "
    "strokes, fingerprint, staff_id FROM consent WHERE signed_name = 'Ada Testa'";
  ChartFixture self = { 0 };
  g_autoptr(ClinicPaper) paper = NULL;
  g_autoptr(ClinicPaper) altered = NULL;
  g_autoptr(ClinicStatement) statement = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;
  gint64 id;

  if (skip_without_reader ())
    return;

  chart_fixture_init (&self, db);
  id = sign (&self, "en");
  paper = clinic_paper_of_consent (db, id, &error);
  g_assert_no_error (error);
  text = read_text (paper, "intact.pdf", TRUE);
  assert_contains (text, "Unchanged since it was signed");

  clinic_db_begin (db, CLINIC_DB_CHANGE, &error);
  statement = clinic_db_prepare (db, alter, &error);
  g_assert_cmpint (clinic_statement_run (statement, &error), ==, 1);
  g_assert_true (clinic_db_commit (db, &error));
  altered = clinic_paper_of_consent (db, id + 1, &error);
  g_assert_no_error (error);
  other = read_text (altered, "altered.pdf", TRUE);
  assert_contains (other, "CHANGED since it was signed");
  g_assert_null (strstr (other, "Unchanged"));
  chart_fixture_clear (&self);
}

static void
test_aftercare_in_each_language (ClinicDb *db)
{
  ChartFixture self = { 0 };

  if (skip_without_reader ())
    return;

  chart_fixture_init (&self, db);

  for (guint i = 0; i < G_N_ELEMENTS (tongues); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(ClinicPaper) paper = clinic_paper_of_aftercare (db, self.session,
                                                                tongues[i].language, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = read_text (paper, "aftercare.pdf", !clinic_paper_is_rtl (tongues[i].language));

      if (!clinic_paper_is_rtl (tongues[i].language))
        assert_contains (text, tongues[i].after);
      else
        assert_contains (text, "نوفمبر");

      if (i == 0)
        assert_contains (text, "until the end of Saturday, 21 November 2026");
    }

  chart_fixture_clear (&self);
}

static void
test_session_has_what_was_injected (ClinicDb *db)
{
  ChartFixture self = { 0 };
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicPaper) paper = NULL;
  g_autoptr(ClinicChart) chart = NULL;
  g_autofree char *text = NULL;

  if (skip_without_reader ())
    return;

  chart_fixture_init (&self, db);
  g_assert_null (clinic_paper_of_session (db, self.session, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);
  chart_treat (&self);
  chart = clinic_chart_load (db, self.session, &error);
  g_assert_no_error (error);
  g_object_set (chart->session, "began", "2026-11-21T10:05", NULL);
  clinic_chart_save (self.act, chart, &error);
  g_assert_no_error (error);
  clinic_chart_sign (self.act, self.session, &error);
  g_assert_no_error (error);
  clinic_chart_amend (self.act, self.session, "left out", "Two points bled", &error);
  g_assert_no_error (error);
  paper = clinic_paper_of_session (db, self.session, &error);
  g_assert_no_error (error);
  text = read_text (paper, "session.pdf", TRUE);
  assert_contains (text, "Half and half, version 1");
  assert_contains (text, "Vertex");
  assert_contains (text, "A1");
  assert_contains (text, "10:05 – 10:30");
  assert_contains (text, "Two points bled");
  assert_contains (text, "Paul Practitioner");
  assert_contains (text, "Unchanged since it was signed");
  chart_fixture_clear (&self);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("/papers/consent-in-each-language", test_consent_in_each_language);
  clinic_test_add ("/papers/altered-consent-says-so", test_altered_consent_says_so);
  clinic_test_add ("/papers/aftercare-in-each-language", test_aftercare_in_each_language);
  clinic_test_add ("/papers/session-has-what-was-injected", test_session_has_what_was_injected);

  return g_test_run ();
}
