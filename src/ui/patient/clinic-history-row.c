/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-closures.h"
#include "clinic-history-entry.h"
#include "clinic-history-row.h"
#include "clinic-patient-words.h"

struct _ClinicHistoryRow
{
  ClinicEntryRow parent_instance;

  GtkWidget      *tag;
  GtkWidget      *edit;
  GtkWidget      *end;
  GtkWidget      *clear;
};

G_DEFINE_FINAL_TYPE (ClinicHistoryRow, clinic_history_row, CLINIC_TYPE_ENTRY_ROW)

static void
aim (GtkWidget          *button,
     ClinicHistoryEntry *entry)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)", entry->kind,
                                    clinic_record_get_id (CLINIC_RECORD (entry)));
}

/* A diagnosis has no end, and a reaction has its own. */
static void
clinic_history_row_entry_set (ClinicEntryRow *row)
{
  ClinicHistoryRow *self = CLINIC_HISTORY_ROW (row);
  ClinicHistoryEntry *entry = clinic_entry_row_get_entry (row);
  gboolean reaction = strcmp (entry->kind, "reaction") == 0;
  gboolean diagnosis = strcmp (entry->kind, "diagnosis") == 0;
  gboolean grave = g_strcmp0 (entry->severity, "severe") == 0 ||
                   g_strcmp0 (entry->bearing, "stop") == 0;

  aim (self->edit, entry);
  aim (self->end, entry);
  aim (self->clear, entry);
  gtk_widget_set_visible (self->end, !entry->past && !reaction && !diagnosis);
  gtk_widget_set_visible (self->clear, !entry->past && reaction);
  gtk_widget_add_css_class (self->tag, grave ? "error" : "warning");

  if (entry->past)
    gtk_widget_add_css_class (GTK_WIDGET (self), "clinic-past");

  aim (GTK_WIDGET (self), entry);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "history.edit");
}

static void
clinic_history_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_HISTORY_ROW);

  G_OBJECT_CLASS (clinic_history_row_parent_class)->dispose (object);
}

static void
clinic_history_row_class_init (ClinicHistoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_history_row_dispose;
  CLINIC_ENTRY_ROW_CLASS (klass)->entry_set = clinic_history_row_entry_set;

  g_type_ensure (CLINIC_TYPE_HISTORY_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-history-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicHistoryRow, tag);
  gtk_widget_class_bind_template_child (widget_class, ClinicHistoryRow, edit);
  gtk_widget_class_bind_template_child (widget_class, ClinicHistoryRow, end);
  gtk_widget_class_bind_template_child (widget_class, ClinicHistoryRow, clear);
  clinic_closures_bind (widget_class);
  clinic_words_bind (widget_class);
}

static void
clinic_history_row_init (ClinicHistoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
