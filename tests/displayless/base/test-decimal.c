/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include <glib.h>

#include "clinic-decimal.h"
#include "clinic-random.h"

#define REFUSED G_MININT64

/* *INDENT-OFF* */
static const struct { const char *text; char mark; gint64 value; } readings[] = {
  { "1.5", '.', 1500 },
  { "1,5", ',', 1500 },
  { "1.5", ',', REFUSED },
  { "1,5", '.', REFUSED },
  { "0", '.', 0 },
  { "-0", '.', 0 },
  { "+2", '.', 2000 },
  { "-2.5", '.', -2500 },
  { "\u22122.5", '.', -2500 },
  { "0.001", '.', 1 },
  { "0.0001", '.', REFUSED },
  { "1.2340", '.', REFUSED },
  { "1.000", '.', 1000 },
  { "1.000", ',', REFUSED },
  { "1,000", ',', 1000 },
  { "1,000", '.', REFUSED },
  { "1,000.5", '.', REFUSED },
  { "1.000,5", ',', REFUSED },
  { "1 000", '.', REFUSED },
  { "1'000", '.', REFUSED },
  { "1_000", '.', REFUSED },
  { ".5", '.', 500 },
  { "5.", '.', REFUSED },
  { ".", '.', REFUSED },
  { "-", '.', REFUSED },
  { "--1", '.', REFUSED },
  { "+-1", '.', REFUSED },
  { "-+1", '.', REFUSED },
  { "1-", '.', REFUSED },
  { "1.5.2", '.', REFUSED },
  { "1e3", '.', REFUSED },
  { "0x10", '.', REFUSED },
  { "inf", '.', REFUSED },
  { "nan", '.', REFUSED },
  { "1.5 ml", '.', REFUSED },
  { "~1", '.', REFUSED },
  { "<0.5", '.', REFUSED },
  { "", '.', REFUSED },
  { " ", '.', REFUSED },
  { NULL, '.', REFUSED },
  { " 1.5 ", '.', 1500 },
  { "1. 5", '.', REFUSED },
  { "- 1", '.', REFUSED },
  { "007", '.', 7000 },
  { "٣٫٥", '.', 3500 },
  { "٣٫٥", ',', 3500 },
  { "٣.٥", '.', 3500 },
  { "۳۵", ',', 35000 },
  { "٣٬٥٠٠", '.', REFUSED },
  { "１", '.', REFUSED },
  { "1\xff", '.', REFUSED },
  { "\xff", '.', REFUSED },
  { "9223372036854775.807", '.', G_MAXINT64 },
  { "9223372036854775.808", '.', REFUSED },
  { "-9223372036854775.807", '.', -G_MAXINT64 },
  { "9223372036854776", '.', REFUSED },
  { "9223372036854775807", '.', REFUSED },
  { "18446744073709551617", '.', REFUSED },
  { "99999999999999999999999999999999", '.', REFUSED },
};
/* *INDENT-ON* */

static void
test_decimals_are_read_strictly (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      gint64 value = 42;
      gboolean read = clinic_decimal_parse (readings[i].text, readings[i].mark, &value);

      g_test_message ("case %u", i);
      g_assert_cmpint (read, ==, readings[i].value != REFUSED);
      g_assert_cmpint (value, ==, read ? readings[i].value : 42);
    }
}

/* Whatever is accepted says, written again, the number that the text says: nothing ten or a
 * thousand times off. */
static void
test_random_text_never_reads_as_another_number (void)
{
  static const char letters[] = "0123456789012345678900.,.,.,-+ e'";
  ClinicRandom random;
  guint n_read = 0;

  clinic_random_init (&random, 3);

  for (guint i = 0; i < 500000; i++)
    {
      char text[16];
      guint length = clinic_random_below (&random, 9);
      char mark = clinic_random_below (&random, 2) == 0 ? '.' : ',';
      gint64 value;

      for (guint j = 0; j < length; j++)
        text[j] = letters[clinic_random_below (&random, strlen (letters))];

      text[length] = '\0';

      if (clinic_decimal_parse (text, mark, &value))
        {
          g_autofree char *pointed = g_strdelimit (g_strdup (text), ",", '.');
          char *end = NULL;
          double expected = g_ascii_strtod (pointed, &end);

          g_assert_cmpint (value, ==, llround (expected * 1000));
          g_assert_null (strchr (text, mark == '.' ? ',' : '.'));
          g_assert_cmpstr (g_strchug (end), ==, "");
          n_read++;
        }
    }

  g_assert_cmpuint (n_read, >, 20000);
}

