/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib.h>

#include "clinic-random.h"
#include "clinic-text.h"

/* *INDENT-OFF* */
static const struct { const char *text, *folded; } folds[] = {
  { NULL, "" },
  { "", "" },
  { "   ", "" },
  { "Anna", "anna" },
  { "  Anna   MARIA ", "anna maria" },
  { "Şahin", "sahin" },
  { "O'Brien", "obrien" },
  { "O’Brien", "obrien" },
  { "O‘Brien", "obrien" },
  { "Oʼ Brien", "o brien" },
  { "O´Brien", "obrien" },
  { "O`Brien", "obrien" },
  { "D＇Angelo", "dangelo" },
  { "Müller-Lüdenscheidt", "muller ludenscheidt" },
  { "Mu\xcc\x88ller", "muller" },
  { "Łukasz Żółć", "lukasz zolc" },
  { "Đorđević", "dordevic" },
  { "Øyvind Ærø", "oyvind aero" },
  { "STRAẞE Straße", "strasse strasse" },
  { "Œuvre", "oeuvre" },
  { "Iğdır ISPARTA İzmir", "igdir isparta izmir" },
  { "Þórður Ðað", "thordur dad" },
  { "Ħaż-Żebbuġ", "haz zebbug" },
  { "Eŋŋ", "enn" },
  { "ŦÆƏ", "taee" },
  { "ﬁnanz", "finanz" },
  { "Ｆｕｌｌ　Ｗｉｄｔｈ", "full width" },
  { "Ωμέγα ΣΊΣΥΦΟΣ", "ωμεγα σισυφοσ" },
  { "Σίσυφος", "σισυφοσ" },
  { "ᾳ", "α" },
  { "Ёлкин Й", "елкин и" },
  { "محمد أحمد", "محمد احمد" },
  { "مـحمد", "محمد" },
  { "٠١٢ ۳۴", "012 34" },
  { "Nguyễn Thị Hồng", "nguyen thi hong" },
  { "王 小明", "王 小明" },
  { "a\xc2\xa0" "b", "a b" },
  { "a\xe2\x80\x8b" "b", "ab" },
  { "so\xc2\xad" "ft", "soft" },
  { "x²", "x2" },
  { "A-123/45.6", "a 123 45 6" },
  { "M\xfcller", "m ller" },
  { "a\xff", "a" },
  { "..,;!", "" },
  { "😀 smile", "smile" },
};
/* *INDENT-ON* */

static void
test_names_fold_to_plain_letters (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (folds); i++)
    {
      g_autofree char *folded = clinic_text_fold (folds[i].text);

      g_assert_cmpstr (folded, ==, folds[i].folded);
    }
}

static void
assert_folds_once (const char *text)
{
  g_autofree char *once = clinic_text_fold (text);
  g_autofree char *twice = clinic_text_fold (once);

  g_assert_true (g_utf8_validate (once, -1, NULL));
  g_assert_cmpstr (once, ==, twice);
  g_assert_null (strstr (once, "  "));
  g_assert_false (g_str_has_prefix (once, " "));
  g_assert_false (g_str_has_suffix (once, " "));
}

static void
test_folding_twice_changes_nothing (void)
{
  for (gunichar c = 1; c <= 0x10ffff; c++)
    {
      char text[16] = "a";

      if (!g_unichar_validate (c))
        continue;

      text[1 + g_unichar_to_utf8 (c, text + 1)] = '\0';
      assert_folds_once (text);
    }
}

static void
test_any_bytes_fold (void)
{
  ClinicRandom random;

  clinic_random_init (&random, 1);

  for (guint i = 0; i < 20000; i++)
    {
      char text[24];
      guint length = clinic_random_below (&random, sizeof text);

      for (guint j = 0; j < length; j++)
        text[j] = 1 + clinic_random_below (&random, 255);

      text[length] = '\0';
      assert_folds_once (text);
    }
}

static void
test_both_paths_of_folding_agree (void)
{
  for (guint c = 1; c < 0x80; c++)
    {
      char plain[] = { 'x', c, 'y', ' ', 'a', '\0' };
      g_autofree char *accented = g_strdup_printf ("%s\xcc\x88", plain);
      g_autofree char *expected = clinic_text_fold (plain);
      g_autofree char *folded = clinic_text_fold (accented);

      g_assert_cmpstr (folded, ==, expected);
    }
}

static void
assert_words (const char         *text,
              const char * const *expected)
{
  g_auto(GStrv) words = clinic_text_fold_words (text);

  g_assert_cmpstrv (words, expected);
}

static void
test_words_come_apart (void)
{
  assert_words (NULL, (const char *[]) { NULL });
  assert_words (" - ", (const char *[]) { NULL });
  assert_words ("Ana", (const char *[]) { "ana", NULL });
  assert_words (" Ana-Maria  d'Or ", (const char *[]) { "ana", "maria", "dor", NULL });
}

