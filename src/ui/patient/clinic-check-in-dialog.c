/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-check-in-dialog.h"
#include "clinic-check-in-look.h"
#include "clinic-check-in-medicines.h"
#include "clinic-check-in-questions.h"
#include "clinic-check-in-save.h"
#include "clinic-date.h"
#include "clinic-locale.h"
#include "clinic-notice.h"
#include "clinic-present.h"
#include "clinic-toast.h"
#include "clinic-visit.h"

struct _ClinicCheckInDialog
{
  AdwWindow parent_instance;

  ClinicDesk      *desk;
  gint64           session;
  ClinicCheckIn   *record;          /* NULL: not read yet */

  AdwWindowTitle         *heading;
  ClinicNotice           *notice;
  GtkWidget              *fields;
  ClinicCheckInQuestions *questions;
  ClinicCheckInMedicines *medicines;
  GtkEditable            *note;
};

typedef struct
{
  ClinicVisit   *visit;
  ClinicCheckIn *check_in;
  int            n_allergies;
} Start;

G_DEFINE_FINAL_TYPE (ClinicCheckInDialog, clinic_check_in_dialog, ADW_TYPE_WINDOW)

static void
start_free (gpointer data)
{
  Start *start = data;

  g_clear_object (&start->visit);
  g_clear_object (&start->check_in);
  g_free (start);
}

static gpointer
read_start (ClinicDb  *db,
            gpointer   data,
            GError   **error)
{
  Start *start = g_new0 (Start, 1);
  GError *failure = NULL;

  start->visit = clinic_visit_find (db, *(gint64 *) data, &failure);

  if (failure == NULL)
    start->check_in = clinic_check_in_find (db, *(gint64 *) data, &failure);

  if (failure == NULL)
    {
      g_autofree char *date = clinic_wall_dup_date (start->visit->starts);

      start->n_allergies = clinic_allergies_count (db, start->visit->patient_id, date, &failure);
    }

  if (failure == NULL)
    return start;

  start_free (start);
  g_propagate_error (error, failure);

  return NULL;
}

static void
start_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(ClinicCheckInDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  Start *start = clinic_worker_run_finish (clinic_desk_get_reader (self->desk), result, &error);
  g_autofree char *name = NULL;

  clinic_notice_set_error (self->notice, error);

  if (start == NULL)
    {
      clinic_notice_set_button (self->notice, _("_Try again"), "dialog.retry");
      return;
    }

  name = clinic_locale_full_name (start->visit->given_name, start->visit->family_name);
  adw_window_title_set_subtitle (self->heading, name);
  self->record = start->check_in != NULL ? g_object_ref (start->check_in) : clinic_check_in_new ();
  g_object_set (self->record, "patient-id", start->visit->patient_id, "session-id", self->session, NULL);
  clinic_check_in_questions_set_record (self->questions, self->record,
                                        clinic_pregnancy_concerns (start->visit->sex, start->visit->birth_date,
                                                                   clinic_desk_get_today (self->desk)),
                                        start->n_allergies > 0);
  clinic_check_in_medicines_set_record (self->medicines, self->desk, self->record);
  gtk_editable_set_text (self->note, self->record->note != NULL ? self->record->note : "");
  start_free (start);
  gtk_widget_set_sensitive (self->fields, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.nothing", TRUE);
  clinic_present_focus (self->fields);
}

static void
retry_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ClinicCheckInDialog *self = CLINIC_CHECK_IN_DIALOG (widget);

  clinic_worker_run_async (clinic_desk_get_reader (self->desk), read_start,
                           g_memdup2 (&self->session, sizeof self->session), g_free, start_free,
                           NULL, start_read_cb, g_object_ref (self));
}

static gpointer
save (ClinicAct  *act,
      gpointer    data,
      GError    **error)
{
  return GINT_TO_POINTER (clinic_check_in_save (act, data, error) != 0);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ClinicCheckInDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 operation;

  if (clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, &operation, &error) != NULL)
    {
      clinic_toast_show (GTK_WIDGET (self), _("The answers were written down"), operation);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  clinic_notice_set_error (self->notice, error);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.nothing", TRUE);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicCheckInDialog *self = CLINIC_CHECK_IN_DIALOG (widget);
  const char *note = gtk_editable_get_text (self->note);

  g_object_set (self->record, "note", *note != '\0' ? note : NULL, NULL);
  gtk_widget_action_set_enabled (widget, "dialog.save", FALSE);
  gtk_widget_action_set_enabled (widget, "dialog.nothing", FALSE);
  clinic_desk_run_async (self->desk, save, clinic_record_copy (CLINIC_RECORD (self->record)),
                         g_object_unref, NULL, saved_cb, g_object_ref (self));
}

static void
nothing_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ClinicCheckInDialog *self = CLINIC_CHECK_IN_DIALOG (widget);

  clinic_check_in_questions_answer_rest (self->questions);
  save_action (widget, name, parameter);
}

static void
clinic_check_in_dialog_dispose (GObject *object)
{
  ClinicCheckInDialog *self = CLINIC_CHECK_IN_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_CHECK_IN_DIALOG);
  g_clear_object (&self->record);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (clinic_check_in_dialog_parent_class)->dispose (object);
}

static void
clinic_check_in_dialog_class_init (ClinicCheckInDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_check_in_dialog_dispose;

  g_type_ensure (CLINIC_TYPE_CHECK_IN_MEDICINES);
  g_type_ensure (CLINIC_TYPE_CHECK_IN_QUESTIONS);
  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-check-in-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicCheckInDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, ClinicCheckInDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicCheckInDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, ClinicCheckInDialog, questions);
  gtk_widget_class_bind_template_child (widget_class, ClinicCheckInDialog, medicines);
  gtk_widget_class_bind_template_child (widget_class, ClinicCheckInDialog, note);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "dialog.nothing", NULL, nothing_action);
  gtk_widget_class_install_action (widget_class, "dialog.retry", NULL, retry_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "dialog.save", NULL);
}

static void
clinic_check_in_dialog_init (ClinicCheckInDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.nothing", FALSE);
}

void
clinic_check_in_present (GtkWidget  *parent,
                         ClinicDesk *desk,
                         gint64      session)
{
  ClinicCheckInDialog *self;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (parent) && CLINIC_IS_DESK (desk));

  root = gtk_widget_get_root (parent);
  self = g_object_new (CLINIC_TYPE_CHECK_IN_DIALOG, "modal", TRUE,
                       "transient-for", GTK_IS_WINDOW (root) ? root : NULL, NULL);
  self->desk = g_object_ref (desk);
  self->session = session;
  gtk_widget_activate_action (GTK_WIDGET (self), "dialog.retry", NULL);
  clinic_present (GTK_WINDOW (self));
}
