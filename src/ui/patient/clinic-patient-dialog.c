/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-ask.h"
#include "clinic-conflict.h"
#include "clinic-findings-box.h"
#include "clinic-form.h"
#include "clinic-locale.h"
#include "clinic-notice.h"
#include "clinic-patient-dialog.h"
#include "clinic-patient-likeness.h"
#include "clinic-patient-typed.h"
#include "clinic-register.h"
#include "clinic-toast.h"

struct _ClinicPatientDialog
{
  AdwWindow parent_instance;

  ClinicDesk            *desk;
  gint64                 id;            /* 0: a new one */
  char                  *typed;
  ClinicForm            *form;
  ClinicRecord          *base;          /* as it was loaded, for conflicts */
  char                  *number;        /* the file number suggested */
  gint64                 opened;        /* another patient who it is */
  gboolean               saving;
  gboolean               leaving;       /* what was typed may go */
  gboolean               merged;        /* what is shown comes from a conflict that was settled */

  GtkWidget             *save_button;
  ClinicNotice          *notice;
  ClinicFindingsBox     *findings;
  ClinicPatientLikeness *likeness;
  GtkWidget             *fields;
  GtkWidget             *died_on;
  GtkWidget             *family_name;
};

G_DEFINE_FINAL_TYPE (ClinicPatientDialog, clinic_patient_dialog, ADW_TYPE_WINDOW)

static ClinicPatient *
get_draft (ClinicPatientDialog * self)
{
  return CLINIC_PATIENT (clinic_form_get_record (self->form));
}

static gboolean
is_changed (ClinicPatientDialog *self)
{
  return self->merged || clinic_form_get_changed (self->form);
}

/* Told where the window is that the patient is opened in. */
static void
open_patient (ClinicPatientDialog *self,
              gint64               patient)
{
  GtkWindow *below = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (below != NULL)
    gtk_widget_activate_action (GTK_WIDGET (below), "win.open-patient", "x", patient);
}

static void
leave (ClinicPatientDialog *self)
{
  gint64 opened = self->opened;

  self->leaving = TRUE;

  if (opened != 0)
    open_patient (self, opened);

  gtk_window_close (GTK_WINDOW (self));
}

static void
update_buttons (ClinicPatientDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save",
                                 !self->saving && gtk_widget_get_sensitive (self->fields));
}

/* Loading */

typedef struct
{
  ClinicRecord *patient;
  char         *number;
} Start;

static void
start_free (gpointer data)
{
  Start *start = data;

  g_clear_object (&start->patient);
  g_free (start->number);
  g_free (start);
}

static gpointer
load_cb (ClinicDb  *db,
         gpointer   data,
         GError   **error)
{
  gint64 id = *(gint64 *) data;
  Start *start = g_new0 (Start, 1);

  if (id != 0)
    start->patient = clinic_store_find (db, CLINIC_TYPE_PATIENT, id, error);
  else
    start->number = clinic_patient_next_number (db, error);

  if (start->patient != NULL || start->number != NULL)
    return start;

  start_free (start);

  return NULL;
}

static void
show_record (ClinicPatientDialog *self,
             ClinicRecord        *record)
{
  const char *today = clinic_desk_get_today (self->desk);
  g_autoptr(ClinicRecord) draft = clinic_record_copy (record);

  clinic_form_set_record (self->form, draft, today);
  gtk_widget_set_visible (self->died_on, self->id != 0);
  gtk_widget_set_sensitive (self->fields, TRUE);
  update_buttons (self);
}

static void
fail (ClinicPatientDialog *self,
      const GError        *error,
      const char          *action)
{
  clinic_notice_set_error (self->notice, error);
  clinic_notice_set_button (self->notice, action != NULL ? _("_Retry") : NULL, action);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ClinicPatientDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  Start *start = clinic_worker_run_finish (CLINIC_WORKER (source), result, &error);

  if (self->form == NULL)
    {
      g_clear_pointer (&start, start_free);
      return;
    }

  if (start == NULL)
    {
      fail (self, error, "dialog.load");
      return;
    }

  if (start->patient == NULL)
    {
      start->patient = CLINIC_RECORD (clinic_patient_new ());
      g_object_set (start->patient, "file-number", start->number, NULL);
      clinic_patient_typed_take (CLINIC_PATIENT (start->patient), self->typed,
                                 clinic_desk_get_today (self->desk));
    }

  clinic_notice_set_error (self->notice, NULL);
  g_free (self->number);
  self->number = g_steal_pointer (&start->number);
  g_set_object (&self->base, start->patient);
  show_record (self, start->patient);
  gtk_widget_grab_focus (self->family_name);

  if (self->id == 0)
    clinic_patient_likeness_look (self->likeness, self->desk, get_draft (self));

  start_free (start);
}

