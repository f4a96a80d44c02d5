/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>

#include "clinic-engine.h"

/* A connection of the copy's own: a reader, so that the writer goes on. */
static sqlite3 *
open_source (const char *path)
{
  sqlite3 *source = NULL;

  if (sqlite3_open_v2 (path, &source, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    {
      sqlite3_close (source);
      return NULL;
    }

  sqlite3_busy_timeout (source, 10000);
  sqlite3_db_config (source, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_exec (source, "PRAGMA wal_autocheckpoint = 0; PRAGMA query_only = ON", NULL, NULL, NULL);

  return source;
}

/* In one step: a loop of small ones starts over with every write beside it and may never end. */
static int
copy_pages (sqlite3 *source,
            sqlite3 *target)
{
  sqlite3_backup *backup = sqlite3_backup_init (target, "main", source, "main");
  int code;

  if (backup == NULL)
    return sqlite3_errcode (target);

  do
    code = sqlite3_backup_step (backup, -1);
  while (code == SQLITE_BUSY || code == SQLITE_LOCKED);

  sqlite3_backup_finish (backup);

  return code == SQLITE_DONE ? SQLITE_OK : code;
}

gboolean
clinic_sqlite_copy_file (ClinicDb    *self,
                         const char  *path,
                         GError     **error)
{
  sqlite3 *source = open_source (self->location);
  sqlite3 *target = NULL;
  int code = SQLITE_CANTOPEN;

  if (source != NULL)
    code = sqlite3_open_v2 (path, &target, SQLITE_OPEN_READWRITE, NULL);

  if (code == SQLITE_OK)
    code = copy_pages (source, target);

  /* Without a log of its own the copy is one file that can be carried away. */
  if (code == SQLITE_OK)
    code = sqlite3_exec (target, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);

  sqlite3_close (target);
  sqlite3_close (source);

  if (code == SQLITE_OK)
    return TRUE;

  clinic_db_fail (self, error, CLINIC_ERROR_DATABASE, CLINIC_DB_FINAL, NULL,
                  code == SQLITE_FULL ? _("The copy could not be written: the disk is full.")
                                      : _("The copy could not be written: %s."),
                  sqlite3_errstr (code));

  return FALSE;
}
