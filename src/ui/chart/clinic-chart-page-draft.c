/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was typed and is not signed yet: discarded, or taken over from somebody else. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-ask.h"
#include "clinic-chart-page-private.h"
#include "clinic-chart-signing.h"

static ClinicDesk *
get_desk (ClinicChartPage *self)
{
  return clinic_page_get_desk (CLINIC_PAGE (self));
}

static void
drafted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ClinicChartWaiting) waiting = user_data;
  g_autoptr(GError) error = NULL;
  gboolean done = clinic_chart_drafting_finish (CLINIC_DESK (source), result, &error);

  if (!clinic_chart_waiting_is_current (waiting))
    return;

  clinic_chart_board_set_kept (waiting->page->board, "");

  if (done)
    {
      clinic_chart_page_read_again (waiting->page);
      return;
    }

  clinic_chart_model_set_busy (waiting->model, FALSE);
  clinic_chart_page_say (waiting->page, error, NULL, NULL);
}

static void
change_draft (ClinicChartPage *self,
              gboolean         take_over)
{
  clinic_chart_keeper_drop (self->keeper);
  clinic_chart_model_set_busy (self->model, TRUE);
  clinic_chart_drafting_async (get_desk (self), clinic_chart_model_get_session (self->model),
                               take_over, drafted_cb, clinic_chart_waiting_new (self));
}

static void
discard_confirmed_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(ClinicChartWaiting) waiting = user_data;

  if (clinic_ask_finish (GTK_WIDGET (source), result) && clinic_chart_waiting_is_current (waiting))
    change_draft (waiting->page, FALSE);
}

static void
discard_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ClinicChartPage *self = CLINIC_CHART_PAGE (widget);

  if (self->model != NULL && clinic_chart_model_get_sheet (self->model) != NULL)
    clinic_ask_async (widget, _("Discard what was typed?"),
                      _("The chart goes back to what was last saved."), _("_Discard"), TRUE,
                      discard_confirmed_cb, clinic_chart_waiting_new (self));
}

static void
take_over_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  ClinicChartPage *self = CLINIC_CHART_PAGE (widget);

  if (self->model != NULL)
    change_draft (self, TRUE);
}

void
clinic_chart_page_install_draft (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "chart.discard", NULL, discard_action);
  gtk_widget_class_install_action (widget_class, "chart.take-over", NULL, take_over_action);
}
