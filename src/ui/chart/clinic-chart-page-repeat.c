/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Same as last time. */

#include "config.h"

#include "clinic-chart-page-private.h"

static ClinicDesk *
get_desk (ClinicChartPage *self)
{
  return clinic_page_get_desk (CLINIC_PAGE (self));
}

static gpointer
repeat (ClinicDb  *db,
        gpointer   data,
        GError   **error)
{
  return clinic_chart_repeat (db, *(gint64 *) data, error);
}

/* What was typed of today's pain, times and notes stays, and so do rows that are saved already. */
static void
keep_todays (ClinicChartPage *self,
             ClinicChart     *chart)
{
  g_autoptr(ClinicChart) now = clinic_chart_model_dup_chart (self->model);

  g_object_set (chart->session, "pain", now->session->pain, "notes", now->session->notes,
                "began", now->session->began, "finished", now->session->finished, "prp", now->session->prp,
                "lllt", now->session->lllt, NULL);
  g_free (chart->basis);
  chart->basis = g_strdup (now->basis);

  for (guint i = 0; i < chart->injections->len; i++)
    {
      ClinicInjection *there = clinic_chart_model_find_zone (self->model,
                                                             CLINIC_INJECTION (chart->injections->pdata[i])->zone);

      if (there == NULL)
        continue;

      clinic_record_set_id (chart->injections->pdata[i], clinic_record_get_id (CLINIC_RECORD (there)));
      clinic_record_set_version (chart->injections->pdata[i], clinic_record_get_version (CLINIC_RECORD (there)));
    }
}

static void
repeated_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(ClinicChartWaiting) waiting = user_data;
  ClinicChartPage *self = waiting->page;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicChart) chart = clinic_worker_run_finish (clinic_desk_get_reader (get_desk (self)), result,
                                                           &error);

  if (!clinic_chart_waiting_is_current (waiting) || g_task_get_cancellable (G_TASK (result)) != self->repeating)
    return;

  g_clear_object (&self->repeating);

  /* It was no key of a person that asked for it. */
  if (waiting->n_returns != clinic_chart_model_count_returns (waiting->model))
    {
      self->sign_next = FALSE;
      return;
    }

  if (chart == NULL)
    {
      self->sign_next = FALSE;
      clinic_chart_page_say (self, error, NULL, NULL);
      return;
    }

  keep_todays (self, chart);
  clinic_chart_model_take_chart (self->model, chart);
}

static void
repeat_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinicChartPage *self = CLINIC_CHART_PAGE (widget);
  gint64 session;

  if (!clinic_chart_page_is_editable (self) || clinic_chart_model_get_sheet (self->model)->last == NULL)
    return;

  session = clinic_chart_model_get_session (self->model);
  g_cancellable_cancel (self->repeating);
  g_clear_object (&self->repeating);
  self->repeating = g_cancellable_new ();
  clinic_worker_run_async (clinic_desk_get_reader (get_desk (self)), repeat,
                           g_memdup2 (&session, sizeof session), g_free,
                           (GDestroyNotify) clinic_chart_free, self->repeating, repeated_cb,
                           clinic_chart_waiting_new (self));
}

void
clinic_chart_page_install_repeat (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "chart.repeat", NULL, repeat_action);
}
