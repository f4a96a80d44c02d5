/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody else charted the session meanwhile: both charts side by side, to choose from. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-chart-conflict.h"
#include "clinic-chart-page-private.h"

/* What an answer belongs to: the chart may be another by the time it comes. */
typedef struct
{
  ClinicChartPage     *page;
  ClinicChartModel    *model;
  ClinicChartConflict *conflict;        /* NULL until it was read */
  ClinicChartMerge    *merge;           /* NULL until it was asked */
} Comparing;

static void
comparing_free (Comparing *self)
{
  g_object_unref (self->page);
  g_object_unref (self->model);
  g_clear_pointer (&self->conflict, clinic_chart_conflict_free);
  g_clear_pointer (&self->merge, clinic_chart_merge_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Comparing, comparing_free)

static ClinicDesk *
get_desk (Comparing * self)
{
  return clinic_page_get_desk (CLINIC_PAGE (self->page));
}

static gboolean
is_current (Comparing *self)
{
  return self->page->model == self->model && clinic_chart_model_get_editable (self->model);
}

static void
settle (Comparing *self,
        GArray    *mine)
{
  gboolean rows_mine = FALSE;
  g_autoptr(ClinicChart) chart = clinic_chart_merge_settle (self->merge, mine, &rows_mine);

  clinic_chart_model_settle (self->model, chart, self->conflict->chart, rows_mine);
  self->page->refused = TRUE;
  clinic_notice_set_text (self->page->trouble, "information",
                          _("What both of you charted is one chart now. Look at it, then sign."));
  clinic_notice_set_button (self->page->trouble, NULL, NULL);
  clinic_page_queue_reload (CLINIC_PAGE (self->page));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Comparing) comparing = user_data;
  g_autoptr(GArray) mine = clinic_conflict_window_finish (GTK_WIDGET (source), result);

  comparing->page->comparing = FALSE;

  if (mine != NULL && is_current (comparing))
    settle (comparing, mine);
}

static void
ask (Comparing *comparing)
{
  ClinicChartModel *model = comparing->model;
  g_autoptr(GArray) nothing = g_array_new (FALSE, FALSE, sizeof (gboolean));

  comparing->merge = clinic_chart_conflict_merge (comparing->conflict, model);

  if (clinic_chart_merge_count (comparing->merge) > 0)
    {
      clinic_conflict_window_ask_async (clinic_chart_conflict_window (comparing->conflict, comparing->merge, model,
                                                                      get_desk (comparing), GTK_WIDGET (comparing->page)),
                                        GTK_WIDGET (comparing->page), chosen_cb, comparing);
      return;
    }

  comparing->page->comparing = FALSE;
  settle (comparing, nothing);
  comparing_free (comparing);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Comparing) comparing = user_data;
  g_autoptr(GError) error = NULL;

  comparing->conflict = clinic_worker_run_finish (CLINIC_WORKER (source), result, &error);

  if (comparing->conflict != NULL && is_current (comparing))
    {
      ask (g_steal_pointer (&comparing));
      return;
    }

  comparing->page->comparing = FALSE;

  if (error != NULL && is_current (comparing))
    clinic_chart_page_say (comparing->page, error, _("_Try again"), "chart.compare");
}

void
clinic_chart_page_compare (ClinicChartPage *self)
{
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (self));
  Comparing *comparing;
  gint64 session;

  if (self->comparing || self->model == NULL || !clinic_chart_model_get_editable (self->model))
    return;

  session = clinic_chart_model_get_session (self->model);
  comparing = g_new0 (Comparing, 1);
  comparing->page = g_object_ref (self);
  comparing->model = g_object_ref (self->model);
  self->comparing = TRUE;
  clinic_worker_run_async (clinic_desk_get_reader (desk), clinic_chart_conflict_read,
                           g_memdup2 (&session, sizeof session), g_free,
                           (GDestroyNotify) clinic_chart_conflict_free, NULL, read_cb, comparing);
}

static void
compare_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  clinic_chart_page_compare (CLINIC_CHART_PAGE (widget));
}

void
clinic_chart_page_show_outdated (ClinicChartPage *self)
{
  clinic_notice_set_text (self->state, "warning",
                          _("Somebody else saved this chart in the meantime. What you typed is still here: compare "
                            "the two and choose."));
  clinic_notice_set_button (self->state, _("_Compare"), "chart.compare");
}

void
clinic_chart_page_install_conflict (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "chart.compare", NULL, compare_action);
}
