/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-course.h"
#include "clinic-form.h"
#include "clinic-locale.h"
#include "clinic-measure-dialog.h"
#include "clinic-measure.h"
#include "clinic-metric.h"
#include "clinic-notice.h"
#include "clinic-reading.h"
#include "clinic-toast.h"

struct _ClinicMeasureDialog
{
  AdwWindow parent_instance;

  ClinicDesk   *desk;
  ClinicForm   *form;
  GListStore   *metrics;
  gboolean      another;        /* stays open after the save that is under way */

  ClinicNotice *notice;
  GtkWidget    *save_button;
  GtkWidget    *value;
  AdwComboRow  *metric_id;
};

typedef struct
{
  gint64 patient;
  gint64 session;
} Request;

/* What is chosen from, and where the reading belongs. */
typedef struct
{
  GPtrArray *metrics;
  gint64     course;          /* the latest that is under way */
} Facts;

G_DEFINE_FINAL_TYPE (ClinicMeasureDialog, clinic_measure_dialog, ADW_TYPE_WINDOW)

static void
facts_free (Facts *facts)
{
  g_clear_pointer (&facts->metrics, g_ptr_array_unref);
  g_free (facts);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Facts, facts_free)

static int
compare_metrics (gconstpointer one,
                 gconstpointer other)
{
  const ClinicMetric *first = *(ClinicMetric *const *) one;
  const ClinicMetric *second = *(ClinicMetric *const *) other;

  return g_utf8_collate (first->name, second->name);
}

/* A reading at a session belongs to that session's course: the command sees to it. */
static gboolean
find_course (ClinicDb       *db,
             const Request  *request,
             Facts          *facts,
             GError        **error)
{
  g_autoptr(GPtrArray) courses = NULL;

  facts->course = CLINIC_UNKNOWN;

  if (request->session != 0)
    return TRUE;

  courses = clinic_store_list_by (db, CLINIC_TYPE_COURSE, "patient_id", request->patient, error);

  for (guint i = 0; courses != NULL && i < courses->len; i++)
    {
      if (g_strcmp0 (CLINIC_COURSE (courses->pdata[i])->status, "active") == 0)
        facts->course = clinic_record_get_id (courses->pdata[i]);
    }

  return courses != NULL;
}

static gpointer
read_facts (ClinicDb  *db,
            gpointer   data,
            GError   **error)
{
  g_autoptr(Facts) facts = g_new0 (Facts, 1);

  facts->metrics = clinic_store_list_by (db, CLINIC_TYPE_METRIC, NULL, 0, error);

  if (facts->metrics == NULL || !find_course (db, data, facts, error))
    return NULL;

  g_ptr_array_sort (facts->metrics, compare_metrics);

  return g_steal_pointer (&facts);
}

/* "Value (/cm², 0 to 600)": what can be typed is said where it is typed. */
static void
metric_cb (ClinicMeasureDialog *self)
{
  g_autoptr(ClinicMetric) metric = NULL;
  g_autofree char *unit = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *title = NULL;
  guint selected = adw_combo_row_get_selected (self->metric_id);

  if (self->metrics != NULL)
    metric = g_list_model_get_item (G_LIST_MODEL (self->metrics), selected);

  if (metric == NULL)
    return;

  unit = clinic_reading_dup_unit (metric->unit);
  low = clinic_locale_decimal (metric->low);
  high = clinic_locale_decimal (metric->high);

  if (*low == '\0' || *high == '\0')
    title = g_strdup_printf (_("Value (%s)"), unit != NULL ? unit : "");
  else if (unit == NULL)
    title = g_strdup_printf (_("Value (%s to %s)"), low, high);
  else
    title = g_strdup_printf (_("Value (%s, %s to %s)"), unit, low, high);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->value), title);
}

static void
begin_reading (ClinicMeasureDialog *self,
               ClinicRecord        *like)
{
  g_autoptr(ClinicMeasurement) draft = clinic_measurement_new ();
  ClinicMeasurement *before = CLINIC_MEASUREMENT (like);

  g_object_set (draft, "patient-id", before->patient_id, "session-id", before->session_id,
                "course-id", before->course_id, "metric-id", before->metric_id,
                "zone", before->zone, "method", before->method, "area", before->area,
                "taken-on", before->taken_on, NULL);
  clinic_form_set_record (self->form, CLINIC_RECORD (draft), clinic_desk_get_today (self->desk));
  metric_cb (self);
}

