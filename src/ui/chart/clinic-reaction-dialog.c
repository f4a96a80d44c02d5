/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-reaction-dialog.h"

struct _ClinicReactionDialog
{
  AdwWindow  parent_instance;
};

G_DEFINE_FINAL_TYPE (ClinicReactionDialog, clinic_reaction_dialog, ADW_TYPE_WINDOW)

static void
clinic_reaction_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_REACTION_DIALOG);
  G_OBJECT_CLASS (clinic_reaction_dialog_parent_class)->dispose (object);
}

static void
clinic_reaction_dialog_class_init (ClinicReactionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_reaction_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-reaction-dialog.ui");
}

static void
clinic_reaction_dialog_init (ClinicReactionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinic_reaction_present (GtkWidget  *parent,
                         ClinicDesk *desk,
                         gint64      patient,
                         gint64      session)
{
  GtkWindow *dialog = g_object_new (CLINIC_TYPE_REACTION_DIALOG,
                                    "transient-for", gtk_widget_get_root (parent),
                                    NULL);

  gtk_window_present (dialog);
}
