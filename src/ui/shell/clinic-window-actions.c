/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-about.h"
#include "clinic-agenda-page.h"
#include "clinic-booking-dialog.h"
#include "clinic-check-in-dialog.h"
#include "clinic-course-window.h"
#include "clinic-measure-dialog.h"
#include "clinic-patient-dialog.h"
#include "clinic-photo-add.h"
#include "clinic-preferences.h"
#include "clinic-reaction-dialog.h"
#include "clinic-reports-page.h"
#include "clinic-search-window.h"
#include "clinic-shortcuts.h"
#include "clinic-toast.h"
#include "clinic-undo.h"
#include "clinic-window-actions.h"
#include "clinic-window-find.h"
#include "clinic-window-way.h"

static void
go_action (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  clinic_window_go (CLINIC_WINDOW (widget), g_variant_get_string (parameter, NULL), 0);
}

static void
go_nth_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  clinic_window_go_nth (CLINIC_WINDOW (widget), g_variant_get_int32 (parameter));
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  clinic_window_go_back (CLINIC_WINDOW (widget));
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  clinic_search_window_present (widget, clinic_window_get_desk (CLINIC_WINDOW (widget)));
}

static void
open_patient_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  clinic_window_go (CLINIC_WINDOW (widget), "patient", g_variant_get_int64 (parameter));
}

static void
open_patient_window_action (GtkWidget  *widget,
                            const char *name,
                            GVariant   *parameter)
{
  clinic_window_present_patient (CLINIC_WINDOW (widget), g_variant_get_int64 (parameter));
}

static void
open_chart_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  clinic_window_go (CLINIC_WINDOW (widget), "chart", g_variant_get_int64 (parameter));
}

static void
open_unkept_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  clinic_window_go_unkept (CLINIC_WINDOW (widget));
}

static void
show_day_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  ClinicPage *page = clinic_window_go (CLINIC_WINDOW (widget), "agenda", 0);

  if (page != NULL)
    clinic_agenda_page_show_day (CLINIC_AGENDA_PAGE (page), g_variant_get_string (parameter, NULL));
}

static void
register_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  clinic_patient_dialog_present (widget, clinic_window_get_desk (CLINIC_WINDOW (widget)), 0,
                                 g_variant_get_string (parameter, NULL));
}

static void
edit_patient_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  clinic_patient_dialog_present (widget, clinic_window_get_desk (CLINIC_WINDOW (widget)),
                                 g_variant_get_int64 (parameter), NULL);
}

static void
book_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gint64 patient;
  const char *when;

  g_variant_get (parameter, "(x&s)", &patient, &when);
  clinic_booking_present (widget, clinic_window_get_desk (CLINIC_WINDOW (widget)), patient, when,
                          0);
}

static void
plan_course_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  clinic_course_window_present (widget, clinic_window_get_desk (CLINIC_WINDOW (widget)),
                                g_variant_get_int64 (parameter), NULL);
}

static void
log_reaction_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  gint64 patient;
  gint64 session;

  g_variant_get (parameter, "(xx)", &patient, &session);
  clinic_reaction_present (widget, clinic_window_get_desk (CLINIC_WINDOW (widget)), patient,
                           session);
}

static void
add_photos_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  gint64 patient;
  gint64 session;

  g_variant_get (parameter, "(xx)", &patient, &session);
  clinic_photo_add_choose (widget, clinic_window_get_desk (CLINIC_WINDOW (widget)), patient, session);
}

static void
check_in_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  clinic_check_in_present (widget, clinic_window_get_desk (CLINIC_WINDOW (widget)),
                           g_variant_get_int64 (parameter));
}

static void
measure_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  gint64 patient;
  gint64 session;

  g_variant_get (parameter, "(xx)", &patient, &session);
  clinic_measure_present (widget, clinic_window_get_desk (CLINIC_WINDOW (widget)), patient,
                          session);
}

static void
report_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  const char *report;
  gint64 patient;
  ClinicPage *page;

  g_variant_get (parameter, "(&sx)", &report, &patient);
  page = clinic_window_go (CLINIC_WINDOW (widget), "reports", 0);

  if (page != NULL)
    clinic_reports_page_show_report (CLINIC_REPORTS_PAGE (page), report, patient);
}

/* What is to be taken back or done again. */
typedef struct
{
  gint64   operation;       /* 0: the last one */
  gboolean redo;
} TakeBack;

