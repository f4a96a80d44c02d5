/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-chart-details.h"
#include "clinic-chart-pain.h"
#include "clinic-chart-times.h"
#include "clinic-form.h"
#include "clinic-wrap.h"

struct _ClinicChartDetails
{
  ClinicChartPart parent_instance;

  ClinicForm       *form;
  GtkWidget        *actions;
  ClinicChartTimes *times;
  GtkToggleButton  *prp_done;
  GtkToggleButton  *lllt_done;
  GSignalGroup     *signals;
  gboolean          showing;
};

G_DEFINE_FINAL_TYPE (ClinicChartDetails, clinic_chart_details, CLINIC_TYPE_CHART_PART)

static void
also_changed_cb (ClinicChartDetails *self)
{
  ClinicChartModel *model = clinic_chart_part_get_model (CLINIC_CHART_PART (self));
  ClinicSession *record = clinic_chart_model_get_record (model);

  self->showing = TRUE;
  gtk_toggle_button_set_active (self->prp_done, record->prp == 1);
  gtk_toggle_button_set_active (self->lllt_done, record->lllt == 1);
  self->showing = FALSE;
}

static void
also_toggled_cb (ClinicChartDetails *self,
                 GtkToggleButton    *button)
{
  ClinicChartModel *model = clinic_chart_part_get_model (CLINIC_CHART_PART (self));

  if (!self->showing && model != NULL && clinic_chart_model_get_editable (model))
    g_object_set (clinic_chart_model_get_record (model), button == self->prp_done ? "prp" : "lllt",
                  gtk_toggle_button_get_active (button) ? (gint64) 1 : CLINIC_UNKNOWN, NULL);
}

static void
clinic_chart_details_show (ClinicChartPart  *part,
                           ClinicChartModel *model,
                           ClinicChartSheet *sheet)
{
  ClinicChartDetails *self = CLINIC_CHART_DETAILS (part);
  ClinicRecord *record = CLINIC_RECORD (clinic_chart_model_get_record (model));

  if (clinic_form_get_record (self->form) == record)
    return;

  clinic_form_set_record (self->form, record, NULL);
  g_signal_group_set_target (self->signals, record);
  also_changed_cb (self);
}

static void
clinic_chart_details_finalize (GObject *object)
{
  ClinicChartDetails *self = CLINIC_CHART_DETAILS (object);

  g_clear_object (&self->signals);
  G_OBJECT_CLASS (clinic_chart_details_parent_class)->finalize (object);
}

static void
clinic_chart_details_dispose (GObject *object)
{
  g_clear_object (&CLINIC_CHART_DETAILS (object)->form);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_CHART_DETAILS);
  G_OBJECT_CLASS (clinic_chart_details_parent_class)->dispose (object);
}

static void
clinic_chart_details_class_init (ClinicChartDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_chart_details_dispose;
  CLINIC_CHART_PART_CLASS (klass)->show = clinic_chart_details_show;

  g_type_ensure (CLINIC_TYPE_CHART_PAIN);
  g_type_ensure (CLINIC_TYPE_CHART_TIMES);
  g_type_ensure (CLINIC_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-chart-details.ui");
  G_OBJECT_CLASS (klass)->finalize = clinic_chart_details_finalize;
  gtk_widget_class_bind_template_child (widget_class, ClinicChartDetails, actions);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartDetails, times);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartDetails, prp_done);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartDetails, lllt_done);
  gtk_widget_class_bind_template_callback (widget_class, also_toggled_cb);
}

static void
clinic_chart_details_init (ClinicChartDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->form = clinic_form_new (GTK_WIDGET (self), CLINIC_TYPE_SESSION);
  self->signals = g_signal_group_new (CLINIC_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::prp", G_CALLBACK (also_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::lllt", G_CALLBACK (also_changed_cb), self);
}

gboolean
clinic_chart_details_validate (ClinicChartDetails *self,
                               const char         *today)
{
  g_return_val_if_fail (CLINIC_IS_CHART_DETAILS (self), FALSE);

  return clinic_chart_times_validate (self->times) && clinic_form_validate (self->form, today, NULL);
}

GtkWidget *
clinic_chart_details_get_actions (ClinicChartDetails *self)
{
  g_return_val_if_fail (CLINIC_IS_CHART_DETAILS (self), NULL);

  return self->actions;
}
