/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>

#include "clinic-locale.h"

/* Without a country: day before month, a dot as decimal mark, 24 hours, the week from Monday. */

#define TODAY "2026-11-21"

typedef struct
{
  const char *typed;
  gboolean    near;
  const char *date;             /* NULL: none */
} Typed;

static const Typed dates[] = {
  { "31.12.1984", FALSE, "1984-12-31" },
  { "31/12/1984", FALSE, "1984-12-31" },
  { "31 12 1984", FALSE, "1984-12-31" },
  { "1984-12-31", FALSE, "1984-12-31" },
  { "31121984", FALSE, "1984-12-31" },
  { "311284", FALSE, "1984-12-31" },
  { "31.12.84", FALSE, "1984-12-31" },
  { "1.2.27", FALSE, "1927-02-01" },
  { "1.2.27", TRUE, "2027-02-01" },
  { "1.2.84", TRUE, "1984-02-01" },
  { "23.11", TRUE, "2026-11-23" },
  { "3.1.", TRUE, "2027-01-03" },
  { "29.2", TRUE, NULL },
  { "23.11", FALSE, NULL },
  { "٣١.١٢.١٩٨٤", FALSE, "1984-12-31" },
  { "31.02.1984", FALSE, NULL },
  { "31 May 1984", FALSE, NULL },
  { "", TRUE, NULL },
  { "1", TRUE, NULL },
};

static void
test_dates_are_read_as_typed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *date = clinic_locale_parse_date (dates[i].typed, TODAY, dates[i].near);

      g_test_message ("%s", dates[i].typed);
      g_assert_cmpstr (date, ==, dates[i].date);
    }
}

static void
test_date_as_entered_is_read_again (void)
{
  for (gint64 day = 0; day < 40000; day += 37)
    {
      g_autofree char *date = clinic_date_from_days (day);
      g_autofree char *entry = clinic_locale_date_entry (date);
      g_autofree char *again = clinic_locale_parse_date (entry, TODAY, TRUE);

      g_assert_cmpstr (again, ==, date);
    }
}

