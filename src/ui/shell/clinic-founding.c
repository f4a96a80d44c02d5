/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "clinic-clock.h"
#include "clinic-cocktail.h"
#include "clinic-demo.h"
#include "clinic-founding.h"
#include "clinic-hours.h"
#include "clinic-migration.h"
#include "clinic-protocol.h"
#include "clinic-text.h"

/* Told of no more often than this. */
#define PROGRESS_STEPS 200

/* A founding under way. */
typedef struct
{
  ClinicFounding     *founding;
  ClinicFoundingFunc  progress;
  gpointer            user_data;
  GCancellable       *cancellable;
  int                 step;         /* told of last */
} Work;

typedef struct
{
  ClinicFoundingFunc progress;
  gpointer           user_data;
  double             fraction;
} Tell;

void
clinic_founding_free (ClinicFounding *self)
{
  g_free (self->location);
  g_free (self->name);
  g_free (self->zone);
  g_free (self->language);
  g_free (self->hours);
  g_free (self->owner);
  g_strfreev (self->rooms);
  g_strfreev (self->given_up);
  g_free (self);
}

const char *
clinic_founding_find_fault (const ClinicFounding *self)
{
  g_autoptr(GTimeZone) zone = clinic_clock_dup_zone (self->zone);
  ClinicHours hours;

  if (self->name == NULL)
    return _("Give the clinic a name.");

  if (self->owner == NULL)
    return _("Say your name: whoever acts is written down with everything that is done.");

  if (zone == NULL)
    return _("There is no such time zone. Write it like Europe/Istanbul.");

  if (!clinic_hours_parse (self->hours != NULL ? self->hours : "", &hours, NULL))
    return _("Write opening hours like Mo-Fr 09:00-12:00 13:00-18:00; Sa 09:00-13:00.");

  if (g_file_test (self->location, G_FILE_TEST_EXISTS))
    return _("There is a file of this name already. Choose another place.");

  return NULL;
}

char **
clinic_founding_split_rooms (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, ",", -1);
  g_autoptr(GPtrArray) rooms = g_ptr_array_new ();

  for (char **part = parts; *part != NULL; part++)
    {
      char *room = clinic_text_clean (*part);

      if (room != NULL)
        g_ptr_array_add (rooms, room);
    }

  g_ptr_array_add (rooms, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&rooms), FALSE);
}

static void
work_free (Work *work)
{
  clinic_founding_free (work->founding);
  g_clear_object (&work->cancellable);
  g_free (work);
}

char *
clinic_founding_demonstration (void)
{
  return g_build_filename (g_get_user_data_dir (), "anagen", "demonstration",
                           "demonstration.anagen", NULL);
}

static gboolean
tell_cb (gpointer data)
{
  Tell *tell = data;

  tell->progress (tell->fraction, tell->user_data);

  return G_SOURCE_REMOVE;
}

static gboolean
progress_cb (guint64  done,
             guint64  total,
             gpointer user_data)
{
  Work *work = user_data;
  int step = total > 0 ? (int) (done * PROGRESS_STEPS / total) : 0;

  if (work->progress != NULL && step != work->step)
    {
      Tell *tell = g_new0 (Tell, 1);

      work->step = step;
      tell->progress = work->progress;
      tell->user_data = work->user_data;
      tell->fraction = (double) step / PROGRESS_STEPS;
      g_idle_add_full (G_PRIORITY_DEFAULT, tell_cb, tell, g_free);
    }

  return !g_cancellable_is_cancelled (work->cancellable);
}

static gboolean
archive (ClinicAct    *act,
         const char   *command,
         ClinicRecord *record,
         GError      **error)
{
  g_autofree char *today = clinic_clock_today (NULL);

  g_object_set (record, "archived-on", today, NULL);

  return clinic_act_save (act, command, record, error) != 0;
}

