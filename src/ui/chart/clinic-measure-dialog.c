/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-form-save.h"
#include "clinic-measure-dialog.h"
#include "clinic-measure-forms.h"
#include "clinic-measure-start.h"
#include "clinic-present.h"
#include "clinic-toast.h"

struct _ClinicMeasureDialog
{
  AdwWindow parent_instance;

  ClinicDesk     *desk;
  ClinicForm     *form;
  ClinicFormSave *save;
  GListStore     *metrics;
  gboolean        another;        /* stays open after the save that is under way */

  ClinicNotice   *notice;
  GtkWidget      *save_button;
  GtkWidget      *value;
  AdwComboRow    *metric_id;
};

G_DEFINE_FINAL_TYPE (ClinicMeasureDialog, clinic_measure_dialog, ADW_TYPE_WINDOW)

/* What can be typed is said where it is typed. */
static void
metric_cb (ClinicMeasureDialog *self)
{
  g_autoptr(ClinicMetric) metric = NULL;
  g_autofree char *title = NULL;
  guint selected = adw_combo_row_get_selected (self->metric_id);

  if (self->metrics != NULL)
    metric = g_list_model_get_item (G_LIST_MODEL (self->metrics), selected);

  if (metric == NULL)
    return;

  title = clinic_measure_start_dup_title (metric);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->value), title);
}

static void
enable (ClinicMeasureDialog *self,
        gboolean             enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "measure.save", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "measure.save-and-another", enabled);
}

static void
started_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ClinicMeasureDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicMeasureStart) start = clinic_measure_start_finish (result, &error);

  if (self->form == NULL)
    return;

  clinic_notice_set_error (self->notice, error);

  if (start == NULL)
    return;

  self->metrics = g_list_store_new (CLINIC_TYPE_METRIC);
  g_list_store_splice (self->metrics, 0, 0, start->metrics->pdata, start->metrics->len);
  g_object_set (clinic_form_get_record (self->form), "course-id", start->course, NULL);

  if (start->metrics->len > 0)
    g_object_set (clinic_form_get_record (self->form), "metric-id",
                  clinic_record_get_id (start->metrics->pdata[0]), NULL);

  clinic_form_set_options (self->form, "metric_id", G_LIST_MODEL (self->metrics), "name", NULL);
  metric_cb (self);
  enable (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->metric_id));
}

static void
saving_cb (ClinicMeasureDialog *self)
{
  enable (self, !clinic_form_save_get_saving (self->save));
}

static void
saved_cb (ClinicMeasureDialog *self,
          ClinicMeasurement   *reading,
          gint64               operation)
{
  g_autoptr(ClinicMeasurement) draft = NULL;

  clinic_toast_show (GTK_WIDGET (self), _("Measurement saved"), operation);

  if (!self->another)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  draft = clinic_measure_start_another (CLINIC_MEASUREMENT (clinic_form_get_record (self->form)));
  clinic_form_set_record (self->form, CLINIC_RECORD (draft), clinic_desk_get_today (self->desk));
  metric_cb (self);
  clinic_notice_set_text (self->notice, "information", _("Saved. The next one:"));
  gtk_widget_grab_focus (self->value);
}

static void
run_save (ClinicMeasureDialog *self,
          gboolean             another)
{
  if (!clinic_form_save_check (self->save))
    return;

  self->another = another;
  clinic_form_save_run (self->save, clinic_measure_start_save, NULL, NULL);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  run_save (CLINIC_MEASURE_DIALOG (widget), FALSE);
}

static void
save_and_another_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  run_save (CLINIC_MEASURE_DIALOG (widget), TRUE);
}

/* Another form for the same patient and session, in place of this one. */
static void
form_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicMeasureDialog *self = CLINIC_MEASURE_DIALOG (widget);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  ClinicMeasurement *draft = CLINIC_MEASUREMENT (clinic_form_get_record (self->form));
  gint64 session = draft->session_id != CLINIC_UNKNOWN ? draft->session_id : 0;

  clinic_measure_forms_present (GTK_WIDGET (parent), self->desk, draft->patient_id, session,
                                g_variant_get_string (parameter, NULL));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
clinic_measure_dialog_dispose (GObject *object)
{
  ClinicMeasureDialog *self = CLINIC_MEASURE_DIALOG (object);

  g_clear_object (&self->form);
  g_clear_object (&self->save);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_MEASURE_DIALOG);
  g_clear_object (&self->metrics);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (clinic_measure_dialog_parent_class)->dispose (object);
}

static void
clinic_measure_dialog_class_init (ClinicMeasureDialogClass *klass)
{
  static const char * const fields[] = { "zone", "taken_on", "method", "area" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_measure_dialog_dispose;
  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-measure-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicMeasureDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicMeasureDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, ClinicMeasureDialog, value);
  gtk_widget_class_bind_template_child (widget_class, ClinicMeasureDialog, metric_id);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    gtk_widget_class_bind_template_child_full (widget_class, fields[i], FALSE, 0);

  gtk_widget_class_install_action (widget_class, "measure.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "measure.save-and-another", NULL,
                                   save_and_another_action);
  gtk_widget_class_install_action (widget_class, "measure.form", "s", form_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "measure.save-and-another", NULL);
}

static void
clinic_measure_dialog_init (ClinicMeasureDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save_button);
  enable (self, FALSE);
}

void
clinic_measure_present (GtkWidget  *parent,
                        ClinicDesk *desk,
                        gint64      patient,
                        gint64      session)
{
  g_autoptr(ClinicMeasurement) draft = clinic_measurement_new ();
  ClinicMeasureDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (CLINIC_IS_DESK (desk));
  g_return_if_fail (patient != 0);

  self = g_object_new (CLINIC_TYPE_MEASURE_DIALOG, "transient-for", gtk_widget_get_root (parent),
                       NULL);
  self->desk = g_object_ref (desk);
  self->form = clinic_form_new (GTK_WIDGET (self), CLINIC_TYPE_MEASUREMENT);
  self->save = clinic_form_save_new (desk, self->form, self->notice, "measure.save");
  g_signal_connect_object (self->save, "notify::saving", G_CALLBACK (saving_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->save, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_object_set (draft, "patient-id", patient, "taken-on", clinic_desk_get_today (desk), NULL);

  if (session != 0)
    g_object_set (draft, "session-id", session, NULL);

  clinic_form_set_record (self->form, CLINIC_RECORD (draft), clinic_desk_get_today (desk));
  g_signal_connect_object (self->metric_id, "notify::selected", G_CALLBACK (metric_cb), self,
                           G_CONNECT_SWAPPED);

  clinic_measure_start_async (desk, patient, session, started_cb, g_object_ref (self));
  clinic_present (GTK_WINDOW (self));
}
