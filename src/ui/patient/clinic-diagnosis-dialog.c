/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-diagnosis-dialog.h"
#include "clinic-diagnosis-kind.h"
#include "clinic-history.h"

struct _ClinicDiagnosisDialog
{
  ClinicEntryDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (ClinicDiagnosisDialog, clinic_diagnosis_dialog, CLINIC_TYPE_ENTRY_DIALOG)

static GPtrArray *
load_kinds (ClinicDb * db,
            gint64 patient,
            GError * *error)
{
  return clinic_store_list_by (db, CLINIC_TYPE_DIAGNOSIS_KIND, NULL, 0, error);
}

static const ClinicEntryOptions options[] = {
  { "diagnosis_kind_id", "name", NULL, load_kinds },
  { NULL }
};

static gint64
save (ClinicAct     *act,
      ClinicRecord  *record,
      GError       **error)
{
  return clinic_diagnosis_save (act, CLINIC_DIAGNOSIS (record), error);
}

static void
clinic_diagnosis_dialog_class_init (ClinicDiagnosisDialogClass *klass)
{
  ClinicEntryDialogClass *dialog_class = CLINIC_ENTRY_DIALOG_CLASS (klass);

  dialog_class->record_type = CLINIC_TYPE_DIAGNOSIS;
  dialog_class->options = options;
  dialog_class->done = N_("Diagnosis saved");
  dialog_class->dated = "made-on";
  dialog_class->save = save;

  clinic_entry_dialog_class_bind (dialog_class,
                                  "/org/anagen/Anagen/ui/clinic-diagnosis-dialog.ui");
}

static void
clinic_diagnosis_dialog_init (ClinicDiagnosisDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
