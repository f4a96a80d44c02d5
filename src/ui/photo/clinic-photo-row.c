/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-form.h"
#include "clinic-photo-row.h"

struct _ClinicPhotoRow
{
  GtkListBoxRow parent_instance;

  ClinicPhotoCandidate *candidate;
  ClinicForm           *form;

  GtkPicture           *picture;
  GtkStack             *stack;
  GtkLabel             *label;
  GtkLabel             *message;
  GtkWidget            *spinner;
};

G_DEFINE_FINAL_TYPE (ClinicPhotoRow, clinic_photo_row, GTK_TYPE_LIST_BOX_ROW)

static void
show (ClinicPhotoRow *self)
{
  g_autoptr(GdkTexture) texture = NULL;
  g_autofree char *label = NULL;
  g_autofree char *message = NULL;

  g_object_get (self->candidate, "texture", &texture, "label", &label, "message", &message, NULL);
  gtk_label_set_label (self->label, label);
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (self->spinner, texture == NULL && message == NULL);
  gtk_stack_set_visible_child_name (self->stack, message != NULL ? "refused" : "tags");
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "photo-add.remove", "i",
                              gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (widget)));
}

static void
clinic_photo_row_dispose (GObject *object)
{
  ClinicPhotoRow *self = CLINIC_PHOTO_ROW (object);

  g_clear_object (&self->form);
  g_clear_object (&self->candidate);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_PHOTO_ROW);

  G_OBJECT_CLASS (clinic_photo_row_parent_class)->dispose (object);
}

static void
clinic_photo_row_class_init (ClinicPhotoRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_photo_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/anagen/Anagen/ui/clinic-photo-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicPhotoRow, picture);
  gtk_widget_class_bind_template_child (widget_class, ClinicPhotoRow, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicPhotoRow, label);
  gtk_widget_class_bind_template_child (widget_class, ClinicPhotoRow, message);
  gtk_widget_class_bind_template_child (widget_class, ClinicPhotoRow, spinner);
  gtk_widget_class_bind_template_child_full (widget_class, "view", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "taken_on", FALSE, 0);
  gtk_widget_class_install_action (widget_class, "row.remove", NULL, remove_action);
}

static void
clinic_photo_row_init (ClinicPhotoRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
clinic_photo_row_new (ClinicPhotoCandidate *candidate,
                      const char           *today)
{
  ClinicPhotoRow *self = g_object_new (CLINIC_TYPE_PHOTO_ROW, NULL);

  self->candidate = g_object_ref (candidate);
  self->form = clinic_form_new (GTK_WIDGET (self), CLINIC_TYPE_PHOTO);
  clinic_form_set_record (self->form, CLINIC_RECORD (clinic_photo_candidate_get_photo (candidate)), today);
  g_signal_connect_object (candidate, "notify", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);

  return GTK_WIDGET (self);
}
