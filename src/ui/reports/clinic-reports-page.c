/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choose-file.h"
#include "clinic-notice.h"
#include "clinic-report-card.h"
#include "clinic-report-form.h"
#include "clinic-report-view.h"
#include "clinic-report-work.h"
#include "clinic-reports-page.h"
#include "clinic-toast.h"

/* Typing goes on for so long before the report is made again. */
#define PAUSE_MS 300
/* What takes longer says how far it is. */
#define PATIENCE_MS 1000
#define PROGRESS_MS 100

struct _ClinicReportsPage
{
  ClinicPage parent_instance;

  ClinicReport     *report;         /* the one that is open */
  ClinicReportWork *making;         /* its preview, while that is made */
  ClinicReportWork *writing;        /* its file */
  guint             make_source;
  guint             progress_source;
  gint64            began;          /* what is under way; monotonic */

  GtkWidget        *back_button;
  GtkWidget        *export_button;
  ClinicNotice     *notice;
  GtkRevealer      *progress_revealer;
  GtkLabel         *progress_label;
  GtkProgressBar   *progress;
  GtkStack         *stack;
  GtkFlowBox       *gallery;
  GtkLabel         *summary;
  ClinicReportForm *form;
  GtkStack         *preview_stack;
  AdwStatusPage    *missing;
  ClinicReportView *view;
};

/* A work that was given to the worker, and whose it is. */
typedef struct
{
  ClinicReportsPage *page;
  ClinicReportWork  *work;
} Given;

G_DEFINE_FINAL_TYPE (ClinicReportsPage, clinic_reports_page, CLINIC_TYPE_PAGE)

static Given *
given_new (ClinicReportsPage * page,
           ClinicReportWork * work)
{
  Given *given = g_new (Given, 1);

  given->page = g_object_ref (page);
  given->work = g_object_ref (work);

  return given;
}

static void
given_free (Given *given)
{
  g_object_unref (given->page);
  g_object_unref (given->work);
  g_free (given);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Given, given_free)

static gboolean
progress_cb (gpointer user_data)
{
  ClinicReportsPage *self = user_data;
  ClinicReportWork *work = self->writing != NULL ? self->writing : self->making;
  double fraction = clinic_report_work_get_fraction (work);

  if (g_get_monotonic_time () - self->began < PATIENCE_MS * 1000)
    return G_SOURCE_CONTINUE;

  gtk_label_set_label (self->progress_label, self->writing != NULL ? _("Writing the file…")
                                                                   : _("Making the report…"));
  gtk_revealer_set_reveal_child (self->progress_revealer, TRUE);

  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->progress, fraction);
  else
    gtk_progress_bar_pulse (self->progress);

  return G_SOURCE_CONTINUE;
}

/* Something was begun or has ended. */
static void
follow_work (ClinicReportsPage *self)
{
  gboolean busy = self->making != NULL || self->writing != NULL;

  clinic_page_set_loading (CLINIC_PAGE (self), busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.cancel", busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.export",
                                 self->writing == NULL && self->report != NULL);

  if (!busy)
    {
      g_clear_handle_id (&self->progress_source, g_source_remove);
      gtk_revealer_set_reveal_child (self->progress_revealer, FALSE);
    }
  else if (self->progress_source == 0)
    {
      self->began = g_get_monotonic_time ();
      gtk_progress_bar_set_fraction (self->progress, 0);
      self->progress_source = g_timeout_add (PROGRESS_MS, progress_cb, self);
    }
}

static void
stop_making (ClinicReportsPage *self)
{
  g_clear_handle_id (&self->make_source, g_source_remove);

  if (self->making != NULL)
    clinic_report_work_cancel (self->making);

  g_clear_object (&self->making);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Given) given = user_data;
  ClinicReportsPage *self = given->page;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) previews = clinic_worker_run_finish (NULL, result, &error);

  /* Another was asked for since, or the page is gone. */
  if (self->making != given->work)
    return;

  g_clear_object (&self->making);
  follow_work (self);

  if (previews != NULL)
    clinic_report_view_set_previews (self->view, previews);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      clinic_notice_set_error (self->notice, error);
      clinic_notice_set_button (self->notice, _("_Retry"), "reports.make");
    }

  gtk_stack_set_visible_child_name (self->preview_stack, previews != NULL ? "preview" : "stopped");
}

static void
make_report (ClinicReportsPage *self)
{
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (self));
  g_autofree char *missing = clinic_report_form_dup_missing (self->form);
  g_autoptr(GHashTable) values = NULL;

  stop_making (self);
  clinic_notice_set_error (self->notice, NULL);
  clinic_notice_set_button (self->notice, NULL, NULL);

  if (missing != NULL)
    {
      adw_status_page_set_description (self->missing, missing);
      gtk_stack_set_visible_child_name (self->preview_stack, "missing");
      follow_work (self);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.export", FALSE);
      return;
    }

  values = clinic_report_form_dup_values (self->form);
  self->making = clinic_report_work_new (clinic_report_get_name (self->report), values);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->preview_stack), "preview") != 0)
    gtk_stack_set_visible_child_name (self->preview_stack, "loading");

  follow_work (self);
  clinic_worker_run_async (clinic_desk_get_archivist (desk), clinic_report_work_preview,
                           g_object_ref (self->making), g_object_unref,
                           (GDestroyNotify) g_ptr_array_unref,
                           clinic_report_work_get_cancellable (self->making), made_cb,
                           given_new (self, self->making));
}

