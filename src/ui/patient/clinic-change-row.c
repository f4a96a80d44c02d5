/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-change-entry.h"
#include "clinic-change-row.h"
#include "clinic-closures.h"
#include "clinic-patient-words.h"

struct _ClinicChangeRow
{
  ClinicEntryRow parent_instance;

  GtkWidget      *undo;
};

G_DEFINE_FINAL_TYPE (ClinicChangeRow, clinic_change_row, CLINIC_TYPE_ENTRY_ROW)

static void
clinic_change_row_entry_set (ClinicEntryRow *row)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (CLINIC_CHANGE_ROW (row)->undo), "x",
                                    clinic_record_get_id (clinic_entry_row_get_entry (row)));
}

static void
clinic_change_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_CHANGE_ROW);

  G_OBJECT_CLASS (clinic_change_row_parent_class)->dispose (object);
}

static void
clinic_change_row_class_init (ClinicChangeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_change_row_dispose;
  CLINIC_ENTRY_ROW_CLASS (klass)->entry_set = clinic_change_row_entry_set;

  g_type_ensure (CLINIC_TYPE_CHANGE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-change-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicChangeRow, undo);
  clinic_closures_bind (widget_class);
  clinic_words_bind (widget_class);
}

static void
clinic_change_row_init (ClinicChangeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
