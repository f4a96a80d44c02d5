/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Photos at the console: adding many at once, and giving one out. */

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>

#include "clinic-cli-fields.h"
#include "clinic-cli.h"
#include "clinic-photo-keep.h"
#include "clinic-photo-view.h"
#include "clinic-picture-vault.h"

static void
addition_free (gpointer data)
{
  ClinicPhotoAddition *addition = data;

  g_clear_object (&addition->photo);
  g_clear_pointer (&addition->picture, clinic_picture_free);
  g_free (addition);
}

static gboolean
read_file (const char   *path,
           ClinicPhoto  *template,
           GPtrArray    *additions,
           GError      **error)
{
  g_autoptr(GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  g_autoptr(GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
  ClinicPhotoAddition *addition;
  ClinicPicture *picture;

  if (bytes == NULL)
    return FALSE;

  if ((picture = clinic_picture_prepare (bytes, clinic_cli_cancellable (), error)) == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }

  addition = g_new0 (ClinicPhotoAddition, 1);
  addition->picture = picture;
  addition->photo = CLINIC_PHOTO (clinic_record_copy (CLINIC_RECORD (template)));
  g_ptr_array_add (additions, addition);

  return TRUE;
}

static int
add_photos (ClinicCli    *cli,
            ClinicPhoto  *template,
            char        **paths)
{
  g_autoptr(GPtrArray) additions = g_ptr_array_new_with_free_func (addition_free);
  g_autoptr(GError) error = NULL;

  for (char **path = paths; *path != NULL; path++)
    {
      if (!read_file (*path, template, additions, &error))
        return clinic_cli_fail (cli, error);
    }

  if (clinic_photo_add (cli->act, additions, &error) == 0)
    return clinic_cli_fail (cli, error);

  for (guint i = 0; i < additions->len; i++)
    {
      ClinicPhotoAddition *addition = additions->pdata[i];
      gint64 id = clinic_record_get_id (CLINIC_RECORD (addition->photo));

      if (id != 0)
        printf ("%" G_GINT64_FORMAT "\n", id);
    }

  return CLINIC_EXIT_DONE;
}

static GBytes *
read_for_export (ClinicCli  *cli,
                 gint64      id,
                 GError    **error)
{
  g_autoptr(ClinicRecord) photo = NULL;
  gboolean may;

  if (!clinic_act_check (cli->act, "export.run", error) ||
      (photo = clinic_store_find (cli->db, CLINIC_TYPE_PHOTO, id, error)) == NULL ||
      !clinic_photo_may_export (cli->db, CLINIC_PHOTO (photo)->patient_id, &may, error))
    return NULL;

  if (!may)
    {
      g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_DENIED,
                           _("The patient has not agreed to photos being given out."));
      return NULL;
    }

  if (!clinic_photo_give_out (cli->act, CLINIC_PHOTO (photo)->patient_id, &id, 1, error))
    return NULL;

  return clinic_picture_vault_read (cli->db, CLINIC_PHOTO (photo)->content, CLINIC_PICTURE_PHOTO,
                                    error);
}

static int
write_photo (ClinicCli  *cli,
             gint64      id,
             const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = read_for_export (cli, id, &error);

  if (bytes == NULL ||
      !g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                 G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    return clinic_cli_fail (cli, error);

  clinic_cli_say (cli, _("Written to %s"), path);

  return CLINIC_EXIT_DONE;
}

int
clinic_cli_photo (ClinicCli  *cli,
                  int         argc,
                  char      **argv)
{
  static const char *const left_out[] = { "content", "width", "height", "archived_on", NULL };
  g_autoptr(ClinicCliFields) fields = clinic_cli_fields_new (CLINIC_TYPE_PHOTO, left_out);
  g_autoptr(ClinicPhoto) photo = clinic_photo_new ();
  g_autoptr(GError) error = NULL;
  gint64 written = 0;
  const GOptionEntry more[] = {
    { "write", 0, 0, G_OPTION_ARG_INT64, &written, N_("Write this photo into FILE instead"), N_("ID") },
    { NULL }
  };
  int code = clinic_cli_parse (cli, clinic_cli_fields_get_entries (fields, more), _("FILE…"),
                               _("Adds photos (JPEG, PNG, WebP, TIFF). They are decoded apart, turned upright and kept without\n"
                                 "what the camera wrote; on the day the camera says unless said. “anagenctl list photos” shows\n"
                                 "what there is. --write gives one out, when the patient has agreed to that.\n\n"
                                 "Examples:\n"
                                 "  anagenctl photo --patient-id P00001 --view vertex IMG_0012.jpg\n"
                                 "  anagenctl photo --write 345678 vertex.jpg\n"),
                               &argc, &argv);

  if (code >= 0)
    return code;

  if (argc < 2 || (written != 0 && argc != 2))
    return clinic_cli_usage (_("say which files: anagenctl photo FILE…"));

  if ((code = clinic_cli_open (cli, CLINIC_DB_WRITE)) != CLINIC_EXIT_DONE)
    return code;

  if (written != 0)
    return write_photo (cli, written, argv[1]);

  if (!clinic_cli_fields_apply (fields, CLINIC_RECORD (photo), cli, &error))
    return error != NULL ? clinic_cli_fail (cli, error) : CLINIC_EXIT_INVALID;

  return add_photos (cli, photo, argv + 1);
}
