/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-notice.h"
#include "clinic-photo-add.h"
#include "clinic-photo-load.h"
#include "clinic-photo-seen.h"
#include "clinic-photo-timeline.h"
#include "clinic-photo-window.h"
#include "clinic-photos-section.h"

struct _ClinicPhotosSection
{
  ClinicPage parent_instance;

  GCancellable        *cancellable;
  GPtrArray           *photos;
  gint64               seen;          /* patient whose photos it was noted of; 0: none */

  ClinicNotice        *notice;
  GtkStack            *stack;
  ClinicPhotoTimeline *timeline;
};

G_DEFINE_FINAL_TYPE (ClinicPhotosSection, clinic_photos_section, CLINIC_TYPE_PAGE)

/* Nothing is left in sight that the trail knows nothing of. */
static void
seen_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(ClinicPhotosSection) self = user_data;
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;

  if (clinic_photo_seen_finish (source, result, &error) || self->notice == NULL)
    return;

  self->seen = 0;
  clinic_notice_set_error (self->notice, error);
  clinic_photo_timeline_show (self->timeline, clinic_page_get_desk (CLINIC_PAGE (self)), none);
}

/* Once an opening, not at each change. */
static void
note_seen (ClinicPhotosSection *self)
{
  gint64 patient = clinic_page_get_id (CLINIC_PAGE (self));

  if (self->photos->len == 0 || self->seen == patient)
    return;

  self->seen = patient;
  clinic_photo_seen_async (clinic_page_get_desk (CLINIC_PAGE (self)), patient, 0, seen_cb,
                           g_object_ref (self));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(ClinicPhotosSection) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) photos = clinic_photo_list_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->notice == NULL)
    return;

  clinic_page_set_loading (CLINIC_PAGE (self), FALSE);
  clinic_notice_set_error (self->notice, error);

  if (photos == NULL)
    return;

  g_clear_pointer (&self->photos, g_ptr_array_unref);
  self->photos = g_steal_pointer (&photos);
  clinic_photo_timeline_show (self->timeline, clinic_page_get_desk (CLINIC_PAGE (self)), self->photos);
  gtk_stack_set_visible_child_name (self->stack, self->photos->len > 0 ? "photos" : "empty");
  note_seen (self);
}

static void
clinic_photos_section_reload (ClinicPage *page)
{
  ClinicPhotosSection *self = CLINIC_PHOTOS_SECTION (page);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  clinic_page_set_loading (page, TRUE);
  clinic_photo_list_async (clinic_page_get_desk (page), clinic_page_get_id (page), self->cancellable,
                           read_cb, g_object_ref (self));
}

/* Another patient: nothing of the one before may stay in sight. */
static void
id_cb (ClinicPhotosSection *self)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  self->seen = 0;
  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->photos, g_ptr_array_unref);
  clinic_photo_timeline_show (self->timeline, clinic_page_get_desk (CLINIC_PAGE (self)), none);
  gtk_stack_set_visible_child_name (self->stack, "loading");
}

static void
allow_cb (ClinicPhotosSection *self)
{
  gboolean add = clinic_desk_may (clinic_page_get_desk (CLINIC_PAGE (self)), "photo.add");

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photos.add", add);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photos.paste", add);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  ClinicPage *page = CLINIC_PAGE (widget);

  clinic_photo_add_choose (widget, clinic_page_get_desk (page), clinic_page_get_id (page), 0);
}

static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ClinicPage *page = CLINIC_PAGE (widget);

  clinic_photo_add_paste (widget, clinic_page_get_desk (page), clinic_page_get_id (page), 0);
}

static gboolean
dropped_cb (GtkDropTarget       *target,
            const GValue        *value,
            double               x,
            double               y,
            ClinicPhotosSection *self)
{
  ClinicPage *page = CLINIC_PAGE (self);

  if (!clinic_desk_may (clinic_page_get_desk (page), "photo.add"))
    return FALSE;

  clinic_photo_add_files (GTK_WIDGET (self), clinic_page_get_desk (page), clinic_page_get_id (page), 0,
                          g_value_get_boxed (value));

  return TRUE;
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicPhotosSection *self = CLINIC_PHOTOS_SECTION (widget);
  gint64 id = g_variant_get_int64 (parameter);

  for (guint i = 0; self->photos != NULL && i < self->photos->len; i++)
    {
      if (clinic_record_get_id (self->photos->pdata[i]) == id)
        clinic_photo_window_present (widget, clinic_page_get_desk (CLINIC_PAGE (self)), self->photos, i, i,
                                     CLINIC_PHOTO_ONE);
    }
}

/* The first of the view beside the latest. */
static void
compare_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ClinicPhotosSection *self = CLINIC_PHOTOS_SECTION (widget);
  guint first, last;

  if (self->photos != NULL &&
      clinic_photo_find_ends (self->photos, g_variant_get_string (parameter, NULL), &first, &last))
    clinic_photo_window_present (widget, clinic_page_get_desk (CLINIC_PAGE (self)), self->photos, first,
                                 last, CLINIC_PHOTO_SIDE);
}

static void
clinic_photos_section_constructed (GObject *object)
{
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (object));
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  G_OBJECT_CLASS (clinic_photos_section_parent_class)->constructed (object);
  g_signal_connect (object, "notify::id", G_CALLBACK (id_cb), NULL);
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), object);
  gtk_widget_add_controller (GTK_WIDGET (object), GTK_EVENT_CONTROLLER (target));

  if (desk == NULL)
    return;

  g_signal_connect_object (desk, "notify::actor", G_CALLBACK (allow_cb), object, G_CONNECT_SWAPPED);
  allow_cb (CLINIC_PHOTOS_SECTION (object));
}

static void
clinic_photos_section_dispose (GObject *object)
{
  ClinicPhotosSection *self = CLINIC_PHOTOS_SECTION (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->photos, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_PHOTOS_SECTION);

  G_OBJECT_CLASS (clinic_photos_section_parent_class)->dispose (object);
}

static void
clinic_photos_section_class_init (ClinicPhotosSectionClass *klass)
{
  static const char * const tables[] = { "photo", NULL };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = clinic_photos_section_constructed;
  G_OBJECT_CLASS (klass)->dispose = clinic_photos_section_dispose;
  CLINIC_PAGE_CLASS (klass)->tables = tables;
  CLINIC_PAGE_CLASS (klass)->reload = clinic_photos_section_reload;
  g_type_ensure (CLINIC_TYPE_NOTICE);
  g_type_ensure (CLINIC_TYPE_PHOTO_TIMELINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-photos-section.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicPhotosSection, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicPhotosSection, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicPhotosSection, timeline);
  gtk_widget_class_install_action (widget_class, "photos.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "photos.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "photos.open", "x", open_action);
  gtk_widget_class_install_action (widget_class, "photos.compare", "s", compare_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "photos.paste", NULL);
}

static void
clinic_photos_section_init (ClinicPhotosSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
