/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-chart-notes.h"
#include "clinic-form.h"
#include "clinic-phrase-picker.h"

struct _ClinicChartNotes
{
  ClinicChartPart parent_instance;

  ClinicForm         *form;
  ClinicPhrasePicker *phrases;
  GtkTextView        *notes;
};

G_DEFINE_FINAL_TYPE (ClinicChartNotes, clinic_chart_notes, CLINIC_TYPE_CHART_PART)

static void
clinic_chart_notes_show (ClinicChartPart  *part,
                         ClinicChartModel *model,
                         ClinicChartSheet *sheet)
{
  ClinicChartNotes *self = CLINIC_CHART_NOTES (part);
  ClinicRecord *record = CLINIC_RECORD (clinic_chart_model_get_record (model));

  if (clinic_form_get_record (self->form) != record)
    clinic_form_set_record (self->form, record, NULL);
}

static void
clinic_chart_notes_dispose (GObject *object)
{
  g_clear_object (&CLINIC_CHART_NOTES (object)->form);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_CHART_NOTES);
  G_OBJECT_CLASS (clinic_chart_notes_parent_class)->dispose (object);
}

static void
clinic_chart_notes_class_init (ClinicChartNotesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_chart_notes_dispose;
  CLINIC_CHART_PART_CLASS (klass)->show = clinic_chart_notes_show;

  g_type_ensure (CLINIC_TYPE_PHRASE_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/anagen/Anagen/ui/clinic-chart-notes.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicChartNotes, notes);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartNotes, phrases);
}

static void
clinic_chart_notes_init (ClinicChartNotes *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  clinic_phrase_picker_set_view (self->phrases, self->notes);
  self->form = clinic_form_new (GTK_WIDGET (self), CLINIC_TYPE_SESSION);
}

gboolean
clinic_chart_notes_validate (ClinicChartNotes *self,
                             const char       *today)
{
  g_return_val_if_fail (CLINIC_IS_CHART_NOTES (self), FALSE);

  return clinic_form_validate (self->form, today, NULL);
}

void
clinic_chart_notes_start (ClinicChartNotes *self)
{
  g_return_if_fail (CLINIC_IS_CHART_NOTES (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->notes));
}
