/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-measure-dialog.h"

struct _ClinicMeasureDialog
{
  AdwWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (ClinicMeasureDialog, clinic_measure_dialog, ADW_TYPE_WINDOW)

static void
clinic_measure_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_MEASURE_DIALOG);
  G_OBJECT_CLASS (clinic_measure_dialog_parent_class)->dispose (object);
}

static void
clinic_measure_dialog_class_init (ClinicMeasureDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = clinic_measure_dialog_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/anagen/Anagen/ui/clinic-measure-dialog.ui");
}

static void
clinic_measure_dialog_init (ClinicMeasureDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinic_measure_present (GtkWidget  *parent,
                        ClinicDesk *desk,
                        gint64      patient,
                        gint64      session)
{
  GtkWindow *dialog = g_object_new (CLINIC_TYPE_MEASURE_DIALOG,
                                    "transient-for", gtk_widget_get_root (parent),
                                    NULL);

  gtk_window_present (dialog);
}
