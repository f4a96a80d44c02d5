/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-form-save.h"
#include "clinic-patient.h"
#include "clinic-present.h"
#include "clinic-scale-dialog.h"
#include "clinic-stage-grid.h"
#include "clinic-toast.h"
#include "clinic-tracking.h"

struct _ClinicScaleDialog
{
  AdwWindow parent_instance;

  ClinicDesk      *desk;
  ClinicForm      *form;
  ClinicFormSave  *save;

  ClinicNotice    *notice;
  GtkDropDown     *scales;
  ClinicStageGrid *grid;
  GtkLabel        *stage;
  GtkLabel        *definition;
  GtkWidget       *save_button;
};

G_DEFINE_FINAL_TYPE (ClinicScaleDialog, clinic_scale_dialog, ADW_TYPE_WINDOW)

/* What is shown at first. */
typedef struct
{
  const ClinicScale *scale;
  char              *stage;
} Start;

static void
start_free (gpointer data)
{
  Start *start = data;

  g_free (start->stage);
  g_free (start);
}

static gpointer
read_start (ClinicDb  *db,
            gpointer   data,
            GError   **error)
{
  gint64 patient = *(gint64 *) data;
  g_autoptr(ClinicRecord) record = clinic_store_find (db, CLINIC_TYPE_PATIENT, patient, error);
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "progress-grades", NULL);
  Start *start;

  if (record == NULL || statement == NULL)
    return NULL;

  start = g_new0 (Start, 1);
  start->scale = clinic_scale_find (g_strcmp0 (CLINIC_PATIENT (record)->sex, "F") == 0
                                    ? "ludwig" : "norwood");
  clinic_statement_bind_int (statement, 1, patient);

  while (clinic_statement_step (statement, NULL))
    {
      const ClinicScale *scale = clinic_scale_guess (clinic_statement_get_text (statement, 0));
      const char *stage = clinic_statement_get_text (statement, 1);

      if (scale == NULL || !clinic_scale_allows (scale->name, stage))
        continue;

      start->scale = scale;
      g_free (start->stage);
      start->stage = g_strdup (stage);
    }

  return start;
}

static const ClinicScale *
get_scale (ClinicScaleDialog *self)
{
  return &clinic_scales ()[gtk_drop_down_get_selected (self->scales)];
}

static void
stage_cb (ClinicScaleDialog *self)
{
  const ClinicScale *scale = get_scale (self);
  const char *stage = clinic_stage_grid_get_stage (self->grid);
  g_autofree char *words = stage != NULL ? clinic_scale_define (scale, stage) : NULL;
  g_autofree char *title = stage != NULL
                           ? g_strdup_printf (C_("scale, stage", "%s %s"), _(scale->label), stage)
                           : g_strdup (_(scale->about));

  gtk_label_set_label (self->stage, title);
  gtk_label_set_label (self->definition, words != NULL ? words : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scale.save", stage != NULL);
  g_object_set (clinic_form_get_record (self->form), "scale", scale->name, "stage", stage, NULL);
}

static void
scale_cb (ClinicScaleDialog *self)
{
  clinic_stage_grid_show (self->grid, get_scale (self), NULL);
}

static void
started_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ClinicScaleDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  Start *start = clinic_worker_run_finish (NULL, result, &error);

  if (self->form != NULL)
    clinic_notice_set_error (self->notice, error);

  if (self->form != NULL && start != NULL)
    {
      gtk_drop_down_set_selected (self->scales, (guint) (start->scale - clinic_scales ()));
      clinic_stage_grid_show (self->grid, start->scale, start->stage);
      gtk_widget_grab_focus (GTK_WIDGET (self->grid));
    }

  g_clear_pointer (&start, start_free);
}

static gboolean
save_grade (ClinicAct     *act,
            ClinicRecord  *grade,
            gpointer       with,
            GError       **error)
{
  return clinic_grade_save (act, CLINIC_GRADE (grade), error) != 0;
}

static void
saved_cb (ClinicScaleDialog *self,
          ClinicRecord      *grade,
          gint64             operation)
{
  clinic_toast_show (GTK_WIDGET (self), _("Stage saved"), operation);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicScaleDialog *self = CLINIC_SCALE_DIALOG (widget);

  if (clinic_form_save_check (self->save))
    clinic_form_save_run (self->save, save_grade, NULL, NULL);
}

static void
clinic_scale_dialog_dispose (GObject *object)
{
  ClinicScaleDialog *self = CLINIC_SCALE_DIALOG (object);

  g_clear_object (&self->form);
  g_clear_object (&self->save);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_SCALE_DIALOG);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (clinic_scale_dialog_parent_class)->dispose (object);
}

static void
clinic_scale_dialog_class_init (ClinicScaleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_scale_dialog_dispose;
  g_type_ensure (CLINIC_TYPE_NOTICE);
  g_type_ensure (CLINIC_TYPE_STAGE_GRID);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-scale-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicScaleDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicScaleDialog, scales);
  gtk_widget_class_bind_template_child (widget_class, ClinicScaleDialog, grid);
  gtk_widget_class_bind_template_child (widget_class, ClinicScaleDialog, stage);
  gtk_widget_class_bind_template_child (widget_class, ClinicScaleDialog, definition);
  gtk_widget_class_bind_template_child (widget_class, ClinicScaleDialog, save_button);
  gtk_widget_class_bind_template_child_full (widget_class, "graded_on", FALSE, 0);
  gtk_widget_class_install_action (widget_class, "scale.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "scale.save", NULL);
}

static void
clinic_scale_dialog_init (ClinicScaleDialog *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save_button);

  for (const ClinicScale *scale = clinic_scales (); scale->name != NULL; scale++)
    gtk_string_list_append (names, _(scale->label));

  gtk_drop_down_set_model (self->scales, G_LIST_MODEL (names));
}

void
clinic_scale_present (GtkWidget  *parent,
                      ClinicDesk *desk,
                      gint64      patient,
                      gint64      session)
{
  g_autoptr(ClinicGrade) draft = clinic_grade_new ();
  ClinicScaleDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent) && CLINIC_IS_DESK (desk) && patient != 0);

  self = g_object_new (CLINIC_TYPE_SCALE_DIALOG, "transient-for", gtk_widget_get_root (parent),
                       NULL);
  self->desk = g_object_ref (desk);
  self->form = clinic_form_new (GTK_WIDGET (self), CLINIC_TYPE_GRADE);
  self->save = clinic_form_save_new (desk, self->form, self->notice, "scale.save");
  g_signal_connect_object (self->save, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_object_set (draft, "patient-id", patient, "session-id",
                session != 0 ? session : CLINIC_UNKNOWN, "graded-on",
                clinic_desk_get_today (desk), NULL);
  clinic_form_set_record (self->form, CLINIC_RECORD (draft), clinic_desk_get_today (desk));
  g_signal_connect_object (self->grid, "notify::stage", G_CALLBACK (stage_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scales, "notify::selected", G_CALLBACK (scale_cb), self,
                           G_CONNECT_SWAPPED);
  scale_cb (self);
  clinic_worker_run_async (clinic_desk_get_reader (desk), read_start,
                           g_memdup2 (&patient, sizeof patient), g_free, start_free, NULL,
                           started_cb, g_object_ref (self));
  clinic_present (GTK_WINDOW (self));
}
