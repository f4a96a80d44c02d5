/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-closures.h"
#include "clinic-patient-overview.h"
#include "clinic-patient-words.h"
#include "clinic-reading-row.h"

/* So many readings before the rest is only in the progress section. */
#define N_READINGS 6

struct _ClinicPatientOverview
{
  ClinicPatientSection parent_instance;

  GtkListBox         *readings;
  GtkSliceListModel  *slice;
};

G_DEFINE_FINAL_TYPE (ClinicPatientOverview, clinic_patient_overview, CLINIC_TYPE_PATIENT_SECTION)

static ClinicVisit *
dup_visit (GtkWidget * widget,
           const char *property)
{
  ClinicPatientFile *file = clinic_patient_section_get_file (CLINIC_PATIENT_SECTION (widget));
  ClinicVisit *visit = NULL;

  if (file != NULL)
    g_object_get (file, property, &visit, NULL);

  return visit;
}

static void
next_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_autoptr(ClinicVisit) visit = dup_visit (widget, "next-visit");
  g_autofree char *date = visit != NULL ? g_strndup (visit->starts, 10) : NULL;

  if (date != NULL)
    gtk_widget_activate_action (widget, "win.show-day", "s", date);
}

static void
last_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_autoptr(ClinicVisit) visit = dup_visit (widget, "last-visit");

  if (visit != NULL)
    gtk_widget_activate_action (widget, "win.open-chart", "x",
                                clinic_record_get_id (CLINIC_RECORD (visit)));
}

static void
clinic_patient_overview_file_set (ClinicPatientSection *section)
{
  ClinicPatientOverview *self = CLINIC_PATIENT_OVERVIEW (section);
  ClinicPatientFile *file = clinic_patient_section_get_file (section);

  gtk_slice_list_model_set_model (self->slice,
                                  file != NULL ? clinic_patient_file_get_list (file, "readings")
                                               : NULL);
}

static void
clinic_patient_overview_dispose (GObject *object)
{
  ClinicPatientOverview *self = CLINIC_PATIENT_OVERVIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_PATIENT_OVERVIEW);
  g_clear_object (&self->slice);

  G_OBJECT_CLASS (clinic_patient_overview_parent_class)->dispose (object);
}

static void
clinic_patient_overview_class_init (ClinicPatientOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_patient_overview_dispose;
  CLINIC_PATIENT_SECTION_CLASS (klass)->file_set = clinic_patient_overview_file_set;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-patient-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientOverview, readings);
  clinic_closures_bind (widget_class);
  clinic_words_bind (widget_class);
  gtk_widget_class_install_action (widget_class, "overview.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "overview.last", NULL, last_action);
}

static void
clinic_patient_overview_init (ClinicPatientOverview *self)
{
  self->slice = gtk_slice_list_model_new (NULL, 0, N_READINGS);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->readings, G_LIST_MODEL (self->slice), clinic_entry_row_create,
                           GSIZE_TO_POINTER (CLINIC_TYPE_READING_ROW), NULL);
}
