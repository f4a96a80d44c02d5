/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-diagnosis-dialog.h"
#include "clinic-diagnosis-kind.h"
#include "clinic-history.h"
#include "clinic-stage-grid.h"

struct _ClinicDiagnosisDialog
{
  ClinicEntryDialog parent_instance;

  gboolean showing;                 /* what is shown follows, and does not lead */

  AdwComboRow       *scales;        /* none, each that has pictures, another */
  GtkWidget         *scale;
  GtkWidget         *grade;
  GtkWidget         *pictures;
  ClinicStageGrid   *grid;
  GtkLabel          *definition;
};

G_DEFINE_FINAL_TYPE (ClinicDiagnosisDialog, clinic_diagnosis_dialog, CLINIC_TYPE_ENTRY_DIALOG)

static GPtrArray *
load_kinds (ClinicDb * db,
            gint64 patient,
            GError * *error)
{
  return clinic_store_list_by (db, CLINIC_TYPE_DIAGNOSIS_KIND, NULL, 0, error);
}

static const ClinicEntryOptions options[] = {
  { "diagnosis_kind_id", "name", NULL, load_kinds },
  { NULL }
};

static gint64
save (ClinicAct     *act,
      ClinicRecord  *record,
      GError       **error)
{
  return clinic_diagnosis_save (act, CLINIC_DIAGNOSIS (record), error);
}

static guint
count_scales (void)
{
  guint n = 0;

  while (clinic_scales ()[n].name != NULL)
    n++;

  return n;
}

/* The one chosen, if it has pictures. */
static const ClinicScale *
get_scale (ClinicDiagnosisDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->scales);

  return selected > 0 && selected <= count_scales () ? &clinic_scales ()[selected - 1] : NULL;
}

static void
show_scale (ClinicDiagnosisDialog *self)
{
  const ClinicScale *scale = get_scale (self);
  gboolean another = adw_combo_row_get_selected (self->scales) > count_scales ();

  gtk_widget_set_visible (self->scale, another);
  gtk_widget_set_visible (self->grade, another);
  gtk_widget_set_visible (self->pictures, scale != NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->scales), scale != NULL ? _(scale->about) : "");
}

static void
show_stage (ClinicDiagnosisDialog *self)
{
  const ClinicScale *scale = get_scale (self);
  const char *stage = clinic_stage_grid_get_stage (self->grid);
  g_autofree char *words = scale != NULL && stage != NULL ? clinic_scale_define (scale, stage) : NULL;
  g_autofree char *text = words != NULL ? g_strdup_printf (C_("stage, its definition", "%s: %s"), stage, words)
                                        : g_strdup (_("Choose the picture that fits best."));

  gtk_label_set_label (self->definition, text);
}

static void
stage_cb (ClinicDiagnosisDialog *self)
{
  ClinicRecord *draft = clinic_entry_dialog_get_draft (CLINIC_ENTRY_DIALOG (self));

  if (!self->showing && draft != NULL && get_scale (self) != NULL)
    g_object_set (draft, "grade", clinic_stage_grid_get_stage (self->grid), NULL);

  show_stage (self);
}

/* What was written for one scale means nothing in another. */
static void
scale_cb (ClinicDiagnosisDialog *self)
{
  ClinicRecord *draft = clinic_entry_dialog_get_draft (CLINIC_ENTRY_DIALOG (self));
  const ClinicScale *scale = get_scale (self);

  show_scale (self);

  if (self->showing || draft == NULL)
    return;

  g_object_set (draft, "scale", scale != NULL ? scale->label : NULL, "grade", NULL, NULL);

  if (scale != NULL)
    clinic_stage_grid_show (self->grid, scale, NULL);

  show_stage (self);
}

/* A scale that has no pictures, or a stage that it does not know, stays as it was written. */
static void
prepare (ClinicEntryDialog *dialog,
         ClinicRecord      *record)
{
  ClinicDiagnosisDialog *self = CLINIC_DIAGNOSIS_DIALOG (dialog);
  ClinicDiagnosis *diagnosis = CLINIC_DIAGNOSIS (record);
  const ClinicScale *scale = clinic_scale_guess (diagnosis->scale);
  gboolean written = diagnosis->scale != NULL || diagnosis->grade != NULL;
  guint selected = written ? count_scales () + 1 : 0;

  if (scale != NULL && (diagnosis->grade == NULL || clinic_scale_allows (scale->name, diagnosis->grade)))
    selected = 1 + (guint) (scale - clinic_scales ());

  self->showing = TRUE;
  adw_combo_row_set_selected (self->scales, selected);
  show_scale (self);

  if (get_scale (self) != NULL)
    clinic_stage_grid_show (self->grid, scale, diagnosis->grade);

  show_stage (self);
  self->showing = FALSE;
}

static void
clinic_diagnosis_dialog_class_init (ClinicDiagnosisDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ClinicEntryDialogClass *dialog_class = CLINIC_ENTRY_DIALOG_CLASS (klass);

  dialog_class->record_type = CLINIC_TYPE_DIAGNOSIS;
  dialog_class->options = options;
  dialog_class->done = N_("Diagnosis saved");
  dialog_class->dated = "made-on";
  dialog_class->save = save;
  dialog_class->prepare = prepare;
  g_type_ensure (CLINIC_TYPE_STAGE_GRID);

  clinic_entry_dialog_class_bind (dialog_class,
                                  "/org/anagen/Anagen/ui/clinic-diagnosis-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicDiagnosisDialog, scales);
  gtk_widget_class_bind_template_child (widget_class, ClinicDiagnosisDialog, scale);
  gtk_widget_class_bind_template_child (widget_class, ClinicDiagnosisDialog, grade);
  gtk_widget_class_bind_template_child (widget_class, ClinicDiagnosisDialog, pictures);
  gtk_widget_class_bind_template_child (widget_class, ClinicDiagnosisDialog, grid);
  gtk_widget_class_bind_template_child (widget_class, ClinicDiagnosisDialog, definition);
}

static void
clinic_diagnosis_dialog_init (ClinicDiagnosisDialog *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (names, _("No stage"));

  for (const ClinicScale *scale = clinic_scales (); scale->name != NULL; scale++)
    gtk_string_list_append (names, _(scale->label));

  gtk_string_list_append (names, _("Another scale"));
  adw_combo_row_set_model (self->scales, G_LIST_MODEL (names));
  show_scale (self);
  g_signal_connect_object (self->scales, "notify::selected", G_CALLBACK (scale_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "notify::stage", G_CALLBACK (stage_cb), self, G_CONNECT_SWAPPED);
}
