/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-report-progress.h"

struct _ClinicReportProgress
{
  AdwBin parent_instance;

  ClinicReportRun *run;
  GtkProgressBar  *bar;
};

typedef enum
{
  PROPERTY_RUN = 1,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicReportProgress, clinic_report_progress, ADW_TYPE_BIN)

/* A bar cannot be bound to what is not known: it is told to pulse. */
static void
fraction_cb (ClinicReportProgress *self)
{
  double fraction = 0;

  g_object_get (self->run, "fraction", &fraction, NULL);

  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->bar, fraction);
  else
    gtk_progress_bar_pulse (self->bar);
}

static void
busy_cb (ClinicReportProgress *self)
{
  gboolean busy = FALSE;

  if (self->run != NULL)
    g_object_get (self->run, "busy", &busy, NULL);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.cancel", busy);
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  clinic_report_run_cancel (CLINIC_REPORT_PROGRESS (widget)->run);
}

static void
clinic_report_progress_get_property (GObject    *object,
                                     guint       property_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  if (property_id == PROPERTY_RUN)
    g_value_set_object (value, CLINIC_REPORT_PROGRESS (object)->run);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_report_progress_set_property (GObject      *object,
                                     guint         property_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  ClinicReportProgress *self = CLINIC_REPORT_PROGRESS (object);

  if (property_id != PROPERTY_RUN)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      return;
    }

  if (!g_set_object (&self->run, g_value_get_object (value)))
    return;

  if (self->run != NULL)
    {
      g_signal_connect_object (self->run, "notify::fraction", G_CALLBACK (fraction_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->run, "notify::busy", G_CALLBACK (busy_cb), self,
                               G_CONNECT_SWAPPED);
    }

  busy_cb (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
clinic_report_progress_dispose (GObject *object)
{
  ClinicReportProgress *self = CLINIC_REPORT_PROGRESS (object);

  if (self->run != NULL)
    g_signal_handlers_disconnect_by_data (self->run, self);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_REPORT_PROGRESS);
  g_clear_object (&self->run);

  G_OBJECT_CLASS (clinic_report_progress_parent_class)->dispose (object);
}

static void
clinic_report_progress_class_init (ClinicReportProgressClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = clinic_report_progress_get_property;
  object_class->set_property = clinic_report_progress_set_property;
  object_class->dispose = clinic_report_progress_dispose;

  properties[PROPERTY_RUN] =
    g_param_spec_object ("run", NULL, NULL, CLINIC_TYPE_REPORT_RUN,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-report-progress.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicReportProgress, bar);
  gtk_widget_class_install_action (widget_class, "reports.cancel", NULL, cancel_action);
}

static void
clinic_report_progress_init (ClinicReportProgress *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
