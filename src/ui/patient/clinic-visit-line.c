/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-closures.h"
#include "clinic-patient-words.h"
#include "clinic-visit-line.h"
#include "clinic-visit.h"

struct _ClinicVisitLine
{
  ClinicEntryRow parent_instance;
};

G_DEFINE_FINAL_TYPE (ClinicVisitLine, clinic_visit_line, CLINIC_TYPE_ENTRY_ROW)

static void
clinic_visit_line_entry_set (ClinicEntryRow *row)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x",
                                    clinic_record_get_id (clinic_entry_row_get_entry (row)));
}

static void
clinic_visit_line_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_VISIT_LINE);

  G_OBJECT_CLASS (clinic_visit_line_parent_class)->dispose (object);
}

static void
clinic_visit_line_class_init (ClinicVisitLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_visit_line_dispose;
  CLINIC_ENTRY_ROW_CLASS (klass)->entry_set = clinic_visit_line_entry_set;

  g_type_ensure (CLINIC_TYPE_VISIT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-visit-line.ui");
  clinic_closures_bind (widget_class);
  clinic_words_bind (widget_class);
}

static void
clinic_visit_line_init (ClinicVisitLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
