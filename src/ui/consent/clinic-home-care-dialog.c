/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-aftercare.h"
#include "clinic-home-care-dialog.h"

struct _ClinicHomeCareDialog
{
  ClinicEntryDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (ClinicHomeCareDialog, clinic_home_care_dialog, CLINIC_TYPE_ENTRY_DIALOG)

static const ClinicEntryOptions options[] = {
  { NULL }
};

static gint64
save (ClinicAct     *act,
      ClinicRecord  *record,
      GError       **error)
{
  return clinic_home_care_save (act, CLINIC_HOME_CARE (record), error);
}

static void
clinic_home_care_dialog_class_init (ClinicHomeCareDialogClass *klass)
{
  ClinicEntryDialogClass *dialog_class = CLINIC_ENTRY_DIALOG_CLASS (klass);

  dialog_class->record_type = CLINIC_TYPE_HOME_CARE;
  dialog_class->options = options;
  dialog_class->done = N_("Home care saved");
  dialog_class->dated = "since";
  dialog_class->save = save;

  clinic_entry_dialog_class_bind (dialog_class,
                                  "/org/anagen/Anagen/ui/clinic-home-care-dialog.ui");
}

static void
clinic_home_care_dialog_init (ClinicHomeCareDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
