/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-reports-page.h"

struct _ClinicReportsPage
{
  ClinicPage parent_instance;
};

G_DEFINE_FINAL_TYPE (ClinicReportsPage, clinic_reports_page, CLINIC_TYPE_PAGE)

static void
clinic_reports_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_REPORTS_PAGE);
  G_OBJECT_CLASS (clinic_reports_page_parent_class)->dispose (object);
}

static void
clinic_reports_page_class_init (ClinicReportsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = clinic_reports_page_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/anagen/Anagen/ui/clinic-reports-page.ui");
}

static void
clinic_reports_page_init (ClinicReportsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinic_reports_page_show_report (ClinicReportsPage *self,
                                 const char        *name,
                                 gint64             patient)
{
  g_return_if_fail (CLINIC_IS_REPORTS_PAGE (self));
}
