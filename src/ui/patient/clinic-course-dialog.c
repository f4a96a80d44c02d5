/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-cocktail.h"
#include "clinic-course-dialog.h"
#include "clinic-history-entry.h"
#include "clinic-plan.h"
#include "clinic-rights.h"

struct _ClinicCourseDialog
{
  ClinicEntryDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (ClinicCourseDialog, clinic_course_dialog, CLINIC_TYPE_ENTRY_DIALOG)

/* Those given up stay where they are, but nobody is offered them anew. */
static GPtrArray *
load_kept (ClinicDb * db,
           GType type,
           GError * *error)
{
  GPtrArray *records = clinic_store_list_by (db, type, NULL, 0, error);

  for (guint i = records != NULL ? records->len : 0; i > 0; i--)
    {
      g_autofree char *archived = NULL;

      g_object_get (records->pdata[i - 1], "archived-on", &archived, NULL);

      if (archived != NULL)
        g_ptr_array_remove_index (records, i - 1);
    }

  return records;
}

static GPtrArray *
load_cocktails (ClinicDb  *db,
                gint64     patient,
                GError   **error)
{
  return load_kept (db, CLINIC_TYPE_COCKTAIL, error);
}

static GPtrArray *
load_practitioners (ClinicDb  *db,
                    gint64     patient,
                    GError   **error)
{
  GPtrArray *records = load_kept (db, CLINIC_TYPE_STAFF, error);

  for (guint i = records != NULL ? records->len : 0; i > 0; i--)
    {
      ClinicStaff *staff = records->pdata[i - 1];

      if (!clinic_rights_allow (staff->roles, "session.chart"))
        g_ptr_array_remove_index (records, i - 1);
    }

  return records;
}

static GPtrArray *
load_diagnoses (ClinicDb  *db,
                gint64     patient,
                GError   **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "patient-diagnoses", error);

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_int (statement, 1, patient);

  return clinic_store_list (statement, CLINIC_TYPE_HISTORY_ENTRY, error);
}

static const ClinicEntryOptions options[] = {
  { "cocktail_id", "name", N_("None planned"), load_cocktails },
  { "practitioner_id", "name", N_("Nobody in particular"), load_practitioners },
  { "diagnosis_id", "name", N_("None"), load_diagnoses },
  { NULL }
};

static gint64
save (ClinicAct     *act,
      ClinicRecord  *record,
      GError       **error)
{
  return clinic_course_edit (act, CLINIC_COURSE (record), error)
         ? clinic_record_get_id (record) : 0;
}

static void
clinic_course_dialog_class_init (ClinicCourseDialogClass *klass)
{
  ClinicEntryDialogClass *dialog_class = CLINIC_ENTRY_DIALOG_CLASS (klass);

  dialog_class->record_type = CLINIC_TYPE_COURSE;
  dialog_class->options = options;
  dialog_class->done = N_("Course saved");
  dialog_class->save = save;

  clinic_entry_dialog_class_bind (dialog_class,
                                  "/org/anagen/Anagen/ui/clinic-course-dialog.ui");
}

static void
clinic_course_dialog_init (ClinicCourseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
