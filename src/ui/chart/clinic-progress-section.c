/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-progress-section.h"

struct _ClinicProgressSection
{
  ClinicPage parent_instance;
};

G_DEFINE_FINAL_TYPE (ClinicProgressSection, clinic_progress_section, CLINIC_TYPE_PAGE)

static void
clinic_progress_section_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_PROGRESS_SECTION);
  G_OBJECT_CLASS (clinic_progress_section_parent_class)->dispose (object);
}

static void
clinic_progress_section_class_init (ClinicProgressSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = clinic_progress_section_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/anagen/Anagen/ui/clinic-progress-section.ui");
}

static void
clinic_progress_section_init (ClinicProgressSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

