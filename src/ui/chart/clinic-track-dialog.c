/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-track-dialog.h"
#include "clinic-tracking.h"

struct _ClinicTrackDialog
{
  ClinicEntryDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (ClinicTrackDialog, clinic_track_dialog, CLINIC_TYPE_ENTRY_DIALOG)

static const ClinicEntryOptions options[] = {
  { NULL }
};

static gint64
save (ClinicAct     *act,
      ClinicRecord  *record,
      GError       **error)
{
  return clinic_track_save (act, CLINIC_TRACK (record), error);
}

static void
clinic_track_dialog_class_init (ClinicTrackDialogClass *klass)
{
  ClinicEntryDialogClass *dialog_class = CLINIC_ENTRY_DIALOG_CLASS (klass);

  dialog_class->record_type = CLINIC_TYPE_TRACK;
  dialog_class->options = options;
  dialog_class->done = N_("Saved beside the sessions");
  dialog_class->dated = "since";
  dialog_class->save = save;

  clinic_entry_dialog_class_bind (dialog_class, "/org/anagen/Anagen/ui/clinic-track-dialog.ui");
}

static void
clinic_track_dialog_init (ClinicTrackDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
