/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib.h>

#include "clinic-date.h"

static void
test_only_real_dates_are_valid (void)
{
  static const char * const good[] = {
    "2026-11-21", "1800-01-01", "2999-12-31", "2024-02-29", "2000-02-29", "1970-01-01",
  };
  static const char * const bad[] = {
    "", "2026-02-30", "2025-02-29", "1900-02-29", "2026-13-01", "2026-00-10",
    "2026-01-00", "2026-01-32", "1799-12-31", "3000-01-01", "2026-1-1", "2026-11-2",
    "2026-11-211", "2026/11/21", "21-11-2026",
    "2026-11-21 ", " 2026-11-21", "2026-11-21T09:30", "2026-1a-21",
    "+026-11-21", "-026-11-21", "２026-11-21",
  };

  g_assert_false (clinic_date_is_valid (NULL));

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (clinic_date_is_valid (good[i]));

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (clinic_date_is_valid (bad[i]));
}

static void
test_only_real_wall_times_are_valid (void)
{
  static const char * const good[] = { "2026-11-21T09:30", "2026-11-21T00:00", "2026-11-21T23:59" };
  static const char * const bad[] = {
    "", "2026-11-21", "2026-11-21T24:00", "2026-11-21T09:60", "2026-11-21 09:30", "2026-11-21T9:30",
    "2026-11-21T09:30:00", "2026-11-21T09-30", "2026-02-30T09:30", "2026-11-21T-1:30",
    "2026-11-21T09:3",
  };

  g_assert_false (clinic_wall_is_valid (NULL));

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (clinic_wall_is_valid (good[i]));

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (clinic_wall_is_valid (bad[i]));
}

/* Every day of 1800 to 2999 beside GLib's own calendar. */
static void
test_days_agree_with_the_calendar (void)
{
  GDate date;
  GDate epoch;
  gint64 first = clinic_date_to_days ("1800-01-01");
  gint64 last = clinic_date_to_days ("2999-12-31");

  g_assert_cmpint (clinic_date_to_days ("1970-01-01"), ==, 0);
  g_assert_cmpint (clinic_date_to_days ("2026-11-21"), ==, 20778);

  g_date_clear (&date, 1);
  g_date_clear (&epoch, 1);
  g_date_set_dmy (&date, 1, 1, 1800);
  g_date_set_dmy (&epoch, 1, 1, 1970);
  g_assert_cmpint (g_date_days_between (&epoch, &date), ==, first);

  for (gint64 days = first; days <= last; days++)
    {
      g_autofree char *text = clinic_date_from_days (days);
      char expected[16];

      g_date_strftime (expected, sizeof expected, "%Y-%m-%d", &date);
      g_assert_cmpstr (text, ==, expected);
      g_assert_cmpint (clinic_date_to_days (text), ==, days);
      g_assert_cmpuint (clinic_date_weekday (text), ==, g_date_get_weekday (&date));
      g_date_add_days (&date, 1);
    }

  g_assert_null (clinic_date_from_days (first - 1));
  g_assert_null (clinic_date_from_days (last + 1));
  g_assert_null (clinic_date_from_days (G_MAXINT64));
  g_assert_null (clinic_date_from_days (G_MININT64));
}

static void
test_minutes_count_on_the_wall (void)
{
  /* *INDENT-OFF* */
  static const struct { const char *wall; gint64 minutes; } cases[] = {
    { "1970-01-01T00:00", 0 },
    { "1970-01-02T00:01", 1441 },
    { "1969-12-31T23:59", -1 },
    { "1969-12-31T00:00", -1440 },
    { "1969-12-30T23:59", -1441 },
    { "2026-11-21T09:30", 29920890 },
  };
  /* *INDENT-ON* */

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *wall = clinic_wall_from_minutes (cases[i].minutes);

      g_assert_cmpstr (wall, ==, cases[i].wall);
      g_assert_cmpint (clinic_wall_to_minutes (wall), ==, cases[i].minutes);
    }
}

static void
test_sums_cross_months_and_midnight (void)
{
  g_autofree char *leap = clinic_date_add_days ("2024-02-28", 1);
  g_autofree char *back = clinic_date_add_days ("2026-01-01", -1);
  g_autofree char *night = clinic_wall_add_minutes ("2026-12-31T23:45", 30);
  g_autofree char *same = clinic_wall_add_minutes ("2026-12-31T23:45", 0);

  g_assert_cmpstr (leap, ==, "2024-02-29");
  g_assert_cmpstr (back, ==, "2025-12-31");
  g_assert_cmpstr (night, ==, "2027-01-01T00:15");
  g_assert_cmpstr (same, ==, "2026-12-31T23:45");

  g_assert_null (clinic_date_add_days ("2999-12-31", 1));
  g_assert_null (clinic_date_add_days ("2026-01-01", G_MAXINT64));
  g_assert_null (clinic_date_add_days ("1800-01-01", G_MININT64));
  g_assert_null (clinic_wall_add_minutes ("2999-12-31T23:59", 1));
  g_assert_null (clinic_wall_add_minutes ("2026-01-01T00:00", G_MAXINT64));
}

