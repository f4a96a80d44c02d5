/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-closures.h"
#include "clinic-patient-words.h"
#include "clinic-reading-entry.h"
#include "clinic-reading-row.h"

struct _ClinicReadingRow
{
  ClinicEntryRow parent_instance;
};

G_DEFINE_FINAL_TYPE (ClinicReadingRow, clinic_reading_row, CLINIC_TYPE_ENTRY_ROW)

static void
clinic_reading_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_READING_ROW);

  G_OBJECT_CLASS (clinic_reading_row_parent_class)->dispose (object);
}

static void
clinic_reading_row_class_init (ClinicReadingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_reading_row_dispose;

  g_type_ensure (CLINIC_TYPE_READING_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-reading-row.ui");
  clinic_closures_bind (widget_class);
  clinic_words_bind (widget_class);
}

static void
clinic_reading_row_init (ClinicReadingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