static void
facts_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ClinicMeasureDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(Facts) facts = clinic_worker_run_finish (NULL, result, &error);

  if (self->form == NULL)
    return;

  clinic_notice_set_error (self->notice, error);

  if (facts == NULL)
    return;

  self->metrics = g_list_store_new (CLINIC_TYPE_METRIC);
  g_list_store_splice (self->metrics, 0, 0, facts->metrics->pdata, facts->metrics->len);
  g_object_set (clinic_form_get_record (self->form), "course-id", facts->course, NULL);

  if (facts->metrics->len > 0)
    g_object_set (clinic_form_get_record (self->form), "metric-id",
                  clinic_record_get_id (facts->metrics->pdata[0]), NULL);

  clinic_form_set_options (self->form, "metric_id", G_LIST_MODEL (self->metrics), "name", NULL);
  metric_cb (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "measure.save", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "measure.save-and-another", TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->metric_id));
}

static gpointer
save (ClinicAct  *act,
      gpointer    data,
      GError    **error)
{
  return clinic_measurement_add (act, data, error) != 0 ? g_object_ref (data) : NULL;
}

static void
enable (ClinicMeasureDialog *self,
        gboolean             enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "measure.save", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "measure.save-and-another", enabled);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ClinicMeasureDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 operation = 0;
  g_autoptr(ClinicRecord) saved = clinic_desk_run_finish (CLINIC_DESK (source), result, NULL,
                                                          &operation, &error);

  if (self->form == NULL)
    return;

  enable (self, TRUE);

  if (saved == NULL)
    {
      if (!clinic_form_show_error (self->form, error))
        clinic_notice_set_error (self->notice, error);

      return;
    }

  clinic_toast_show (GTK_WIDGET (self), _("Measurement saved"), operation);

  if (!self->another)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  begin_reading (self, clinic_form_get_record (self->form));
  clinic_notice_set_text (self->notice, "information", _("Saved. The next one:"));
  gtk_widget_grab_focus (self->value);
}

static void
run_save (ClinicMeasureDialog *self,
          gboolean             another)
{
  g_autoptr(GError) error = NULL;

  clinic_notice_set_error (self->notice, NULL);

  if (!clinic_form_validate (self->form, clinic_desk_get_today (self->desk), &error))
    return;

  self->another = another;
  enable (self, FALSE);
  clinic_desk_run_async (self->desk, save,
                         clinic_record_copy (clinic_form_get_record (self->form)), g_object_unref,
                         g_object_unref, saved_cb, g_object_ref (self));
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

static void
clinic_measure_dialog_dispose (GObject *object)
{
  ClinicMeasureDialog *self = CLINIC_MEASURE_DIALOG (object);

  g_clear_object (&self->form);
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
  Request *request;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (CLINIC_IS_DESK (desk));
  g_return_if_fail (patient != 0);

  self = g_object_new (CLINIC_TYPE_MEASURE_DIALOG, "transient-for", gtk_widget_get_root (parent),
                       NULL);
  self->desk = g_object_ref (desk);
  self->form = clinic_form_new (GTK_WIDGET (self), CLINIC_TYPE_MEASUREMENT);
  g_object_set (draft, "patient-id", patient, "taken-on", clinic_desk_get_today (desk), NULL);

  if (session != 0)
    g_object_set (draft, "session-id", session, NULL);

  clinic_form_set_record (self->form, CLINIC_RECORD (draft), clinic_desk_get_today (desk));
  g_signal_connect_object (self->metric_id, "notify::selected", G_CALLBACK (metric_cb), self,
                           G_CONNECT_SWAPPED);

  request = g_new0 (Request, 1);
  request->patient = patient;
  request->session = session;
  clinic_worker_run_async (clinic_desk_get_reader (desk), read_facts, request, g_free,
                           (GDestroyNotify) facts_free, NULL, facts_cb, g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
}
