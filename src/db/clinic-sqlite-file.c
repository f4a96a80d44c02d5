/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The clinic's file as a file: made, found, and still the one that was opened. */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "clinic-engine.h"

/* A file larger than this is not read through after an unclean end: `anagenctl check` does that. */
#define QUICK_CHECK_BYTES (256 * 1024 * 1024)

/* A new file is made by ourselves: nobody else may read it, and nothing is overwritten. */
gboolean
clinic_sqlite_file_create (ClinicDb  *self,
                           GError   **error)
{
  int fd = g_open (self->location, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd >= 0)
    {
      close (fd);
      return TRUE;
    }

  if (errno == EEXIST)
    clinic_db_fail (self, error, CLINIC_ERROR_INVALID, CLINIC_DB_FINAL, NULL,
                    _("“%s” is already there. Choose another name."), self->location);
  else
    clinic_db_fail (self, error, CLINIC_ERROR_DATABASE, CLINIC_DB_FINAL, NULL,
                    _("“%s” cannot be made: %s."), self->location, g_strerror (errno));

  return FALSE;
}

gboolean
clinic_sqlite_file_find (ClinicDb  *self,
                         GError   **error)
{
  if (g_file_test (self->location, G_FILE_TEST_IS_REGULAR))
    return TRUE;

  clinic_db_fail (self, error, CLINIC_ERROR_INVALID, CLINIC_DB_FINAL, NULL,
                  _("There is no clinic at “%s”. “anagenctl init” makes one."), self->location);

  return FALSE;
}

void
clinic_sqlite_file_remember (ClinicDb *self)
{
  GStatBuf info = { 0 };

  self->known = g_stat (self->location, &info) == 0;
  self->device = info.st_dev;
  self->inode = info.st_ino;
}

/* SQLite would go on writing into a file that nobody finds again. */
gboolean
clinic_sqlite_file_check (ClinicDb  *self,
                          GError   **error)
{
  GStatBuf info = { 0 };

  if (!self->known || (g_stat (self->location, &info) == 0 &&
                       info.st_dev == self->device && info.st_ino == self->inode))
    return TRUE;

  clinic_db_fail (self, error, CLINIC_ERROR_DATABASE, CLINIC_DB_FINAL, "file_gone",
                  _("The clinic's file is no longer at “%s”: it was moved, renamed or deleted, or "
                    "its disk was taken away. Nothing can be saved until it is back there."),
                  self->location);

  return FALSE;
}

gboolean
clinic_sqlite_file_check_after_crash (ClinicDb  *self,
                                      gboolean   unclean,
                                      GError   **error)
{
  g_autofree char *damage = NULL;
  GError *failure = NULL;
  GStatBuf info;

  if (!unclean || g_stat (self->location, &info) != 0)
    return TRUE;

  if (info.st_size > QUICK_CHECK_BYTES)
    {
      g_message ("The clinic was not closed properly and is large: “anagenctl check” looks it "
                 "through");
      return TRUE;
    }

  damage = self->engine->check (self, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  if (damage == NULL)
    return TRUE;

  clinic_db_fail (self, error, CLINIC_ERROR_DATABASE, CLINIC_DB_FINAL, NULL,
                  _("“%s” is damaged (%s). Restore the last backup."), self->location, damage);

  return FALSE;
}
