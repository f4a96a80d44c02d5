/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "clinic-aside.h"
#include "clinic-error.h"
#include "clinic-graph-file.h"

#define WIDTH 760
#define HEIGHT 420
#define MARGIN 20
#define PIXELS 2

static cairo_status_t
write_bytes (void                *closure,
             const unsigned char *data,
             unsigned int         length)
{
  int fd = *(int *) closure;

  while (length > 0)
    {
      ssize_t written = write (fd, data, length);

      if (written < 0)
        return CAIRO_STATUS_WRITE_ERROR;

      data += written;
      length -= written;
    }

  return CAIRO_STATUS_SUCCESS;
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
  status = cairo_surface_write_to_png_stream (surface, write_bytes, fd);
  cairo_surface_destroy (surface);

  return status;
}

static cairo_status_t
write_pdf (ClinicGraph *self,
           int         *fd,
           int          height)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_bytes, fd,
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
