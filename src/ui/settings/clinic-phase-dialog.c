/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-formulary.h"
#include "clinic-notice.h"
#include "clinic-phase-dialog.h"
#include "clinic-phase.h"

struct _ClinicPhaseDialog
{
  ClinicEntryDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (ClinicPhaseDialog, clinic_phase_dialog, CLINIC_TYPE_ENTRY_DIALOG)

static gint64
save (ClinicAct     *act,
      ClinicRecord  *record,
      GError       **error)
{
  return clinic_phase_save (act, CLINIC_PHASE (record), error);
}

static void
clinic_phase_dialog_class_init (ClinicPhaseDialogClass *klass)
{
  ClinicEntryDialogClass *dialog_class = CLINIC_ENTRY_DIALOG_CLASS (klass);
  static const ClinicEntryOptions options[] = { { NULL } };

  dialog_class->record_type = CLINIC_TYPE_PHASE;
  dialog_class->options = options;
  dialog_class->done = N_("Phase saved");
  dialog_class->save = save;
  clinic_entry_dialog_class_bind (dialog_class, "/org/anagen/Anagen/ui/clinic-phase-dialog.ui");
}

static void
clinic_phase_dialog_init (ClinicPhaseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
