/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart is signed, or what stands in the way is said. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-ask.h"
#include "clinic-chart-page-private.h"
#include "clinic-chart-signing.h"
#include "clinic-toast.h"

static ClinicDesk *
get_desk (ClinicChartPage *self)
{
  return clinic_page_get_desk (CLINIC_PAGE (self));
}

static void
take_failure (ClinicChartPage *self,
              const GError    *error,
              GPtrArray       *findings)
{
  clinic_chart_model_set_busy (self->model, FALSE);

  self->refused = g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_DENIED);

  /* What is typed goes on being kept. */
  g_signal_emit_by_name (self->model, "touched");

  if (g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_FINDINGS))
    {
      clinic_chart_board_set_findings (self->board, findings);
      clinic_notice_set_text (self->trouble, "warning", clinic_chart_board_describe_missing (self->board));
      clinic_notice_set_button (self->trouble, NULL, NULL);
    }
  else if (g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT))
    {
      clinic_chart_page_say (self, error, _("_Compare"), "chart.compare");
      clinic_page_queue_reload (CLINIC_PAGE (self));
      clinic_chart_page_compare (self);
    }
  else if (g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE))
    {
      clinic_chart_page_say (self, error, _("_Try again"), "chart.sign");
    }
  else
    {
      clinic_chart_page_say (self, error, NULL, NULL);
    }
}

static void
signed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ClinicChartWaiting) waiting = user_data;
  ClinicChartPage *self = waiting->page;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;
  ClinicChartOutcome outcome = clinic_chart_signing_finish (CLINIC_DESK (source), result, &findings,
                                                            &error);

  if (!clinic_chart_waiting_is_current (waiting))
    return;

  if (outcome == CLINIC_CHART_FAILED)
    {
      take_failure (self, error, findings);
      return;
    }

  clinic_chart_board_set_kept (self->board, "");
  clinic_chart_page_read_again (self);

  if (outcome == CLINIC_CHART_SIGNED)
    clinic_toast_show (GTK_WIDGET (self), _("Signed"), 0);
  else
    clinic_toast_error (GTK_WIDGET (self), error);
}

static void
sign_now (ClinicChartPage *self)
{
  g_autoptr(GHashTable) reasons = clinic_chart_board_dup_reasons (self->board);
  ClinicChart *chart = clinic_chart_model_dup_chart (self->model);

  self->refused = FALSE;
  clinic_notice_set_text (self->trouble, NULL, NULL);
  clinic_chart_keeper_drop (self->keeper);
  clinic_chart_checker_cancel (self->checker);
  clinic_chart_model_set_busy (self->model, TRUE);
  clinic_chart_signing_async (get_desk (self), chart, reasons, signed_cb, clinic_chart_waiting_new (self));
}

static void
empty_confirmed_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(ClinicChartWaiting) waiting = user_data;

  if (clinic_ask_finish (GTK_WIDGET (source), result) && clinic_chart_waiting_is_current (waiting) &&
      clinic_chart_page_is_editable (waiting->page))
    sign_now (waiting->page);
}

static void
sign (ClinicChartPage *self)
{
  const char *missing = clinic_chart_board_find_missing (self->board, clinic_desk_get_today (get_desk (self)));

  if (missing != NULL)
    {
      clinic_notice_set_text (self->trouble, "warning", missing);
      clinic_notice_set_button (self->trouble, NULL, NULL);
    }
  else if (g_list_model_get_n_items (clinic_chart_model_get_zones (self->model)) == 0)
    {
      clinic_ask_async (GTK_WIDGET (self), _("Sign without any zone?"),
                        _("Nothing is charted as injected. A signed session cannot be changed."),
                        _("_Sign"), FALSE, empty_confirmed_cb, clinic_chart_waiting_new (self));
    }
  else
    {
      sign_now (self);
    }
}

void
clinic_chart_page_go_on (ClinicChartPage *self)
{
  if (!self->sign_next || self->repeating != NULL)
    return;

  self->sign_next = FALSE;

  if (clinic_chart_page_is_editable (self) && !clinic_chart_model_get_doubtful (self->model))
    sign (self);
}

/* What the rules say of the last edit is waited for. */
static void
sign_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicChartPage *self = CLINIC_CHART_PAGE (widget);

  if (!clinic_chart_page_is_editable (self))
    return;

  if (self->repeating != NULL || clinic_chart_checker_is_pending (self->checker))
    self->sign_next = TRUE;
  else
    sign (self);
}

void
clinic_chart_page_install_sign (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "chart.sign", NULL, sign_action);
}
