/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "workbook-reader.h"

char *
make_folder (void)
{
  g_autoptr(GError) error = NULL;
  char *folder = g_dir_make_tmp ("anagen-test-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

void
remove_folder (char *folder)
{
  const char *argv[] = { "rm", "-rf", folder, NULL };

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, NULL, NULL));
  g_free (folder);
}

char *
list_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  GString *list = g_string_new (NULL);
  const char *name;

  g_assert_nonnull (dir);

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, (char *) name);

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (list, "%s\n", (char *) g_ptr_array_index (names, i));

  return g_string_free (list, FALSE);
}

static void
run (const char **argv,
     char       **output)
{
  g_autofree char *complaint = NULL;
  g_autoptr(GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, output, &complaint,
                &status, &error);
  g_assert_no_error (error);

  if (status != 0)
    g_error ("%s: %s", argv[0], complaint);
}

char *
read_workbook (const char *path)
{
  g_autofree char *script = g_build_filename (g_getenv ("ANAGEN_SOURCE_DIR"), "tests",
                                              "displayless", "report",
                                              "read-workbook.py", NULL);
  const char *argv[] = { "/usr/bin/python3", script, path, NULL };
  char *cells = NULL;

  run (argv, &cells);

  return cells;
}

static char *
find_cell (const char *cells,
           const char *sheet,
           const char *cell,
           char        kind)
{
  g_autofree char *key = g_strdup_printf ("\n%s!%s %c ", sheet, cell, kind);
  const char *at = strstr (cells, key);

  if (at == NULL)
    g_error ("No cell %s in: %s", key, cells);

  at += strlen (key);

  return g_strndup (at, strchr (at, '\n') - at);
}

double
get_figure (const char *cells,
            const char *sheet,
            const char *cell)
{
  g_autofree char *text = find_cell (cells, sheet, cell, 'n');

  return g_ascii_strtod (text, NULL);
}

void
assert_text (const char *cells,
             const char *sheet,
             const char *cell,
             const char *json)
{
  g_autofree char *text = find_cell (cells, sheet, cell, 's');

  g_assert_cmpstr (text, ==, json);
}

char *
convert_by_office (const char *path,
                   const char *folder)
{
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/office", folder);
  g_autofree char *converted = g_build_filename (folder, "converted", NULL);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = NULL;
  g_autofree char *output = NULL;
  g_autofree char *file = NULL;
  const char *argv[] = {
    "soffice", "--headless", "--norestore", profile, "--convert-to", "csv:Text - txt - csv "
    "(StarCalc):44,34,76",
    "--outdir", converted, path, NULL,
  };
  g_autoptr(GError) error = NULL;
  char *text = NULL;

  run (argv, &output);
  g_strdelimit (base, ".", '\0');
  name = g_strconcat (base, ".csv", NULL);
  file = g_build_filename (converted, name, NULL);
  g_file_get_contents (file, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}
