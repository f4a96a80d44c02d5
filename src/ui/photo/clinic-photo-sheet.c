/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "clinic-aside.h"
#include "clinic-cairo-write.h"
#include "clinic-error.h"
#include "clinic-photo-sheet.h"

#define MARGIN 40
#define GAP 24
#define LINE 40
#define LINES 3
#define FOOT 36

/* Points of a PDF for each pixel: 144 of them to the inch. */
#define POINTS 0.5

ClinicPhotoSheet *
clinic_photo_sheet_new (ClinicPhotoPair *pair,
                        int              width)
{
  ClinicPhotoSheet *self = g_new0 (ClinicPhotoSheet, 1);
  int photo_width, photo_height;

  clinic_photo_pair_get_size (pair, 0, &photo_width, &photo_height);
  self->width = width;
  self->height = CLAMP (width * photo_height / MAX (photo_width, 1), width / 2, width * 3 / 2);

  for (guint side = 0; side < CLINIC_PHOTO_SIDES; side++)
    clinic_photo_pair_place (pair, side, self->width, self->height, &self->places[side]);

  return self;
}

void
clinic_photo_sheet_free (ClinicPhotoSheet *self)
{
  if (self == NULL)
    return;

  for (guint side = 0; side < CLINIC_PHOTO_SIDES; side++)
    {
      g_clear_object (&self->images[side]);
      g_free (self->views[side]);
      g_free (self->days[side]);
      g_free (self->sessions[side]);
    }

  g_free (self->foot);
  g_free (self);
}

static int
get_width (ClinicPhotoSheet *self)
{
  return 2 * MARGIN + CLINIC_PHOTO_SIDES * self->width + GAP;
}

static int
get_height (ClinicPhotoSheet *self)
{
  return 2 * MARGIN + self->height + LINES * LINE + FOOT;
}

static void
draw_text (cairo_t    *cr,
           const char *text,
           int         x,
           int         y,
           int         width,
           const char *font,
           double      grey)
{
  g_autoptr(PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoFontDescription *description = pango_font_description_from_string (font);

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (layout, text, -1);
  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/* In pixels of its own, whatever the page is made of. */
static void
draw_photo (ClinicPhotoSheet *self,
            cairo_t          *cr,
            guint             side,
            int               x)
{
  cairo_surface_t *pane = cairo_image_surface_create (CAIRO_FORMAT_RGB24, self->width, self->height);

  clinic_photo_image_draw (self->images[side], pane, &self->places[side],
                           &(cairo_rectangle_int_t) { 0, 0, self->width, self->height });
  cairo_set_source_surface (cr, pane, x, MARGIN);
  cairo_paint (cr);
  cairo_surface_destroy (pane);
}

static void
paint (ClinicPhotoSheet *self,
       cairo_surface_t  *surface,
       double            scale)
{
  cairo_t *cr = cairo_create (surface);
  int below = MARGIN + self->height + LINE / 4;

  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);

  for (guint side = 0; side < CLINIC_PHOTO_SIDES; side++)
    {
      int x = MARGIN + (int) side * (self->width + GAP);

      draw_photo (self, cr, side, x);
      draw_text (cr, self->views[side], x, below, self->width, "Cantarell Bold 20", 0.1);
      draw_text (cr, self->days[side], x, below + LINE, self->width, "Cantarell 20", 0.1);
      draw_text (cr, self->sessions[side], x, below + 2 * LINE, self->width, "Cantarell 20", 0.35);
    }

  if (self->foot != NULL)
    draw_text (cr, self->foot, MARGIN, below + LINES * LINE + LINE / 4, get_width (self) - 2 * MARGIN,
               "Cantarell 14", 0.45);

  cairo_show_page (cr);
  cairo_destroy (cr);
}

static cairo_status_t
write_png (ClinicPhotoSheet *self,
           int              *fd)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, get_width (self),
                                                         get_height (self));
  cairo_status_t status;

  paint (self, surface, 1);
  status = cairo_surface_write_to_png_stream (surface, clinic_cairo_write, fd);
  cairo_surface_destroy (surface);

  return status;
}

static cairo_status_t
write_pdf (ClinicPhotoSheet *self,
           int              *fd)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (clinic_cairo_write, fd,
                                                                  get_width (self) * POINTS,
                                                                  get_height (self) * POINTS);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, _("Comparison of photographs"));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Anagen " PACKAGE_VERSION);
  paint (self, surface, POINTS);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return status;
}

gboolean
clinic_photo_sheet_write (ClinicPhotoSheet  *self,
                          const char        *path,
                          GError           **error)
{
  g_autoptr(ClinicAside) aside = NULL;
  cairo_status_t status;
  int fd;

  g_return_val_if_fail (self != NULL && self->images[0] != NULL && self->images[1] != NULL, FALSE);

  if ((aside = clinic_aside_new (path, error)) == NULL)
    return FALSE;

  fd = clinic_aside_get_fd (aside);
  status = g_str_has_suffix (path, ".pdf") ? write_pdf (self, &fd) : write_png (self, &fd);

  if (status == CAIRO_STATUS_SUCCESS)
    return clinic_aside_commit (aside, error);

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE, _("The comparison could not be written: %s"),
               cairo_status_to_string (status));

  return FALSE;
}
