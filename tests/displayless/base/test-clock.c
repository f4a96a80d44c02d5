/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib.h>

#include "clinic-clock.h"

#define INSTANT G_GINT64_CONSTANT (1795253415123)   /* 2026-11-21T09:30:15.123Z */

static void
test_the_clock_runs (void)
{
  gint64 before = g_get_real_time () / 1000;
  gint64 now = clinic_clock_now ();

  g_assert_cmpint (now, >=, before);
  g_assert_cmpint (now, <=, g_get_real_time () / 1000);
}

static void
test_the_clock_can_be_fixed (void)
{
  g_autofree char *instant = NULL;

  clinic_clock_set (INSTANT);
  g_assert_cmpint (clinic_clock_now (), ==, INSTANT);
  instant = clinic_clock_instant ();
  g_assert_cmpstr (instant, ==, "2026-11-21T09:30:15.123Z");

  clinic_clock_set (-1);
  g_assert_cmpint (clinic_clock_now (), !=, INSTANT);
}

static void
test_instants_before_1970 (void)
{
  g_autofree char *instant = NULL;
  g_autofree char *wall = NULL;

  clinic_clock_set (-1500);
  instant = clinic_clock_instant ();
  wall = clinic_clock_wall ("UTC");
  clinic_clock_set (-1);

  g_assert_cmpstr (instant, ==, "1969-12-31T23:59:58.500Z");
  g_assert_cmpstr (wall, ==, "1969-12-31T23:59");
}

static void
test_the_wall_shows_the_clinics_time (void)
{
  /* *INDENT-OFF* */
  static const struct { const char *zone, *wall, *today; } cases[] = {
    { "UTC", "2026-11-21T09:30", "2026-11-21" },
    { "Europe/Vienna", "2026-11-21T10:30", "2026-11-21" },
    { "Asia/Kolkata", "2026-11-21T15:00", "2026-11-21" },
    { "Pacific/Kiritimati", "2026-11-21T23:30", "2026-11-21" },
    { "Pacific/Pago_Pago", "2026-11-20T22:30", "2026-11-20" },
    /* the test's machine is in UTC */
    { NULL, "2026-11-21T09:30", "2026-11-21" },
    { "", "2026-11-21T09:30", "2026-11-21" },
    { "Nowhere/Atlantis", "2026-11-21T09:30", "2026-11-21" },
  };
  /* *INDENT-ON* */

  clinic_clock_set (INSTANT);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *wall = clinic_clock_wall (cases[i].zone);
      g_autofree char *today = clinic_clock_today (cases[i].zone);

      g_assert_cmpstr (wall, ==, cases[i].wall);
      g_assert_cmpstr (today, ==, cases[i].today);
    }

  clinic_clock_set (-1);
}

/* The environment is read once, so each case is a process. */
static void
test_child_prints_the_instant (void)
{
  g_autofree char *instant = clinic_clock_instant ();

  g_print ("%s\n", instant);
}

static void
test_the_environment_fixes_the_clock (void)
{
  g_setenv ("ANAGEN_CLOCK", "2031-02-03T04:05:06Z", TRUE);
  g_test_trap_subprocess ("/clock/subprocess/print", 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*2031-02-03T04:05:06.000Z*");

  g_setenv ("ANAGEN_CLOCK", "tea time", TRUE);
  g_test_trap_subprocess ("/clock/subprocess/print", 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*ANAGEN_CLOCK is no instant*");

  g_unsetenv ("ANAGEN_CLOCK");
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clock/environment", test_the_environment_fixes_the_clock);
  g_test_add_func ("/clock/subprocess/print", test_child_prints_the_instant);
  g_test_add_func ("/clock/runs", test_the_clock_runs);
  g_test_add_func ("/clock/fixed", test_the_clock_can_be_fixed);
  g_test_add_func ("/clock/before-1970", test_instants_before_1970);
  g_test_add_func ("/clock/wall", test_the_wall_shows_the_clinics_time);

  return g_test_run ();
}