static gboolean
make_cb (gpointer user_data)
{
  ClinicReportsPage *self = user_data;

  self->make_source = 0;

  if (self->report != NULL)
    make_report (self);

  return G_SOURCE_REMOVE;
}

static void
form_changed_cb (ClinicReportsPage *self)
{
  if (self->report == NULL)
    return;

  g_clear_handle_id (&self->make_source, g_source_remove);
  self->make_source = g_timeout_add (PAUSE_MS, make_cb, self);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Given) given = user_data;
  ClinicReportsPage *self = given->page;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicReportWork) work = clinic_worker_run_finish (NULL, result, &error);

  if (self->writing != given->work)
    return;

  g_clear_object (&self->writing);
  follow_work (self);

  if (work != NULL)
    {
      g_autoptr(GFile) file = g_file_new_for_path (clinic_report_work_get_path (work));

      clinic_toast_saved (GTK_WIDGET (self), file);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    clinic_toast_show (GTK_WIDGET (self), _("Stopped. No file was written."), 0);
  else
    clinic_notice_set_error (self->notice, error);
}

static void
write_file (ClinicReportsPage *self,
            const char        *path)
{
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (self));
  ClinicStaff *actor = clinic_desk_get_actor (desk);
  ClinicClinic *clinic = clinic_desk_get_clinic (desk);
  g_autoptr(GHashTable) values = clinic_report_form_dup_values (self->form);

  clinic_notice_set_error (self->notice, NULL);
  self->writing = clinic_report_work_new (clinic_report_get_name (self->report), values);
  clinic_report_work_set_target (self->writing, path, clinic_report_view_get_sheet (self->view),
                                 actor != NULL ? actor->name : NULL,
                                 clinic != NULL ? clinic->name : NULL);
  follow_work (self);
  clinic_worker_run_async (clinic_desk_get_archivist (desk), clinic_report_work_write,
                           g_object_ref (self->writing), g_object_unref, g_object_unref,
                           clinic_report_work_get_cancellable (self->writing), written_cb,
                           given_new (self, self->writing));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ClinicReportsPage) self = user_data;
  g_autoptr(GFile) file = clinic_choose_file_finish (GTK_WIDGET (self), result);

  if (file != NULL && g_file_peek_path (file) != NULL && self->view != NULL &&
      self->report != NULL && self->writing == NULL)
    write_file (self, g_file_peek_path (file));
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinicReportsPage *self = CLINIC_REPORTS_PAGE (widget);
  const char *suffix = g_variant_get_string (parameter, NULL);
  gboolean is_csv = g_strcmp0 (suffix, "csv") == 0;
  g_autofree char *missing = NULL;
  g_autofree char *suggested = NULL;

  if (self->report == NULL || self->writing != NULL)
    return;

  missing = clinic_report_form_dup_missing (self->form);

  if (missing != NULL)
    {
      clinic_notice_set_text (self->notice, "information", missing);
      return;
    }

  suggested = g_strdup_printf ("%s %s.%s", clinic_report_get_title (self->report),
                               clinic_desk_get_today (clinic_page_get_desk (CLINIC_PAGE (self))),
                               suffix);
  clinic_choose_file_async (widget, _("Export the report"), TRUE, suggested,
                            is_csv ? _("Text tables") : _("Workbooks"),
                            is_csv ? "*.csv" : "*.xlsx", chosen_cb, g_object_ref (self));
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinicReportsPage *self = CLINIC_REPORTS_PAGE (widget);

  if (self->writing != NULL)
    clinic_report_work_cancel (self->writing);
  else if (self->making != NULL)
    clinic_report_work_cancel (self->making);
}

static void
make_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicReportsPage *self = CLINIC_REPORTS_PAGE (widget);

  if (self->report != NULL)
    make_report (self);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  clinic_reports_page_show_report (CLINIC_REPORTS_PAGE (widget),
                                   g_variant_get_string (parameter, NULL), 0);
}

static void
show_gallery (ClinicReportsPage *self)
{
  stop_making (self);
  clinic_report_form_clear (self->form);
  g_clear_pointer (&self->report, clinic_report_free);
  follow_work (self);
  clinic_report_view_set_previews (self->view, NULL);
  clinic_notice_set_error (self->notice, NULL);
  gtk_widget_set_visible (self->back_button, FALSE);
  gtk_widget_set_visible (self->export_button, FALSE);
  clinic_page_set_title (CLINIC_PAGE (self), _("Reports"));
  gtk_stack_set_visible_child_name (self->stack, "gallery");
}

static void
gallery_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  show_gallery (CLINIC_REPORTS_PAGE (widget));
}

