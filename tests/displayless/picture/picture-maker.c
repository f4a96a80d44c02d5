/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>
#include <string.h>

#include <png.h>
#include <tiffio.h>
#include <webp/encode.h>

#include "clinic-jpeg.h"
#include "picture-maker.h"

const char *const picture_telltales[] = {
  "Exif", "GPS-CANARY", "CAMERA-CANARY", "ARTIST-CANARY", "SERIAL-CANARY", "XMP-CANARY", "COMMENT-CANARY",
  "2026:05:31", NULL
};

ClinicPixels
picture_make_pixels (guint width,
                     guint height)
{
  ClinicPixels pixels = { width, height, g_malloc ((gsize) width * height * 3) };

  for (guint y = 0; y < height; y++)
    {
      for (guint x = 0; x < width; x++)
        {
          guint8 *pixel = pixels.data + ((gsize) y * width + x) * 3;
          guint right = 2 * x >= width;
          guint down = 2 * y >= height;

          pixel[0] = right == down ? 230 - (x & 15) : 20;
          pixel[1] = right ? 230 - (y & 15) : 20;
          pixel[2] = down ? 230 - (x & 7) : 20;
        }
    }

  return pixels;
}

GBytes *
picture_make_jpeg (guint width,
                   guint height)
{
  g_auto(ClinicPixels) pixels = picture_make_pixels (width, height);

  return clinic_jpeg_encode (&pixels, 90);
}

GBytes *
picture_make_png (guint width,
                  guint height)
{
  g_auto(ClinicPixels) pixels = picture_make_pixels (width, height);
  png_image image = { .version = PNG_IMAGE_VERSION, .width = width, .height = height, .format = PNG_FORMAT_RGB };
  png_alloc_size_t length = 0;
  guint8 *data;

  g_assert_true (png_image_write_get_memory_size (image, length, 0, pixels.data, 0, NULL));
  data = g_malloc (length);
  g_assert_true (png_image_write_to_memory (&image, data, &length, 0, pixels.data, 0, NULL));

  return g_bytes_new_take (data, length);
}

GBytes *
picture_make_webp (guint    width,
                   guint    height,
                   gboolean lossless)
{
  g_auto(ClinicPixels) pixels = picture_make_pixels (width, height);
  guint8 *data = NULL;
  gsize length;
  GBytes *bytes;

  length = lossless ? WebPEncodeLosslessRGB (pixels.data, width, height, 3 * width, &data)
                    : WebPEncodeRGB (pixels.data, width, height, 3 * width, 90, &data);
  g_assert_cmpuint (length, >, 0);
  bytes = g_bytes_new (data, length);
  WebPFree (data);

  return bytes;
}

typedef struct
{
  GByteArray *bytes;
  guint64     at;
} Sink;

static tmsize_t
read_cb (thandle_t handle,
         void     *to,
         tmsize_t  size)
{
  Sink *self = handle;
  guint64 left = self->at < self->bytes->len ? self->bytes->len - self->at : 0;
  guint64 n = MIN ((guint64) size, left);

  memcpy (to, self->bytes->data + self->at, n);
  self->at += n;

  return n;
}

static tmsize_t
write_cb (thandle_t handle,
          void     *from,
          tmsize_t  size)
{
  Sink *self = handle;

  if (self->at + size > self->bytes->len)
    g_byte_array_set_size (self->bytes, self->at + size);

  memcpy (self->bytes->data + self->at, from, size);
  self->at += size;

  return size;
}

static toff_t
seek_cb (thandle_t handle,
         toff_t    offset,
         int       whence)
{
  Sink *self = handle;

  self->at = (whence == SEEK_SET ? 0 : whence == SEEK_CUR ? self->at : self->bytes->len) + offset;

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
  return ((Sink *) handle)->bytes->len;
}

