/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-error.h"
#include "clinic-gs1.h"
#include "clinic-lot.h"

#define YEAR 2026
#define GS "\x1d"

/* Vectors of gs1/gs1-syntax-dictionary, and of ISO/GS1 examples. */
static void
test_check_digits (void)
{
  static const char *const good[] = {
    "02345673", "416000336108", "1234567890128", "12345678901231", "04150000021126", "04012345678901",
    "09521234543213", "6291041500213",
  };
  static const char *const bad[] = {
    "12345673", "416000336109", "1234567890129", "12345678901232", "", "123", "0415000002112X",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (clinic_lot_is_gtin (good[i]));

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (clinic_lot_is_gtin (bad[i]));
}

static void
test_dates (void)
{
  static const struct { const char *text; guint year; const char *date; } cases[] = {
    { "200229", YEAR, "2020-02-29" }, { "240229", YEAR, "2024-02-29" }, { "000229", YEAR, "2000-02-29" },
    { "200600", YEAR, "2020-06-30" }, { "210300", YEAR, "2021-03-31" }, { "210331", YEAR, "2021-03-31" },
    { "210200", YEAR, "2021-02-28" }, { "240200", YEAR, "2024-02-29" },
    { "210229", YEAR, NULL }, { "200230", YEAR, NULL }, { "200431", YEAR, NULL }, { "201332", YEAR, NULL },
    { "201310", YEAR, NULL }, { "200010", YEAR, NULL }, { "20x131", YEAR, NULL }, { "20013", YEAR, NULL },
    { "2001310", YEAR, NULL }, { "", YEAR, NULL },
    /* The year at hand decides the century: 50 behind, 49 before. */
    { "760101", 2026, "2076-01-01" }, { "770101", 2026, "1977-01-01" }, { "990101", 2026, "1999-01-01" },
    { "000101", 2050, "2100-01-01" }, { "010101", 2050, "2001-01-01" }, { "490101", 2099, "2149-01-01" },
    { "500101", 2099, "2050-01-01" }, { "720101", 2021, "1972-01-01" }, { "710101", 2021, "2071-01-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *date = clinic_gs1_read_date (cases[i].text, cases[i].year);

      g_assert_cmpstr (date, ==, cases[i].date);
    }
}

static GPtrArray *
read_well (const char *text)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *readings = clinic_gs1_read (text, YEAR, &error);

  g_assert_no_error (error);
  g_assert_nonnull (readings);

  return readings;
}

static void
assert_only (const char *text,
             const char *expected)
{
  g_autoptr(GPtrArray) readings = read_well (text);
  g_autofree char *read = clinic_gs1_reading_dup_text (readings->pdata[0]);

  g_assert_cmpstr (read, ==, expected);
  g_assert_cmpuint (readings->len, ==, 1);
}

static void
test_a_whole_code (void)
{
  g_autoptr(GPtrArray) readings = read_well ("]d2010415000002112617250630" "2112345ABC" GS "10LOT42X");
  const ClinicGs1Reading *reading = readings->pdata[0];

  g_assert_cmpuint (readings->len, ==, 1);
  g_assert_cmpstr (reading->gtin, ==, "04150000021126");
  g_assert_cmpstr (reading->expires_on, ==, "2025-06-30");
  g_assert_cmpstr (reading->expiry_text, ==, "250630");
  g_assert_cmpstr (reading->serial, ==, "12345ABC");
  g_assert_cmpstr (reading->lot, ==, "LOT42X");
}

static void
test_forms_of_one_code (void)
{
  static const char *const forms[] = {
    "0104150000021126" "17250600" "10LOT42X", "]C10104150000021126" "17250600" "10LOT42X",
    "]d20104150000021126" "17250600" "10LOT42X" GS, "]Q30104150000021126" "17250600" "10LOT42X",
    "]e00104150000021126" "17250600" "10LOT42X", "]J10104150000021126" "17250600" "10LOT42X",
    GS "0104150000021126" "17250600" "10LOT42X", "0104150000021126" GS "17250600" GS "10LOT42X" GS,
    "(01)04150000021126(17)250600(10)LOT42X", " (01) 04150000021126 (17) 250600 (10) LOT42X\r\n",
    "]d2 01 04150000021126 17 250600 10 LOT42X",
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    assert_only (forms[i], "(01)04150000021126 (17)250600 (10)LOT42X");
}

static void
test_an_article_alone (void)
{
  assert_only ("4012345678901", "(01)04012345678901");
  assert_only ("]E04012345678901", "(01)04012345678901");
  assert_only ("416000336108", "(01)00416000336108");
  assert_only ("02345673", "(01)00000002345673");
}

static void
test_other_identifiers (void)
{
  assert_only ("0104150000021126" "7003" "2706301530" GS "710" "PZN1234" GS "30" "12",
               "(01)04150000021126 (7003)2706301530 (710)PZN1234 (30)12");
  assert_only ("(01)04150000021126(11)250101(13)250102(15)250103(16)250104(240)X-1(715)00777310502",
               "(01)04150000021126 (11)250101 (13)250102 (15)250103 (16)250104 (240)X-1 (715)00777310502");
}

static gboolean
has_reading (GPtrArray  *readings,
             const char *expected)
{
  for (guint i = 0; i < readings->len; i++)
    {
      g_autofree char *read = clinic_gs1_reading_dup_text (readings->pdata[i]);

      if (g_str_equal (read, expected))
        return TRUE;
    }

  return FALSE;
}

/* The lot is swallowed by the serial number where its separator is lost. */
static void
test_a_lost_separator_is_asked_for (void)
{
  g_autoptr(GPtrArray) two = read_well ("0104150000021126" "17250630" "2112345ABC" "10LOT42X");
  g_autoptr(GPtrArray) trap = read_well ("211008199619525610DXB200517220228");
  g_autoptr(GPtrArray) date = read_well ("0104150000021126" "10LOT17270630");

  g_assert_cmpuint (two->len, ==, 2);
  g_assert_true (has_reading (two, "(01)04150000021126 (17)250630 (21)12345ABC10LOT42X"));
  g_assert_true (has_reading (two, "(01)04150000021126 (17)250630 (21)12345ABC (10)LOT42X"));
  g_assert_cmpuint (trap->len, ==, 2);
  g_assert_true (has_reading (trap, "(21)10081996195256 (10)DXB2005 (17)220228"));
  g_assert_true (has_reading (trap, "(21)10081996195256 (10)DXB200517220228"));
  g_assert_cmpuint (date->len, ==, 2);
  g_assert_true (has_reading (date, "(01)04150000021126 (10)LOT (17)270630"));
}

/* What is of no use to a clinic is carried along, and ends what comes before it. */
static void
test_other_identifiers_are_carried_along (void)
{
  assert_only ("(01)04150000021126(17)250630(10)LOT42X(99)INTERNAL",
               "(01)04150000021126 (17)250630 (10)LOT42X (99)INTERNAL");
  assert_only ("(01)04150000021126(10)LOT42X(8008)2506301530", "(01)04150000021126 (10)LOT42X (8008)2506301530");
  assert_only ("(10)LOT42X(3103)000500", "(10)LOT42X (3103)000500");
  assert_only ("0104150000021126" "17250630" "10LOT42X" GS "9912", "(01)04150000021126 (17)250630 (10)LOT42X (99)12");
  assert_only ("0104150000021126" "17250630" "10LOT42X" GS "91A" GS "8008" "2506301530",
               "(01)04150000021126 (17)250630 (10)LOT42X (91)A (8008)2506301530");
  /* Their length is predefined: nothing separates them from what follows. */
  assert_only ("0104150000021126" "3103000500" "2001" "10LOT42X" GS "250SER",
               "(01)04150000021126 (3103)000500 (20)01 (10)LOT42X (250)SER");
  assert_only ("00" "123456789012345675" "0204150000021126" "17250630" "10LOT42X" GS "3712",
               "(00)123456789012345675 (02)04150000021126 (17)250630 (10)LOT42X (37)12");
}

static void
assert_parts (const char *text,
              const char *gtin,
              const char *lot)
{
  g_autoptr(GPtrArray) readings = read_well (text);
  const ClinicGs1Reading *reading = readings->pdata[0];

  g_assert_cmpstr (reading->gtin, ==, gtin);
  g_assert_cmpstr (reading->lot, ==, lot);
}

/* The article of a carton is that of what is in it; a lot alone is of no article. */
static void
test_the_article_is_found (void)
{
  assert_parts ("(02)04150000021126(10)A1(37)12", "04150000021126", "A1");
  assert_parts ("(8006)041500000211260103(10)A1", "04150000021126", "A1");
  assert_parts ("(10)LOT42X", NULL, "LOT42X");
}

/* One separator was sent and another is lost: what was sent comes first, and is asked about. */
static void
test_one_of_two_separators_is_lost (void)
{
  g_autoptr(GPtrArray) both = read_well ("0104150000021126" "10LOT42X" "17250630" GS "21ABC");
  g_autoptr(GPtrArray) more = read_well ("0104150000021126" "17250630" "2112345ABC" "10LOT42X" GS "240X");
  g_autofree char *first = clinic_gs1_reading_dup_text (both->pdata[0]);

  g_assert_cmpuint (both->len, ==, 2);
  g_assert_cmpstr (first, ==, "(01)04150000021126 (10)LOT42X17250630 (21)ABC");
  g_assert_true (has_reading (both, "(01)04150000021126 (10)LOT42X (17)250630 (21)ABC"));
  g_assert_cmpuint (more->len, ==, 2);
  g_assert_true (has_reading (more, "(01)04150000021126 (17)250630 (21)12345ABC (10)LOT42X (240)X"));
}

/* Where nothing is missing, the digits of a lot are its own. */
static void
test_a_whole_code_is_not_asked_about (void)
{
  assert_only ("0104150000021126" "17250630" "10LOT3012" GS "21A240B", "(01)04150000021126 (17)250630 (10)LOT3012 (21)A240B");
  assert_only ("0104150000021126" "17250630" "10A21X10B" GS "21AB17X", "(01)04150000021126 (17)250630 (10)A21X10B (21)AB17X");
}

static void
test_what_all_readings_share (void)
{
  g_autoptr(GPtrArray) two = read_well ("0104150000021126" "17250630" "2112345ABC" "10LOT42X");
  g_autoptr(GPtrArray) day = read_well ("0104150000021126" "10LOT17270630");
  g_autoptr(ClinicGs1Reading) common = clinic_gs1_reading_new_common (two);
  g_autoptr(ClinicGs1Reading) less = clinic_gs1_reading_new_common (day);

  g_assert_cmpstr (common->gtin, ==, "04150000021126");
  g_assert_cmpstr (common->expires_on, ==, "2025-06-30");
  g_assert_null (common->lot);
  g_assert_cmpstr (less->gtin, ==, "04150000021126");
  g_assert_null (less->expires_on);
}

/* Nobody could choose from them: it is said, and none is left out in silence. */
static void
test_too_many_readings (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) nine = read_well ("0104150000021126" "10A" "71012" "71134" "30123");

  g_assert_cmpuint (nine->len, >, 8);
  g_assert_null (clinic_gs1_read ("10A2101110111011101110712171317147157167173030240240", YEAR, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "This code can be read in too many ways.");
}

static void
test_what_cannot_be_is_refused (void)
{
  static const char *const texts[] = {
    "", "  ", "]d2", GS, "hello", "0104150000021127" "10A", "01041500000211", "0104150000021126" "17210229",
    "0104150000021126" "17250630" "17250630", "(01)04150000021126(10)", "(10)ABCDEFGHIJKLMNOPQRSTU",
    "(01)04150000021126(10)A(37)5", "(01)04150000021126(255)9521234543213", "(10)A(21)S(235)T", "9912", "9876543219876", "(10)A(99)",
    "(30)123456789", "(30)12A", "(7003)2706002400", "(7003)2706312400", "(10)Ünlü", "(99)X", "1725063",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) readings = clinic_gs1_read (texts[i], YEAR, &error);

      g_assert_null (readings);
      g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
    }
}

static void
append_random (GString *code,
               guint    longest)
{
  static const char set[] = "ABCDEFXYZabcxyz0123456789-_./+";
  guint length = g_test_rand_int_range (1, longest + 1);

  for (guint i = 0; i < length; i++)
    g_string_append_c (code, set[g_test_rand_int_range (0, sizeof set - 1)]);
}

/* Another reading may come after it, where a value looks as if it held more. */
static void
assert_first (const char *text,
              const char *expected)
{
  g_autoptr(GPtrArray) readings = read_well (text);

  for (guint i = 0; i < readings->len; i++)
    {
      g_autofree char *read = clinic_gs1_reading_dup_text (readings->pdata[i]);

      g_assert_cmpint (g_str_equal (read, expected), ==, i == 0);
    }
}

/* Whatever is written with separators is read as it was written, and so are its brackets. */
static void
test_random_round_trips (void)
{
  static const char *const texts[] = { "10", "21", "240", "710", "715" };

  for (guint run = 0; run < 5000; run++)
    {
      g_autoptr(GString) code = g_string_new ("]d2");
      g_autoptr(GString) words = g_string_new (NULL);

      g_string_append (code, "0109521234543213");
      g_string_append (words, "(01)09521234543213");

      if (g_test_rand_bit ())
        {
          guint month = g_test_rand_int_range (1, 13);
          guint day = g_test_rand_int_range (0, 29);

          g_string_append_printf (code, "1727%02u%02u", month, day);
          g_string_append_printf (words, " (17)27%02u%02u", month, day);
        }

      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        {
          g_autoptr(GString) value = g_string_new (NULL);

          append_random (value, 20);
          g_string_append_printf (code, "%s%s" GS, texts[i], value->str);
          g_string_append_printf (words, " (%s)%s", texts[i], value->str);
        }

      assert_first (code->str, words->str);
      assert_only (words->str, words->str);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gs1/check-digits", test_check_digits);
  g_test_add_func ("/gs1/dates", test_dates);
  g_test_add_func ("/gs1/whole", test_a_whole_code);
  g_test_add_func ("/gs1/forms", test_forms_of_one_code);
  g_test_add_func ("/gs1/article", test_an_article_alone);
  g_test_add_func ("/gs1/other", test_other_identifiers);
  g_test_add_func ("/gs1/lost", test_a_lost_separator_is_asked_for);
  g_test_add_func ("/gs1/carried", test_other_identifiers_are_carried_along);
  g_test_add_func ("/gs1/article-of", test_the_article_is_found);
  g_test_add_func ("/gs1/one-lost", test_one_of_two_separators_is_lost);
  g_test_add_func ("/gs1/none-lost", test_a_whole_code_is_not_asked_about);
  g_test_add_func ("/gs1/shared", test_what_all_readings_share);
  g_test_add_func ("/gs1/too-many", test_too_many_readings);
  g_test_add_func ("/gs1/refused", test_what_cannot_be_is_refused);
  g_test_add_func ("/gs1/random", test_random_round_trips);

  return g_test_run ();
}
