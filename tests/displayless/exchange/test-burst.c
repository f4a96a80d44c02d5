/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-burst.h"

#define YEAR 2026

/* The keys of @text, @gaps (in ms) between them, the last of which goes on; whether a machine was known by
 * them, and all belonged to one. */
static gboolean
is_machine (const char *text,
            const guint gaps[],
            guint       n_gaps)
{
  g_autoptr(ClinicBurst) burst = clinic_burst_new ();
  guint32 time = 1000;
  gboolean known = FALSE;

  for (guint i = 0; text[i] != '\0'; i++)
    {
      time += i > 0 ? gaps[MIN (i, n_gaps) - 1] : 0;

      if (!clinic_burst_goes_on (burst, time))
        clinic_burst_clear (burst);

      clinic_burst_add (burst, text[i], time);
      known |= clinic_burst_is_machine (burst);
    }

  return known && g_str_equal (clinic_burst_get_text (burst), text);
}

static void
test_who_types (void)
{
  static const struct { const char *text; guint gaps[9]; guint n_gaps; gboolean machine; } cases[] = {
    /* Scanners: by the wire, by radio, slow ones; one that stops for a moment. */
    { "0109521234543213", { 2 }, 1, TRUE }, { "0109521234543213", { 16 }, 1, TRUE },
    { "0109521234543213", { 33 }, 1, TRUE }, { "10LOT42", { 33 }, 1, TRUE }, { "]d2010", { 34 }, 1, TRUE },
    { "1234", { 8 }, 1, TRUE }, { "ABC123", { 20 }, 1, TRUE },
    { "0109521234543213", { 5, 5, 5, 60, 5 }, 5, TRUE }, { "0109521234543213", { 5, 5, 5, 100, 5 }, 5, TRUE },
    { "0109521234543213", { 4, 4, 4, 4, 4, 140, 4 }, 7, TRUE }, { "0109521234543213", { 70, 4 }, 2, TRUE },
    { "0109521234543213", { 10, 95, 10 }, 3, TRUE }, { "0109521234543213", { 20, 50, 20, 20, 60, 20 }, 6, TRUE },
    /* People: the zones one after the other, as fast as fingers go. */
    { "123456789", { 60 }, 1, FALSE }, { "123456789", { 40 }, 1, FALSE }, { "123456789", { 90 }, 1, FALSE },
    /* A roll of the fingers, then on; pairs; two rolls. */
    { "123456789", { 20, 20, 20, 70 }, 4, FALSE }, { "123456789", { 15, 25, 25, 90, 30, 80, 70 }, 7, FALSE },
    { "12345678", { 15, 70, 15, 70, 15, 70, 15 }, 7, FALSE }, { "12345678", { 20, 20, 20, 130, 20, 20, 20 }, 7, FALSE },
    { "1234", { 20 }, 1, FALSE }, { "21345", { 30 }, 1, FALSE }, { "12", { 1 }, 1, FALSE }, { "123", { 5 }, 1, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u: %s", i, cases[i].text);
      g_assert_cmpint (is_machine (cases[i].text, cases[i].gaps, cases[i].n_gaps), ==, cases[i].machine);
    }
}

static void
type (ClinicBurst *burst,
      const char  *text,
      guint        gap)
{
  clinic_burst_clear (burst);

  for (guint i = 0; text[i] != '\0'; i++)
    clinic_burst_add (burst, text[i], 1000 + i * gap);
}

/* Return at once after four fast keys is a scanner's; a while after them it may be anybody's. */
static void
test_what_ends_it (void)
{
  g_autoptr(ClinicBurst) burst = clinic_burst_new ();

  type (burst, "1234", 20);
  g_assert_true (clinic_burst_is_ended (burst, 1060 + 20));
  g_assert_false (clinic_burst_is_ended (burst, 1060 + 90));
  type (burst, "12", 20);
  g_assert_false (clinic_burst_is_ended (burst, 1020 + 5));
  g_assert_false (clinic_burst_goes_on (burst, 1020 + 110));
}

/* A chord in the midst of a code separates, also after a pause; undo after a few zones is a command. */
static void
test_what_separates (void)
{
  g_autoptr(ClinicBurst) burst = clinic_burst_new ();

  type (burst, "12", 20);
  g_assert_false (clinic_burst_separates (burst, 1020 + 5));
  type (burst, "1234", 20);
  g_assert_true (clinic_burst_separates (burst, 1060 + 20));
  g_assert_false (clinic_burst_separates (burst, 1060 + 80));
  type (burst, "0104150000021126", 5);
  g_assert_true (clinic_burst_separates (burst, 1075 + 120));
  g_assert_false (clinic_burst_separates (burst, 1075 + 200));
}

/* What cannot be part of it begins anew, also after the clock of the display has gone round. */
static void
test_time_goes_round (void)
{
  g_autoptr(ClinicBurst) burst = clinic_burst_new ();

  g_assert_false (clinic_burst_goes_on (burst, 5));
  clinic_burst_add (burst, '0', G_MAXUINT32 - 5);
  g_assert_true (clinic_burst_goes_on (burst, 4));
  g_assert_false (clinic_burst_goes_on (burst, 200));
}

static void
test_what_is_a_code (void)
{
  g_autoptr(ClinicBurst) burst = clinic_burst_new ();

  type (burst, "01041500000211261725063010LOT42X", 3);
  g_assert_true (clinic_burst_is_code (burst, YEAR));
  type (burst, "01041500000211271725063010LOT42X", 3);
  g_assert_false (clinic_burst_is_code (burst, YEAR));
  type (burst, "10A", 3);
  g_assert_false (clinic_burst_is_code (burst, YEAR));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/burst/who", test_who_types);
  g_test_add_func ("/burst/end", test_what_ends_it);
  g_test_add_func ("/burst/separator", test_what_separates);
  g_test_add_func ("/burst/round", test_time_goes_round);
  g_test_add_func ("/burst/code", test_what_is_a_code);

  return g_test_run ();
}