static void
test_days_between_count_dates (void)
{
  g_assert_cmpint (clinic_date_days_between ("2026-01-01", "2026-01-01"), ==, 0);
  g_assert_cmpint (clinic_date_days_between ("2026-01-01", "2026-03-01"), ==, 59);
  g_assert_cmpint (clinic_date_days_between ("2026-03-01", "2026-01-01"), ==, -59);
  g_assert_cmpint (clinic_date_days_between ("2026-01-01T23:59", "2026-01-02T00:00"), ==, 1);
  g_assert_cmpint (clinic_date_days_between ("2026-01-01", "2026-01-01T23:59"), ==, 0);
}

static void
test_the_date_of_a_wall_time (void)
{
  g_autofree char *of_wall = clinic_wall_dup_date ("2026-11-21T09:30");
  g_autofree char *of_date = clinic_wall_dup_date ("2026-11-21");

  g_assert_cmpstr (of_wall, ==, "2026-11-21");
  g_assert_cmpstr (of_date, ==, "2026-11-21");
}

static void
test_age_counts_completed_years (void)
{
  /* *INDENT-OFF* */
  static const struct { const char *birth, *today; int age; } cases[] = {
    { "1990-05-10", "2026-05-09", 35 },
    { "1990-05-10", "2026-05-10", 36 },
    { "2026-11-21", "2026-11-21", 0 },
    { "2026-11-22", "2026-11-21", -1 },
    { "2025-11-22", "2026-11-21", 0 },
    { "2000-02-29", "2026-02-28", 25 },
    { "2000-02-29", "2026-03-01", 26 },
    { "2000-02-29", "2024-02-28", 23 },
    { "2000-02-29", "2024-02-29", 24 },
    { "1920-01-01", "2026-01-01", 106 },
  };
  /* *INDENT-ON* */

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (clinic_date_age (cases[i].birth, cases[i].today), ==, cases[i].age);
}

/* *INDENT-OFF* */
static const struct { const char *text; ClinicDateOrder order; const char *date; } readings[] = {
  { "2026-11-21", CLINIC_DATE_YMD, "2026-11-21" },
  { "2026/11/21", CLINIC_DATE_YMD, "2026-11-21" },
  { "2026.1.2", CLINIC_DATE_YMD, "2026-01-02" },
  { "2026 1 2", CLINIC_DATE_YMD, "2026-01-02" },
  { "20261121", CLINIC_DATE_YMD, "2026-11-21" },
  { "20261121", CLINIC_DATE_DMY, NULL },
  { "20260230", CLINIC_DATE_YMD, NULL },
  { "26-11-21", CLINIC_DATE_YMD, "2026-11-21" },
  { "21.11.2026", CLINIC_DATE_DMY, "2026-11-21" },
  { "21. 11. 2026", CLINIC_DATE_DMY, "2026-11-21" },
  { " 1/2/2003 ", CLINIC_DATE_DMY, "2003-02-01" },
  { "1/2/2003", CLINIC_DATE_MDY, "2003-01-02" },
  { "1-2-2003", CLINIC_DATE_YMD, NULL },
  { "2003-2-1", CLINIC_DATE_DMY, NULL },
  { "13/12/2003", CLINIC_DATE_MDY, NULL },
  { "12/13/2003", CLINIC_DATE_DMY, NULL },
  { "30/02/2003", CLINIC_DATE_DMY, NULL },
  { "29.02.2023", CLINIC_DATE_DMY, NULL },
  { "29.02.2024", CLINIC_DATE_DMY, "2024-02-29" },
  { "21.11.26", CLINIC_DATE_DMY, "2026-11-21" },
  { "22.11.26", CLINIC_DATE_DMY, "1926-11-22" },
  { "01.01.27", CLINIC_DATE_DMY, "1927-01-01" },
  { "5/6/71", CLINIC_DATE_MDY, "1971-05-06" },
  { "29/02/00", CLINIC_DATE_DMY, "2000-02-29" },
  { "29/02/26", CLINIC_DATE_DMY, NULL },
  { "21.11.126", CLINIC_DATE_DMY, NULL },
  { "21.11.6", CLINIC_DATE_DMY, NULL },
  { "021.11.2026", CLINIC_DATE_DMY, NULL },
  { "21.11.20266", CLINIC_DATE_DMY, NULL },
  { "21.11", CLINIC_DATE_DMY, NULL },
  { "21.11.2026.", CLINIC_DATE_DMY, NULL },
  { "21..11.2026", CLINIC_DATE_DMY, NULL },
  { "21,11,2026", CLINIC_DATE_DMY, NULL },
  { "-1.11.2026", CLINIC_DATE_DMY, NULL },
  { "21.11.2026 10:00", CLINIC_DATE_DMY, NULL },
  { "21 Nov 2026", CLINIC_DATE_DMY, NULL },
  { "٢١/١١/٢٠٢٦", CLINIC_DATE_DMY, "2026-11-21" },
  { "0.0.0000", CLINIC_DATE_DMY, NULL },
  { "00.00.00", CLINIC_DATE_DMY, NULL },
  { "1.1.1799", CLINIC_DATE_DMY, NULL },
  { "21.11.\xff", CLINIC_DATE_DMY, NULL },
  { "", CLINIC_DATE_DMY, NULL },
  { NULL, CLINIC_DATE_DMY, NULL },
};
/* *INDENT-ON* */

