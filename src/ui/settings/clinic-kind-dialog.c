/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-formulary.h"
#include "clinic-kind-dialog.h"
#include "clinic-notice.h"
#include "clinic-reaction-kind.h"

struct _ClinicKindDialog
{
  ClinicEntryDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (ClinicKindDialog, clinic_kind_dialog, CLINIC_TYPE_ENTRY_DIALOG)

static void
prepare (ClinicEntryDialog *dialog,
         ClinicRecord      *record)
{
  gtk_window_set_title (GTK_WINDOW (dialog), CLINIC_REACTION_KIND (record)->name);
}

static void
clinic_kind_dialog_class_init (ClinicKindDialogClass *klass)
{
  ClinicEntryDialogClass *dialog_class = CLINIC_ENTRY_DIALOG_CLASS (klass);
  static const ClinicEntryOptions options[] = { { NULL } };

  dialog_class->record_type = CLINIC_TYPE_REACTION_KIND;
  dialog_class->options = options;
  dialog_class->done = N_("Kind of reaction saved");
  dialog_class->save = clinic_formulary_save;
  dialog_class->prepare = prepare;
  clinic_entry_dialog_class_bind (dialog_class, "/org/anagen/Anagen/ui/clinic-kind-dialog.ui");
}

static void
clinic_kind_dialog_init (ClinicKindDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
