/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-patient-page.h"

struct _ClinicPatientPage
{
  ClinicPage parent_instance;
};

G_DEFINE_FINAL_TYPE (ClinicPatientPage, clinic_patient_page, CLINIC_TYPE_PAGE)

static void
clinic_patient_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_PATIENT_PAGE);
  G_OBJECT_CLASS (clinic_patient_page_parent_class)->dispose (object);
}

static void
clinic_patient_page_class_init (ClinicPatientPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_patient_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-patient-page.ui");
}

static void
clinic_patient_page_init (ClinicPatientPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
