/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "clinic-error.h"
#include "clinic-refused.h"

struct _ClinicRefused
{
  ClinicCsvFile *file;
  char          *path;          /* as the caller wants it; NULL: find one */
  char          *aside;         /* where it is written meanwhile */
  FILE          *stream;
};

ClinicRefused *
clinic_refused_new (ClinicCsvFile *file,
                    const char    *path)
{
  ClinicRefused *self = g_new0 (ClinicRefused, 1);

  self->file = file;
  self->path = g_strdup (path);

  return self;
}

static void
close_stream (ClinicRefused *self)
{
  if (self->stream != NULL)
    fclose (self->stream);

  self->stream = NULL;
}

void
clinic_refused_free (ClinicRefused *self)
{
  if (self == NULL)
    return;

  close_stream (self);

  if (self->aside != NULL)
    g_unlink (self->aside);

  g_free (self->aside);
  g_free (self->path);
  g_free (self);
}

static gboolean
fail (GError    **error,
      const char *path,
      const char *why)
{
  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               _("The file for refused rows, “%s”, cannot be written: %s. Say another place for "
                 "it."),
               path, why);

  return FALSE;
}

static gboolean
write_line (ClinicRefused  *self,
            const GString  *line,
            GError        **error)
{
  return fwrite (line->str, 1, line->len, self->stream) == line->len ||
         fail (error, self->aside, g_strerror (errno));
}

static void
append_cell (ClinicRefused *self,
             GString       *line,
             const char    *text)
{
  if (line->len > 0)
    g_string_append_c (line, self->file->separator);

  clinic_csv_append (line, text);
}

/* The refused rows would take the place of the file they come from. */
static gboolean
is_file_itself (ClinicRefused *self)
{
  GStatBuf one;
  GStatBuf two;

  return self->path != NULL &&
         g_stat (self->path, &one) == 0 && g_stat (self->file->path, &two) == 0 &&
         one.st_dev == two.st_dev && one.st_ino == two.st_ino;
}

static gboolean
begin (ClinicRefused  *self,
       GError        **error)
{
  g_autoptr(GString) line = g_string_new (NULL);
  const char *near = self->path != NULL ? self->path : self->file->path;
  int fd;

  if (is_file_itself (self))
    return fail (error, self->path, _("it is the file that is taken in"));

  self->aside = g_strconcat (near, ".part-XXXXXX", NULL);
  fd = g_mkstemp_full (self->aside, O_WRONLY | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      fail (error, near, g_strerror (errno));
      g_clear_pointer (&self->aside, g_free);
      return FALSE;
    }

  self->stream = fdopen (fd, "w");
  append_cell (self, line, _("Line"));
  append_cell (self, line, _("Reason"));

  for (guint i = 0; i < self->file->columns->len; i++)
    append_cell (self, line, clinic_csv_file_column (self->file, i)->name);

  g_string_prepend (line, "\ufeff");
  g_string_append (line, "\r\n");

  return write_line (self, line, error);
}

gboolean
clinic_refused_add (ClinicRefused  *self,
                    ClinicCsv      *row,
                    const char     *reason,
                    GError        **error)
{
  g_autoptr(GString) line = g_string_new (NULL);
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, clinic_csv_get_line (row));

  g_return_val_if_fail (self != NULL && reason != NULL, FALSE);

  if (self->stream == NULL && !begin (self, error))
    return FALSE;

  append_cell (self, line, number);
  append_cell (self, line, reason);

  for (guint i = 0; i < clinic_csv_n_fields (row); i++)
    append_cell (self, line, clinic_csv_get_field (row, i));

  g_string_append (line, "\r\n");

  return write_line (self, line, error);
}

gboolean
clinic_refused_flush (ClinicRefused  *self,
                      GError        **error)
{
  if (self->stream == NULL)
    return TRUE;

  if (fflush (self->stream) != 0 || fsync (fileno (self->stream)) != 0)
    return fail (error, self->aside, g_strerror (errno));

  close_stream (self);

  return TRUE;
}

/* "list.refused.csv", "list.refused-2.csv"…: an empty file that is ours from now on, so that
 * nothing older is overwritten. */
static char *
reserve_path (ClinicRefused *self)
{
  g_autofree char *stem = g_strdup (self->file->path);
  const char *slash = strrchr (stem, '/');
  char *dot = strrchr (stem, '.');

  if (dot != NULL && (slash == NULL || dot > slash + 1))
    *dot = '\0';

  for (guint i = 1; i < 1000; i++)
    {
      g_autofree char *path = i == 1 ? g_strconcat (stem, ".refused.csv", NULL)
                                     : g_strdup_printf ("%s.refused-%u.csv", stem, i);
      int fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

      if (fd >= 0)
        {
          close (fd);
          return g_steal_pointer (&path);
        }
    }

  return NULL;
}

char *
clinic_refused_finish (ClinicRefused  *self,
                       GError        **error)
{
  g_autofree char *path = NULL;

  if (self->aside == NULL)
    return NULL;

  close_stream (self);
  path = self->path != NULL ? g_strdup (self->path) : reserve_path (self);

  if (path == NULL || g_rename (self->aside, path) != 0)
    {
      fail (error, path != NULL ? path : self->aside, g_strerror (errno));
      return NULL;
    }

  g_clear_pointer (&self->aside, g_free);

  return g_steal_pointer (&path);
}

gboolean
clinic_refused_is_own (ClinicCsvFile *file,
                       guint          column)
{
  return column < 2 && file->columns->len > 2 &&
         g_str_equal (clinic_csv_file_column (file, 0)->name, _("Line")) &&
         g_str_equal (clinic_csv_file_column (file, 1)->name, _("Reason"));
}