/* *INDENT-OFF* */
static const struct { const char *word, *candidate; guint limit, distance; } distances[] = {
  { "", "", 2, 0 },
  { "", "anna", 2, 0 },
  { "anna", "", 2, 3 },
  { "anna", "", 9, 4 },
  { "anna", "anna", 2, 0 },
  { "ann", "annabel", 2, 0 },
  { "ana", "annabel", 2, 1 },
  { "nana", "annabel", 2, 1 },
  { "nnana", "annabel", 2, 2 },
  { "naomi", "noami", 2, 1 },
  { "xyz", "abc", 2, 3 },
  { "xyz", "abc", 9, 3 },
  { "muler", "mullerova", 1, 1 },
  { "mueller", "muller", 1, 1 },
  { "schmitd", "schmidt", 1, 1 },
  { "abcd", "badc", 2, 2 },
  { "abcd", "badc", 1, 2 },
  { "ελενη", "ελενα", 2, 1 },
  { "kowalski", "kovalsky", 2, 2 },
  { "a", "b", 0, 1 },
  { "a", "a", 0, 0 },
  { "smithson", "smith", 2, 3 },
};
/* *INDENT-ON* */

static void
test_typing_errors_are_counted_to_the_best_prefix (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (distances); i++)
    g_assert_cmpuint (clinic_text_prefix_distance (distances[i].word,
                                                   distances[i].candidate,
                                                   distances[i].limit),
                      ==,
                      distances[i].distance);
}

/* The same by the textbook: the whole table, no limit. */
static guint
measure_plainly (const char *word,
                 const char *candidate)
{
  guint table[80][80];
  guint rows = strlen (word);
  guint columns = strlen (candidate);
  guint best = G_MAXUINT;

  for (guint i = 0; i <= rows; i++)
    {
      for (guint j = 0; j <= columns; j++)
        {
          table[i][j] = i == 0 ? j : i;

          if (i == 0 || j == 0)
            continue;

          table[i][j] = MIN (table[i - 1][j], table[i][j - 1]) + 1;
          table[i][j] = MIN (table[i][j], table[i - 1][j - 1] + (word[i - 1] != candidate[j - 1]));

          if (i > 1 && j > 1 && word[i - 1] == candidate[j - 2] && word[i - 2] == candidate[j - 1])
            table[i][j] = MIN (table[i][j], table[i - 2][j - 2] + 1);
        }
    }

  for (guint j = 0; j <= columns; j++)
    best = MIN (best, table[rows][j]);

  return best;
}

static void
draw_word (ClinicRandom *random,
           char         *word,
           guint         most)
{
  guint length = clinic_random_below (random, most);

  for (guint i = 0; i < length; i++)
    word[i] = 'a' + clinic_random_below (random, 3);

  word[length] = '\0';
}

static void
test_distance_agrees_with_the_textbook (void)
{
  ClinicRandom random;

  clinic_random_init (&random, 2);

  for (guint i = 0; i < 50000; i++)
    {
      char word[80];
      char candidate[80];
      guint most = i % 50 == 0 ? 80 : 9;
      guint limit = clinic_random_below (&random, 5);

      draw_word (&random, word, most);
      draw_word (&random, candidate, most);
      g_assert_cmpuint (clinic_text_prefix_distance (word, candidate, limit),
                        ==,
                        MIN (measure_plainly (word, candidate), limit + 1));
    }
}

static void
test_blank_text_is_empty (void)
{
  static const char * const empty[] = {
    "", " ", "\t\r\n ", "\xc2\xa0", "\xe2\x80\x8b", "\xe3\x80\x80 "
  };
  static const char * const full[] = { "a", " a ", "\xc2\xa0.", "0", "\xff", " \xc3" };

  g_assert_true (clinic_text_is_empty (NULL));

  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    g_assert_true (clinic_text_is_empty (empty[i]));

  for (guint i = 0; i < G_N_ELEMENTS (full); i++)
    g_assert_false (clinic_text_is_empty (full[i]));
}

/* *INDENT-OFF* */
static const struct { const char *text, *cleaned; } cleanings[] = {
  { NULL, NULL },
  { "", NULL },
  { " \t\r\n", NULL },
  { "\x01\x02", NULL },
  { "a", "a" },
  { "  a b  ", "a b" },
  { "a\r\nb\rc\nd", "a\nb\nc\nd" },
  { "a\xc2\x85" "b\xe2\x80\xa8" "c\xe2\x80\xa9" "d", "a\nb\nc\nd" },
  { "a\tb", "a b" },
  { "a\x1b[31mb\x7f", "a[31mb" },
  { "a\xc2\x9b" "b", "ab" },
  { "\xc2\xa0" "a\xe3\x80\x80", "a" },
  { "a\xff", "a\xef\xbf\xbd" },
  { "\n\na\n\n", "a" },
  { "Zoë 😀", "Zoë 😀" },
};
/* *INDENT-ON* */

