/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-amend-window.h"
#include "clinic-ask.h"
#include "clinic-chart-page-private.h"
#include "clinic-chart-signing.h"
#include "clinic-toast.h"

static ClinicDesk *
get_desk (ClinicChartPage *self)
{
  return clinic_page_get_desk (CLINIC_PAGE (self));
}

static gboolean
is_editable (ClinicChartPage *self)
{
  return self->model != NULL && clinic_chart_model_get_editable (self->model);
}

/* What an answer belongs to: the chart may be another by the time it comes. */
typedef struct
{
  ClinicChartPage  *page;
  ClinicChartModel *model;
  guint             n_returns;
} Waiting;

static Waiting *
waiting_new (ClinicChartPage *self)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->page = g_object_ref (self);
  waiting->model = g_object_ref (self->model);
  waiting->n_returns = clinic_chart_model_count_returns (self->model);

  return waiting;
}

static void
waiting_free (Waiting *self)
{
  g_object_unref (self->page);
  g_object_unref (self->model);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Waiting, waiting_free)

static gboolean
is_current (Waiting *self)
{
  return self->page->model == self->model;
}

/* What the clinic holds replaces what is shown. */
static void
read_again (ClinicChartPage *self)
{
  self->reset = TRUE;
  clinic_page_queue_reload (CLINIC_PAGE (self));
}

void
clinic_chart_page_say (ClinicChartPage *self,
                       const GError    *error,
                       const char      *label,
                       const char      *action)
{
  self->unkept = FALSE;
  clinic_notice_set_error (self->trouble, error);
  clinic_notice_set_button (self->trouble, label, action);
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
  g_autoptr(Waiting) waiting = user_data;
  ClinicChartPage *self = waiting->page;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;
  ClinicChartOutcome outcome = clinic_chart_signing_finish (CLINIC_DESK (source), result, &findings,
                                                            &error);

  if (!is_current (waiting))
    return;

  if (outcome == CLINIC_CHART_FAILED)
    {
      take_failure (self, error, findings);
      return;
    }

  clinic_chart_board_set_kept (self->board, "");
  read_again (self);

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
  clinic_chart_signing_async (get_desk (self), chart, reasons, signed_cb, waiting_new (self));
}

static void
empty_confirmed_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(Waiting) waiting = user_data;

  if (clinic_ask_finish (GTK_WIDGET (source), result) && is_current (waiting) &&
      is_editable (waiting->page))
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
                        _("_Sign"), FALSE, empty_confirmed_cb, waiting_new (self));
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

  if (is_editable (self) && !clinic_chart_model_get_doubtful (self->model))
    sign (self);
}

/* What the rules say of the last edit is waited for. */
static void
sign_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicChartPage *self = CLINIC_CHART_PAGE (widget);

  if (!is_editable (self))
    return;

  if (self->repeating != NULL || clinic_chart_checker_is_pending (self->checker))
    self->sign_next = TRUE;
  else
    sign (self);
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
  g_autoptr(Waiting) waiting = user_data;
  ClinicChartPage *self = waiting->page;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicChart) chart = clinic_worker_run_finish (clinic_desk_get_reader (get_desk (self)), result,
                                                           &error);

  if (!is_current (waiting) || g_task_get_cancellable (G_TASK (result)) != self->repeating)
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

  if (!is_editable (self) || clinic_chart_model_get_sheet (self->model)->last == NULL)
    return;

  session = clinic_chart_model_get_session (self->model);
  g_cancellable_cancel (self->repeating);
  g_clear_object (&self->repeating);
  self->repeating = g_cancellable_new ();
  clinic_worker_run_async (clinic_desk_get_reader (get_desk (self)), repeat,
                           g_memdup2 (&session, sizeof session), g_free,
                           (GDestroyNotify) clinic_chart_free, self->repeating, repeated_cb,
                           waiting_new (self));
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicChartPage *self = CLINIC_CHART_PAGE (widget);

  if (is_editable (self))
    clinic_chart_model_undo (self->model);
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicChartPage *self = CLINIC_CHART_PAGE (widget);

  if (is_editable (self))
    clinic_chart_model_redo (self->model);
}

static void
drafted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Waiting) waiting = user_data;
  g_autoptr(GError) error = NULL;
  gboolean done = clinic_chart_drafting_finish (CLINIC_DESK (source), result, &error);

  if (!is_current (waiting))
    return;

  clinic_chart_board_set_kept (waiting->page->board, "");

  if (done)
    {
      read_again (waiting->page);
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
                               take_over, drafted_cb, waiting_new (self));
}

static void
discard_confirmed_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(Waiting) waiting = user_data;

  if (clinic_ask_finish (GTK_WIDGET (source), result) && is_current (waiting))
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
                      discard_confirmed_cb, waiting_new (self));
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

