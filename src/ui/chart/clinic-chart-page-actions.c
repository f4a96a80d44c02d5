/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-amend-window.h"
#include "clinic-chart-page-private.h"

static ClinicDesk *
get_desk (ClinicChartPage *self)
{
  return clinic_page_get_desk (CLINIC_PAGE (self));
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicChartPage *self = CLINIC_CHART_PAGE (widget);

  if (clinic_chart_page_is_editable (self))
    clinic_chart_model_undo (self->model);
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicChartPage *self = CLINIC_CHART_PAGE (widget);

  if (clinic_chart_page_is_editable (self))
    clinic_chart_model_redo (self->model);
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
  if (clinic_chart_page_is_editable (self) && clinic_chart_model_get_dirty (self->model))
    g_signal_emit_by_name (self->model, "touched");

  clinic_page_queue_reload (CLINIC_PAGE (widget));
}

static void
cocktail_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  if (clinic_chart_page_is_editable (CLINIC_CHART_PAGE (widget)))
    clinic_chart_board_choose (CLINIC_CHART_PAGE (widget)->board);
}

static void
notes_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  if (clinic_chart_page_is_editable (CLINIC_CHART_PAGE (widget)))
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
  gboolean editable = clinic_chart_page_is_editable (self);
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
    { "chart.undo", undo_action }, { "chart.redo", redo_action }, { "chart.amend", amend_action },
    { "chart.next-section", section_action }, { "chart.last-section", section_action },
    { "chart.cocktail", cocktail_action }, { "chart.notes", notes_action },
    { "chart.retry", retry_action }, { "chart.react", follow_action },
    { "chart.measure", follow_action }, { "chart.photos", follow_action }, { "chart.open-patient", follow_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].func);

  clinic_chart_page_install_sign (widget_class);
  clinic_chart_page_install_repeat (widget_class);
  clinic_chart_page_install_draft (widget_class);
  clinic_chart_page_install_asked (widget_class);
  clinic_chart_page_install_compose (widget_class);
  clinic_chart_page_install_conflict (widget_class);
}
