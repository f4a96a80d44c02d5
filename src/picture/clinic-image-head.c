/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-image-head.h"

/* No photograph packs more pixels than this into a byte; what does is made to burst. Small ones
 * do no harm. */
#define MOST_PIXELS_A_BYTE 1024
#define SMALL_PIXELS       (1024 * 1024)

static guint32
read_16_big (const guint8 *data)
{
  return (guint32) data[0] << 8 | data[1];
}

static guint32
read_32_big (const guint8 *data)
{
  return read_16_big (data) << 16 | read_16_big (data + 2);
}

static guint32
read_16_little (const guint8 *data)
{
  return (guint32) data[1] << 8 | data[0];
}

static guint32
read_24_little (const guint8 *data)
{
  return (guint32) data[2] << 16 | read_16_little (data);
}

static guint32
read_32_little (const guint8 *data)
{
  return read_16_little (data + 2) << 16 | read_16_little (data);
}

static gboolean
is_frame (guint8 marker)
{
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

/* Walks the segments up to the one that begins the frame. */
static gboolean
read_jpeg (ClinicImageHead *self,
           const guint8    *data,
           gsize            length)
{
  gsize at = 2;

  while (at + 4 <= length)
    {
      guint8 marker = data[at + 1];

      if (data[at] != 0xff)
        return FALSE;

      if (marker == 0xff)
        {
          at++;
          continue;
        }

      if (is_frame (marker))
        {
          if (at + 9 > length)
            return FALSE;

          self->height = read_16_big (data + at + 5);
          self->width = read_16_big (data + at + 7);

          return TRUE;
        }

      /* The picture itself, or its end, before any frame. */
      if (marker == 0xda || marker == 0xd9)
        return FALSE;

      at += 2 + (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8) ? 0 : read_16_big (data + at + 2));
    }

  return FALSE;
}

static gboolean
read_png (ClinicImageHead *self,
          const guint8    *data,
          gsize            length)
{
  if (length < 33 || memcmp (data + 12, "IHDR", 4) != 0)
    return FALSE;

  self->width = read_32_big (data + 16);
  self->height = read_32_big (data + 20);

  return TRUE;
}

static gboolean
read_webp (ClinicImageHead *self,
           const guint8    *data,
           gsize            length)
{
  if (length < 30)
    return FALSE;

  if (memcmp (data + 12, "VP8X", 4) == 0)
    {
      self->width = read_24_little (data + 24) + 1;
      self->height = read_24_little (data + 27) + 1;
    }
  else if (memcmp (data + 12, "VP8L", 4) == 0)
    {
      guint32 bits = read_32_little (data + 21);

      self->width = (bits & 0x3fff) + 1;
      self->height = (bits >> 14 & 0x3fff) + 1;
    }
  else if (memcmp (data + 12, "VP8 ", 4) == 0)
    {
      self->width = read_16_little (data + 26) & 0x3fff;
      self->height = read_16_little (data + 28) & 0x3fff;
    }
  else
    return FALSE;

  return TRUE;
}

/* Looks into the first directory only: what else a file holds is not shown. */
static gboolean
read_tiff (ClinicImageHead *self,
           const guint8    *data,
           gsize            length)
{
  gboolean little = data[0] == 'I';
  guint32 (* read_16)(const guint8 *) = little ? read_16_little : read_16_big;
  guint32 (* read_32)(const guint8 *) = little ? read_32_little : read_32_big;
  guint64 at = length >= 8 ? read_32 (data + 4) : 0;
  guint32 n_entries;

  if (at < 8 || at + 2 > length)
    return FALSE;

  n_entries = read_16 (data + at);

  for (guint32 i = 0; i < n_entries && at + 2 + 12 * (guint64) (i + 1) <= length; i++)
    {
      const guint8 *entry = data + at + 2 + 12 * i;
      guint32 value = read_16 (entry + 2) == 3 ? read_16 (entry + 8) : read_32 (entry + 8);

      if (read_16 (entry) == 256)
        self->width = value;
      else if (read_16 (entry) == 257)
        self->height = value;
    }

  return TRUE;
}

static gboolean
is_heif (const guint8 *data,
         gsize         length)
{
  static const char brands[][5] = { "heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif", "avis" };

  if (length < 12 || memcmp (data + 4, "ftyp", 4) != 0)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (brands); i++)
    {
      if (memcmp (data + 8, brands[i], 4) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
find_kind (ClinicImageKind *kind,
           const guint8    *data,
           gsize            length)
{
  if (length >= 3 && memcmp (data, "\xff\xd8\xff", 3) == 0)
    *kind = CLINIC_IMAGE_JPEG;
  else if (length >= 8 && memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0)
    *kind = CLINIC_IMAGE_PNG;
  else if (length >= 12 && memcmp (data, "RIFF", 4) == 0 && memcmp (data + 8, "WEBP", 4) == 0)
    *kind = CLINIC_IMAGE_WEBP;
  else if (length >= 4 && (memcmp (data, "II*\0", 4) == 0 || memcmp (data, "MM\0*", 4) == 0))
    *kind = CLINIC_IMAGE_TIFF;
  else
    return FALSE;

  return TRUE;
}

ClinicImageVerdict
clinic_image_head_read (ClinicImageHead *self,
                        const guint8    *data,
                        gsize            length)
{
  static gboolean (*const readers[])(ClinicImageHead *, const guint8 *, gsize) = {
    read_jpeg, read_png, read_webp, read_tiff
  };
  guint64 n_pixels;

  g_return_val_if_fail (self != NULL && data != NULL, CLINIC_IMAGE_DAMAGED);

  *self = (ClinicImageHead) { 0 };

  if (length > CLINIC_IMAGE_MAX_BYTES)
    return CLINIC_IMAGE_TOO_LARGE;

  if (!find_kind (&self->kind, data, length))
    return is_heif (data, length) ? CLINIC_IMAGE_HEIF : CLINIC_IMAGE_UNKNOWN;

  if (!readers[self->kind] (self, data, length) || self->width == 0 || self->height == 0)
    return CLINIC_IMAGE_DAMAGED;

  n_pixels = (guint64) self->width * self->height;

  if (n_pixels > CLINIC_IMAGE_MAX_PIXELS ||
      (n_pixels > SMALL_PIXELS && n_pixels / MOST_PIXELS_A_BYTE > length))
    return CLINIC_IMAGE_TOO_LARGE;

  return CLINIC_IMAGE_GOOD;
}
