/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the page comes to show its chart: it is read by the worker while its parts are made here, and
 * shown when both are done. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-chart-page-private.h"
#include "clinic-chart-state.h"

typedef struct
{
  gint64  session;
  char   *today;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_free (self->today);
  g_free (self);
}

static gpointer
read_sheet (ClinicDb  *db,
            gpointer   data,
            GError   **error)
{
  Reading *reading = data;

  return clinic_chart_sheet_read (db, reading->session, reading->today, error);
}

/* What may be done with it; that somebody else saved it meanwhile comes first. */
static void
show_state (ClinicChartPage  *self,
            ClinicChartSheet *sheet,
            gboolean          anew)
{
  gboolean outdated = clinic_chart_model_get_editable (self->model) &&
                      clinic_chart_model_get_outdated (self->model);

  if (anew || outdated != self->outdated)
    clinic_chart_state_show (clinic_page_get_desk (CLINIC_PAGE (self)), sheet, self->state);

  /* Their saving took the draft away. */
  if (outdated && !self->outdated)
    g_signal_emit_by_name (self->model, "touched");

  if (outdated)
    clinic_chart_page_show_outdated (self);

  self->outdated = outdated;
}

static void
show_sheet (ClinicChartPage  *self,
            ClinicChartSheet *sheet)
{
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (self));
  gboolean editable = clinic_chart_state_is_editable (desk, sheet);
  gboolean anew;
  gboolean first = !g_str_equal (gtk_stack_get_visible_child_name (self->stack), "chart");
  g_autofree char *patient = clinic_chart_state_dup_patient (desk, sheet);
  g_autofree char *session = clinic_chart_state_dup_session (desk, sheet);
  g_autofree char *added = clinic_chart_state_dup_added (desk, sheet);
  g_autofree char *title = g_strdup_printf (_("Chart %s"), sheet->visit->file_number);

  clinic_page_set_title (CLINIC_PAGE (self), title);
  adw_window_title_set_title (self->heading, patient);
  adw_window_title_set_subtitle (self->heading, session);

  if (self->reset)
    clinic_chart_model_reset (self->model, sheet, editable);
  else
    clinic_chart_model_take_sheet (self->model, sheet, editable);

  clinic_chart_page_take_composed (self, sheet);

  if (first || self->reset || !self->refused)
    clinic_notice_set_text (self->trouble, NULL, NULL);

  anew = first || self->reset || !editable;
  self->reset = FALSE;
  clinic_chart_board_set_added (self->board, added);
  clinic_consent_strip_show (self->consent, desk, sheet->session);
  clinic_chart_model_set_busy (self->model, FALSE);
  clinic_chart_board_take_received (self->board);
  show_state (self, sheet, anew);
  gtk_stack_set_visible_child_name (self->stack, "chart");
  clinic_chart_checker_start (self->checker);

  if (first)
    clinic_page_start (CLINIC_PAGE (self));
}

/* Its parts are made in turns of their own while the chart is being read. */
static gboolean
build_cb (gpointer user_data)
{
  ClinicChartPage *self = user_data;
  g_autoptr(ClinicChartSheet) sheet = NULL;

  if (clinic_chart_board_build (self->board))
    return G_SOURCE_CONTINUE;

  self->building = 0;
  sheet = g_steal_pointer (&self->read);

  if (sheet != NULL)
    {
      clinic_page_set_loading (CLINIC_PAGE (self), FALSE);
      show_sheet (self, sheet);
    }

  return G_SOURCE_REMOVE;
}

static void
sheet_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(ClinicChartPage) self = user_data;
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (self));
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicChartSheet) sheet = clinic_worker_run_finish (clinic_desk_get_reader (desk), result,
                                                                &error);

  /* Another load, another chart, or no page any more. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable || self->model == NULL)
    return;

  g_clear_object (&self->cancellable);
  g_assert (sheet == NULL || sheet->session == clinic_chart_model_get_session (self->model));

  if (sheet != NULL && self->building != 0)
    {
      self->read = g_steal_pointer (&sheet);
      return;
    }

  clinic_page_set_loading (CLINIC_PAGE (self), FALSE);

  if (sheet != NULL)
    {
      show_sheet (self, sheet);
      return;
    }

  clinic_chart_model_set_doubtful (self->model, TRUE);
  clinic_chart_checker_cancel (self->checker);
  clinic_chart_page_say (self, error,
                         clinic_chart_model_get_sheet (self->model) != NULL ? _("_Try again") : NULL,
                         "chart.retry");
  gtk_stack_set_visible_child_name (self->stack,
                                    clinic_chart_model_get_sheet (self->model) != NULL ? "chart" : "failed");
}

void
clinic_chart_page_read (ClinicPage *page)
{
  ClinicChartPage *self = CLINIC_CHART_PAGE (page);
  ClinicDesk *desk = clinic_page_get_desk (page);
  gint64 session = clinic_page_get_id (page);
  Reading *reading;

  if (desk == NULL || session == 0)
    return;

  if (self->model == NULL || clinic_chart_model_get_session (self->model) != session)
    clinic_chart_page_take_model (self, session);

  g_clear_object (&self->read);
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  clinic_page_set_loading (page, TRUE);
  reading = g_new0 (Reading, 1);
  reading->session = session;
  reading->today = g_strdup (clinic_desk_get_today (desk));
  clinic_worker_run_async (clinic_desk_get_reader (desk), read_sheet, reading, reading_free,
                           g_object_unref, self->cancellable, sheet_read_cb, g_object_ref (self));
}

void
clinic_chart_page_build (ClinicChartPage *self)
{
  self->building = g_idle_add (build_cb, self);
}

void
clinic_chart_page_read_again (ClinicChartPage *self)
{
  self->reset = TRUE;
  clinic_page_queue_reload (CLINIC_PAGE (self));
}
