/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-locale.h"
#include "clinic-photo-load.h"
#include "clinic-picture-vault.h"

GPtrArray *
clinic_photo_list (ClinicDb  *db,
                   gint64     patient,
                   GError   **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "photo-list", error);

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_int (statement, 1, patient);

  return clinic_store_list (statement, CLINIC_TYPE_PHOTO, error);
}

static gpointer
read_list (ClinicDb  *db,
           gpointer   data,
           GError   **error)
{
  return clinic_photo_list (db, *(gint64 *) data, error);
}

void
clinic_photo_list_async (ClinicDesk          *desk,
                         gint64               patient,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (CLINIC_IS_DESK (desk));

  clinic_worker_run_async (clinic_desk_get_reader (desk), read_list,
                           g_memdup2 (&patient, sizeof patient), g_free,
                           (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
clinic_photo_list_finish (GAsyncResult  *result,
                          GError       **error)
{
  return clinic_worker_run_finish (NULL, result, error);
}

static gpointer
read_image (ClinicDb  *db,
            gpointer   data,
            GError   **error)
{
  g_autoptr(GBytes) bytes = clinic_picture_vault_read (db, data, CLINIC_PICTURE_PHOTO, error);

  return bytes != NULL ? clinic_photo_image_new (bytes, error) : NULL;
}

void
clinic_photo_image_async (ClinicDesk          *desk,
                          const char          *content,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (CLINIC_IS_DESK (desk) && content != NULL);

  clinic_worker_run_async (clinic_desk_get_reader (desk), read_image, g_strdup (content), g_free,
                           g_object_unref, cancellable, callback, user_data);
}

ClinicPhotoImage *
clinic_photo_image_finish (GAsyncResult  *result,
                           GError       **error)
{
  return clinic_worker_run_finish (NULL, result, error);
}

static gpointer
read_thumbnail (ClinicDb  *db,
                gpointer   data,
                GError   **error)
{
  g_autoptr(GBytes) bytes = clinic_picture_vault_read (db, data, CLINIC_PICTURE_THUMBNAIL, error);

  return bytes != NULL ? gdk_texture_new_from_bytes (bytes, error) : NULL;
}

void
clinic_photo_thumbnail_async (ClinicDesk          *desk,
                              const char          *content,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (CLINIC_IS_DESK (desk) && content != NULL);

  clinic_worker_run_async (clinic_desk_get_reader (desk), read_thumbnail, g_strdup (content),
                           g_free, g_object_unref, cancellable, callback, user_data);
}

GdkTexture *
clinic_photo_thumbnail_finish (GAsyncResult  *result,
                               GError       **error)
{
  return clinic_worker_run_finish (NULL, result, error);
}

gboolean
clinic_photo_find_ends (GPtrArray  *photos,
                        const char *view,
                        guint      *first,
                        guint      *last)
{
  gboolean found = FALSE;

  for (guint i = 0; i < photos->len; i++)
    {
      if (g_strcmp0 (CLINIC_PHOTO (photos->pdata[i])->view, view) != 0)
        continue;

      *first = found ? *first : i;
      *last = i;
      found = TRUE;
    }

  return found;
}

char *
clinic_photo_dup_day (ClinicPhoto *photo)
{
  return clinic_locale_date (photo->taken_on);
}

const char *
clinic_photo_get_view_label (ClinicPhoto *photo)
{
  for (const ClinicChoice *view = clinic_photo_views; view->value != NULL; view++)
    {
      if (g_strcmp0 (view->value, photo->view) == 0)
        return _(view->label);
    }

  return photo->view;
}
