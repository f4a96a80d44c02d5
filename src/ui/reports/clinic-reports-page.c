/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-notice.h"
#include "clinic-report-export.h"
#include "clinic-report-gallery.h"
#include "clinic-report-progress.h"
#include "clinic-report-view.h"
#include "clinic-reports-page.h"
#include "clinic-split-button.h"

struct _ClinicReportsPage
{
  ClinicPage parent_instance;

  ClinicReportRun     *run;
  ClinicNotice        *notice;
  GtkStack            *stack;
  ClinicReportGallery *gallery;
  ClinicReportForm    *form;
  ClinicReportView    *view;
};

G_DEFINE_FINAL_TYPE (ClinicReportsPage, clinic_reports_page, CLINIC_TYPE_PAGE)

static void
make_cb (ClinicReportsPage *self)
{
  g_autofree char *missing = NULL;
  g_autoptr(GHashTable) values = NULL;

  if (clinic_report_run_get_report (self->run) == NULL)
    return;

  clinic_notice_set_error (self->notice, NULL);
  clinic_notice_set_button (self->notice, NULL, NULL);
  missing = clinic_report_form_dup_missing (self->form);
  values = clinic_report_form_dup_values (self->form);
  clinic_report_run_make (self->run, clinic_page_get_desk (CLINIC_PAGE (self)), values, missing);
}

static void
failed_cb (ClinicReportsPage *self,
           const GError      *error,
           gboolean           again)
{
  clinic_notice_set_error (self->notice, error);
  clinic_notice_set_button (self->notice, again ? _("_Retry") : NULL, "reports.make");
}

static void
exportable_cb (ClinicReportsPage *self)
{
  gboolean exportable = FALSE;

  g_object_get (self->run, "exportable", &exportable, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.export", exportable);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinicReportsPage *self = CLINIC_REPORTS_PAGE (widget);
  g_autofree char *missing = clinic_report_form_dup_missing (self->form);

  clinic_notice_set_text (self->notice, "information", missing);

  if (missing == NULL)
    clinic_report_export_ask (self->run, clinic_page_get_desk (CLINIC_PAGE (self)), self->form,
                              self->view, g_variant_get_string (parameter, NULL));
}

static void
make_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  make_cb (CLINIC_REPORTS_PAGE (widget));
}

static void
take_back_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  clinic_report_form_take_back (CLINIC_REPORTS_PAGE (widget)->form);
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
gallery_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ClinicReportsPage *self = CLINIC_REPORTS_PAGE (widget);

  clinic_report_form_clear (self->form);
  clinic_report_run_take (self->run, NULL);
  clinic_report_view_set_previews (self->view, NULL);
  clinic_notice_set_error (self->notice, NULL);
  clinic_page_set_title (CLINIC_PAGE (self), _("Reports"));
  gtk_stack_set_visible_child_name (self->stack, "gallery");
}

/* Another person may act at this desk. */
static void
actor_cb (ClinicReportsPage *self)
{
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (self));
  gboolean may = clinic_desk_may (desk, "report.run");

  if (!may || !clinic_report_gallery_allows (desk, clinic_report_run_get_report (self->run)) ||
      g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "denied") == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "reports.gallery", NULL);

  if (!may)
    gtk_stack_set_visible_child_name (self->stack, "denied");
}

/* What is looked at is what a file would hold now. */
static void
clinic_reports_page_reload (ClinicPage *page)
{
  clinic_report_run_queue (CLINIC_REPORTS_PAGE (page)->run);
}

static void
clinic_reports_page_constructed (GObject *object)
{
  ClinicReportsPage *self = CLINIC_REPORTS_PAGE (object);
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (self));

  G_OBJECT_CLASS (clinic_reports_page_parent_class)->constructed (object);
  exportable_cb (self);

  if (desk == NULL)
    return;

  clinic_report_gallery_set_desk (self->gallery, desk);
  clinic_report_view_set_location (self->view, clinic_desk_get_location (desk));
  g_signal_connect_object (desk, "notify::actor", G_CALLBACK (actor_cb), self, G_CONNECT_SWAPPED);
  actor_cb (self);
}

