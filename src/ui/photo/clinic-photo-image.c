/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "clinic-photo-image.h"

#define MOST_LEVELS   6
#define SMALLEST_SIDE 256

struct _ClinicPhotoImage
{
  GObject parent_instance;

  cairo_surface_t *levels[MOST_LEVELS];     /* each half of the one before */
  guint            n_levels;
};

G_DEFINE_FINAL_TYPE (ClinicPhotoImage, clinic_photo_image, G_TYPE_OBJECT)

/* The mean of each four; an odd row or column at the edge is left out. */
static cairo_surface_t *
halve (cairo_surface_t * from)
{
  int width = cairo_image_surface_get_width (from) / 2;
  int height = cairo_image_surface_get_height (from) / 2;
  int from_stride = cairo_image_surface_get_stride (from);
  cairo_surface_t *to = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  int stride = cairo_image_surface_get_stride (to);
  const guint8 *source = cairo_image_surface_get_data (from);
  guint8 *target = cairo_image_surface_get_data (to);

  for (int y = 0; y < height; y++)
    {
      const guint8 *upper = source + (gsize) 2 * y * from_stride;
      const guint8 *lower = upper + from_stride;
      guint8 *row = target + (gsize) y * stride;

      for (int x = 0; x < width; x++)
        {
          for (int c = 0; c < 4; c++)
            row[4 * x + c] = (upper[8 * x + c] + upper[8 * x + 4 + c] + lower[8 * x + c] +
                              lower[8 * x + 4 + c] + 2) / 4;
        }
    }

  cairo_surface_mark_dirty (to);

  return to;
}

static void
clinic_photo_image_finalize (GObject *object)
{
  ClinicPhotoImage *self = CLINIC_PHOTO_IMAGE (object);

  for (guint i = 0; i < self->n_levels; i++)
    cairo_surface_destroy (self->levels[i]);

  G_OBJECT_CLASS (clinic_photo_image_parent_class)->finalize (object);
}

static void
clinic_photo_image_class_init (ClinicPhotoImageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = clinic_photo_image_finalize;
}

static void
clinic_photo_image_init (ClinicPhotoImage *self)
{
}

ClinicPhotoImage *
clinic_photo_image_new (GBytes  *jpeg,
                        GError **error)
{
  g_autoptr(GdkTexture) texture = NULL;
  ClinicPhotoImage *self;
  cairo_surface_t *whole;

  g_return_val_if_fail (jpeg != NULL, NULL);

  if ((texture = gdk_texture_new_from_bytes (jpeg, error)) == NULL)
    return NULL;

  self = g_object_new (CLINIC_TYPE_PHOTO_IMAGE, NULL);
  whole = cairo_image_surface_create (CAIRO_FORMAT_RGB24, gdk_texture_get_width (texture),
                                      gdk_texture_get_height (texture));
  gdk_texture_download (texture, cairo_image_surface_get_data (whole),
                        cairo_image_surface_get_stride (whole));
  cairo_surface_mark_dirty (whole);
  self->levels[self->n_levels++] = whole;

  while (self->n_levels < MOST_LEVELS &&
         MIN (cairo_image_surface_get_width (whole), cairo_image_surface_get_height (whole)) / 2 >= SMALLEST_SIDE)
    self->levels[self->n_levels++] = whole = halve (whole);

  return self;
}

int
clinic_photo_image_get_width (ClinicPhotoImage *self)
{
  return cairo_image_surface_get_width (self->levels[0]);
}

int
clinic_photo_image_get_height (ClinicPhotoImage *self)
{
  return cairo_image_surface_get_height (self->levels[0]);
}

/* The smallest level that still has a pixel for each that is drawn. */
static guint
choose_level (ClinicPhotoImage     *self,
              const cairo_matrix_t *place)
{
  double scale = hypot (place->xx, place->yx);
  guint level = 0;

  while (level + 1 < self->n_levels && scale * (2 << level) <= 1)
    level++;

  return level;
}

void
clinic_photo_image_draw (ClinicPhotoImage            *self,
                         cairo_surface_t             *target,
                         const cairo_matrix_t        *place,
                         const cairo_rectangle_int_t *area)
{
  guint level = choose_level (self, place);
  cairo_t *cr = cairo_create (target);

  cairo_rectangle (cr, area->x, area->y, area->width, area->height);
  cairo_clip (cr);
  cairo_set_source_rgb (cr, 0.13, 0.13, 0.14);
  cairo_paint (cr);
  cairo_transform (cr, place);
  cairo_scale (cr, 1 << level, 1 << level);
  cairo_set_source_surface (cr, self->levels[level], 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
  cairo_destroy (cr);
}
