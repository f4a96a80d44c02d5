/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choose-file.h"
#include "clinic-report-export.h"
#include "clinic-toast.h"

/* What is exported once it is known where to. */
typedef struct
{
  ClinicReportRun  *run;
  ClinicDesk       *desk;
  ClinicReportForm *form;
  ClinicReportView *view;
} Export;

static void
export_free (Export *self)
{
  g_object_unref (self->run);
  g_object_unref (self->desk);
  g_object_unref (self->form);
  g_object_unref (self->view);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Export) self = user_data;
  g_autoptr(GFile) file = clinic_choose_file_finish (GTK_WIDGET (source), result);
  g_autoptr(GHashTable) values = NULL;

  if (file == NULL || g_file_peek_path (file) == NULL ||
      gtk_widget_get_root (GTK_WIDGET (self->view)) == NULL ||
      clinic_report_run_get_report (self->run) == NULL || clinic_report_run_is_writing (self->run))
    return;

  values = clinic_report_form_dup_values (self->form);
  clinic_report_run_write (self->run, self->desk, values, g_file_peek_path (file),
                           clinic_report_view_get_sheet (self->view));
}

void
clinic_report_export_ask (ClinicReportRun  *run,
                          ClinicDesk       *desk,
                          ClinicReportForm *form,
                          ClinicReportView *view,
                          const char       *suffix)
{
  gboolean is_csv = g_strcmp0 (suffix, "csv") == 0;
  ClinicReport *report = clinic_report_run_get_report (run);
  g_autofree char *suggested = NULL;
  Export *self;

  g_return_if_fail (report != NULL);

  self = g_new (Export, 1);
  self->run = g_object_ref (run);
  self->desk = g_object_ref (desk);
  self->form = g_object_ref (form);
  self->view = g_object_ref (view);
  suggested = g_strdup_printf ("%s %s.%s", clinic_report_get_title (report),
                               clinic_desk_get_today (desk), suffix);
  clinic_choose_file_async (GTK_WIDGET (view), _("Export the report"), TRUE, suggested,
                            is_csv ? _("Text tables") : _("Workbooks"),
                            is_csv ? "*.csv" : "*.xlsx", chosen_cb, self);
}

void
clinic_report_export_written (GtkWidget *widget,
                              GFile     *file)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (file != NULL)
    clinic_toast_saved (widget, file);
  else
    clinic_toast_show (widget, _("Stopped. No file was written."), 0);
}
