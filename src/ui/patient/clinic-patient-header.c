/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-closures.h"
#include "clinic-patient-header.h"
#include "clinic-patient-words.h"

struct _ClinicPatientHeader
{
  ClinicPatientSection parent_instance;
};

G_DEFINE_FINAL_TYPE (ClinicPatientHeader, clinic_patient_header, CLINIC_TYPE_PATIENT_SECTION)

static void
clinic_patient_header_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_PATIENT_HEADER);

  G_OBJECT_CLASS (clinic_patient_header_parent_class)->dispose (object);
}

static void
clinic_patient_header_class_init (ClinicPatientHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_patient_header_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-patient-header.ui");
  clinic_closures_bind (widget_class);
  clinic_words_bind (widget_class);
}

static void
clinic_patient_header_init (ClinicPatientHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
