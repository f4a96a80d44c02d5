/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-condition-dialog.h"
#include "clinic-condition-kind.h"
#include "clinic-history.h"

struct _ClinicConditionDialog
{
  ClinicEntryDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (ClinicConditionDialog, clinic_condition_dialog, CLINIC_TYPE_ENTRY_DIALOG)

static GPtrArray *
load_kinds (ClinicDb * db,
            gint64 patient,
            GError * *error)
{
  return clinic_store_list_by (db, CLINIC_TYPE_CONDITION_KIND, NULL, 0, error);
}

static const ClinicEntryOptions options[] = {
  { "condition_kind_id", "name", NULL, load_kinds },
  { NULL }
};

static gint64
save (ClinicAct     *act,
      ClinicRecord  *record,
      GError       **error)
{
  return clinic_condition_save (act, CLINIC_CONDITION (record), error);
}

static void
prepare (ClinicEntryDialog *self,
         ClinicRecord      *record)
{
  GObject *row = gtk_widget_get_template_child (GTK_WIDGET (self), G_OBJECT_TYPE (self), "until");

  /* Ending is an act of its own; here only a wrong date is put right. */
  gtk_widget_set_visible (GTK_WIDGET (row), CLINIC_CONDITION (record)->until != NULL);
}

static void
clinic_condition_dialog_class_init (ClinicConditionDialogClass *klass)
{
  ClinicEntryDialogClass *dialog_class = CLINIC_ENTRY_DIALOG_CLASS (klass);

  dialog_class->record_type = CLINIC_TYPE_CONDITION;
  dialog_class->options = options;
  dialog_class->done = N_("Condition saved");
  dialog_class->save = save;
  dialog_class->prepare = prepare;

  clinic_entry_dialog_class_bind (dialog_class,
                                  "/org/anagen/Anagen/ui/clinic-condition-dialog.ui");
  gtk_widget_class_bind_template_child_full (GTK_WIDGET_CLASS (klass), "until", FALSE, 0);
}

static void
clinic_condition_dialog_init (ClinicConditionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