/* What is shipped and not wanted stays in the clinic, out of its lists. */
static gboolean
give_up (ClinicAct      *act,
         ClinicFounding *founding,
         GError        **error)
{
  for (char **code = founding->given_up; code != NULL && *code != NULL; code++)
    {
      g_autoptr(ClinicRecord) protocol =
        clinic_store_find_by (act->db, CLINIC_TYPE_PROTOCOL, "code", *code, error);
      g_autoptr(ClinicRecord) cocktail = NULL;

      if (protocol != NULL && !archive (act, "protocol.save", protocol, error))
        return FALSE;

      if (protocol == NULL && (error == NULL || *error == NULL))
        cocktail = clinic_store_find_by (act->db, CLINIC_TYPE_COCKTAIL, "name", *code, error);

      if (cocktail != NULL && !archive (act, "formulary.save", cocktail, error))
        return FALSE;

      if (error != NULL && *error != NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
fill (ClinicDb  *db,
      Work      *work,
      GError   **error)
{
  ClinicFounding *founding = work->founding;
  const ClinicDemoOptions demonstration = { .cancellable = work->cancellable };
  const ClinicSetup setup = {
    .clinic_name = founding->name,
    .zone = founding->zone,
    .language = founding->language,
    .hours = founding->hours,
    .owner_name = founding->owner,
    .rooms = (const char * const *) founding->rooms,
  };
  g_autoptr(ClinicAct) act = NULL;
  gint64 owner;

  if (founding->demonstration)
    return clinic_demo_make (db, &demonstration, progress_cb, work, NULL, error);

  owner = clinic_setup_create (db, &setup, error);

  if (owner == 0)
    return FALSE;

  act = clinic_act_new (db, owner);

  return give_up (act, founding, error);
}

/* Only files that were not there before. */
static void
remove_files (const char *location,
              gboolean    had_key)
{
  static const char * const suffixes[] = { "", "-wal", "-shm", ".lock", ".key" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (location, suffixes[i], NULL);

      if (!had_key || strcmp (suffixes[i], ".key") != 0)
        g_unlink (path);
    }
}

static gboolean
is_real (ClinicDb *db)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "clinic-demonstration", NULL);

  return statement != NULL && clinic_statement_step (statement, NULL) &&
         clinic_statement_get_int (statement, 0) == 0;
}

/* Not while another program has it open; and never a clinic of real people. */
static gboolean
clear_place (const char  *location,
             GError     **error)
{
  g_autoptr(GError) failure = NULL;
  ClinicDb *db;
  gboolean real;

  if (!g_file_test (location, G_FILE_TEST_EXISTS))
    return TRUE;

  db = clinic_db_open (location, CLINIC_DB_WRITE, &failure);

  if (db == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  real = is_real (db);
  clinic_db_close (db);

  if (real)
    {
      g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT,
                           _("There is a clinic of real people in the place of the demonstration."));
      return FALSE;
    }

  remove_files (location, FALSE);

  return TRUE;
}

static gboolean
found (Work    *work,
       GError **error)
{
  const char *location = work->founding->location;
  g_autofree char *folder = g_path_get_dirname (location);
  g_autofree char *key = g_strconcat (location, ".key", NULL);
  gboolean had_key;
  ClinicDb *db;
  gboolean done;

  if (work->founding->demonstration && !clear_place (location, error))
    return FALSE;

  had_key = g_file_test (key, G_FILE_TEST_EXISTS);
  g_mkdir_with_parents (folder, 0700);
  db = clinic_db_open (location, CLINIC_DB_CREATE, error);

  if (db == NULL)
    return FALSE;

  done = clinic_migration_run (db, error) && fill (db, work, error);
  clinic_db_close (db);

  if (!done)
    remove_files (location, had_key);

  return done;
}

static void
found_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (found (work, &error))
    g_task_return_pointer (task, g_strdup (work->founding->location), g_free);
  else
    g_task_return_error (task, error);
}

void
clinic_founding_run_async (ClinicFounding      *self,
                           ClinicFoundingFunc   progress,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Work *work;

  g_return_if_fail (self != NULL && self->location != NULL);

  work = g_new0 (Work, 1);
  work->founding = self;
  work->progress = progress;
  work->user_data = user_data;
  work->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  work->step = -1;

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, clinic_founding_run_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, found_in_thread);
}

char *
clinic_founding_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
