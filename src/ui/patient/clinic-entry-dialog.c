/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-ask.h"
#include "clinic-entry-dialog.h"
#include "clinic-form-save.h"
#include "clinic-present.h"
#include "clinic-toast.h"

typedef struct
{
  ClinicDesk     *desk;
  ClinicForm     *form;
  ClinicFormSave *save;
  gint64          patient;
  gint64          id;
} ClinicEntryDialogPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ClinicEntryDialog, clinic_entry_dialog, ADW_TYPE_WINDOW)

#define PRIVATE(self) \
  ((ClinicEntryDialogPrivate *) clinic_entry_dialog_get_instance_private (self))

static GtkWidget *
get_child (ClinicEntryDialog * self,
           const char        *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), G_OBJECT_TYPE (self), name));
}

static void
offer (ClinicEntryDialog *self,
       ClinicEntryStart  *start)
{
  ClinicEntryDialogClass *klass = CLINIC_ENTRY_DIALOG_GET_CLASS (self);

  for (guint i = 0; i < start->options->len; i++)
    {
      const ClinicEntryOptions *option = &klass->options[i];

      clinic_form_set_options (PRIVATE (self)->form, option->field, start->options->pdata[i],
                               option->property, option->none != NULL ? _(option->none) : NULL);
    }
}

static void
entry_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(ClinicEntryDialog) self = user_data;
  ClinicEntryDialogPrivate *private = PRIVATE (self);
  ClinicEntryDialogClass *klass = CLINIC_ENTRY_DIALOG_GET_CLASS (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicEntryStart) start = clinic_entry_start_finish (result, &error);
  g_autoptr(ClinicRecord) draft = NULL;
  GtkWidget *fields;

  if (private->form == NULL)
    return;

  clinic_form_save_tell (private->save, error, error != NULL ? "dialog.retry" : NULL);

  if (start == NULL)
    return;

  if (private->id == 0 && klass->dated != NULL)
    g_object_set (start->record, klass->dated, clinic_desk_get_today (private->desk), NULL);

  offer (self, start);
  draft = clinic_record_copy (start->record);
  clinic_form_save_set_base (private->save, start->record);
  clinic_form_set_record (private->form, draft, clinic_desk_get_today (private->desk));

  if (klass->prepare != NULL)
    klass->prepare (self, start->record);

  fields = get_child (self, "fields");
  gtk_widget_set_sensitive (fields, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", TRUE);
  clinic_present_focus (fields);
}

static gboolean
save_entry (ClinicAct     *act,
            ClinicRecord  *record,
            gpointer       with,
            GError       **error)
{
  return ((ClinicEntryDialogClass *) with)->save (act, record, error) != 0;
}

static void
saved_cb (ClinicEntryDialog *self,
          ClinicRecord      *record,
          gint64             operation)
{
  clinic_toast_show (GTK_WIDGET (self), _(CLINIC_ENTRY_DIALOG_GET_CLASS (self)->done), operation);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save (ClinicEntryDialog *self,
      const char        *reason)
{
  clinic_form_save_set_reason (PRIVATE (self)->save, reason);
  clinic_form_save_run (PRIVATE (self)->save, save_entry, CLINIC_ENTRY_DIALOG_GET_CLASS (self), NULL);
}

static void
reason_given_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  ClinicEntryDialog *self = CLINIC_ENTRY_DIALOG (source);
  g_autofree char *reason = clinic_ask_reason_finish (GTK_WIDGET (self), result);

  if (reason != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    save (self, reason);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicEntryDialog *self = CLINIC_ENTRY_DIALOG (widget);
  ClinicEntryDialogPrivate *private = PRIVATE (self);
  ClinicEntryDialogClass *klass = CLINIC_ENTRY_DIALOG_GET_CLASS (self);
  ClinicRecord *before = clinic_form_save_get_base (private->save);
  const char *heading = NULL;

  if (before == NULL || !clinic_form_save_check (private->save))
    return;

  if (klass->ask != NULL && private->id != 0)
    heading = klass->ask (before, clinic_form_get_record (private->form));

  if (heading != NULL)
    clinic_ask_reason_async (widget, heading, NULL, _("_Save"), NULL, reason_given_cb, NULL);
  else
    save (self, NULL);
}

static void
retry_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ClinicEntryDialog *self = CLINIC_ENTRY_DIALOG (widget);
  ClinicEntryDialogPrivate *private = PRIVATE (self);
  ClinicEntryDialogClass *klass = CLINIC_ENTRY_DIALOG_GET_CLASS (self);

  clinic_entry_start_async (private->desk, klass->record_type, klass->options, private->patient,
                            private->id, entry_read_cb, g_object_ref (self));
}

static void
clinic_entry_dialog_dispose (GObject *object)
{
  ClinicEntryDialogPrivate *private = PRIVATE (CLINIC_ENTRY_DIALOG (object));

  g_clear_object (&private->form);
  g_clear_object (&private->save);
  g_clear_object (&private->desk);
  gtk_widget_dispose_template (GTK_WIDGET (object), G_OBJECT_TYPE (object));

  G_OBJECT_CLASS (clinic_entry_dialog_parent_class)->dispose (object);
}

static void
clinic_entry_dialog_class_init (ClinicEntryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_entry_dialog_dispose;

  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "dialog.retry", NULL, retry_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "dialog.save", NULL);
}

static void
clinic_entry_dialog_init (ClinicEntryDialog *self)
{
}

void
clinic_entry_dialog_class_bind (ClinicEntryDialogClass *klass,
                                const char             *resource)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, resource);
  gtk_widget_class_bind_template_child_full (widget_class, "notice", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "fields", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "save", FALSE, 0);
}

ClinicEntryDialog *
clinic_entry_dialog_present (GType       type,
                             GtkWidget  *parent,
                             ClinicDesk *desk,
                             gint64      patient,
                             gint64      id)
{
  ClinicEntryDialogPrivate *private;
  ClinicEntryDialog *self;

  g_return_val_if_fail (g_type_is_a (type, CLINIC_TYPE_ENTRY_DIALOG), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (parent) && CLINIC_IS_DESK (desk), NULL);

  self = g_object_new (type, "modal", TRUE, "transient-for", gtk_widget_get_root (parent), NULL);
  private = PRIVATE (self);
  private->desk = g_object_ref (desk);
  private->patient = patient;
  private->id = id;
  private->form = clinic_form_new (GTK_WIDGET (self), CLINIC_ENTRY_DIALOG_GET_CLASS (self)->record_type);
  private->save = clinic_form_save_new (desk, private->form,
                                        CLINIC_NOTICE (get_child (self, "notice")), "dialog.save");
  g_signal_connect_object (private->save, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_default_widget (GTK_WINDOW (self), get_child (self, "save"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", FALSE);
  gtk_widget_activate_action (GTK_WIDGET (self), "dialog.retry", NULL);
  clinic_present (GTK_WINDOW (self));

  return self;
}

ClinicDesk *
clinic_entry_dialog_get_desk (ClinicEntryDialog *self)
{
  g_return_val_if_fail (CLINIC_IS_ENTRY_DIALOG (self), NULL);

  return PRIVATE (self)->desk;
}

ClinicRecord *
clinic_entry_dialog_get_draft (ClinicEntryDialog *self)
{
  g_return_val_if_fail (CLINIC_IS_ENTRY_DIALOG (self), NULL);

  return clinic_form_get_record (PRIVATE (self)->form);
}
