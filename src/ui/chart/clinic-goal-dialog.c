/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-course-entry.h"
#include "clinic-goal-dialog.h"
#include "clinic-metric.h"
#include "clinic-tracking.h"

struct _ClinicGoalDialog
{
  ClinicEntryDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (ClinicGoalDialog, clinic_goal_dialog, CLINIC_TYPE_ENTRY_DIALOG)

/* Those that are under way. */
static GPtrArray *
load_courses (ClinicDb * db,
              gint64 patient,
              GError * *error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "patient-courses", error);
  GPtrArray *courses;

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_int (statement, 1, patient);
  courses = clinic_store_list (statement, CLINIC_TYPE_COURSE_ENTRY, error);

  for (guint i = courses != NULL ? courses->len : 0; i > 0; i--)
    {
      if (g_strcmp0 (((ClinicCourseEntry *) courses->pdata[i - 1])->status, "active") != 0)
        g_ptr_array_remove_index (courses, i - 1);
    }

  return courses;
}

static GPtrArray *
load_metrics (ClinicDb  *db,
              gint64     patient,
              GError   **error)
{
  return clinic_store_list_by (db, CLINIC_TYPE_METRIC, NULL, 0, error);
}

static const ClinicEntryOptions options[] = {
  { "course_id", "protocol", NULL, load_courses },
  { "metric_id", "name", NULL, load_metrics },
  { NULL }
};

static gint64
save (ClinicAct     *act,
      ClinicRecord  *record,
      GError       **error)
{
  return clinic_goal_save (act, CLINIC_GOAL (record), error);
}

static void
clinic_goal_dialog_class_init (ClinicGoalDialogClass *klass)
{
  ClinicEntryDialogClass *dialog_class = CLINIC_ENTRY_DIALOG_CLASS (klass);

  dialog_class->record_type = CLINIC_TYPE_GOAL;
  dialog_class->options = options;
  dialog_class->done = N_("Goal saved");
  dialog_class->save = save;

  clinic_entry_dialog_class_bind (dialog_class, "/org/anagen/Anagen/ui/clinic-goal-dialog.ui");
}

static void
clinic_goal_dialog_init (ClinicGoalDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
