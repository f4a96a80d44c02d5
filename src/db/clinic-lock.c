/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "clinic-engine.h"

/* File systems whose locks or write order cannot be trusted with a database (statfs f_type,
 * linux/magic.h). */
static const struct
{
  guint32     magic;
  const char *name;
} network_file_systems[] = {
  { 0x6969, "NFS" },
  { 0xFF534D42, "CIFS" },
  { 0xFE534D42, "SMB" },
  { 0x517B, "SMB" },
  { 0x65735546, "FUSE" },
  { 0x01021997, "9P" },
  { 0x5346414F, "AFS" },
  { 0x73757245, "Coda" },
  { 0x00C36400, "Ceph" },
  { 0x0BD00BD0, "Lustre" },
};

gboolean
clinic_lock_check_place (const char  *path,
                         GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct statfs info;

  if (statfs (folder, &info) != 0)
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   _("The folder “%s” cannot be used: %s."), folder, g_strerror (errno));
      return FALSE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (network_file_systems); i++)
    {
      if ((guint32) info.f_type == network_file_systems[i].magic)
        {
          g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                       _("“%s” is on a network file system (%s), where a clinic's file can be "
                         "damaged. "
                         "Keep it on this computer's own disk, or use PostgreSQL for several "
                         "seats."),
                       path, network_file_systems[i].name);
          return FALSE;
        }
    }

  return TRUE;
}

/* Who wrote the lock file: "anagen, process 4711 of ayse on desk-2, since 2026-11-21 09:30". */
static char *
read_holder (int fd)
{
  char text[512];
  gssize length = pread (fd, text, sizeof text - 1, 0);

  if (length <= 0)
    return g_strdup (_("another program"));

  text[length] = '\0';

  return g_utf8_make_valid (g_strchomp (text), -1);
}

static void
write_holder (int fd)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *since = g_date_time_format (now, "%F %R");
  g_autofree char *text = NULL;

  text = g_strdup_printf ("%s, process %d of %s on %s, since %s\n",
                          g_get_prgname () ? g_get_prgname () : "anagen",
                          (int) getpid (), g_get_user_name (), g_get_host_name (), since);

  /* Only a courtesy to the next one who asks: the lock itself is the flock. */
  if (ftruncate (fd, 0) != 0 || pwrite (fd, text, strlen (text), 0) < 0)
    g_debug ("The lock file could not be written");
}

int
clinic_lock_take (const char  *path,
                  GError     **error)
{
  g_autofree char *lock_path = g_strconcat (path, ".lock", NULL);
  int fd = g_open (lock_path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd < 0)
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE,
                   _("“%s” cannot be written: %s. Nothing was changed."),
                   lock_path, g_strerror (errno));
      return -1;
    }

  if (flock (fd, LOCK_EX | LOCK_NB) != 0)
    {
      g_autofree char *holder = read_holder (fd);

      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_HELD,
                   _("The clinic “%s” is open elsewhere: %s. Close it there first; "
                     "lists and reports can be had meanwhile."), path, holder);
      close (fd);
      return -1;
    }

  write_holder (fd);

  return fd;
}