static void
test_typed_text_is_cleaned (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cleanings); i++)
    {
      g_autofree char *cleaned = clinic_text_clean (cleanings[i].text);
      g_autofree char *again = clinic_text_clean (cleaned);

      g_assert_cmpstr (cleaned, ==, cleanings[i].cleaned);
      g_assert_cmpstr (again, ==, cleaned);
    }
}

static void
test_telephone_numbers_keep_their_digits (void)
{
  static const char * const cases[][2] = {
    { NULL, "" }, { "", "" }, { "none", "" }, { "+43 (1) 23-4", "431234" },
    { "٠١٢", "012" }, { "۰۹", "09" }, { "0\xff" "1", "01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *digits = clinic_text_digits (cases[i][0]);

      g_assert_cmpstr (digits, ==, cases[i][1]);
    }
}

static void
test_length_counts_characters (void)
{
  g_assert_cmpuint (clinic_text_length (NULL), ==, 0);
  g_assert_cmpuint (clinic_text_length (""), ==, 0);
  g_assert_cmpuint (clinic_text_length ("Zoë"), ==, 3);
  g_assert_cmpuint (clinic_text_length ("王小明"), ==, 3);
}

static void
test_json_strings_are_escaped (void)
{
  static const char * const cases[][2] = {
    { NULL, "null" },
    { "", "\"\"" },
    { "a", "\"a\"" },
    { "\"\\/", "\"\\\"\\\\/\"" },
    { "\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\"" },
    { "\x01\x1f\x7f", "\"\\u0001\\u001f\x7f\"" },
    { "Zoë", "\"Zoë\"" },
    { "a\xff", "\"a\xef\xbf\xbd\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) json = g_string_new ("x");

      clinic_text_append_json (json, cases[i][0]);
      g_assert_cmpstr (json->str + 1, ==, cases[i][1]);
    }
}

/* *INDENT-OFF* */
static const struct { const char *typed, *name, *others; ClinicTextMatch match; } matches[] = {
  { "", "Basic 12", NULL, CLINIC_TEXT_MATCH_WORD },
  { NULL, "Basic 12", NULL, CLINIC_TEXT_MATCH_WORD },
  { "basic 12", "Basic 12", NULL, CLINIC_TEXT_MATCH_WHOLE },
  { "BAS", "Basic 12", NULL, CLINIC_TEXT_MATCH_BEGINNING },
  { "12", "Basic 12", NULL, CLINIC_TEXT_MATCH_WORD },
  { "12 basic", "Basic 12", NULL, CLINIC_TEXT_MATCH_WORD },
  { "asic", "Basic 12", NULL, CLINIC_TEXT_MATCH_PART },
  { "a", "Basic 12", NULL, CLINIC_TEXT_MATCH_NONE },
  { "b", "Basic 12", NULL, CLINIC_TEXT_MATCH_BEGINNING },
  { "dexp", "Dexpanthenol", NULL, CLINIC_TEXT_MATCH_BEGINNING },
  { "panthenol", "Dexpanthenol", NULL, CLINIC_TEXT_MATCH_PART },
  { "dexp", "Basic 12", "Biotin, Dexpanthenol", CLINIC_TEXT_MATCH_OTHER },
  { "panthenol", "Basic 12", "Biotin, Dexpanthenol", CLINIC_TEXT_MATCH_OTHER },
  { "basic panthenol", "Basic 12", "Biotin, Dexpanthenol", CLINIC_TEXT_MATCH_OTHER },
  { "basic panthenol", "Basic 12", "Biotin", CLINIC_TEXT_MATCH_NONE },
  { "p", "Basic 12", "Dexpanthenol", CLINIC_TEXT_MATCH_NONE },
  { "dpan", "D-Panthenol", NULL, CLINIC_TEXT_MATCH_WORD },
  { "b12", "Vitamin B 12", NULL, CLINIC_TEXT_MATCH_WORD },
  { "cinko", "Çinko", NULL, CLINIC_TEXT_MATCH_WHOLE },
  { "ÇİNKO", "cinko sulfat", NULL, CLINIC_TEXT_MATCH_BEGINNING },
  { "سيلي", "مزيج السيليكون", NULL, CLINIC_TEXT_MATCH_PART },
  { "nb", "Biotin Basic", NULL, CLINIC_TEXT_MATCH_NONE },
  { "zzz", "Basic 12", NULL, CLINIC_TEXT_MATCH_NONE },
  { "...", "Basic 12", NULL, CLINIC_TEXT_MATCH_WORD },
};
/* *INDENT-ON* */

static void
test_a_short_list_finds_parts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (matches); i++)
    {
      g_test_message ("“%s” in “%s”", matches[i].typed, matches[i].name);
      g_assert_cmpint (clinic_text_match (matches[i].typed, matches[i].name, matches[i].others), ==, matches[i].match);
    }
}

