/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-notice.h"
#include "clinic-pull-dialog.h"
#include "clinic-pull-save.h"

struct _ClinicPullDialog
{
  ClinicEntryDialog parent_instance;

  const ClinicPullRule *shipped;
};

G_DEFINE_FINAL_TYPE (ClinicPullDialog, clinic_pull_dialog, CLINIC_TYPE_ENTRY_DIALOG)

static gint64
save (ClinicAct     *act,
      ClinicRecord  *record,
      GError       **error)
{
  return clinic_pull_save_version (act, CLINIC_PULL_VERSION (record), error);
}

static void
prepare (ClinicEntryDialog *dialog,
         ClinicRecord      *record)
{
  ClinicPullDialog *self = CLINIC_PULL_DIALOG (dialog);
  g_autoptr(ClinicPullVersion) first = NULL;

  if (clinic_record_get_id (record) != 0)
    return;

  /* Other bounds are another's word, and another name. */
  first = clinic_pull_rule_to_version (self->shipped);
  g_object_set (first, "label", NULL, "source", NULL, "made-on", clinic_desk_get_today (clinic_entry_dialog_get_desk (dialog)), NULL);
  clinic_record_assign (clinic_entry_dialog_get_draft (dialog), CLINIC_RECORD (first));
}

static void
clinic_pull_dialog_class_init (ClinicPullDialogClass *klass)
{
  ClinicEntryDialogClass *dialog_class = CLINIC_ENTRY_DIALOG_CLASS (klass);
  static const ClinicEntryOptions options[] = { { NULL } };

  dialog_class->record_type = CLINIC_TYPE_PULL_VERSION;
  dialog_class->options = options;
  dialog_class->done = N_("Rule saved");
  dialog_class->save = save;
  dialog_class->prepare = prepare;
  clinic_entry_dialog_class_bind (dialog_class, "/org/anagen/Anagen/ui/clinic-pull-dialog.ui");
}

static void
clinic_pull_dialog_init (ClinicPullDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinic_pull_dialog_present (GtkWidget            *parent,
                            ClinicDesk           *desk,
                            const ClinicPullRule *shipped,
                            gint64                id)
{
  ClinicEntryDialog *dialog;

  g_return_if_fail (GTK_IS_WIDGET (parent) && shipped != NULL);

  dialog = clinic_entry_dialog_present (CLINIC_TYPE_PULL_DIALOG, parent, desk, 0, id);
  CLINIC_PULL_DIALOG (dialog)->shipped = shipped;
}