static void
clinic_reports_page_dispose (GObject *object)
{
  ClinicReportsPage *self = CLINIC_REPORTS_PAGE (object);

  /* What is under way is given up. */
  if (self->run != NULL)
    g_object_run_dispose (G_OBJECT (self->run));

  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_REPORTS_PAGE);

  G_OBJECT_CLASS (clinic_reports_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (CLINIC_TYPE_NOTICE);
  g_type_ensure (CLINIC_TYPE_REPORT_FORM);
  g_type_ensure (CLINIC_TYPE_REPORT_GALLERY);
  g_type_ensure (CLINIC_TYPE_REPORT_PROGRESS);
  g_type_ensure (CLINIC_TYPE_REPORT_RUN);
  g_type_ensure (CLINIC_TYPE_REPORT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-reports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicReportsPage, run);
  gtk_widget_class_bind_template_child (widget_class, ClinicReportsPage, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicReportsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicReportsPage, gallery);
  gtk_widget_class_bind_template_child (widget_class, ClinicReportsPage, form);
  gtk_widget_class_bind_template_child (widget_class, ClinicReportsPage, view);
  gtk_widget_class_bind_template_child_full (widget_class, "export_button", FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, clinic_report_run_queue);
  gtk_widget_class_bind_template_callback (widget_class, clinic_report_view_set_previews);
  gtk_widget_class_bind_template_callback (widget_class, exportable_cb);
  gtk_widget_class_bind_template_callback (widget_class, make_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clinic_report_export_written);
  gtk_widget_class_bind_template_callback (widget_class, clinic_report_form_keep);
  gtk_widget_class_bind_template_callback (widget_class, clinic_report_form_start);
  gtk_widget_class_install_action (widget_class, "reports.open", "s", open_action);
  gtk_widget_class_install_action (widget_class, "reports.gallery", NULL, gallery_action);
  gtk_widget_class_install_action (widget_class, "reports.make", NULL, make_action);
  gtk_widget_class_install_action (widget_class, "reports.take-back", NULL, take_back_action);
  gtk_widget_class_install_action (widget_class, "reports.export", "s", export_action);
}

static void
clinic_reports_page_class_init (ClinicReportsPageClass *klass)
{
  static const char * const tables[] = {
    "patient", "course", "session", "injection", "draw", "measurement", "reaction", NULL
  };

  G_OBJECT_CLASS (klass)->constructed = clinic_reports_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = clinic_reports_page_dispose;
  CLINIC_PAGE_CLASS (klass)->tables = tables;
  CLINIC_PAGE_CLASS (klass)->reload = clinic_reports_page_reload;

  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
clinic_reports_page_init (ClinicReportsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  clinic_split_button_name (ADW_SPLIT_BUTTON (gtk_widget_get_template_child (GTK_WIDGET (self),
                                                                             CLINIC_TYPE_REPORTS_PAGE,
                                                                             "export_button")));
}

void
clinic_reports_page_show_report (ClinicReportsPage *self,
                                 const char        *name,
                                 gint64             patient)
{
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (self));
  g_autoptr(GError) error = NULL;
  ClinicReport *report = clinic_report_gallery_load (desk, name, &error);

  clinic_notice_set_error (self->notice, error);

  if (report == NULL)
    return;

  /* The form's controls point into the report before until they are replaced. */
  clinic_report_form_set_report (self->form, desk, report, patient);
  clinic_report_view_set_previews (self->view, NULL);
  clinic_report_run_take (self->run, report);
  clinic_page_set_title (CLINIC_PAGE (self), clinic_report_get_title (report));
  gtk_stack_set_visible_child_name (self->stack, "report");
}
