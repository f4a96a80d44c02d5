/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "clinic-aside.h"
#include "clinic-cairo-write.h"
#include "clinic-choose-file.h"
#include "clinic-error.h"
#include "clinic-graph-file.h"
#include "clinic-target.h"
#include "clinic-toast.h"

#define WIDTH 760
#define HEIGHT 420
#define MARGIN 20
#define PIXELS 2

/* A chart on its way to a file. */
typedef struct
{
  ClinicGraph *graph;
  GtkWidget   *parent;
  char        *location;
  GFile       *file;
} Saving;

static void
saving_free (Saving *saving)
{
  clinic_graph_free (saving->graph);
  g_object_unref (saving->parent);
  g_free (saving->location);
  g_clear_object (&saving->file);
  g_free (saving);
}

static void
paint (ClinicGraph     *self,
       cairo_surface_t *surface,
       int              height)
{
  cairo_t *cr = cairo_create (surface);
  ClinicGraphLook look;

  clinic_graph_look_paper (&look);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, MARGIN, MARGIN);
  clinic_graph_draw (self, cr, &look, WIDTH, height);
  cairo_show_page (cr);
  cairo_destroy (cr);
}

static cairo_status_t
write_png (ClinicGraph *self,
           int         *fd,
           int          height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                                         (WIDTH + 2 * MARGIN) * PIXELS,
                                                         (height + 2 * MARGIN) * PIXELS);
  cairo_status_t status;

  cairo_surface_set_device_scale (surface, PIXELS, PIXELS);
  paint (self, surface, height);
  status = cairo_surface_write_to_png_stream (surface, clinic_cairo_write, fd);
  cairo_surface_destroy (surface);

  return status;
}

static cairo_status_t
write_pdf (ClinicGraph *self,
           int         *fd,
           int          height)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (clinic_cairo_write, fd,
                                                                  WIDTH + 2 * MARGIN,
                                                                  height + 2 * MARGIN);
  cairo_status_t status;

  if (self->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);

  if (self->subtitle != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, self->subtitle);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Anagen " PACKAGE_VERSION);
  paint (self, surface, height);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return status;
}

gboolean
clinic_graph_write (ClinicGraph  *self,
                    const char   *path,
                    GError      **error)
{
  g_autoptr(ClinicAside) aside = NULL;
  int height;
  int fd;
  cairo_status_t status;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  aside = clinic_aside_new (path, error);

  if (aside == NULL)
    return FALSE;

  fd = clinic_aside_get_fd (aside);
  height = clinic_graph_get_height (self, HEIGHT);
  status = g_str_has_suffix (path, ".pdf") ? write_pdf (self, &fd, height)
                                           : write_png (self, &fd, height);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE,
                   _("The chart could not be written: %s"), cairo_status_to_string (status));
      return FALSE;
    }

  return clinic_aside_commit (aside, error);
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Saving *saving = data;
  GError *error = NULL;

  if (clinic_target_check (saving->location, NULL, g_file_peek_path (saving->file), &error) &&
      clinic_graph_write (saving->graph, g_file_peek_path (saving->file), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Saving *saving = user_data;
  g_autoptr(GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    clinic_toast_saved (saving->parent, saving->file);
  else
    clinic_toast_error (saving->parent, error);

  /* Here, not with the task: that may end on the thread. */
  saving_free (saving);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Saving *saving = user_data;
  g_autoptr(GTask) task = NULL;

  saving->file = clinic_choose_file_finish (GTK_WIDGET (source), result);

  if (saving->file == NULL || g_file_peek_path (saving->file) == NULL)
    {
      saving_free (saving);
      return;
    }

  task = g_task_new (NULL, NULL, written_cb, saving);
  g_task_set_task_data (task, saving, NULL);
  g_task_run_in_thread (task, write_thread);
}

void
clinic_graph_save (ClinicGraph *graph,
                   GtkWidget   *parent,
                   const char  *location,
                   const char  *suffix)
{
  Saving *saving = g_new0 (Saving, 1);
  gboolean is_pdf = g_strcmp0 (suffix, "pdf") == 0;
  g_autofree char *name = NULL;

  g_return_if_fail (graph != NULL && GTK_IS_WIDGET (parent));

  saving->graph = graph;
  saving->parent = g_object_ref (parent);
  saving->location = g_strdup (location != NULL ? location : "");
  name = g_strdup_printf ("%s.%s", C_("file name", "chart"), suffix);
  clinic_choose_file_async (parent, _("Save the chart"), TRUE, name,
                            is_pdf ? _("PDF documents") : _("PNG pictures"),
                            is_pdf ? "*.pdf" : "*.png", chosen_cb, saving);
}
