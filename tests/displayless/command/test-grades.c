/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the grades of reactions say: CTCAE 5.0 as in CLINIC 4.1. */

#include "config.h"

#include <string.h>

#include "chart-fixture.h"
#include "clinic-reaction-kind.h"
#include "clinic-store.h"
#include "clinic-test.h"

static GPtrArray *
list_kinds (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *kinds = clinic_store_list_by (db, CLINIC_TYPE_REACTION_KIND, NULL, 0, &error);

  g_assert_no_error (error);

  return kinds;
}

typedef struct
{
  const char *kind;
  gint64      grade;
  const char *words[5];     /* each is said, in this order */
} GradeText;

/* CLINIC 4.1: what tells one grade of a term from the next, in our words. */
/* *INDENT-OFF* */
static const GradeText grade_texts[] = {
  { "pain_site", 1, { "Tender", "warm", "red", "itching" } },
  { "pain_site", 2, { "Painful", "fat lost", "swollen", "vein inflamed" } },
  { "pain_site", 3, { "Open or dead", "severe damage", "operation" } },
  { "pain_site", 4, { "Threatens life" } },
  { "pain_site", 5, { "Death" } },
  { "bruising", 1, { "In one place", "sinks to" } },
  { "bruising", 2, { "All over" } },
  { "soreness", 1, { "Mild" } },
  { "soreness", 2, { "Moderate", "household and work" } },
  { "soreness", 3, { "Severe", "looking after oneself" } },
  { "headache", 2, { "Moderate", "household and work" } },
  { "headache", 3, { "Severe", "looking after oneself" } },
  { "itching", 1, { "Mild or in one place" } },
  { "itching", 2, { "Widespread", "comes and goes" } },
  { "itching", 3, { "Widespread", "constant", "sleep", "looking after oneself" } },
  { "rash", 1, { "Under 10 %" } },
  { "rash", 2, { "10 to 30 %", "more with mild" } },
  { "rash", 3, { "Over 30 %", "moderate or severe" } },
  { "urticaria", 1, { "Under 10 %", "on the skin" } },
  { "urticaria", 2, { "10 to 30 %", "by mouth" } },
  { "urticaria", 3, { "Over 30 %", "vein" } },
  { "folliculitis", 1, { "Under 10 %" } },
  { "folliculitis", 2, { "10 to 30 %" } },
  { "folliculitis", 3, { "Over 30 %", "throughout the body" } },
  { "shedding", 1, { "Less than half", "not seen from a distance" } },
  { "shedding", 2, { "Half or more", "seen by anybody", "weighs on the person" } },
  { "nausea", 1, { "Little appetite" } },
  { "nausea", 2, { "less" } },
  { "nausea", 3, { "too little", "hospital" } },
  { "dizziness", 1, { "Mild" } },
  { "dizziness", 2, { "Moderate" } },
  { "dizziness", 3, { "Severe" } },
  { "vasovagal", 3, { "Present" } },
  { "vasovagal", 4, { "Threatens life" } },
  { "vasovagal", 5, { "Death" } },
  { "allergic", 1, { "No medicine for the whole body" } },
  { "allergic", 2, { "by mouth" } },
  { "allergic", 3, { "Tight airways", "hospital", "vein" } },
  { "allergic", 4, { "Threatens life" } },
  { "allergic", 5, { "Death" } },
  { "anaphylaxis", 3, { "Tight airways", "hives", "injections" } },
  { "anaphylaxis", 4, { "Threatens life" } },
  { "anaphylaxis", 5, { "Death" } },
  { "infection", 1, { "In one place", "treated there" } },
  { "infection", 2, { "Antibiotic by mouth" } },
  { "infection", 3, { "vein", "operation" } },
  { "dark_patches", 1, { "Under 10 %", "does not weigh" } },
  { "dark_patches", 2, { "Over 10 %", "weighs on the person" } },
  { "pale_patches", 1, { "Under 10 %", "does not weigh" } },
  { "pale_patches", 2, { "Over 10 %", "weighs on the person" } },
  { "swelling", 1, { "Mild" } },
  { "swelling", 2, { "Moderate" } },
  { "swelling", 3, { "Severe" } },
  { "ulceration", 1, { "Under 1 cm" } },
  { "ulceration", 2, { "1 to 2 cm" } },
  { "ulceration", 3, { "Over 2 cm" } },
  { "ulceration", 4, { "any size", "wide" } },
  { "ulceration", 5, { "Death" } },
  { "fever", 1, { "38.0 to 39.0" } },
  { "fever", 2, { "Over 39.0 to 40.0" } },
  { "fever", 3, { "Over 40.0", "up to 24 hours" } },
  { "fever", 4, { "Over 40.0", "more than 24 hours" } },
  { "fever", 5, { "Death" } },
};
/* *INDENT-ON* */

static void
test_grades_say_what_their_term_says (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(GPtrArray) kinds = NULL;
  guint n_found = 0;

  chart_fixture_init (&fixture, db);
  kinds = list_kinds (db);

  for (guint i = 0; i < kinds->len * G_N_ELEMENTS (grade_texts); i++)
    {
      ClinicReactionKind *kind = kinds->pdata[i / G_N_ELEMENTS (grade_texts)];
      const GradeText *expected = &grade_texts[i % G_N_ELEMENTS (grade_texts)];
      const char *text;

      if (!g_str_equal (kind->code, expected->kind))
        continue;

      n_found++;
      text = clinic_reaction_kind_get_grade (kind, expected->grade);
      g_assert_nonnull (text);

      for (const char * const *word = expected->words; *word != NULL; word++)
        {
          const char *at = strstr (text, *word);

          if (at == NULL)
            g_error ("%s, grade %d: “%s” does not say “%s”", kind->code, (int) expected->grade, text, *word);

          text = at + strlen (*word);
        }
    }

  g_assert_cmpuint (n_found, ==, G_N_ELEMENTS (grade_texts));
  chart_fixture_clear (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("/grades/say-what-their-term-says", test_grades_say_what_their_term_says);

  return g_test_run ();
}