static void
test_times_are_read_as_typed (void)
{
  static const char * const times[][2] = {
    { "9", "09:00" }, { "930", "09:30" }, { "0930", "09:30" }, { "9:30", "09:30" },
    { "9.30", "09:30" }, { "9:30 pm", "21:30" }, { "12 am", "00:00" }, { "12:15 PM", "12:15" },
    { "17", "17:00" }, { "24:00", NULL }, { "13 pm", NULL }, { "9:3", NULL }, { "nine", NULL },
    { "", NULL }, { "12345", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *time = clinic_locale_parse_time (times[i][0]);

      g_test_message ("%s", times[i][0]);
      g_assert_cmpstr (time, ==, times[i][1]);
    }
}

static void
test_thousands_are_no_decimals (void)
{
  gint64 value = 0;

  g_assert_true (clinic_locale_parse_decimal ("1.5", &value));
  g_assert_cmpint (value, ==, 1500);
  g_assert_true (clinic_locale_parse_decimal ("1,5", &value));
  g_assert_cmpint (value, ==, 1500);
  g_assert_true (clinic_locale_parse_decimal ("1.500", &value));
  g_assert_cmpint (value, ==, 1500);
  g_assert_false (clinic_locale_parse_decimal ("1,500", &value));
  g_assert_false (clinic_locale_parse_decimal ("1.000,5", &value));
  g_assert_false (clinic_locale_parse_decimal ("one", &value));
}

static void
assert_text (char       *text,
             const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_dates_and_names_in_words (void)
{
  assert_text (clinic_locale_date ("1984-05-31"), "31 May 1984");
  assert_text (clinic_locale_date (NULL), "");
  assert_text (clinic_locale_day ("2026-11-23"), "Mon 23 Nov");
  assert_text (clinic_locale_near_day ("2026-11-21", TODAY), "Today");
  assert_text (clinic_locale_near_day ("2026-11-22", TODAY), "Tomorrow");
  assert_text (clinic_locale_near_day ("2026-11-20", TODAY), "Yesterday");
  assert_text (clinic_locale_near_day ("2027-01-04", TODAY), "Mon 4 Jan 2027");
  assert_text (clinic_locale_wall ("2026-11-23T09:30"), "23 Nov 2026, 09:30");
  assert_text (clinic_locale_time ("2026-11-23T09:30"), "09:30");
  assert_text (clinic_locale_instant ("2026-11-21T09:30:15.123Z", "Europe/Vienna"),
               "21 Nov 2026, 10:30");
  assert_text (clinic_locale_weekday (1, FALSE), "Monday");
  assert_text (clinic_locale_weekday (7, TRUE), "Sun");
  assert_text (clinic_locale_minutes (30), "30 min");
  assert_text (clinic_locale_minutes (60), "1 h");
  assert_text (clinic_locale_minutes (75), "1 h 15 min");
  assert_text (clinic_locale_age ("1984-11-22", TODAY), "41 years");
  assert_text (clinic_locale_age ("2026-06-22", TODAY), "4 months");
  assert_text (clinic_locale_age ("2030-01-01", TODAY), "");
  assert_text (clinic_locale_decimal (1500), "1.5");
  assert_text (clinic_locale_decimal (G_MININT64), "");
  assert_text (clinic_locale_rounded (155556, 1), "155.6");
  assert_text (clinic_locale_rounded (155556, 0), "156");
  assert_text (clinic_locale_rounded (-1500, 0), "-2");
  assert_text (clinic_locale_rounded (1499, 0), "1");
  assert_text (clinic_locale_rounded (1235, 2), "1.24");
  assert_text (clinic_locale_rounded (1235, 3), "1.235");
  assert_text (clinic_locale_rounded (G_MININT64, 1), "");
  assert_text (clinic_locale_full_name ("Ayşe", "Örnek"), "Ayşe Örnek");
  assert_text (clinic_locale_list_name ("Örnek", "Ayşe"), "Örnek, Ayşe");
  assert_text (clinic_locale_list_name ("Örnek", NULL), "Örnek");
  assert_text (clinic_locale_initials ("ayşe", "örnek"), "AÖ");
  g_assert_cmpuint (clinic_locale_first_weekday (), ==, 1);
}

static void
assert_taken (char       *text,
              const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_dates_stay_whole_from_the_right (void)
{
  clinic_locale_set_from_right (TRUE);
  assert_taken (clinic_locale_date ("2026-11-21"), "\u206821 Nov 2026\u2069");
  assert_taken (clinic_locale_day ("2026-11-23"), "\u2068Mon 23 Nov\u2069");
  assert_taken (clinic_locale_near_day ("2026-11-21", TODAY), "Today");
  assert_taken (clinic_locale_wall ("2026-11-21T09:30"), "\u2068\u206821 Nov 2026\u2069, 09:30\u2069");
  assert_taken (clinic_locale_date (NULL), "");
  assert_taken (clinic_locale_date_entry ("2026-11-21"), "21.11.2026");
  clinic_locale_set_from_right (FALSE);
  assert_taken (clinic_locale_date ("2026-11-21"), "21 Nov 2026");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/locale/dates-are-read-as-typed", test_dates_are_read_as_typed);
  g_test_add_func ("/locale/date-as-entered-is-read-again", test_date_as_entered_is_read_again);
  g_test_add_func ("/locale/times-are-read-as-typed", test_times_are_read_as_typed);
  g_test_add_func ("/locale/thousands-are-no-decimals", test_thousands_are_no_decimals);
  g_test_add_func ("/locale/dates-and-names-in-words", test_dates_and_names_in_words);
  g_test_add_func ("/locale/dates-stay-whole-from-the-right", test_dates_stay_whole_from_the_right);

  return g_test_run ();
}
