/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "clinic-csv.h"
#include "clinic-error.h"

/* Numbers of 64 bits are written differently on each machine, so the words around them are easily lost
 * to translators: what is said about a line comes out in the language of the reader. */

static char *folder = NULL;

static char *
read_until_it_fails (const char *bytes,
                     gsize       length)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_data (bytes, length, NULL);
  g_autoptr(ClinicCsv) csv = clinic_csv_new (stream, ',');
  g_autoptr(GError) error = NULL;

  while (clinic_csv_next (csv, &error))
    continue;

  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_test_message ("%s", error->message);

  return g_strdup (error->message);
}

static void
test_number_of_a_line (void)
{
  g_autofree char *message = read_until_it_fails ("a,b\n1,\0\n", 8);

  g_assert_true (g_str_has_prefix (message, "Satır 2: "));
}

static void
test_plain_words (void)
{
  g_assert_cmpstr (_("Preferences"), ==, "Tercihler");
}

/* The catalogue is made from what translators wrote, as when it is installed. */
static void
make_turkish (void)
{
  g_autofree char *source = g_build_filename (g_getenv ("ANAGEN_SOURCE_DIR"), "po", "tr.po", NULL);
  g_autofree char *messages = NULL;
  g_autofree char *file = NULL;
  g_autoptr(GError) error = NULL;
  int status;

  folder = g_dir_make_tmp ("anagen-turkish-XXXXXX", &error);
  g_assert_no_error (error);
  messages = g_build_filename (folder, "tr", "LC_MESSAGES", NULL);
  file = g_build_filename (messages, GETTEXT_PACKAGE ".mo", NULL);
  g_assert_cmpint (g_mkdir_with_parents (messages, 0700), ==, 0);

  const char * const command[] = { "msgfmt", "--output-file", file, source, NULL };

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));

  g_setenv ("LANGUAGE", "tr", TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

static void
remove_turkish (void)
{
  g_autofree char *language = g_build_filename (folder, "tr", NULL);
  g_autofree char *messages = g_build_filename (language, "LC_MESSAGES", NULL);
  g_autofree char *file = g_build_filename (messages, GETTEXT_PACKAGE ".mo", NULL);

  g_unlink (file);
  g_rmdir (messages);
  g_rmdir (language);
  g_rmdir (folder);
  g_free (folder);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  make_turkish ();

  g_test_add_func ("/turkish/plain-words", test_plain_words);
  g_test_add_func ("/turkish/number-of-a-line", test_number_of_a_line);

  result = g_test_run ();
  remove_turkish ();

  return result;
}
