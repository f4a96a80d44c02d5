/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "clinic-cli-export-photos.h"
#include "clinic-photo-keep.h"
#include "clinic-picture-vault.h"

static gboolean
collect (ClinicRecord  *record,
         gpointer       photos,
         GError       **error)
{
  g_ptr_array_add (photos, g_object_ref (record));

  return TRUE;
}

static gboolean
make_folder (const char  *path,
             GError     **error)
{
  if (g_mkdir (path, 0700) == 0 || errno == EEXIST)
    return TRUE;

  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
               _("“%s” could not be made: %s."), path, g_strerror (errno));

  return FALSE;
}

static gboolean
write_photo (ClinicCli    *cli,
             const char   *folder,
             ClinicPhoto  *photo,
             GString      *manifest,
             GError      **error)
{
  g_autoptr(GBytes) bytes = clinic_picture_vault_read (cli->db, photo->content,
                                                       CLINIC_PICTURE_PHOTO, error);
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autofree char *checksum = NULL;

  if (bytes == NULL)
    return FALSE;

  name = g_strdup_printf ("photos/%" G_GINT64_FORMAT ".jpg",
                          clinic_record_get_id (CLINIC_RECORD (photo)));
  path = g_build_filename (folder, name, NULL);
  checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_string_append_printf (manifest, "%s  %s  1\n", checksum, name);

  return g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                   G_FILE_SET_CONTENTS_DURABLE, 0600, error);
}

static gboolean
export_one (ClinicCli           *cli,
            const char          *folder,
            ClinicPhoto         *photo,
            GString             *manifest,
            ClinicPhotosExport  *done,
            GError             **error)
{
  g_autofree char *path = g_build_filename (folder, "photos", NULL);
  gint64 id = clinic_record_get_id (CLINIC_RECORD (photo));
  gboolean may;

  if (!clinic_photo_may_export (cli->db, photo->patient_id, &may, error))
    return FALSE;

  if (!may || !done->watched)
    {
      done->n_left_out += !may;
      done->n_unwatched += may;
      return TRUE;
    }

  g_array_append_val (done->given, id);

  return make_folder (path, error) && write_photo (cli, folder, photo, manifest, error);
}

gboolean
clinic_cli_export_photos (ClinicCli           *cli,
                          const char          *folder,
                          GString             *manifest,
                          ClinicPhotosExport  *done,
                          GError             **error)
{
  g_autoptr(GPtrArray) photos = g_ptr_array_new_with_free_func (g_object_unref);

  done->given = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!clinic_store_each (cli->db, CLINIC_TYPE_PHOTO, collect, photos, error))
    return FALSE;

  for (guint i = 0; i < photos->len; i++)
    {
      if (!export_one (cli, folder, photos->pdata[i], manifest, done, error))
        return FALSE;

      if (!clinic_cli_progress (i + 1, photos->len, cli))
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                               _("Cancelled; nothing was exported."));
          return FALSE;
        }
    }

  return TRUE;
}