static void
test_formatted_numbers_are_read_back (void)
{
  ClinicRandom random;

  clinic_random_init (&random, 4);

  for (guint i = 0; i < 100000; i++)
    {
      gint64 value = (gint64) clinic_random_next (&random) >> clinic_random_below (&random, 64);
      char mark = i % 2 == 0 ? '.' : ',';
      g_autofree char *text = NULL;
      gint64 read = 0;

      if (value == G_MININT64)
        continue;

      text = clinic_decimal_format (value, mark);
      g_assert_true (clinic_decimal_parse (text, mark, &read));
      g_assert_cmpint (read, ==, value);
    }
}

static void
test_decimals_are_written_shortly (void)
{
  /* *INDENT-OFF* */
  static const struct { gint64 value; char mark; const char *text; } cases[] = {
    { 0, '.', "0" },
    { 1, '.', "0.001" },
    { -1, ',', "-0,001" },
    { 10, '.', "0.01" },
    { 1500, '.', "1.5" },
    { 1500, ',', "1,5" },
    { 2000, '.', "2" },
    { -2000, '.', "-2" },
    { 100000, '.', "100" },
    { 1234567, '.', "1234.567" },
    { G_MAXINT64, '.', "9223372036854775.807" },
    { G_MININT64, '.', "-9223372036854775.808" },
  };
  /* *INDENT-ON* */

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = clinic_decimal_format (cases[i].value, cases[i].mark);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_doubles_round_half_away_from_zero (void)
{
  /* *INDENT-OFF* */
  static const struct { double value; gint64 thousandths; } cases[] = {
    { 0, 0 }, { -0.0, 0 }, { 1.5, 1500 }, { 0.0005, 1 }, { -0.0005, -1 }, { 0.0004, 0 },
    { 1.0005, 1001 }, { -1.0005, -1001 }, { 2.6745, 2675 }, { 0.1 + 0.2, 300 }, { 1e300, G_MAXINT64 },
    { -1e300, G_MININT64 },
    { INFINITY, G_MAXINT64 }, { -INFINITY, G_MININT64 }, { 9e15, 9000000000000000000 },
  };
  /* *INDENT-ON* */

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (clinic_decimal_from_double (cases[i].value), ==, cases[i].thousandths);
}

static void
test_doubles_are_shown_with_given_decimals (void)
{
  /* *INDENT-OFF* */
  static const struct { double value; guint decimals; const char *text; } cases[] = {
    { 0, 0, "0" },
    { -0.0, 1, "0.0" },
    { -0.04, 1, "0.0" },
    { -0.05, 1, "-0.1" },
    { 0.5, 0, "1" },
    { 1.5, 0, "2" },
    { 2.5, 0, "3" },
    { -2.5, 0, "-3" },
    { 1.005, 2, "1.01" },
    { 2.675, 2, "2.68" },
    { 56.3, 1, "56.3" },
    { 56.25, 1, "56.3" },
    { 12.3456, 3, "12.346" },
    { 1e20, 2, "100000000000000000000.00" },
    { 0.1, 15, "0.100000000000000" },
    { NAN, 2, "" },
    { INFINITY, 2, "" },
  };
  /* *INDENT-ON* */

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = clinic_decimal_format_double (cases[i].value, cases[i].decimals);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/decimal/parse", test_decimals_are_read_strictly);
  g_test_add_func ("/decimal/parse-random", test_random_text_never_reads_as_another_number);
  g_test_add_func ("/decimal/round-trip", test_formatted_numbers_are_read_back);
  g_test_add_func ("/decimal/format", test_decimals_are_written_shortly);
  g_test_add_func ("/decimal/from-double", test_doubles_round_half_away_from_zero);
  g_test_add_func ("/decimal/format-double", test_doubles_are_shown_with_given_decimals);

  return g_test_run ();
}
