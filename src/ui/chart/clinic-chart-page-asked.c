/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked before a treatment or due to be decided, and written down from the banner. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-chart-page-private.h"
#include "clinic-check-in-save.h"
#include "clinic-decision-dialog.h"
#include "clinic-toast.h"

typedef struct
{
  gint64  patient;
  char   *answer;
} Answer;

static void
answer_free (gpointer data)
{
  g_free (((Answer *) data)->answer);
  g_free (data);
}

static gpointer
save_answer (ClinicAct  *act,
             gpointer    data,
             GError    **error)
{
  Answer *answer = data;

  return GINT_TO_POINTER (clinic_pregnancy_ask (act, answer->patient, answer->answer, NULL, error) != 0);
}

static void
answer_saved_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GtkWidget) widget = user_data;
  g_autoptr(GError) error = NULL;
  gint64 operation;

  if (clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, &operation, &error) == NULL)
    clinic_toast_error (widget, error);
  else
    clinic_toast_show (widget, _("The answer was written down"), operation);
}

static void
run_answer (ClinicChartPage *self,
            ClinicDeskFunc   func,
            GVariant        *parameter)
{
  ClinicChartSheet *sheet = self->model != NULL ? clinic_chart_model_get_sheet (self->model) : NULL;
  Answer *answer;

  if (sheet == NULL)
    return;

  answer = g_new0 (Answer, 1);
  answer->patient = sheet->visit->patient_id;
  answer->answer = g_variant_dup_string (parameter, NULL);
  clinic_desk_run_async (clinic_page_get_desk (CLINIC_PAGE (self)), func, answer, answer_free,
                         NULL, answer_saved_cb, g_object_ref (self));
}

static void
pregnancy_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  run_answer (CLINIC_CHART_PAGE (widget), save_answer, parameter);
}

static gpointer
save_allergies (ClinicAct  *act,
                gpointer    data,
                GError    **error)
{
  Answer *answer = data;

  return GINT_TO_POINTER (clinic_allergies_ask (act, answer->patient, answer->answer, NULL, error));
}

static void
allergies_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  run_answer (CLINIC_CHART_PAGE (widget), save_allergies, parameter);
}

static void
check_in_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  ClinicChartPage *self = CLINIC_CHART_PAGE (widget);

  if (self->model != NULL)
    gtk_widget_activate_action (widget, "win.check-in", "x",
                                clinic_chart_model_get_session (self->model));
}

static void
decide_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinicChartPage *self = CLINIC_CHART_PAGE (widget);

  clinic_decision_present (widget, clinic_page_get_desk (CLINIC_PAGE (self)),
                           clinic_chart_model_get_sheet (self->model)->visit->patient_id);
}

void
clinic_chart_page_enable_asked (ClinicChartPage *self)
{
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (self));
  ClinicChartSheet *sheet = self->model != NULL ? clinic_chart_model_get_sheet (self->model) : NULL;
  gboolean may = sheet != NULL && clinic_desk_may (desk, "check-in.save");

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.allergies", may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.pregnancy", may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.check-in",
                                 may && sheet->standing->session->signed_at == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.decide",
                                 sheet != NULL && sheet->decision_due > 0 && clinic_desk_may (desk, "decision.take"));
}

void
clinic_chart_page_install_asked (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "chart.allergies", "s", allergies_action);
  gtk_widget_class_install_action (widget_class, "chart.pregnancy", "s", pregnancy_action);
  gtk_widget_class_install_action (widget_class, "chart.check-in", NULL, check_in_action);
  gtk_widget_class_install_action (widget_class, "chart.decide", NULL, decide_action);
}