static void
amend_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ClinicChartPage *self = CLINIC_CHART_PAGE (widget);
  ClinicChartSheet *sheet = self->model != NULL ? clinic_chart_model_get_sheet (self->model) : NULL;

  if (sheet != NULL)
    clinic_amend_window_present (widget, get_desk (self), sheet);
}

static void
retry_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ClinicChartPage *self = CLINIC_CHART_PAGE (widget);

  /* What could not be kept is tried again too. */
  if (is_editable (self) && clinic_chart_model_get_dirty (self->model))
    g_signal_emit_by_name (self->model, "touched");

  clinic_page_queue_reload (CLINIC_PAGE (widget));
}

static void
cocktail_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  if (is_editable (CLINIC_CHART_PAGE (widget)))
    clinic_chart_board_choose (CLINIC_CHART_PAGE (widget)->board);
}

static void
notes_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  if (is_editable (CLINIC_CHART_PAGE (widget)))
    clinic_chart_board_write (CLINIC_CHART_PAGE (widget)->board);
}

static void
section_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ClinicChartPage *self = CLINIC_CHART_PAGE (widget);

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "chart"))
    clinic_chart_board_go (self->board, g_str_equal (name, "chart.next-section"));
}

/* The window knows how. */
static void
follow_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinicChartPage *self = CLINIC_CHART_PAGE (widget);
  ClinicChartSheet *sheet = self->model != NULL ? clinic_chart_model_get_sheet (self->model) : NULL;
  gint64 patient;

  if (sheet == NULL)
    return;

  patient = sheet->visit->patient_id;

  if (g_str_equal (name, "chart.react"))
    gtk_widget_activate_action (widget, "win.log-reaction", "(xx)", patient, sheet->session);
  else if (g_str_equal (name, "chart.photos"))
    gtk_widget_activate_action (widget, "win.add-photos", "(xx)", patient, sheet->session);
  else if (g_str_equal (name, "chart.measure"))
    gtk_widget_activate_action (widget, "win.measure", "(xx)", patient, sheet->session);
  else
    gtk_widget_activate_action (widget, "win.open-patient", "x", patient);
}

void
clinic_chart_page_enable (ClinicChartPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  ClinicChartSheet *sheet = self->model != NULL ? clinic_chart_model_get_sheet (self->model) : NULL;
  gboolean editable = is_editable (self);
  gboolean undo = FALSE;
  gboolean redo = FALSE;

  clinic_chart_page_enable_asked (self);
  clinic_chart_page_enable_compose (self);

  if (self->model != NULL)
    g_object_get (self->model, "can-undo", &undo, "can-redo", &redo, NULL);

  gtk_widget_action_set_enabled (widget, "chart.sign",
                                 editable && !clinic_chart_model_get_doubtful (self->model) &&
                                 clinic_desk_may (get_desk (self), "session.sign"));
  gtk_widget_action_set_enabled (widget, "chart.repeat", editable && sheet->last != NULL);
  gtk_widget_action_set_enabled (widget, "chart.cocktail", editable);
  gtk_widget_action_set_enabled (widget, "chart.undo", editable && undo);
  gtk_widget_action_set_enabled (widget, "chart.redo", editable && redo);
  gtk_widget_action_set_enabled (widget, "chart.discard",
                                 editable && clinic_chart_model_get_dirty (self->model));
  gtk_widget_action_set_enabled (widget, "chart.react",
                                 sheet != NULL && clinic_desk_may (get_desk (self), "reaction.log"));
  gtk_widget_action_set_enabled (widget, "chart.amend",
                                 sheet != NULL && sheet->standing->session->signed_at != NULL &&
                                 clinic_desk_may (get_desk (self), "session.amend"));
}

void
clinic_chart_page_install_actions (GtkWidgetClass *widget_class)
{
  static const struct { const char *name; GtkWidgetActionActivateFunc func; } actions[] = {
    { "chart.sign", sign_action }, { "chart.repeat", repeat_action }, { "chart.undo", undo_action },
    { "chart.redo", redo_action }, { "chart.discard", discard_action },
    { "chart.take-over", take_over_action }, { "chart.amend", amend_action },
    { "chart.next-section", section_action }, { "chart.last-section", section_action },
    { "chart.cocktail", cocktail_action }, { "chart.notes", notes_action },
    { "chart.retry", retry_action }, { "chart.react", follow_action },
    { "chart.measure", follow_action }, { "chart.photos", follow_action }, { "chart.open-patient", follow_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].func);

  clinic_chart_page_install_asked (widget_class);
  clinic_chart_page_install_compose (widget_class);
  clinic_chart_page_install_conflict (widget_class);
}
