/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "clinic-error.h"
#include "clinic-target.h"

/* Any SQLite database: another clinic, or what another program keeps. */
static gboolean
is_database (const char *path)
{
  static const char magic[16] = "SQLite format 3";
  char start[sizeof magic] = { 0 };
  FILE *file = g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_fopen (path, "rbe") : NULL;
  gboolean read = file != NULL && fread (start, sizeof start, 1, file) == 1;

  if (file != NULL)
    fclose (file);

  return read && memcmp (start, magic, sizeof magic) == 0;
}

static gboolean
same_file (const char *path,
           const char *other)
{
  GStatBuf one;
  GStatBuf two;

  return g_stat (path, &one) == 0 && g_stat (other, &two) == 0 &&
         one.st_dev == two.st_dev && one.st_ino == two.st_ino;
}

gboolean
clinic_target_check (const char  *location,
                     const char  *key_path,
                     const char  *path,
                     GError     **error)
{
  static const char * const suffixes[] = { "-wal", "-shm", ".key", ".lock" };
  gboolean taken;

  g_return_val_if_fail (location != NULL && path != NULL, FALSE);

  taken = is_database (path) || (key_path != NULL && same_file (path, key_path));

  for (guint i = 0; i < G_N_ELEMENTS (suffixes) && !taken; i++)
    {
      g_autofree char *own = g_strconcat (location, suffixes[i], NULL);

      taken = same_file (path, own);
    }

  if (taken)
    g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                 _("“%s” holds a clinic's records or belongs to them. Choose another name."), path);

  return !taken;
}
