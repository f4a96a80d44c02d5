/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choose-file.h"
#include "clinic-photo-add-dialog.h"
#include "clinic-photo-add.h"
#include "clinic-toast.h"

/* Where what comes in belongs. */
typedef struct
{
  GtkWidget  *parent;
  ClinicDesk *desk;
  gint64      patient;
  gint64      session;
} Way;

static Way *
way_new (GtkWidget  *parent,
         ClinicDesk *desk,
         gint64      patient,
         gint64      session)
{
  Way *self = g_new0 (Way, 1);

  self->parent = g_object_ref (parent);
  self->desk = g_object_ref (desk);
  self->patient = patient;
  self->session = session;

  return self;
}

static void
way_free (Way *self)
{
  g_object_unref (self->parent);
  g_object_unref (self->desk);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Way, way_free)

static void
take (Way    *self,
      GSList *files,
      GBytes *bytes)
{
  g_autoptr(ClinicPhotoIntake) intake = NULL;

  /* The window may have closed while somebody chose. */
  if (gtk_widget_get_root (self->parent) == NULL)
    return;

  intake = clinic_photo_intake_new (self->patient, self->session);
  clinic_photo_intake_add_files (intake, files);

  if (bytes != NULL)
    clinic_photo_intake_add_bytes (intake, bytes);

  clinic_photo_add_dialog_present (self->parent, self->desk, intake);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Way) way = user_data;
  g_autoslist (GFile) files = clinic_choose_files_finish (GTK_WIDGET (source), result);

  if (files != NULL)
    take (way, files, NULL);
}

static const char *types[] = { "image/jpeg", "image/png", "image/webp", "image/tiff", NULL };

void
clinic_photo_add_choose (GtkWidget  *parent,
                         ClinicDesk *desk,
                         gint64      patient,
                         gint64      session)
{
  g_return_if_fail (GTK_IS_WIDGET (parent) && CLINIC_IS_DESK (desk) && patient != 0);

  clinic_choose_files_async (parent, _("Add photos"), _("Pictures"), types, chosen_cb,
                             way_new (parent, desk, patient, session));
}

void
clinic_photo_add_files (GtkWidget   *parent,
                        ClinicDesk  *desk,
                        gint64       patient,
                        gint64       session,
                        GdkFileList *files)
{
  g_autoptr(Way) way = way_new (parent, desk, patient, session);
  g_autoptr(GSList) list = gdk_file_list_get_files (files);

  if (list != NULL)
    take (way, list, NULL);
}

static void
tell_nothing (Way *way)
{
  g_autoptr(GError) error = g_error_new_literal (CLINIC_ERROR, CLINIC_ERROR_INVALID,
                                                 _("There is no picture to paste."));

  clinic_toast_error (way->parent, error);
}

static void
files_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(Way) way = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr(GSList) files = value != NULL ? gdk_file_list_get_files (g_value_get_boxed (value)) : NULL;

  if (files != NULL)
    take (way, files, NULL);
  else
    tell_nothing (way);
}

static void
picture_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(Way) way = user_data;
  g_autoptr(GBytes) bytes = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL) > 0)
    bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));

  if (bytes != NULL)
    take (way, NULL, bytes);
  else
    tell_nothing (way);
}

/* The bytes as they are: decoding them is not this process's. */
static void
picture_opened_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(Way) way = user_data;
  g_autoptr(GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (stream == NULL)
    {
      tell_nothing (way);
      return;
    }

  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, picture_read_cb, g_steal_pointer (&way));
}

void
clinic_photo_add_paste (GtkWidget  *parent,
                        ClinicDesk *desk,
                        gint64      patient,
                        gint64      session)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (parent);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  Way *way = way_new (parent, desk, patient, session);

  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, files_read_cb, way);
  else
    gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, picture_opened_cb, way);
}
