/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <png.h>

#include "clinic-decode-formats.h"

static guint64
read_32 (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

static void
read_notes (ClinicDecodeNotes *notes,
            const guint8      *data,
            gsize              length)
{
  guint64 at = 8;

  while (at + 12 <= length)
    {
      guint64 size = read_32 (data + at);

      if (at + 12 + size > length)
        return;

      if (memcmp (data + at + 4, "eXIf", 4) == 0)
        clinic_decode_exif (notes, data + at + 8, size);

      at += 12 + size;
    }
}

gboolean
clinic_decode_png (ClinicPixels      *pixels,
                   ClinicDecodeNotes *notes,
                   const guint8      *data,
                   gsize              length)
{
  static const png_color white = { 255, 255, 255 };
  png_image image = { .version = PNG_IMAGE_VERSION };
  g_autoptr(GByteArray) file = clinic_decode_png_chunks (data, length);
  gboolean done;

  if (file == NULL || png_image_begin_read_from_memory (&image, file->data, file->len) == 0)
    return FALSE;

  image.format = PNG_FORMAT_RGB;
  pixels->width = image.width;
  pixels->height = image.height;

  if ((guint64) image.width * image.height <= CLINIC_IMAGE_MAX_PIXELS)
    pixels->data = g_try_malloc0 ((gsize) image.width * image.height * 3);

  done = pixels->data != NULL &&
         png_image_finish_read (&image, &white, pixels->data, 0, NULL) != 0;
  png_image_free (&image);
  read_notes (notes, data, length);

  return done;
}
