/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "clinic-clock.h"
#include "clinic-time-zone.h"

typedef struct
{
  const char *typed;
  const char *first;            /* what is found at the top; NULL: nothing */
} Typed;

static const Typed cases[] = {
  { "istanbul", "Europe/Istanbul" },
  { "İSTANBUL", "Europe/Istanbul" },
  { "europe ist", "Europe/Istanbul" },
  { "Europe/Istanbul", "Europe/Istanbul" },
  { "são paulo", "America/Sao_Paulo" },
  { "Sao_Paulo", "America/Sao_Paulo" },
  { "buenos", "America/Argentina/Buenos_Aires" },
  { "argentina bue", "America/Argentina/Buenos_Aires" },
  { "Germany", "Europe/Berlin" },
  { "austria", "Europe/Vienna" },
  { "utc", "UTC" },
  { "UTC+5:45", "Asia/Kathmandu" },
  { "utc +0545", "Asia/Kathmandu" },
  { "GMT+5.45", "Asia/Kathmandu" },
  { "+٥:٤٥", "Asia/Kathmandu" },
  { "-3:30", "America/St_Johns" },
  { "UTC−3:30", "America/St_Johns" },
  { "+12:45", NULL },
  { "+13:45", "Pacific/Chatham" },
  { "CET", "CET" },
  { "Asia/Calcutta", "Asia/Calcutta" },
  { "Middle/Earth", NULL },
  { "+3 hours", NULL },
  { "+25", NULL },
  { "../zone.tab", NULL },
  { "zone.tab", NULL },
  { "+3:99", NULL },
};

static void
test_zone_is_found_by_what_is_typed (void)
{
  g_autoptr(GPtrArray) zones = clinic_time_zone_list ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) found = clinic_time_zone_find (zones, cases[i].typed);

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpstr (found->len > 0 ? CLINIC_TIME_ZONE (found->pdata[0])->id : NULL, ==,
                       cases[i].first);
    }
}

static void
test_zones_of_one_offset_are_found_together (void)
{
  g_autoptr(GPtrArray) zones = clinic_time_zone_list ();
  g_autoptr(GPtrArray) found = clinic_time_zone_find (zones, "UTC+3");
  gboolean istanbul = FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      ClinicTimeZone *zone = found->pdata[i];

      g_assert_cmpint (zone->offset, ==, 180);
      g_assert_cmpstr (zone->offset_text, ==, "UTC+3");
      istanbul |= g_str_equal (zone->id, "Europe/Istanbul");
    }

  g_assert_cmpuint (found->len, >, 10);
  g_assert_true (istanbul);
}

static void
test_all_are_there_by_city (void)
{
  g_autoptr(GPtrArray) zones = clinic_time_zone_list ();
  g_autoptr(GPtrArray) found = clinic_time_zone_find (zones, "");

  g_assert_cmpuint (zones->len, >, 400);
  g_assert_cmpuint (found->len, ==, zones->len);

  for (guint i = 1; i < zones->len; i++)
    {
      ClinicTimeZone *before = zones->pdata[i - 1];
      ClinicTimeZone *zone = zones->pdata[i];

      g_assert_cmpint (g_utf8_collate (before->city, zone->city), <=, 0);
      g_assert_null (strchr (zone->city, '_'));
      g_assert_null (strchr (zone->city, '/'));
    }
}

/* On a machine where other things are done at once too. */
static void
test_finding_is_quick (void)
{
  g_autoptr(GPtrArray) zones = clinic_time_zone_list ();
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < 10; i++)
    {
      gint64 before = g_get_monotonic_time ();
      g_autoptr(GPtrArray) found = clinic_time_zone_find (zones, "europe ist");

      best = MIN (best, g_get_monotonic_time () - before);
    }

  g_test_message ("%" G_GINT64_FORMAT " us", best);
  g_assert_cmpint (best, <, 50 * G_TIME_SPAN_MILLISECOND);
}

typedef struct
{
  const char *id;
  const char *city;
  const char *region;
  const char *summer;           /* its offset in July */
  const char *winter;           /* and in November */
} Named;

static const Named named[] = {
  { "Europe/Istanbul", "Istanbul", "Europe", "UTC+3", "UTC+3" },
  { "Europe/Vienna", "Vienna", "Europe", "UTC+2", "UTC+1" },
  { "America/Argentina/Buenos_Aires", "Buenos Aires", "Argentina, America", "UTC−3", "UTC−3" },
  { "America/St_Johns", "St Johns", "America", "UTC−2:30", "UTC−3:30" },
  { "Europe/London", "London", "Europe", "UTC+1", "UTC" },
  { "Pacific/Chatham", "Chatham", "Pacific Ocean", "UTC+12:45", "UTC+13:45" },
  { "Etc/UTC", "UTC", "", "UTC", "UTC" },
  { "UTC", "UTC", "", "UTC", "UTC" },
};

static void
test_names_can_be_read_and_offsets_are_of_now (void)
{
  gint64 now = clinic_clock_now ();

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    {
      g_autoptr(ClinicTimeZone) summer = NULL;
      g_autoptr(ClinicTimeZone) winter = NULL;

      clinic_clock_set (G_GINT64_CONSTANT (1783000000000));
      summer = clinic_time_zone_new (named[i].id);
      clinic_clock_set (G_GINT64_CONSTANT (1795000000000));
      winter = clinic_time_zone_new (named[i].id);
      g_assert_cmpstr (summer->city, ==, named[i].city);
      g_assert_cmpstr (summer->region, ==, named[i].region);
      g_assert_cmpstr (summer->offset_text, ==, named[i].summer);
      g_assert_cmpstr (winter->offset_text, ==, named[i].winter);
    }

  clinic_clock_set (now);
  g_assert_null (clinic_time_zone_new ("Middle/Earth"));
  g_assert_null (clinic_time_zone_new (""));
  g_assert_null (clinic_time_zone_new (NULL));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  clinic_clock_set (G_GINT64_CONSTANT (1795000000000));

  g_test_add_func ("/time-zone/found-by-what-is-typed", test_zone_is_found_by_what_is_typed);
  g_test_add_func ("/time-zone/of-one-offset", test_zones_of_one_offset_are_found_together);
  g_test_add_func ("/time-zone/all-by-city", test_all_are_there_by_city);
  g_test_add_func ("/time-zone/finding-is-quick", test_finding_is_quick);
  g_test_add_func ("/time-zone/names-and-offsets", test_names_can_be_read_and_offsets_are_of_now);

  return g_test_run ();
}