static void
test_typed_dates_are_read_in_their_order (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autofree char *date = clinic_date_parse (readings[i].text, readings[i].order, "2026-11-21");

      g_test_message ("case %u", i);
      g_assert_cmpstr (date, ==, readings[i].date);
    }

  g_assert_null (clinic_date_parse ("1.1.26", CLINIC_DATE_DMY, NULL));
}

static void
test_every_date_written_is_read_back (void)
{
  static const char * const formats[] = { "%Y-%m-%d", "%d.%m.%Y", "%m/%d/%Y" };
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, 1, 1900);

  for (guint i = 0; i < 60000; i++)
    {
      for (ClinicDateOrder order = CLINIC_DATE_YMD; order <= CLINIC_DATE_MDY; order++)
        {
          char text[16];
          char expected[16];
          g_autofree char *read = NULL;

          g_date_strftime (text, sizeof text, formats[order], &date);
          g_date_strftime (expected, sizeof expected, "%Y-%m-%d", &date);
          read = clinic_date_parse (text, order, NULL);
          g_assert_cmpstr (read, ==, expected);
        }

      g_date_add_days (&date, 1);
    }
}

/* *INDENT-OFF* */
static const struct { const char *zone, *wall; gboolean exists, ambiguous; } walls[] = {
  { "Europe/Vienna", "2026-03-29T01:59", TRUE, FALSE },
  { "Europe/Vienna", "2026-03-29T02:00", FALSE, FALSE },
  { "Europe/Vienna", "2026-03-29T02:30", FALSE, FALSE },
  { "Europe/Vienna", "2026-03-29T02:59", FALSE, FALSE },
  { "Europe/Vienna", "2026-03-29T03:00", TRUE, FALSE },
  { "Europe/Vienna", "2026-10-25T01:59", TRUE, FALSE },
  { "Europe/Vienna", "2026-10-25T02:00", TRUE, TRUE },
  { "Europe/Vienna", "2026-10-25T02:30", TRUE, TRUE },
  { "Europe/Vienna", "2026-10-25T02:59", TRUE, TRUE },
  { "Europe/Vienna", "2026-10-25T03:00", TRUE, FALSE },
  { "Europe/Vienna", "2026-07-01T12:00", TRUE, FALSE },
  { "America/New_York", "2026-03-08T02:30", FALSE, FALSE },
  { "America/New_York", "2026-11-01T01:30", TRUE, TRUE },
  { "Australia/Lord_Howe", "2026-10-04T02:15", FALSE, FALSE },
  { "Australia/Lord_Howe", "2026-10-04T02:30", TRUE, FALSE },
  { "Australia/Lord_Howe", "2026-04-05T01:45", TRUE, TRUE },
  { "America/Sao_Paulo", "2018-11-04T00:30", FALSE, FALSE },
  /* the offset changed twice without being daylight time */
  { "Europe/Moscow", "2014-10-26T01:30", TRUE, TRUE },
  /* a day that was left out */
  { "Pacific/Apia", "2011-12-30T12:00", FALSE, FALSE },
  { "Asia/Kolkata", "2026-03-29T02:30", TRUE, FALSE },
  { "UTC", "2026-03-29T02:30", TRUE, FALSE },
};
/* *INDENT-ON* */

static void
test_clocks_going_forward_and_back (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (walls); i++)
    {
      g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (walls[i].zone);
      gboolean ambiguous = !walls[i].ambiguous;

      g_test_message ("%s %s", walls[i].zone, walls[i].wall);
      g_assert_nonnull (zone);
      g_assert_cmpint (clinic_wall_exists (walls[i].wall, zone, &ambiguous), ==, walls[i].exists);
      g_assert_cmpint (ambiguous, ==, walls[i].ambiguous);
      g_assert_cmpint (clinic_wall_exists (walls[i].wall, zone, NULL), ==, walls[i].exists);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date/valid", test_only_real_dates_are_valid);
  g_test_add_func ("/date/wall-valid", test_only_real_wall_times_are_valid);
  g_test_add_func ("/date/calendar", test_days_agree_with_the_calendar);
  g_test_add_func ("/date/minutes", test_minutes_count_on_the_wall);
  g_test_add_func ("/date/sums", test_sums_cross_months_and_midnight);
  g_test_add_func ("/date/between", test_days_between_count_dates);
  g_test_add_func ("/date/of-wall", test_the_date_of_a_wall_time);
  g_test_add_func ("/date/age", test_age_counts_completed_years);
  g_test_add_func ("/date/parse", test_typed_dates_are_read_in_their_order);
  g_test_add_func ("/date/round-trip", test_every_date_written_is_read_back);
  g_test_add_func ("/date/clock-change", test_clocks_going_forward_and_back);

  return g_test_run ();
}