static void
load_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicPatientDialog *self = CLINIC_PATIENT_DIALOG (widget);

  clinic_worker_run_async (clinic_desk_get_reader (self->desk), load_cb,
                           g_memdup2 (&self->id, sizeof self->id), g_free, start_free, NULL,
                           loaded_cb, g_object_ref (self));
}

/* Saving */

typedef struct
{
  ClinicPatient *patient;
  GHashTable    *reasons;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  g_object_unref (save->patient);
  g_clear_pointer (&save->reasons, g_hash_table_unref);
  g_free (save);
}

static gpointer
save_patient (ClinicAct  *act,
              gpointer    data,
              GError    **error)
{
  Save *save = data;
  gboolean done;

  clinic_findings_accept (act, save->reasons);

  if (clinic_record_get_id (CLINIC_RECORD (save->patient)) == 0)
    done = clinic_patient_register (act, save->patient, error) != 0;
  else
    done = clinic_patient_edit (act, save->patient, error);

  return done ? g_object_ref (save->patient) : NULL;
}

static void
finish (ClinicPatientDialog *self,
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

  leave (self);
}

static void
settled_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ClinicPatientDialog) self = user_data;
  g_autoptr(ClinicRecord) settled = clinic_conflict_finish (GTK_WIDGET (source), result);

  if (settled == NULL || self->form == NULL)
    return;

  show_record (self, settled);
  self->merged = TRUE;
  gtk_widget_activate_action (GTK_WIDGET (self), "dialog.save", NULL);
}

static gpointer
find_cb (ClinicDb  *db,
         gpointer   data,
         GError   **error)
{
  return clinic_store_find (db, CLINIC_TYPE_PATIENT, *(gint64 *) data, error);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ClinicPatientDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicRecord) theirs = clinic_worker_run_finish (CLINIC_WORKER (source), result,
                                                             &error);
  g_autoptr(ClinicRecord) mine = NULL;
  g_autoptr(ClinicRecord) base = NULL;

  if (self->form == NULL)
    return;

  if (theirs == NULL)
    {
      fail (self, error, "dialog.save");
      return;
    }

  base = g_steal_pointer (&self->base);
  self->base = g_object_ref (theirs);
  mine = clinic_record_copy (CLINIC_RECORD (get_draft (self)));
  clinic_conflict_ask_async (GTK_WIDGET (self), base, mine, theirs, settled_cb,
                             g_object_ref (self));
}

/* Somebody else was faster with the same patient. */
static void
compare_with_theirs (ClinicPatientDialog *self)
{
  clinic_worker_run_async (clinic_desk_get_reader (self->desk), find_cb,
                           g_memdup2 (&self->id, sizeof self->id), g_free, g_object_unref, NULL,
                           found_cb, g_object_ref (self));
}

