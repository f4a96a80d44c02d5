/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-decoder.h"
#include "clinic-jpeg.h"
#include "clinic-picture.h"

#define PHOTO_QUALITY     92
#define THUMBNAIL_QUALITY 85

/* A SQLite clinic takes up to 16 MiB at once; a picture full of noise is kept a little coarser. */
#define MOST_BYTES (12 * 1024 * 1024)

static ClinicPicture *
make (ClinicPixels *pixels,
      const char   *taken_on)
{
  ClinicPicture *self = g_new0 (ClinicPicture, 1);
  int quality = PHOTO_QUALITY;

  self->width = pixels->width;
  self->height = pixels->height;
  self->taken_on = *taken_on != '\0' ? g_strdup (taken_on) : NULL;
  self->photo = clinic_jpeg_encode (pixels, quality);

  while (g_bytes_get_size (self->photo) > MOST_BYTES && (quality -= 10) > 0)
    {
      g_bytes_unref (self->photo);
      self->photo = clinic_jpeg_encode (pixels, quality);
    }

  clinic_pixels_shrink (pixels, CLINIC_PICTURE_THUMBNAIL_SIDE);
  self->thumbnail = clinic_jpeg_encode (pixels, THUMBNAIL_QUALITY);

  return self;
}

/* A process for each: what one picture may do to it, no other meets. */
ClinicPicture *
clinic_picture_prepare (GBytes        *file,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr(ClinicDecoder) decoder = clinic_decoder_new ();
  g_auto(ClinicDecoded) decoded = { 0 };

  g_return_val_if_fail (file != NULL, NULL);

  if (!clinic_decoder_run (decoder, file, CLINIC_PICTURE_MAX_SIDE, cancellable, &decoded, error))
    return NULL;

  return make (&decoded.pixels, decoded.taken_on);
}

ClinicPicture *
clinic_picture_new_pixels (guint8 *pixels,
                           guint   width,
                           guint   height)
{
  g_auto(ClinicPixels) taken = { width, height, pixels };

  g_return_val_if_fail (pixels != NULL && width > 0 && height > 0, NULL);

  clinic_pixels_shrink (&taken, CLINIC_PICTURE_MAX_SIDE);

  return make (&taken, "");
}

void
clinic_picture_free (ClinicPicture *self)
{
  g_bytes_unref (self->photo);
  g_bytes_unref (self->thumbnail);
  g_free (self->taken_on);
  g_free (self);
}