/* What it was in words, with "+" before it when it was done again, "-" when taken back. */
static gpointer
take_back (ClinicAct  *act,
           gpointer    data,
           GError    **error)
{
  TakeBack *back = data;
  gint64 operation = back->operation;
  g_autofree char *words = NULL;

  if (operation != 0)
    operation = clinic_undo (act, operation, error) ? operation : 0;
  else
    operation = back->redo ? clinic_redo_last (act, error) : clinic_undo_last (act, error);

  if (operation == 0)
    return NULL;

  words = clinic_undo_describe_command (act->db, operation, error);

  return words != NULL ? g_strconcat (back->redo ? "+" : "-", words, NULL) : NULL;
}

static void
taken_back_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(ClinicWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 operation;
  g_autofree char *words = clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, &operation,
                                                   &error);

  if (words == NULL)
    {
      clinic_toast_error (GTK_WIDGET (self), error);
      return;
    }

  text = g_strdup_printf (g_str_has_prefix (words, "+")
                          /* Translators: %s is what was done again, such as "register a patient" */
                          ? _("Done again: %s")
                          /* Translators: %s is what was taken back, such as "register a patient" */
                          : _("Taken back: %s"), words + 1);
  clinic_toast_show (GTK_WIDGET (self), text, operation);
}

static void
run_take_back (ClinicWindow *self,
               gint64        operation,
               gboolean      redo)
{
  TakeBack *back = g_new0 (TakeBack, 1);

  back->operation = operation;
  back->redo = redo;
  clinic_desk_run_async (clinic_window_get_desk (self), take_back, back,
                         g_free, g_free, taken_back_cb,
                         g_object_ref (self));
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  run_take_back (CLINIC_WINDOW (widget), 0, FALSE);
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  run_take_back (CLINIC_WINDOW (widget), 0, TRUE);
}

static void
undo_operation_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  run_take_back (CLINIC_WINDOW (widget), g_variant_get_int64 (parameter), FALSE);
}

static void
preferences_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  clinic_preferences_present (widget, clinic_window_get_desk (CLINIC_WINDOW (widget)));
}

static void
shortcuts_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  clinic_shortcuts_present (GTK_WINDOW (widget));
}

static void
about_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  clinic_about_present (widget);
}

/* *INDENT-OFF* */
static const struct
{
  const char                  *name;
  const char                  *type;
  GtkWidgetActionActivateFunc  func;
} actions[] = {
  { "win.go", "s", go_action },
  { "win.go-nth", "i", go_nth_action },
  { "win.back", NULL, back_action },
  { "win.search", NULL, search_action },
  { "win.open-patient", "x", open_patient_action },
  { "win.open-patient-window", "x", open_patient_window_action },
  { "win.open-chart", "x", open_chart_action },
  { "win.open-unkept", NULL, open_unkept_action },
  { "win.show-day", "s", show_day_action },
  { "win.register", "s", register_action },
  { "win.edit-patient", "x", edit_patient_action },
  { "win.book", "(xs)", book_action },
  { "win.plan-course", "x", plan_course_action },
  { "win.log-reaction", "(xx)", log_reaction_action },
  { "win.check-in", "x", check_in_action },
  { "win.measure", "(xx)", measure_action },
  { "win.add-photos", "(xx)", add_photos_action },
  { "win.report", "(sx)", report_action },
  { "win.undo", NULL, undo_action },
  { "win.redo", NULL, redo_action },
  { "win.undo-operation", "x", undo_operation_action },
  { "win.preferences", NULL, preferences_action },
  { "win.show-help-overlay", NULL, shortcuts_action },
  { "win.about", NULL, about_action },
};
/* *INDENT-ON* */

/* Keys that every page leaves to the window. */
static void
add_keys (GtkWidgetClass *widget_class)
{
  for (int i = 1; i <= 5; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + i, GDK_CONTROL_MASK,
                                         "win.go-nth", "i", i);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, GDK_CONTROL_MASK, "win.search",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "win.register",
                                       "s", "");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_CONTROL_MASK, "win.book",
                                       "(xs)", G_GINT64_CONSTANT (0), "");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F1, 0, "win.show-help-overlay", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, GDK_CONTROL_MASK,
                                       "win.show-help-overlay", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.show-help-overlay",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_comma, GDK_CONTROL_MASK,
                                       "win.preferences", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
}

void
clinic_window_class_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type,
                                     actions[i].func);

  add_keys (widget_class);
}
