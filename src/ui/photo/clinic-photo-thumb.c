/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-photo-load.h"
#include "clinic-photo-thumb.h"

#define SIDE 128

struct _ClinicPhotoThumb
{
  GtkWidget parent_instance;

  ClinicDesk   *desk;
  ClinicPhoto  *photo;
  GCancellable *cancellable;      /* set once it was asked for */
  GtkWidget    *button;
  GtkWidget    *picture;
};

G_DEFINE_FINAL_TYPE (ClinicPhotoThumb, clinic_photo_thumb, GTK_TYPE_WIDGET)

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(ClinicPhotoThumb) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkTexture) texture = clinic_photo_thumbnail_finish (result, &error);

  if (self->button == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (texture != NULL)
    {
      gtk_picture_set_paintable (GTK_PICTURE (self->picture), GDK_PAINTABLE (texture));
      return;
    }

  gtk_button_set_icon_name (GTK_BUTTON (self->button), "dialog-warning-symbolic");
  gtk_widget_set_tooltip_text (self->button, error->message);
}

static void
clinic_photo_thumb_dispose (GObject *object)
{
  ClinicPhotoThumb *self = CLINIC_PHOTO_THUMB (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->photo);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (clinic_photo_thumb_parent_class)->dispose (object);
}

static void
clinic_photo_thumb_class_init (ClinicPhotoThumbClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = clinic_photo_thumb_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "photo-thumb");
}

static void
clinic_photo_thumb_init (ClinicPhotoThumb *self)
{
  self->picture = gtk_picture_new ();
  gtk_picture_set_content_fit (GTK_PICTURE (self->picture), GTK_CONTENT_FIT_COVER);
  gtk_widget_set_size_request (self->picture, SIDE, SIDE);
  gtk_widget_set_overflow (self->picture, GTK_OVERFLOW_HIDDEN);
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), self->picture);
  gtk_widget_add_css_class (self->button, "photo-thumb");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
clinic_photo_thumb_new (ClinicDesk  *desk,
                        ClinicPhoto *photo)
{
  ClinicPhotoThumb *self = g_object_new (CLINIC_TYPE_PHOTO_THUMB, NULL);
  g_autofree char *day = clinic_photo_dup_day (photo);
  g_autofree char *label = NULL;

  self->desk = g_object_ref (desk);
  self->photo = g_object_ref (photo);
  /* Translators: the name of a photo: "Vertex, 12 Sep 2026". */
  label = g_strdup_printf (_("%s, %s"), clinic_photo_get_view_label (photo), day);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (self->button, photo->note != NULL ? photo->note : label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "photos.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "x",
                                    clinic_record_get_id (CLINIC_RECORD (photo)));

  return GTK_WIDGET (self);
}

void
clinic_photo_thumb_load (ClinicPhotoThumb *self)
{
  g_return_if_fail (CLINIC_IS_PHOTO_THUMB (self));

  if (self->cancellable != NULL)
    return;

  self->cancellable = g_cancellable_new ();
  clinic_photo_thumbnail_async (self->desk, self->photo->content, self->cancellable, read_cb,
                                g_object_ref (self));
}
