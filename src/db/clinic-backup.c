/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "clinic-backup.h"
#include "clinic-copy.h"
#include "clinic-engine.h"
#include "clinic-migration.h"

static gboolean
fail_file (const char  *path,
           GError     **error)
{
  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE,
               _("“%s” could not be written: %s."), path, g_strerror (errno));
  return FALSE;
}

static gboolean
create_private (const char  *path,
                GError     **error)
{
  int fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd < 0)
    return fail_file (path, error);

  close (fd);

  return TRUE;
}

static gboolean
sync_file (const char  *path,
           GError     **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean synced = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);

  return synced || fail_file (path, error);
}

/* A seat's server goes table by table into a file of the other engine. */
static gboolean
copy_server (ClinicDb            *db,
             const char          *path,
             ClinicProgressFunc   progress,
             gpointer             user_data,
             GError             **error)
{
  g_autoptr(ClinicDb) copy = clinic_db_open (path, CLINIC_DB_CREATE, error);

  if (copy == NULL || !clinic_migration_run (copy, error) ||
      !clinic_copy_tables (db, copy, progress, user_data, error))
    return FALSE;

  clinic_db_checkpoint (copy);

  return TRUE;
}

static gboolean
copy_clinic (ClinicDb            *db,
             const char          *path,
             ClinicProgressFunc   progress,
             gpointer             user_data,
             GError             **error)
{
  if (db->engine != &clinic_sqlite_engine)
    return copy_server (db, path, progress, user_data, error);

  return create_private (path, error) && clinic_sqlite_copy_file (db, path, error);
}

/* Opened again as a stranger would, and looked through. */
static gboolean
verify (ClinicDb    *db,
        const char  *path,
        GError     **error)
{
  g_autoptr(ClinicDb) copy = clinic_db_open (path, CLINIC_DB_READ, error);
  g_autofree char *damage = NULL;
  GError *failure = NULL;

  if (copy == NULL)
    return FALSE;

  damage = clinic_db_check (copy, NULL, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  if (damage == NULL)
    return TRUE;

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE,
               _("The copy of “%s” is damaged (%s) and was thrown away. Try another disk."),
               clinic_db_get_location (db), damage);

  return FALSE;
}

/* Without its key the copy's chain of changes could not be verified. A clinic without changes
 * has none yet. */
static gboolean
copy_key (ClinicDb    *db,
          const char  *part,
          GError     **error)
{
  g_autofree char *key_path = g_strconcat (part, ".key", NULL);
  g_autofree char *key = NULL;
  gsize length;

  if (!g_file_test (clinic_db_get_key_path (db), G_FILE_TEST_EXISTS))
    return TRUE;

  return g_file_get_contents (clinic_db_get_key_path (db), &key, &length, error) &&
         g_file_set_contents_full (key_path, key, length,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600, error);
}

static void
remove_part (const char *part)
{
  static const char * const suffixes[] = { "", "-wal", "-shm", "-journal", ".lock", ".key" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (part, suffixes[i], NULL);

      g_unlink (path);
    }
}

/* link () rather than rename (): what somebody else has put there meanwhile stays. */
static gboolean
give_name (const char  *part,
           const char  *path,
           GError     **error)
{
  return link (part, path) == 0 || fail_file (path, error);
}

/* The key first: a copy that has its name has its key. */
static gboolean
finish (const char  *part,
        const char  *path,
        GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *part_key = g_strconcat (part, ".key", NULL);
  g_autofree char *key = g_strconcat (path, ".key", NULL);
  gboolean has_key = g_file_test (part_key, G_FILE_TEST_EXISTS);

  if (!sync_file (part, error) || (has_key && !give_name (part_key, key, error)))
    return FALSE;

  if (!give_name (part, path, error))
    {
      if (has_key)
        g_unlink (key);

      return FALSE;
    }

  return sync_file (folder, error);
}

/* Neither a file nor the key of another clinic that is there already is written over. */
static gboolean
check_free (const char  *path,
            GError     **error)
{
  g_autofree char *key_path = g_strconcat (path, ".key", NULL);
  const char *there = g_file_test (path, G_FILE_TEST_EXISTS) ? path : key_path;

  if (!g_file_test (there, G_FILE_TEST_EXISTS))
    return TRUE;

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               _("“%s” is already there. Choose another name."), there);

  return FALSE;
}

gboolean
clinic_backup_run (ClinicDb            *db,
                   const char          *path,
                   ClinicProgressFunc   progress,
                   gpointer             user_data,
                   GError             **error)
{
  g_autofree char *part = NULL;
  gboolean done;

  g_return_val_if_fail (db != NULL && path != NULL, FALSE);

  if (!check_free (path, error))
    return FALSE;

  /* A name of its own: what somebody else may have called so stays. */
  part = g_strdup_printf ("%s.part-%d-%" G_GINT64_FORMAT, path, (int) getpid (),
                          g_get_monotonic_time ());
  done = copy_clinic (db, part, progress, user_data, error) &&
         verify (db, part, error) &&
         copy_key (db, part, error) &&
         finish (part, path, error);
  remove_part (part);

  return done;
}
