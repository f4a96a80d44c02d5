/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-batch.h"
#include "clinic-discard-dialog.h"
#include "clinic-discard.h"
#include "clinic-form-save.h"
#include "clinic-present.h"
#include "clinic-toast.h"

struct _ClinicDiscardDialog
{
  AdwWindow parent_instance;

  ClinicForm     *form;
  ClinicFormSave *save;
  ClinicNotice   *notice;
  GtkEditable    *reason;
};

G_DEFINE_FINAL_TYPE (ClinicDiscardDialog, clinic_discard_dialog, ADW_TYPE_WINDOW)

static gboolean
discard (ClinicAct     *act,
         ClinicRecord  *record,
         gpointer       with,
         GError       **error)
{
  ClinicDiscard *self = CLINIC_DISCARD (record);

  return clinic_lot_discard (act, self->lot_id, self->volume, self->reason, error) != 0;
}

static void
saved_cb (ClinicDiscardDialog *self,
          ClinicRecord        *record,
          gint64               operation)
{
  clinic_toast_show (GTK_WIDGET (self), _("Discarded"), operation);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicDiscardDialog *self = CLINIC_DISCARD_DIALOG (widget);

  if (clinic_form_save_check (self->save))
    clinic_form_save_run (self->save, discard, NULL, NULL);
}

static void
suggest_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ClinicDiscardDialog *self = CLINIC_DISCARD_DIALOG (widget);

  gtk_editable_set_text (self->reason, _(g_variant_get_string (parameter, NULL)));
}

static void
clinic_discard_dialog_dispose (GObject *object)
{
  ClinicDiscardDialog *self = CLINIC_DISCARD_DIALOG (object);

  g_clear_object (&self->save);
  g_clear_object (&self->form);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_DISCARD_DIALOG);

  G_OBJECT_CLASS (clinic_discard_dialog_parent_class)->dispose (object);
}

static void
clinic_discard_dialog_class_init (ClinicDiscardDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_discard_dialog_dispose;

  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/anagen/Anagen/ui/clinic-discard-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicDiscardDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicDiscardDialog, reason);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "dialog.suggest", "s", suggest_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "dialog.save", NULL);
}

static void
clinic_discard_dialog_init (ClinicDiscardDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinic_discard_dialog_present (GtkWidget  *parent,
                               ClinicDesk *desk,
                               gint64      lot,
                               gint64      left)
{
  ClinicDiscardDialog *self = g_object_new (CLINIC_TYPE_DISCARD_DIALOG, "transient-for", gtk_widget_get_root (parent),
                                            NULL);
  g_autoptr(ClinicDiscard) draft = clinic_discard_new ();
  g_autofree char *now = clinic_desk_dup_now (desk);

  g_object_set (draft, "lot-id", lot, "volume", left, "discarded-at", now,
                "staff-id", clinic_record_get_id (CLINIC_RECORD (clinic_desk_get_actor (desk))), NULL);
  self->form = clinic_form_new (GTK_WIDGET (self), CLINIC_TYPE_DISCARD);
  clinic_form_set_record (self->form, CLINIC_RECORD (draft), clinic_desk_get_today (desk));
  self->save = clinic_form_save_new (desk, self->form, self->notice, "dialog.save");
  g_signal_connect_object (self->save, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  clinic_present (GTK_WINDOW (self));
}