static void
fill_gallery (ClinicReportsPage *self)
{
  g_auto(GStrv) names = clinic_report_list ();

  for (char **name = names; *name != NULL; name++)
    {
      g_autoptr(ClinicReport) report = clinic_report_load (*name, NULL);

      if (report != NULL)
        gtk_flow_box_append (self->gallery, clinic_report_card_new (report));
    }

  /* The cards are what is focused, not the cells they lie in. */
  for (GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (self->gallery)); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    gtk_widget_set_focusable (cell, FALSE);
}

/* Another person may act at this desk. */
static void
actor_cb (ClinicReportsPage *self)
{
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (self));

  if (!clinic_desk_may (desk, "report.run"))
    {
      show_gallery (self);
      gtk_stack_set_visible_child_name (self->stack, "denied");
    }
  else if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "denied") == 0)
    show_gallery (self);
}

/* What is looked at is what a file would hold now. */
static void
clinic_reports_page_reload (ClinicPage *page)
{
  form_changed_cb (CLINIC_REPORTS_PAGE (page));
}

static void
clinic_reports_page_constructed (GObject *object)
{
  ClinicReportsPage *self = CLINIC_REPORTS_PAGE (object);
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (self));

  G_OBJECT_CLASS (clinic_reports_page_parent_class)->constructed (object);
  fill_gallery (self);
  follow_work (self);

  if (desk == NULL)
    return;

  clinic_report_view_set_location (self->view, clinic_desk_get_location (desk));
  g_signal_connect_object (desk, "notify::actor", G_CALLBACK (actor_cb), self, G_CONNECT_SWAPPED);
  actor_cb (self);
}

static void
clinic_reports_page_dispose (GObject *object)
{
  ClinicReportsPage *self = CLINIC_REPORTS_PAGE (object);

  stop_making (self);

  if (self->writing != NULL)
    clinic_report_work_cancel (self->writing);

  g_clear_object (&self->writing);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_REPORTS_PAGE);
  g_clear_pointer (&self->report, clinic_report_free);
  G_OBJECT_CLASS (clinic_reports_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ClinicReportsPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, ClinicReportsPage, export_button);
  gtk_widget_class_bind_template_child (widget_class, ClinicReportsPage, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicReportsPage, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, ClinicReportsPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, ClinicReportsPage, progress);
  gtk_widget_class_bind_template_child (widget_class, ClinicReportsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicReportsPage, gallery);
  gtk_widget_class_bind_template_child (widget_class, ClinicReportsPage, summary);
  gtk_widget_class_bind_template_child (widget_class, ClinicReportsPage, form);
  gtk_widget_class_bind_template_child (widget_class, ClinicReportsPage, preview_stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicReportsPage, missing);
  gtk_widget_class_bind_template_child (widget_class, ClinicReportsPage, view);
}

static void
clinic_reports_page_class_init (ClinicReportsPageClass *klass)
{
  static const char * const tables[] = {
    "patient", "course", "session", "injection", "draw", "measurement", "reaction", NULL
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  CLINIC_PAGE_CLASS (klass)->tables = tables;
  CLINIC_PAGE_CLASS (klass)->reload = clinic_reports_page_reload;
  G_OBJECT_CLASS (klass)->constructed = clinic_reports_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = clinic_reports_page_dispose;
  g_type_ensure (CLINIC_TYPE_NOTICE);
  g_type_ensure (CLINIC_TYPE_REPORT_FORM);
  g_type_ensure (CLINIC_TYPE_REPORT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-reports-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "reports.open", "s", open_action);
  gtk_widget_class_install_action (widget_class, "reports.gallery", NULL, gallery_action);
  gtk_widget_class_install_action (widget_class, "reports.make", NULL, make_action);
  gtk_widget_class_install_action (widget_class, "reports.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "reports.export", "s", export_action);
}

static void
clinic_reports_page_init (ClinicReportsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->form, "changed", G_CALLBACK (form_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
clinic_reports_page_show_report (ClinicReportsPage *self,
                                 const char        *name,
                                 gint64             patient)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicReport) before = NULL;
  ClinicReport *report;
  ClinicDesk *desk;

  g_return_if_fail (CLINIC_IS_REPORTS_PAGE (self));

  desk = clinic_page_get_desk (CLINIC_PAGE (self));

  if (!clinic_desk_may (desk, "report.run"))
    return;

  report = clinic_report_load (name, &error);

  if (report == NULL)
    {
      clinic_notice_set_error (self->notice, error);
      return;
    }

  stop_making (self);
  clinic_notice_set_error (self->notice, NULL);
  clinic_report_view_set_previews (self->view, NULL);

  /* The form's controls point into the report before until they are replaced. */
  before = g_steal_pointer (&self->report);
  self->report = report;
  clinic_report_form_set_report (self->form, desk, report, patient);
  clinic_page_set_title (CLINIC_PAGE (self), clinic_report_get_title (report));
  gtk_label_set_label (self->summary, clinic_report_get_summary (report));
  gtk_widget_set_visible (self->back_button, TRUE);
  gtk_widget_set_visible (self->export_button, TRUE);
  gtk_stack_set_visible_child_name (self->preview_stack, "loading");
  gtk_stack_set_visible_child_name (self->stack, "report");
  follow_work (self);
}
