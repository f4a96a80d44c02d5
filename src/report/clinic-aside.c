/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "clinic-aside.h"
#include "clinic-error.h"

struct _ClinicAside
{
  char *path;
  char *folder;
  char *aside;      /* NULL once it has its name */
  char *private;    /* NULL until wanted */
  int fd;
};

static void
take_errno (const char  *path,
            int          code,
            GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
               _("“%s” cannot be written: %s. Choose another place, or make room there."),
               name, g_strerror (code));
}

ClinicAside *
clinic_aside_new (const char  *path,
                  GError     **error)
{
  g_autoptr(ClinicAside) self = g_new0 (ClinicAside, 1);
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self->fd = -1;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      take_errno (path, EISDIR, error);
      return NULL;
    }

  self->path = g_strdup (path);
  self->folder = g_path_get_dirname (path);
  name = g_strdup_printf (".anagen-%u-XXXXXX", (guint) getpid ());
  self->aside = g_build_filename (self->folder, name, NULL);
  self->fd = g_mkstemp_full (self->aside, O_RDWR | O_CLOEXEC, 0600);

  if (self->fd < 0)
    {
      take_errno (path, errno, error);
      g_clear_pointer (&self->aside, g_free);
      return NULL;
    }

  return g_steal_pointer (&self);
}

const char *
clinic_aside_get_path (ClinicAside *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->aside;
}

int
clinic_aside_get_fd (ClinicAside *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->fd;
}

const char *
clinic_aside_get_private_folder (ClinicAside  *self,
                                 gboolean      large,
                                 GError      **error)
{
  const char *runtime = g_getenv ("XDG_RUNTIME_DIR");
  g_autofree char *folder = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->private != NULL)
    return self->private;

  if (!large && runtime != NULL && g_path_is_absolute (runtime))
    {
      folder = g_build_filename (runtime, "anagen-XXXXXX", NULL);

      if (g_mkdtemp_full (folder, 0700) != NULL)
        return self->private = g_steal_pointer (&folder);

      g_clear_pointer (&folder, g_free);
    }

  folder = g_build_filename (self->folder, ".anagen-XXXXXX", NULL);

  if (g_mkdtemp_full (folder, 0700) == NULL)
    {
      take_errno (self->path, errno, error);
      return NULL;
    }

  return self->private = g_steal_pointer (&folder);
}

/* So that the new name is on the disk too. Some file systems cannot sync a folder: then it is as
 * good as it gets. */
static void
sync_folder (ClinicAside *self)
{
  int fd = open (self->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }
}

gboolean
clinic_aside_commit (ClinicAside  *self,
                     GError      **error)
{
  g_return_val_if_fail (self != NULL && self->aside != NULL, FALSE);

  if (fsync (self->fd) != 0 ||
      g_rename (self->aside, self->path) != 0)
    {
      take_errno (self->path, errno, error);
      return FALSE;
    }

  sync_folder (self);
  g_clear_pointer (&self->aside, g_free);

  return TRUE;
}

static void
remove_folder (const char *path)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      g_unlink (child);
    }

  g_rmdir (path);
}

void
clinic_aside_free (ClinicAside *self)
{
  if (self == NULL)
    return;

  if (self->fd >= 0)
    close (self->fd);

  if (self->aside != NULL)
    g_unlink (self->aside);

  if (self->private != NULL)
    remove_folder (self->private);

  g_free (self->path);
  g_free (self->folder);
  g_free (self->aside);
  g_free (self->private);
  g_free (self);
}
