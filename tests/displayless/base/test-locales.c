/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>

#include "clinic-locale.h"

#define TODAY "2026-11-21"

/* Locales of countries, compiled for this test: what the program writes, it reads again. */
typedef struct
{
  const char *name;
  const char *date;             /* 5 March 2027 as it is entered */
  const char *time;             /* 16:05 as it is shown */
  const char *decimal;          /* one and a half */
  guint       first_weekday;
} Country;

static const Country countries[] = {
  { "ar_EG", "05.03.2027", "4:05 م", "1.5", 6 },
  { "de_DE", "05.03.2027", "16:05", "1,5", 1 },
  { "el_GR", "05/03/2027", "4:05 ΜΜ", "1,5", 1 },
  { "en_US", "03/05/2027", "4:05 PM", "1.5", 7 },
  { "hu_HU", "2027-03-05", "16:05", "1,5", 1 },
};

static char *folder;

static void
enter (const Country *country)
{
  g_autofree char *name = g_strconcat (country->name, ".UTF-8", NULL);

  g_test_message ("%s", name);

  if (setlocale (LC_ALL, name) == NULL)
    g_error ("No locale %s", name);
}

static void
assert_text (char       *text,
             const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_written_as_there (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    {
      enter (&countries[i]);
      assert_text (clinic_locale_date_entry ("2027-03-05"), countries[i].date);
      assert_text (clinic_locale_time ("2027-03-05T16:05"), countries[i].time);
      assert_text (clinic_locale_decimal (1500), countries[i].decimal);
      g_assert_cmpuint (clinic_locale_first_weekday (), ==, countries[i].first_weekday);
    }
}

static void
test_each_time_is_read_again (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    {
      enter (&countries[i]);

      for (guint minute = 0; minute < 24 * 60; minute += 5)
        {
          g_autofree char *time = g_strdup_printf ("%02u:%02u", minute / 60, minute % 60);
          g_autofree char *wall = g_strconcat (TODAY "T", time, NULL);
          g_autofree char *shown = clinic_locale_time (wall);

          assert_text (clinic_locale_parse_time (shown), time);
        }

      assert_text (clinic_locale_parse_time ("16:05"), "16:05");
      assert_text (clinic_locale_parse_time ("4:05 pm"), "16:05");
    }
}

static void
test_each_date_is_read_again (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    {
      enter (&countries[i]);

      for (gint64 day = 0; day < 40000; day += 37)
        {
          g_autofree char *date = clinic_date_from_days (day);
          g_autofree char *entry = clinic_locale_date_entry (date);

          assert_text (clinic_locale_parse_date (entry, TODAY, FALSE), date);
        }
    }
}

static void
test_each_figure_is_read_again (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    {
      enter (&countries[i]);

      for (gint64 thousandths = -5000; thousandths < 2000000; thousandths += 777)
        {
          g_autofree char *entry = clinic_locale_decimal (thousandths);
          gint64 read = 0;

          g_assert_true (clinic_locale_parse_decimal (entry, &read));
          g_assert_cmpint (read, ==, thousandths);
        }
    }
}

/* The machine has the sources of all locales, and seldom more than one of them compiled. */
static void
compile_locales (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    {
      g_autofree char *name = g_strconcat (countries[i].name, ".UTF-8", NULL);
      g_autofree char *target = g_build_filename (folder, name, NULL);
      const char * const words[] = {
        "localedef", "--no-archive", "-i", countries[i].name, "-f", "UTF-8", target, NULL,
      };
      g_autoptr(GError) error = NULL;
      int status = 0;

      g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL,
                    NULL, &status, &error);
      g_assert_no_error (error);

      /* It warns (1) of what few locales have. */
      if (!g_file_test (target, G_FILE_TEST_IS_DIR))
        g_error ("localedef made no %s: is the package \"locales\" there?", name);
    }
}

static void
remove_locales (void)
{
  const char * const words[] = { "rm", "-rf", "--", folder, NULL };

  g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_free (folder);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("anagen-test-XXXXXX", NULL);
  g_setenv ("LOCPATH", folder, TRUE);
  g_unsetenv ("LC_ALL");
  compile_locales ();

  g_test_add_func ("/locales/written-as-there", test_written_as_there);
  g_test_add_func ("/locales/each-time-is-read-again", test_each_time_is_read_again);
  g_test_add_func ("/locales/each-date-is-read-again", test_each_date_is_read_again);
  g_test_add_func ("/locales/each-figure-is-read-again", test_each_figure_is_read_again);

  result = g_test_run ();
  remove_locales ();

  return result;
}
