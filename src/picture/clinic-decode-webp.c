/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <webp/decode.h>

#include "clinic-decode-formats.h"

static void
read_notes (ClinicDecodeNotes *notes,
            const guint8      *data,
            gsize              length)
{
  guint64 at = 12;

  while (at + 8 <= length)
    {
      const guint8 *chunk = data + at;
      guint64 size = (guint32) chunk[7] << 24 | (guint32) chunk[6] << 16 | (guint32) chunk[5] << 8 | chunk[4];

      if (at + 8 + size > length)
        return;

      if (memcmp (chunk, "EXIF", 4) == 0)
        {
          guint skip = size > 6 && memcmp (chunk + 8, "Exif\0\0", 6) == 0 ? 6 : 0;

          clinic_decode_exif (notes, chunk + 8 + skip, size - skip);
        }
      else if (memcmp (chunk, "ICCP", 4) == 0 && notes->profile == NULL)
        {
          notes->profile = g_memdup2 (chunk + 8, size);
          notes->profile_length = size;
        }

      at += 8 + size + (size & 1);
    }
}

/* What shines through shines on white. */
static void
flatten (ClinicPixels *pixels,
         const guint8 *from)
{
  gsize n_pixels = (gsize) pixels->width * pixels->height;

  for (gsize i = 0; i < n_pixels; i++)
    {
      guint alpha = from[4 * i + 3];

      for (guint c = 0; c < 3; c++)
        pixels->data[3 * i + c] = (from[4 * i + c] * alpha + 255 * (255 - alpha)) / 255;
    }
}

gboolean
clinic_decode_webp (ClinicPixels      *pixels,
                    ClinicDecodeNotes *notes,
                    const guint8      *data,
                    gsize              length)
{
  WebPBitstreamFeatures features;
  guint8 *decoded;
  int width;
  int height;

  if (WebPGetFeatures (data, length, &features) != VP8_STATUS_OK || features.has_animation ||
      (guint64) features.width * features.height > CLINIC_IMAGE_MAX_PIXELS ||
      (decoded = WebPDecodeRGBA (data, length, &width, &height)) == NULL)
    return FALSE;

  pixels->width = width;
  pixels->height = height;
  pixels->data = g_try_malloc ((gsize) width * height * 3);

  if (pixels->data != NULL)
    flatten (pixels, decoded);

  WebPFree (decoded);
  read_notes (notes, data, length);

  return pixels->data != NULL;
}
