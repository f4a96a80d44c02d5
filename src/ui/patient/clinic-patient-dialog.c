/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-ask.h"
#include "clinic-form-save.h"
#include "clinic-locale.h"
#include "clinic-patient-dialog.h"
#include "clinic-patient-likeness.h"
#include "clinic-patient-start.h"
#include "clinic-present.h"
#include "clinic-toast.h"

struct _ClinicPatientDialog
{
  AdwWindow parent_instance;

  ClinicDesk            *desk;
  gint64                 id;            /* 0: a new one */
  char                  *typed;
  ClinicForm            *form;
  ClinicFormSave        *save;
  gint64                 opened;        /* who is opened in the window below when this one closes */
  gboolean               leaving;       /* what was typed may go */

  GtkWidget             *save_button;
  ClinicNotice          *notice;
  ClinicFindingsBox     *findings;
  ClinicPatientLikeness *likeness;
  GtkWidget             *fields;
  GtkWidget             *died_on;
  GtkWidget             *family_name;
};

G_DEFINE_FINAL_TYPE (ClinicPatientDialog, clinic_patient_dialog, ADW_TYPE_WINDOW)

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ClinicPatientDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicPatient) patient = clinic_patient_start_finish (result, &error);
  g_autoptr(ClinicRecord) draft = NULL;

  if (self->form == NULL)
    return;

  if (patient == NULL)
    {
      clinic_form_save_tell (self->save, error, "dialog.load");
      return;
    }

  draft = clinic_record_copy (CLINIC_RECORD (patient));
  clinic_notice_set_error (self->notice, NULL);
  clinic_form_save_set_base (self->save, CLINIC_RECORD (patient));
  clinic_form_set_record (self->form, draft, clinic_desk_get_today (self->desk));
  gtk_widget_set_sensitive (self->fields, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", TRUE);
  gtk_widget_grab_focus (self->family_name);

  if (self->id == 0)
    clinic_patient_likeness_follow (self->likeness, self->desk, self->form);
}

static void
load_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicPatientDialog *self = CLINIC_PATIENT_DIALOG (widget);

  clinic_patient_start_async (self->desk, self->id, self->typed, loaded_cb, g_object_ref (self));
}

static void
saved_cb (ClinicPatientDialog *self,
          ClinicPatient       *patient,
          gint64               operation)
{
  g_autofree char *name = clinic_locale_full_name (patient->given_name, patient->family_name);
  /* Translators: %s is a patient */
  g_autofree char *text = g_strdup_printf (self->id == 0 ? _("%s is registered")
                                                         : _("%s is saved"), name);

  if (self->id == 0)
    self->opened = clinic_record_get_id (CLINIC_RECORD (patient));

  /* Without a change nothing was written: nothing to tell. */
  if (operation != 0)
    clinic_toast_show (GTK_WIDGET (self), text, operation);

  self->leaving = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicPatientDialog *self = CLINIC_PATIENT_DIALOG (widget);
  ClinicRecord *base = clinic_form_save_get_base (self->save);

  if (base == NULL || clinic_form_save_get_saving (self->save) ||
      !clinic_form_save_check (self->save))
    return;

  clinic_form_save_run (self->save, clinic_patient_start_save,
                        g_strdup (CLINIC_PATIENT (base)->file_number), g_free);
}

/* At once: the default button would be seen to go down first, for a quarter of a second. */
static void
entry_activated_cb (ClinicPatientDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "dialog.save", NULL);
}

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ClinicPatientDialog) self = user_data;

  self->leaving = clinic_ask_finish (GTK_WIDGET (source), result) && self->form != NULL;

  if (self->leaving)
    gtk_window_close (GTK_WINDOW (self));
  else
    self->opened = 0;
}

static gboolean
clinic_patient_dialog_close_request (GtkWindow *window)
{
  ClinicPatientDialog *self = CLINIC_PATIENT_DIALOG (window);
  GtkWindow *below = gtk_window_get_transient_for (window);

  if (clinic_form_save_get_saving (self->save))
    return GDK_EVENT_STOP;

  if (!self->leaving && (clinic_form_save_get_merged (self->save) ||
                         clinic_form_get_changed (self->form)))
    {
      clinic_ask_async (GTK_WIDGET (self), _("Discard what you typed?"),
                        _("It has not been saved."), _("_Discard"), TRUE, asked_cb,
                        g_object_ref (self));
      return GDK_EVENT_STOP;
    }

  if (self->opened != 0 && below != NULL)
    gtk_widget_activate_action (GTK_WIDGET (below), "win.open-patient", "x", self->opened);

  return GTK_WINDOW_CLASS (clinic_patient_dialog_parent_class)->close_request (window);
}

/* It is somebody on file: go there. */
static void
chosen_cb (ClinicPatientDialog *self,
           gint64               patient)
{
  self->opened = patient;
  gtk_window_close (GTK_WINDOW (self));
}

static void
clinic_patient_dialog_dispose (GObject *object)
{
  ClinicPatientDialog *self = CLINIC_PATIENT_DIALOG (object);

  g_clear_object (&self->form);
  g_clear_object (&self->save);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->typed, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_PATIENT_DIALOG);

  G_OBJECT_CLASS (clinic_patient_dialog_parent_class)->dispose (object);
}

static void
clinic_patient_dialog_class_init (ClinicPatientDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_patient_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = clinic_patient_dialog_close_request;

  g_type_ensure (CLINIC_TYPE_NOTICE);
  g_type_ensure (CLINIC_TYPE_FINDINGS_BOX);
  g_type_ensure (CLINIC_TYPE_PATIENT_LIKENESS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-patient-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientDialog, findings);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientDialog, likeness);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientDialog, died_on);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientDialog, family_name);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "dialog.load", NULL, load_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "dialog.save", NULL);
}

static void
clinic_patient_dialog_init (ClinicPatientDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save_button);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", FALSE);
}

void
clinic_patient_dialog_present (GtkWidget  *parent,
                               ClinicDesk *desk,
                               gint64      patient,
                               const char *typed)
{
  ClinicPatientDialog *self;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (CLINIC_IS_DESK (desk));

  root = gtk_widget_get_root (parent);
  self = g_object_new (CLINIC_TYPE_PATIENT_DIALOG,
                       "transient-for", GTK_IS_WINDOW (root) ? root : NULL,
                       "title", patient == 0 ? _("New patient") : _("Edit patient"), NULL);
  self->desk = g_object_ref (desk);
  self->id = patient;
  self->typed = g_strdup (typed);
  self->form = clinic_form_new (GTK_WIDGET (self), CLINIC_TYPE_PATIENT);
  self->save = clinic_form_save_new (desk, self->form, self->notice, "dialog.save");
  clinic_form_save_set_findings (self->save, self->findings);
  g_signal_connect_object (self->save, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (self->died_on, patient != 0);
  gtk_button_set_label (GTK_BUTTON (self->save_button), patient == 0 ? _("_Register") : _("_Save"));
  gtk_widget_activate_action (GTK_WIDGET (self), "dialog.load", NULL);
  clinic_present (GTK_WINDOW (self));
}