static void
test_pieces_keep_their_direction (void)
{
  g_autofree char *name = clinic_text_isolate ("Inès");
  g_autofree char *number = clinic_text_isolate_number ("+43 1 234");
  g_autofree char *nothing = clinic_text_isolate (NULL);
  g_autofree char *lines = clinic_text_begin_lines ("one\ntwo", TRUE);
  g_autofree char *none = clinic_text_begin_lines (NULL, FALSE);

  g_assert_cmpstr (name, ==, "\u2068Inès\u2069");
  g_assert_cmpstr (number, ==, "\u2066+43 1 234\u2069");
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (lines, ==, "\u200f\u2068one\u2069\n\u200f\u2068two\u2069");
  g_assert_cmpstr (none, ==, "");
}

/* What is turned round in Arabic, and what is not. */
static const struct
{
  const char *text;
  const char *isolated;
} figures[] = {
  { "أكثر من > 10 % من الممسوكة", "أكثر من \u2066> 10 %\u2069 من الممسوكة" },
  { "≥ 5 شعرات", "\u2066≥ 5\u2069 شعرات" },
  { "تغير -3 % و+2.5.", "تغير \u2066-3 %\u2069 و\u2066+2.5\u2069." },
  { "التغير: −3.5 %.", "التغير: \u2066−3.5 %\u2069." },
  { "حقل 6 × 4 سم", "حقل \u20666 × 4\u2069 سم" },
  { "من 10–30 % من الجلد", "من \u206610–30 %\u2069 من الجلد" },
  { "منذ 2026-11 تقريبًا", "منذ \u20662026-11\u2069 تقريبًا" },
  { "في 2026-11-21، 20/200", "في \u20662026-11-21\u2069، \u206620/200\u2069" },
  { "الخلف 12 % × 24", "الخلف \u206612 % × 24\u2069" },
  { "± 12.4 /cm²", "\u2066± 12.4 /cm²\u2069" },
  { "1 % تعادل 10 mg/ml", "\u20661 %\u2069 تعادل \u206610 mg/ml\u2069" },
  /* what is whole already, what belongs to a word, what nothing turns */
  { "بلغت \u2066−3 %\u2069 اليوم", "بلغت \u2066−3 %\u2069 اليوم" },
  { "\u2068Sodium chloride 0.9 %\u2069 هنا", "\u2068Sodium chloride 0.9 %\u2069 هنا" },
  { "رباعي الببتيد-3", "رباعي الببتيد-3" },
  { "Z00128 و5 جلسات، 12.", "Z00128 و5 جلسات، 12." },
  { "3 months", "3 months" },
  { "v1.2 %", "v1.2 %" },
  { "\xff 5 %", "\xff 5 %" },
  { "", "" },
};

static void
test_figures_keep_their_direction (void)
{
  g_autofree char *nothing = clinic_text_isolate_figures (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autofree char *isolated = clinic_text_isolate_figures (figures[i].text);
      g_autofree char *again = clinic_text_isolate_figures (isolated);

      g_assert_cmpstr (isolated, ==, figures[i].isolated);
      g_assert_cmpstr (again, ==, isolated);
    }

  g_assert_cmpstr (nothing, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/names-fold", test_names_fold_to_plain_letters);
  g_test_add_func ("/text/folding-twice", test_folding_twice_changes_nothing);
  g_test_add_func ("/text/any-bytes-fold", test_any_bytes_fold);
  g_test_add_func ("/text/both-paths", test_both_paths_of_folding_agree);
  g_test_add_func ("/text/words", test_words_come_apart);
  g_test_add_func ("/text/distance", test_typing_errors_are_counted_to_the_best_prefix);
  g_test_add_func ("/text/distance-textbook", test_distance_agrees_with_the_textbook);
  g_test_add_func ("/text/match", test_a_short_list_finds_parts);
  g_test_add_func ("/text/direction", test_pieces_keep_their_direction);
  g_test_add_func ("/text/empty", test_blank_text_is_empty);
  g_test_add_func ("/text/clean", test_typed_text_is_cleaned);
  g_test_add_func ("/text/digits", test_telephone_numbers_keep_their_digits);
  g_test_add_func ("/text/length", test_length_counts_characters);
  g_test_add_func ("/text/json", test_json_strings_are_escaped);

  g_test_add_func ("/text/figures", test_figures_keep_their_direction);

  return g_test_run ();
}
