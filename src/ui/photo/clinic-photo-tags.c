/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-form-save.h"
#include "clinic-photo-keep.h"
#include "clinic-photo-tags.h"
#include "clinic-present.h"
#include "clinic-toast.h"

struct _ClinicPhotoTags
{
  AdwWindow parent_instance;

  ClinicForm     *form;
  ClinicFormSave *save;

  ClinicNotice   *notice;
  GtkWidget      *save_button;
};

G_DEFINE_FINAL_TYPE (ClinicPhotoTags, clinic_photo_tags, ADW_TYPE_WINDOW)

static gboolean
save (ClinicAct     *act,
      ClinicRecord  *photo,
      gpointer       with,
      GError       **error)
{
  return clinic_photo_retag (act, CLINIC_PHOTO (photo), error);
}

static void
saved_cb (ClinicPhotoTags *self,
          ClinicPhoto     *photo,
          gint64           operation)
{
  clinic_toast_show (GTK_WIDGET (self), _("Photo saved"), operation);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicPhotoTags *self = CLINIC_PHOTO_TAGS (widget);

  if (clinic_form_save_check (self->save))
    clinic_form_save_run (self->save, save, NULL, NULL);
}

static void
clinic_photo_tags_dispose (GObject *object)
{
  ClinicPhotoTags *self = CLINIC_PHOTO_TAGS (object);

  g_clear_object (&self->form);
  g_clear_object (&self->save);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_PHOTO_TAGS);

  G_OBJECT_CLASS (clinic_photo_tags_parent_class)->dispose (object);
}

static void
clinic_photo_tags_class_init (ClinicPhotoTagsClass *klass)
{
  static const char * const fields[] = { "view", "taken_on", "note" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_photo_tags_dispose;
  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/anagen/Anagen/ui/clinic-photo-tags.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicPhotoTags, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicPhotoTags, save_button);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    gtk_widget_class_bind_template_child_full (widget_class, fields[i], FALSE, 0);

  gtk_widget_class_install_action (widget_class, "photo-tags.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
clinic_photo_tags_init (ClinicPhotoTags *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save_button);
}

void
clinic_photo_tags_present (GtkWidget   *parent,
                           ClinicDesk  *desk,
                           ClinicPhoto *photo)
{
  g_autoptr(ClinicRecord) draft = NULL;
  ClinicPhotoTags *self;

  g_return_if_fail (GTK_IS_WIDGET (parent) && CLINIC_IS_DESK (desk) && CLINIC_IS_PHOTO (photo));

  draft = clinic_record_copy (CLINIC_RECORD (photo));
  self = g_object_new (CLINIC_TYPE_PHOTO_TAGS, "transient-for", gtk_widget_get_root (parent), NULL);
  self->form = clinic_form_new (GTK_WIDGET (self), CLINIC_TYPE_PHOTO);
  self->save = clinic_form_save_new (desk, self->form, self->notice, "photo-tags.save");
  clinic_form_save_set_base (self->save, CLINIC_RECORD (photo));
  g_signal_connect_object (self->save, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  clinic_form_set_record (self->form, draft, clinic_desk_get_today (desk));
  clinic_present (GTK_WINDOW (self));
}