GBytes *
picture_make_tiff (guint width,
                   guint height)
{
  g_auto(ClinicPixels) pixels = picture_make_pixels (width, height);
  Sink sink = { g_byte_array_new (), 0 };
  TIFF *tiff = TIFFClientOpen ("test", "wm", &sink, read_cb, write_cb, seek_cb, close_cb, size_cb, NULL, NULL);

  TIFFSetField (tiff, TIFFTAG_IMAGEWIDTH, width);
  TIFFSetField (tiff, TIFFTAG_IMAGELENGTH, height);
  TIFFSetField (tiff, TIFFTAG_SAMPLESPERPIXEL, 3);
  TIFFSetField (tiff, TIFFTAG_BITSPERSAMPLE, 8);
  TIFFSetField (tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
  TIFFSetField (tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_RGB);
  TIFFSetField (tiff, TIFFTAG_COMPRESSION, COMPRESSION_ADOBE_DEFLATE);
  TIFFSetField (tiff, TIFFTAG_ROWSPERSTRIP, 16);

  for (guint y = 0; y < height; y++)
    TIFFWriteScanline (tiff, pixels.data + (gsize) y * width * 3, y, 0);

  TIFFClose (tiff);

  return g_byte_array_free_to_bytes (sink.bytes);
}

static void
put_16 (GByteArray *block,
        guint       number)
{
  const guint8 bytes[] = { number & 255, number >> 8 & 255 };

  g_byte_array_append (block, bytes, 2);
}

static void
put_32 (GByteArray *block,
        guint32     number)
{
  put_16 (block, number & 0xffff);
  put_16 (block, number >> 16);
}

/* Texts lie behind all directories, so many bytes each. */
#define TEXT_BYTES 32

static void
put_entry (GByteArray *block,
           guint       tag,
           guint       type,
           guint32     count,
           guint32     value)
{
  put_16 (block, tag);
  put_16 (block, type);
  put_32 (block, count);
  put_32 (block, value);
}

static void
put_text (GByteArray *block,
          const char *text)
{
  guint8 bytes[TEXT_BYTES] = { 0 };

  g_strlcpy ((char *) bytes, text, sizeof bytes);
  g_byte_array_append (block, bytes, sizeof bytes);
}

static GByteArray *
make_exif (guint orientation)
{
  GByteArray *block = g_byte_array_new ();
  guint exif = 8 + 2 + 5 * 12 + 4;
  guint gps = exif + 2 + 2 * 12 + 4;
  guint texts = gps + 2 + 12 + 4;

  g_byte_array_append (block, (const guint8 *) "II*\0", 4);
  put_32 (block, 8);
  put_16 (block, 5);
  put_entry (block, 0x010f, 2, TEXT_BYTES, texts);
  put_entry (block, 0x0112, 3, 1, orientation);
  put_entry (block, 0x013b, 2, TEXT_BYTES, texts + TEXT_BYTES);
  put_entry (block, 0x8769, 4, 1, exif);
  put_entry (block, 0x8825, 4, 1, gps);
  put_32 (block, 0);
  put_16 (block, 2);
  put_entry (block, 0x9003, 2, 20, texts + 2 * TEXT_BYTES);
  put_entry (block, 0xa431, 2, TEXT_BYTES, texts + 3 * TEXT_BYTES);
  put_32 (block, 0);
  put_16 (block, 1);
  put_entry (block, 0x001d, 2, TEXT_BYTES, texts + 4 * TEXT_BYTES);
  put_32 (block, 0);
  put_text (block, "CAMERA-CANARY");
  put_text (block, "ARTIST-CANARY");
  put_text (block, "2026:05:31 12:34:56");
  put_text (block, "SERIAL-CANARY");
  put_text (block, "GPS-CANARY 48.2082 N 16.3738 E");

  return block;
}

static void
put_segment (GByteArray   *file,
             guint8        marker,
             const char   *head,
             gsize         head_length,
             const guint8 *data,
             gsize         length)
{
  gsize size = 2 + head_length + length;
  const guint8 start[] = { 0xff, marker, size >> 8, size & 255 };

  g_byte_array_append (file, start, sizeof start);
  g_byte_array_append (file, (const guint8 *) head, head_length);
  g_byte_array_append (file, data, length);
}

GBytes *
picture_add_metadata (GBytes *jpeg,
                      guint   orientation)
{
  static const char xmp[] = "<x:xmpmeta>XMP-CANARY</x:xmpmeta>";
  static const char comment[] = "COMMENT-CANARY";
  g_autoptr(GByteArray) exif = make_exif (orientation);
  GByteArray *file = g_byte_array_new ();
  gsize length;
  const guint8 *data = g_bytes_get_data (jpeg, &length);

  g_byte_array_append (file, data, 2);
  put_segment (file, 0xe1, "Exif\0\0", 6, exif->data, exif->len);
  put_segment (file, 0xe1, "http://ns.adobe.com/xap/1.0/\0", 29, (const guint8 *) xmp, strlen (xmp));
  put_segment (file, 0xfe, "", 0, (const guint8 *) comment, strlen (comment));
  g_byte_array_append (file, data + 2, length - 2);

  return g_byte_array_free_to_bytes (file);
}

GBytes *
picture_make_png_head (guint32 width,
                       guint32 height,
                       gsize   length)
{
  g_autoptr(GBytes) good = picture_make_png (16, 16);
  guint8 *data = g_malloc0 (length);
  guint32 sides[] = { GUINT32_TO_BE (width), GUINT32_TO_BE (height) };

  g_assert_cmpuint (length, >, 33);
  memcpy (data, g_bytes_get_data (good, NULL), MIN (length, g_bytes_get_size (good)));
  memcpy (data + 16, sides, sizeof sides);

  return g_bytes_new_take (data, length);
}

gboolean
picture_contains (GBytes     *bytes,
                  const char *text)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  return memmem (data, length, text, strlen (text)) != NULL;
}
