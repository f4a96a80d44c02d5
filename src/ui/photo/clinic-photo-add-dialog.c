/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-form.h"
#include "clinic-notice.h"
#include "clinic-photo-add-dialog.h"
#include "clinic-photo-patient.h"
#include "clinic-photo-row.h"
#include "clinic-present.h"
#include "clinic-toast.h"

struct _ClinicPhotoAddDialog
{
  AdwWindow parent_instance;

  ClinicDesk        *desk;
  ClinicPhotoIntake *intake;
  ClinicForm        *form;          /* what is said of all of them */
  gboolean           saving;

  ClinicNotice      *notice;
  AdwWindowTitle    *title;
  GtkWidget         *progress;
  GtkWidget         *common;
  GtkListBox        *list;
  GtkButton         *keep;
};

G_DEFINE_FINAL_TYPE (ClinicPhotoAddDialog, clinic_photo_add_dialog, ADW_TYPE_WINDOW)

static void
show_state (ClinicPhotoAddDialog *self)
{
  guint n_ready = clinic_photo_intake_count_ready (self->intake);
  guint n = g_list_model_get_n_items (clinic_photo_intake_get_list (self->intake));
  double progress = clinic_photo_intake_get_progress (self->intake);
  g_autofree char *label = g_strdup_printf (ngettext ("_Keep %u photo", "_Keep %u photos", n_ready), n_ready);

  gtk_button_set_label (self->keep, label);
  gtk_widget_set_visible (self->common, n > 1);
  gtk_widget_set_visible (self->progress, progress < 1);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), progress);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photo-add.keep",
                                 n_ready > 0 && progress >= 1 && !self->saving);
}

static GtkWidget *
make_row (gpointer candidate,
          gpointer self)
{
  return clinic_photo_row_new (candidate, clinic_desk_get_today (CLINIC_PHOTO_ADD_DIALOG (self)->desk));
}

/* What is said of all goes to each. */
static void
common_cb (ClinicPhotoAddDialog *self,
           GParamSpec           *pspec,
           ClinicPhoto          *common)
{
  GListModel *candidates = clinic_photo_intake_get_list (self->intake);
  const char *value = g_strcmp0 (pspec->name, "view") == 0 ? common->view : common->taken_on;

  for (guint i = 0; value != NULL && i < g_list_model_get_n_items (candidates); i++)
    {
      g_autoptr(ClinicPhotoCandidate) candidate = g_list_model_get_item (candidates, i);

      g_object_set (clinic_photo_candidate_get_photo (candidate), pspec->name, value, NULL);
    }
}

static gpointer
add_photos (ClinicAct  *act,
            gpointer    additions,
            GError    **error)
{
  return GUINT_TO_POINTER (clinic_photo_add (act, additions, error));
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(ClinicPhotoAddDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 operation;
  guint n = GPOINTER_TO_UINT (clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, &operation, &error));

  if (self->notice == NULL)
    return;

  self->saving = FALSE;

  if (n == 0)
    {
      clinic_notice_set_error (self->notice, error);
      show_state (self);
      return;
    }

  text = g_strdup_printf (ngettext ("%u photo added", "%u photos added", n), n);
  clinic_toast_show (GTK_WIDGET (self), text, operation);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
keep_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicPhotoAddDialog *self = CLINIC_PHOTO_ADD_DIALOG (widget);

  self->saving = TRUE;
  show_state (self);
  clinic_desk_run_async (self->desk, add_photos, clinic_photo_intake_dup_additions (self->intake),
                         (GDestroyNotify) g_ptr_array_unref, NULL, kept_cb, g_object_ref (self));
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinicPhotoAddDialog *self = CLINIC_PHOTO_ADD_DIALOG (widget);

  clinic_photo_intake_remove (self->intake, g_variant_get_int32 (parameter));

  if (g_list_model_get_n_items (clinic_photo_intake_get_list (self->intake)) == 0)
    gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
dropped_cb (GtkDropTarget        *target,
            const GValue         *value,
            double                x,
            double                y,
            ClinicPhotoAddDialog *self)
{
  g_autoptr(GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  clinic_photo_intake_add_files (self->intake, files);

  return TRUE;
}

static void
clinic_photo_add_dialog_dispose (GObject *object)
{
  ClinicPhotoAddDialog *self = CLINIC_PHOTO_ADD_DIALOG (object);

  if (self->intake != NULL)
    clinic_photo_intake_cancel (self->intake);

  g_clear_object (&self->form);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_PHOTO_ADD_DIALOG);
  g_clear_object (&self->intake);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (clinic_photo_add_dialog_parent_class)->dispose (object);
}

static void
clinic_photo_add_dialog_class_init (ClinicPhotoAddDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_photo_add_dialog_dispose;
  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-photo-add-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicPhotoAddDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicPhotoAddDialog, title);
  gtk_widget_class_bind_template_child (widget_class, ClinicPhotoAddDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, ClinicPhotoAddDialog, common);
  gtk_widget_class_bind_template_child (widget_class, ClinicPhotoAddDialog, list);
  gtk_widget_class_bind_template_child (widget_class, ClinicPhotoAddDialog, keep);
  gtk_widget_class_bind_template_child_full (widget_class, "view", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "taken_on", FALSE, 0);
  gtk_widget_class_install_action (widget_class, "photo-add.keep", NULL, keep_action);
  gtk_widget_class_install_action (widget_class, "photo-add.remove", "i", remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "photo-add.keep", NULL);
}

static void
clinic_photo_add_dialog_init (ClinicPhotoAddDialog *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->keep));
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
clinic_photo_add_dialog_present (GtkWidget         *parent,
                                 ClinicDesk        *desk,
                                 ClinicPhotoIntake *intake)
{
  g_autoptr(ClinicPhoto) common = clinic_photo_new ();
  ClinicPhotoAddDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent) && CLINIC_IS_DESK (desk) && CLINIC_IS_PHOTO_INTAKE (intake));

  self = g_object_new (CLINIC_TYPE_PHOTO_ADD_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);
  self->desk = g_object_ref (desk);
  self->intake = g_object_ref (intake);
  self->form = clinic_form_new (GTK_WIDGET (self), CLINIC_TYPE_PHOTO);
  clinic_form_set_record (self->form, CLINIC_RECORD (common), clinic_desk_get_today (desk));
  g_signal_connect_object (common, "notify::view", G_CALLBACK (common_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (common, "notify::taken-on", G_CALLBACK (common_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->list, clinic_photo_intake_get_list (intake), make_row, self, NULL);
  g_signal_connect_object (intake, "notify", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  show_state (self);
  clinic_photo_name_patient (self->title, desk, clinic_photo_intake_get_patient (intake));
  clinic_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}