static void
explain (ClinicPatientDialog *self,
         const GError        *error,
         GPtrArray           *findings)
{
  if (g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_FINDINGS))
    {
      clinic_findings_box_set_findings (self->findings, findings);
      clinic_findings_box_start (self->findings);
    }
  else if (g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT) && self->id != 0)
    compare_with_theirs (self);
  else if (g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE))
    fail (self, error, "dialog.save");
  else if (!clinic_form_show_error (self->form, error))
    fail (self, error, NULL);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ClinicPatientDialog) self = user_data;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;
  gint64 operation = 0;
  g_autoptr(ClinicPatient) patient = clinic_desk_run_finish (CLINIC_DESK (source), result,
                                                             &findings, &operation, &error);

  self->saving = FALSE;

  if (self->form == NULL)
    return;

  update_buttons (self);

  if (patient != NULL)
    finish (self, patient, operation);
  else
    explain (self, error, findings);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicPatientDialog *self = CLINIC_PATIENT_DIALOG (widget);
  g_autoptr(GError) error = NULL;
  Save *save;

  if (self->saving || !gtk_widget_get_sensitive (self->fields))
    return;

  clinic_notice_set_error (self->notice, NULL);

  if (!clinic_form_validate (self->form, clinic_desk_get_today (self->desk), &error))
    {
      if (!clinic_form_show_error (self->form, error))
        fail (self, error, NULL);

      return;
    }

  save = g_new0 (Save, 1);
  save->patient = CLINIC_PATIENT (clinic_record_copy (CLINIC_RECORD (get_draft (self))));
  save->reasons = clinic_findings_box_dup_reasons (self->findings);

  /* Left as suggested, the number is made when it is needed: another seat may have taken it. */
  if (self->id == 0 && g_strcmp0 (save->patient->file_number, self->number) == 0)
    g_object_set (save->patient, "file-number", NULL, NULL);

  self->saving = TRUE;
  update_buttons (self);
  clinic_desk_run_async (self->desk, save_patient, save, save_free, g_object_unref, saved_cb,
                         g_object_ref (self));
}

/* At once: the default button would be seen to go down first, for a quarter of a second. */
static void
entry_activated_cb (ClinicPatientDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "dialog.save", NULL);
}

/* Leaving */

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ClinicPatientDialog) self = user_data;

  if (clinic_ask_finish (GTK_WIDGET (source), result) && self->form != NULL)
    leave (self);
  else
    self->opened = 0;
}

static gboolean
clinic_patient_dialog_close_request (GtkWindow *window)
{
  ClinicPatientDialog *self = CLINIC_PATIENT_DIALOG (window);

  if (self->saving)
    return GDK_EVENT_STOP;

  if (!self->leaving && is_changed (self))
    {
      clinic_ask_async (GTK_WIDGET (self), _("Discard what you typed?"),
                        _("It has not been saved."), _("_Discard"), TRUE, asked_cb,
                        g_object_ref (self));
      return GDK_EVENT_STOP;
    }

  return GTK_WINDOW_CLASS (clinic_patient_dialog_parent_class)->close_request (window);
}

/* It is somebody on file: go there. */
static void
chosen_cb (ClinicPatientDialog *self,
           gint64               patient)
{
  self->opened = patient;

  if (is_changed (self))
    gtk_window_close (GTK_WINDOW (self));
  else
    leave (self);
}

static void
form_changed_cb (ClinicPatientDialog *self)
{
  ClinicPatient *draft = get_draft (self);

  if (draft != NULL && self->id == 0 && clinic_form_get_changed (self->form))
    clinic_patient_likeness_look (self->likeness, self->desk, draft);
}

static void
clinic_patient_dialog_dispose (GObject *object)
{
  ClinicPatientDialog *self = CLINIC_PATIENT_DIALOG (object);

  if (self->form != NULL)
    g_signal_handlers_disconnect_by_data (self->form, self);

  g_clear_object (&self->form);
  g_clear_object (&self->base);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_PATIENT_DIALOG);

  G_OBJECT_CLASS (clinic_patient_dialog_parent_class)->dispose (object);
}

static void
clinic_patient_dialog_finalize (GObject *object)
{
  ClinicPatientDialog *self = CLINIC_PATIENT_DIALOG (object);

  g_free (self->typed);
  g_free (self->number);

  G_OBJECT_CLASS (clinic_patient_dialog_parent_class)->finalize (object);
}

static void
clinic_patient_dialog_class_init (ClinicPatientDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinic_patient_dialog_dispose;
  object_class->finalize = clinic_patient_dialog_finalize;
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
  self->form = clinic_form_new (GTK_WIDGET (self), CLINIC_TYPE_PATIENT);
  g_signal_connect_object (self->form, "notify::valid", G_CALLBACK (form_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save_button);
  update_buttons (self);
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
  gtk_button_set_label (GTK_BUTTON (self->save_button), patient == 0 ? _("_Register") : _("_Save"));
  gtk_widget_activate_action (GTK_WIDGET (self), "dialog.load", NULL);
  gtk_window_present (GTK_WINDOW (self));
}
