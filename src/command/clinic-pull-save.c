/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-pull-save.h"
#include "clinic-pull.h"

typedef struct
{
  ClinicPullVersion *version;
  ClinicRecord      *saved;
} Save;

GPtrArray *
clinic_pull_list_versions (ClinicDb  *db,
                           GError   **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "pull-versions", error);

  return statement != NULL ? clinic_store_list (statement, CLINIC_TYPE_PULL_VERSION, error) : NULL;
}

/* Which number comes next; 0 with @error. */
static gint64
find_number (ClinicDb           *db,
             ClinicPullVersion  *version,
             GError            **error)
{
  g_autoptr(GPtrArray) newest = clinic_pull_list_versions (db, error);
  ClinicPullVersion *last = NULL;

  if (newest == NULL)
    return 0;

  for (guint i = 0; i < newest->len; i++)
    {
      if (g_strcmp0 (CLINIC_PULL_VERSION (newest->pdata[i])->code, version->code) == 0)
        last = newest->pdata[i];
    }

  if ((last != NULL ? clinic_record_get_id (CLINIC_RECORD (last)) : 0) == clinic_record_get_id (CLINIC_RECORD (version)))
    return last != NULL ? last->number + 1 : 1;

  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                       _("Somebody changed this rule meanwhile. Open it again to see what it says now."));

  return 0;
}

static gboolean
save_version (ClinicAct     *act,
              ClinicChange  *change,
              gpointer       data,
              GError       **error)
{
  Save *save = data;
  gint64 number = find_number (act->db, save->version, error);

  if (number == 0)
    return FALSE;

  if (clinic_pull_rule_find (save->version->code) == NULL)
    {
      g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, _("Rule: There is none of this name."));
      return FALSE;
    }

  g_clear_object (&save->saved);
  save->saved = clinic_record_copy (CLINIC_RECORD (save->version));
  clinic_record_set_id (save->saved, 0);
  clinic_record_set_version (save->saved, 0);
  g_object_set (save->saved, "number", number, "made-on", change->today, NULL);

  return clinic_store_save (change, save->saved, error);
}

gint64
clinic_pull_save_version (ClinicAct          *act,
                          ClinicPullVersion  *version,
                          GError            **error)
{
  Save save = { .version = version };
  g_autoptr(ClinicRecord) saved = NULL;
  gboolean done;

  g_return_val_if_fail (CLINIC_IS_PULL_VERSION (version), 0);

  done = clinic_act_run (act, "protocol.save", save_version, &save, error);
  saved = save.saved;

  return done ? clinic_act_take_saved (act, CLINIC_RECORD (version), saved) : 0;
}
