/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choose-file.h"
#include "clinic-locale.h"
#include "clinic-photo-export.h"
#include "clinic-photo-load.h"
#include "clinic-photo-sheet.h"
#include "clinic-photo-view.h"
#include "clinic-picture-vault.h"
#include "clinic-session.h"
#include "clinic-target.h"
#include "clinic-toast.h"

#define PANE 900

/* A comparison on its way out. */
typedef struct
{
  GtkWidget        *parent;
  ClinicDesk       *desk;
  ClinicPhotoSheet *sheet;
  ClinicPhoto      *photos[CLINIC_PHOTO_SIDES];
  GFile            *file;
} Export;

/* What the worker is given: nothing of GTK. */
typedef struct
{
  ClinicPhotoSheet *sheet;
  gint64            patient;
  gint64            photos[CLINIC_PHOTO_SIDES];
  gint64            sessions[CLINIC_PHOTO_SIDES];
  char             *contents[CLINIC_PHOTO_SIDES];
  char             *location;
  char             *path;
} Job;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_object_unref (self->parent);
  g_object_unref (self->desk);
  g_clear_pointer (&self->sheet, clinic_photo_sheet_free);
  g_clear_object (&self->file);

  for (guint side = 0; side < CLINIC_PHOTO_SIDES; side++)
    g_clear_object (&self->photos[side]);

  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->sheet, clinic_photo_sheet_free);

  for (guint side = 0; side < CLINIC_PHOTO_SIDES; side++)
    g_free (job->contents[side]);

  g_free (job->location);
  g_free (job->path);
  g_free (job);
}

/* "Session 3"; NULL with @error. */
static char *
dup_session (ClinicDb  *db,
             gint64     session,
             GError   **error)
{
  g_autoptr(ClinicRecord) record = NULL;
  g_autofree char *number = NULL;

  if (session == CLINIC_UNKNOWN)
    return g_strdup (_("Taken outside a session"));

  if ((record = clinic_store_find (db, CLINIC_TYPE_SESSION, session, error)) == NULL)
    return NULL;

  if (CLINIC_SESSION (record)->number == CLINIC_UNKNOWN)
    return g_strdup (_("Session outside a course"));

  number = clinic_locale_number (CLINIC_SESSION (record)->number);

  return g_strdup_printf (_("Session %s"), number);
}

/* Read anew: what the window shows is drawn by another thread. */
static gpointer
write_sheet (ClinicDb  *db,
             gpointer   data,
             GError   **error)
{
  Job *job = data;

  for (guint side = 0; side < CLINIC_PHOTO_SIDES; side++)
    {
      g_autoptr(GBytes) bytes = clinic_picture_vault_read (db, job->contents[side],
                                                           CLINIC_PICTURE_PHOTO, error);

      if (bytes == NULL ||
          (job->sheet->images[side] = clinic_photo_image_new (bytes, error)) == NULL ||
          (job->sheet->sessions[side] = dup_session (db, job->sessions[side], error)) == NULL)
        return NULL;
    }

  return GINT_TO_POINTER (clinic_target_check (job->location, NULL, job->path, error) &&
                          clinic_photo_sheet_write (job->sheet, job->path, error));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Export) self = user_data;
  g_autoptr(GError) error = NULL;

  clinic_worker_run_finish (NULL, result, &error);

  if (gtk_widget_get_root (self->parent) == NULL)
    return;

  if (error == NULL)
    clinic_toast_saved (self->parent, self->file);
  else
    clinic_toast_error (self->parent, error);
}

static gpointer
give_out (ClinicAct  *act,
          gpointer    data,
          GError    **error)
{
  Job *job = data;

  return GINT_TO_POINTER (clinic_photo_give_out (act, job->patient, job->photos, CLINIC_PHOTO_SIDES, error));
}

static Job *
make_job (Export *self)
{
  Job *job = g_new0 (Job, 1);

  job->patient = self->photos[0]->patient_id;
  job->location = g_strdup (clinic_desk_get_location (self->desk));
  job->path = g_file_get_path (self->file);

  for (guint side = 0; side < CLINIC_PHOTO_SIDES; side++)
    {
      job->photos[side] = clinic_record_get_id (CLINIC_RECORD (self->photos[side]));
      job->sessions[side] = self->photos[side]->session_id;
      job->contents[side] = g_strdup (self->photos[side]->content);
    }

  return job;
}

static void
given_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Export) self = user_data;
  ClinicWorker *reader = clinic_desk_get_reader (self->desk);
  g_autoptr(GError) error = NULL;
  Job *job;

  if (clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, NULL, &error) == NULL)
    {
      if (gtk_widget_get_root (self->parent) != NULL)
        clinic_toast_error (self->parent, error);

      return;
    }

  job = make_job (self);
  job->sheet = g_steal_pointer (&self->sheet);
  clinic_worker_run_async (reader, write_sheet, job, job_free, NULL, NULL,
                           written_cb, g_steal_pointer (&self));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Export) self = user_data;
  ClinicDesk *desk = self->desk;

  self->file = clinic_choose_file_finish (self->parent, result);

  if (self->file != NULL && g_file_peek_path (self->file) != NULL)
    {
      Job *job = make_job (self);

      clinic_desk_run_async (desk, give_out, job, job_free, NULL, given_cb, g_steal_pointer (&self));
    }
}

void
clinic_photo_export (GtkWidget       *parent,
                     ClinicDesk      *desk,
                     ClinicPhotoPair *pair,
                     ClinicPhoto     *left,
                     ClinicPhoto     *right,
                     const char      *suffix)
{
  Export *self = g_new0 (Export, 1);
  gboolean is_pdf = g_strcmp0 (suffix, "pdf") == 0;
  g_autofree char *name = g_strdup_printf ("%s.%s", C_("file name", "comparison"), suffix);
  ClinicPhoto *photos[] = { left, right };

  self->parent = g_object_ref (parent);
  self->desk = g_object_ref (desk);
  self->sheet = clinic_photo_sheet_new (pair, PANE);
  self->sheet->foot = g_strdup (clinic_desk_get_clinic (desk)->name);

  for (guint side = 0; side < CLINIC_PHOTO_SIDES; side++)
    {
      self->photos[side] = g_object_ref (photos[side]);
      self->sheet->views[side] = g_strdup (clinic_photo_get_view_label (photos[side]));
      self->sheet->days[side] = clinic_photo_dup_day (photos[side]);
    }

  clinic_choose_file_async (parent, _("Save the comparison"), TRUE, name,
                            is_pdf ? _("PDF documents") : _("PNG pictures"), is_pdf ? "*.pdf" : "*.png",
                            chosen_cb, self);
}
