/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-patient-dialog.h"

struct _ClinicPatientDialog
{
  AdwWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (ClinicPatientDialog, clinic_patient_dialog, ADW_TYPE_WINDOW)

static void
clinic_patient_dialog_class_init (ClinicPatientDialogClass *klass)
{
}

static void
clinic_patient_dialog_init (ClinicPatientDialog *self)
{
}

void
clinic_patient_dialog_present (GtkWidget  *parent,
                               ClinicDesk *desk,
                               gint64      patient,
                               const char *typed)
{
  gtk_window_present (g_object_new (CLINIC_TYPE_PATIENT_DIALOG, NULL));
}
