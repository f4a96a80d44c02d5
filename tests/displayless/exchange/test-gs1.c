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

static void
test_what_cannot_be_is_refused (void)
{
  static const char *const texts[] = {
    "", "  ", "]d2", GS, "hello", "0104150000021127" "10A", "01041500000211", "0104150000021126" "17210229",
    "0104150000021126" "17250630" "17250630", "(01)04150000021126(10)", "(10)ABCDEFGHIJKLMNOPQRSTU",
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

      assert_only (code->str, words->str);
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
  g_test_add_func ("/gs1/refused", test_what_cannot_be_is_refused);
  g_test_add_func ("/gs1/random", test_random_round_trips);

  return g_test_run ();
}
