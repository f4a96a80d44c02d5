/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "clinic-photo-pane.h"

void
clinic_photo_pane_clear (ClinicPhotoPane *self)
{
  g_clear_object (&self->image);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
}

/* As large, and as turned. */
static gboolean
is_alike (const ClinicPhotoPane *self,
          const cairo_matrix_t  *place)
{
  return self->place.xx == place->xx && self->place.xy == place->xy &&
         self->place.yx == place->yx && self->place.yy == place->yy;
}

static gboolean
has_size (const ClinicPhotoPane *self,
          int                    width,
          int                    height)
{
  return self->surface != NULL && cairo_image_surface_get_width (self->surface) == width &&
         cairo_image_surface_get_height (self->surface) == height;
}

static void
draw (ClinicPhotoPane *self,
      int              x,
      int              y,
      int              width,
      int              height)
{
  const cairo_rectangle_int_t area = { x, y, width, height };

  if (width > 0 && height > 0)
    clinic_photo_image_draw (self->image, self->surface, &self->place, &area);
}

/* The pixels themselves, so far as they stay in sight. */
static void
shift (ClinicPhotoPane *self,
       int              dx,
       int              dy)
{
  int width = cairo_image_surface_get_width (self->surface);
  int height = cairo_image_surface_get_height (self->surface);
  int stride = cairo_image_surface_get_stride (self->surface);
  gsize length = 4 * (gsize) (width - ABS (dx));
  guint8 *data;

  cairo_surface_flush (self->surface);
  data = cairo_image_surface_get_data (self->surface);

  for (int i = 0; i < height - ABS (dy); i++)
    {
      int from = dy <= 0 ? i - dy : height - 1 - i - dy;

      memmove (data + (gsize) (from + dy) * stride + 4 * MAX (dx, 0),
               data + (gsize) from * stride + 4 * MAX (-dx, 0), length);
    }

  cairo_surface_mark_dirty (self->surface);
}

/* FALSE when there is nothing left to move. */
static gboolean
move (ClinicPhotoPane      *self,
      const cairo_matrix_t *place,
      int                   width,
      int                   height)
{
  double x = round (place->x0 - self->place.x0);
  double y = round (place->y0 - self->place.y0);
  int dx, dy;

  if (fabs (x) >= width || fabs (y) >= height)
    return FALSE;

  dx = (int) x;
  dy = (int) y;

  if (dx == 0 && dy == 0)
    return TRUE;

  shift (self, dx, dy);
  self->place.x0 += dx;
  self->place.y0 += dy;
  self->from = CLAMP (self->from + dx, 0, width);
  self->to = CLAMP (self->to + dx, 0, width);
  draw (self, self->from, dy > 0 ? 0 : height + dy, self->to - self->from, ABS (dy));

  return TRUE;
}

/* Draws what is not there yet. */
static void
complete (ClinicPhotoPane *self,
          int              from,
          int              to)
{
  int height = cairo_image_surface_get_height (self->surface);

  if (self->from >= self->to)
    {
      draw (self, from, 0, to - from, height);
      self->from = from;
      self->to = to;
      return;
    }

  if (from < self->from)
    draw (self, from, 0, self->from - from, height);

  if (to > self->to)
    draw (self, self->to, 0, to - self->to, height);

  self->from = MIN (self->from, from);
  self->to = MAX (self->to, to);
}

cairo_surface_t *
clinic_photo_pane_draw (ClinicPhotoPane      *self,
                        const cairo_matrix_t *place,
                        int                   width,
                        int                   height,
                        int                   from,
                        int                   to)
{
  gboolean fits = has_size (self, width, height);

  if (!fits)
    {
      g_clear_pointer (&self->surface, cairo_surface_destroy);
      self->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
    }

  if (!fits || !is_alike (self, place) || !move (self, place, width, height))
    {
      self->place = *place;
      self->from = self->to = 0;
    }

  complete (self, from, to);

  return self->surface;
}
