/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which chart the page shows, and who keeps and checks it. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-chart-page-private.h"
#include "clinic-chart-shelf.h"
#include "clinic-locale.h"

static void
draft_kept_cb (ClinicChartPage *self,
               const char      *at)
{
  g_autofree char *time = clinic_locale_time (at);
  g_autofree char *words = g_strdup_printf (_("Draft kept %s"), time);

  clinic_chart_board_set_kept (self->board, words);

  if (self->unkept)
    clinic_chart_page_say (self, NULL, NULL, NULL);
}

/* What was typed is still there, and is tried again. */
static void
draft_failed_cb (ClinicChartPage *self,
                 const GError    *error)
{
  clinic_chart_board_set_kept (self->board, _("Draft not kept"));
  clinic_chart_page_say (self, error, _("_Look again"), "chart.retry");
  self->unkept = TRUE;
}

static void
answered_cb (ClinicChartPage *self,
             GPtrArray       *findings,
             GArray          *doses)
{
  clinic_chart_board_take_answers (self->board, findings, doses);
  clinic_chart_page_go_on (self);
}

static void
unanswered_cb (ClinicChartPage *self,
               const GError    *error)
{
  self->sign_next = FALSE;
  clinic_chart_page_say (self, error, _("_Try again"), "chart.retry");
}

/* What it still has to say concerns a chart that is not shown any more. */
static void
forget (ClinicChartPage *self,
        gpointer         object)
{
  if (object != NULL)
    g_signal_handlers_disconnect_by_data (object, self);
}

void
clinic_chart_page_drop_model (ClinicChartPage *self)
{
  if (self->keeper != NULL)
    clinic_chart_keeper_flush (self->keeper);

  if (self->checker != NULL)
    clinic_chart_checker_cancel (self->checker);

  forget (self, self->model);
  forget (self, self->keeper);
  forget (self, self->checker);
  g_cancellable_cancel (self->repeating);
  g_clear_object (&self->repeating);
  g_clear_object (&self->read);
  g_clear_object (&self->keeper);
  g_clear_object (&self->checker);
  g_clear_object (&self->model);
  self->sign_next = FALSE;
  self->reset = FALSE;
  self->outdated = FALSE;
}

/* What was left before it could be kept is gone on with. */
static void
take_keeper (ClinicChartPage *self,
             gint64           session)
{
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (self));
  ClinicChartKeeper *left = clinic_chart_shelf_find (clinic_chart_shelf_get (desk), session);

  if (left != NULL)
    {
      self->keeper = g_object_ref (left);
      self->model = g_object_ref (clinic_chart_keeper_get_model (left));
      return;
    }

  self->model = clinic_chart_model_new (session);
  self->keeper = clinic_chart_keeper_new (desk, self->model);
}

/* A chart has a model, a keeper and a checker of its own: what they still do when another chart
 * is opened is done to theirs. */
void
clinic_chart_page_take_model (ClinicChartPage *self,
                              gint64           session)
{
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (self));

  clinic_chart_page_drop_model (self);
  take_keeper (self, session);
  self->checker = clinic_chart_checker_new (desk, self->model);
  g_signal_connect_object (self->keeper, "kept", G_CALLBACK (draft_kept_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keeper, "failed", G_CALLBACK (draft_failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->checker, "checked", G_CALLBACK (answered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->checker, "failed", G_CALLBACK (unanswered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify", G_CALLBACK (clinic_chart_page_enable), self,
                           G_CONNECT_SWAPPED);
  g_object_notify (G_OBJECT (self), "model");
  self->refused = FALSE;
  clinic_notice_set_text (self->state, NULL, NULL);
  clinic_notice_set_text (self->trouble, NULL, NULL);
  adw_window_title_set_title (self->heading, "");
  adw_window_title_set_subtitle (self->heading, "");
  gtk_stack_set_visible_child_name (self->stack, "loading");
}

gboolean
clinic_chart_page_is_editable (ClinicChartPage *self)
{
  return self->model != NULL && clinic_chart_model_get_editable (self->model);
}
