/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-decision-dialog.h"
#include "clinic-goal-dialog.h"
#include "clinic-measure-forms.h"
#include "clinic-progress-actions.h"

static void
measure_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.measure", "(xx)",
                              clinic_page_get_id (CLINIC_PAGE (widget)), (gint64) 0);
}

static void
form_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicPage *page = CLINIC_PAGE (widget);

  clinic_measure_forms_present (widget, clinic_page_get_desk (page), clinic_page_get_id (page), 0,
                                g_variant_get_string (parameter, NULL));
}

static void
goal_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicPage *page = CLINIC_PAGE (widget);

  clinic_entry_dialog_present (CLINIC_TYPE_GOAL_DIALOG, widget, clinic_page_get_desk (page),
                               clinic_page_get_id (page), 0);
}

static void
report_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.report", "(sx)", "patient-progress",
                              clinic_page_get_id (CLINIC_PAGE (widget)));
}

static void
decide_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinicPage *page = CLINIC_PAGE (widget);

  clinic_decision_present (widget, clinic_page_get_desk (page), clinic_page_get_id (page));
}

void
clinic_progress_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "progress.measure", NULL, measure_action);
  gtk_widget_class_install_action (widget_class, "progress.form", "s", form_action);
  gtk_widget_class_install_action (widget_class, "progress.goal", NULL, goal_action);
  gtk_widget_class_install_action (widget_class, "progress.decide", NULL, decide_action);
  gtk_widget_class_install_action (widget_class, "progress.report", NULL, report_action);
}

void
clinic_progress_actions_allow (GtkWidget  *page,
                               ClinicDesk *desk)
{
  static const char *const rights[][2] = {
    { "progress.measure", "measurement.add" }, { "progress.form", "measurement.add" },
    { "progress.goal", "course.edit" }, { "progress.decide", "decision.take" },
    { "progress.report", "report.run" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rights); i++)
    gtk_widget_action_set_enabled (page, rights[i][0], clinic_desk_may (desk, rights[i][1]));
}
