/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>
#include <string.h>

#include <tiffio.h>

#include "clinic-decode-formats.h"

typedef struct
{
  const guint8 *data;
  guint64       length;
  guint64       at;
} Source;

static tmsize_t
read_cb (thandle_t handle,
         void     *to,
         tmsize_t  size)
{
  Source *self = handle;
  guint64 left = self->at < self->length ? self->length - self->at : 0;
  guint64 n = MIN ((guint64) MAX (size, 0), left);

  if (n > 0)
    memcpy (to, self->data + self->at, n);

  self->at += n;

  return n;
}

static tmsize_t
write_cb (thandle_t handle,
          void     *from,
          tmsize_t  size)
{
  return -1;
}

static toff_t
seek_cb (thandle_t handle,
         toff_t    offset,
         int       whence)
{
  Source *self = handle;
  guint64 base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? self->at : self->length;

  self->at = base + offset;

  return self->at;
}

static int
close_cb (thandle_t handle)
{
  return 0;
}

static toff_t
size_cb (thandle_t handle)
{
  return ((Source *) handle)->length;
}

static void
read_notes (ClinicDecodeNotes *notes,
            TIFF              *tiff)
{
  guint16 orientation = 1;
  guint32 length = 0;
  void *profile = NULL;

  if (TIFFGetField (tiff, TIFFTAG_ORIENTATION, &orientation))
    notes->orientation = orientation;

  if (TIFFGetField (tiff, TIFFTAG_ICCPROFILE, &length, &profile) && length > 0)
    {
      notes->profile = g_memdup2 (profile, length);
      notes->profile_length = length;
    }
}

/* The colours come multiplied by what shines through; the rest is white. */
static void
take_raster (ClinicPixels  *pixels,
             const guint32 *raster)
{
  gsize n_pixels = (gsize) pixels->width * pixels->height;

  for (gsize i = 0; i < n_pixels; i++)
    {
      guint rest = 255 - TIFFGetA (raster[i]);

      pixels->data[3 * i] = MIN (255, TIFFGetR (raster[i]) + rest);
      pixels->data[3 * i + 1] = MIN (255, TIFFGetG (raster[i]) + rest);
      pixels->data[3 * i + 2] = MIN (255, TIFFGetB (raster[i]) + rest);
    }
}

static gboolean
read_raster (ClinicPixels *pixels,
             TIFF         *tiff)
{
  TIFFRGBAImage image;
  char message[1024];
  guint32 *raster = NULL;
  gboolean done = FALSE;

  if (!TIFFRGBAImageOK (tiff, message) || !TIFFRGBAImageBegin (&image, tiff, 0, message))
    return FALSE;

  /* As it lies in the file: turning it is ours. */
  image.req_orientation = image.orientation;
  pixels->width = image.width;
  pixels->height = image.height;

  if (image.width > 0 && image.height > 0 &&
      (guint64) image.width * image.height <= CLINIC_IMAGE_MAX_PIXELS)
    {
      pixels->data = g_try_malloc ((gsize) image.width * image.height * 3);
      raster = g_try_new0 (guint32, (gsize) image.width * image.height);
    }

  if (pixels->data != NULL && raster != NULL &&
      TIFFRGBAImageGet (&image, raster, image.width, image.height))
    {
      take_raster (pixels, raster);
      done = TRUE;
    }

  g_free (raster);
  TIFFRGBAImageEnd (&image);

  return done;
}

gboolean
clinic_decode_tiff (ClinicPixels      *pixels,
                    ClinicDecodeNotes *notes,
                    const guint8      *data,
                    gsize              length)
{
  Source source = { data, length, 0 };
  gboolean done;
  TIFF *tiff;

  TIFFSetErrorHandler (NULL);
  TIFFSetWarningHandler (NULL);
  /* "m": nothing is mapped into memory */
  tiff = TIFFClientOpen ("picture", "rm", &source, read_cb, write_cb, seek_cb, close_cb, size_cb,
                         NULL, NULL);

  if (tiff == NULL)
    return FALSE;

  read_notes (notes, tiff);
  done = read_raster (pixels, tiff);
  TIFFClose (tiff);
  clinic_decode_exif (notes, data, length);

  return done;
}
