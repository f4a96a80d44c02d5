/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <zlib.h>

#include "clinic-decode-formats.h"

#define SIGNATURE 8
#define HEAD      25    /* of IHDR, with what is round it */

/* Whatever else there is would be unpacked by libpng, wanted or not. */
static const char * const kept[] = { "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB" };

static guint64
read_32 (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

static gboolean
is_kept (const guint8 *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      if (memcmp (kind, kept[i], 4) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Bytes of so many rows, each with the one that tells its filter. */
static guint64
count_rows (guint64 width,
            guint64 height,
            guint   bits)
{
  return width == 0 ? 0 : height * (1 + (width * bits + 7) / 8);
}

/* As the head has it (PNG 1.2, 11.2.2): first and next column and row of each of the seven passes of Adam7. */
static guint64
count_bytes (const guint8 *head)
{
  static const guint passes[][4] = {
    { 0, 8, 0, 8 }, { 4, 8, 0, 8 }, { 0, 4, 4, 8 }, { 2, 4, 0, 4 }, { 0, 2, 2, 4 }, { 1, 2, 0, 2 }, { 0, 1, 1, 2 },
  };
  static const guint8 channels[] = { 1, 0, 3, 1, 2, 0, 4 };
  guint64 width = read_32 (head);
  guint64 height = read_32 (head + 4);
  guint bits = head[9] < G_N_ELEMENTS (channels) ? channels[head[9]] * head[8] : 0;
  guint64 sum = 0;

  if (head[12] == 0)
    return count_rows (width, height, bits);

  for (guint i = 0; i < G_N_ELEMENTS (passes); i++)
    {
      const guint *pass = passes[i];

      if (width > pass[0] && height > pass[2])
        sum += count_rows ((width - pass[0] + pass[1] - 1) / pass[1], (height - pass[2] + pass[3] - 1) / pass[3], bits);
    }

  return sum;
}

/* Whether all pixels, unpacked, are no more than @most bytes. */
static gboolean
unpack (z_stream     *stream,
        const guint8 *data,
        gsize         length,
        guint64       most)
{
  guint8 scratch[32 * 1024];

  stream->next_in = (guint8 *) data;
  stream->avail_in = length;

  do
    {
      int result;

      stream->next_out = scratch;
      stream->avail_out = sizeof scratch;
      result = inflate (stream, Z_NO_FLUSH);

      if (stream->total_out > most)
        return FALSE;

      /* What is damaged is libpng's to tell. */
      if (result != Z_OK)
        return TRUE;
    }
  while (stream->avail_in > 0 || stream->avail_out == 0);

  return TRUE;
}

GByteArray *
clinic_decode_png_chunks (const guint8 *data,
                          gsize         length)
{
  g_autoptr(GByteArray) file = g_byte_array_new ();
  z_stream stream = { 0 };
  guint64 at = SIGNATURE;
  gboolean good = length >= SIGNATURE + HEAD && memcmp (data + 12, "IHDR", 4) == 0 && inflateInit (&stream) == Z_OK;
  guint64 most = good ? count_bytes (data + SIGNATURE + 8) : 0;

  if (good)
    g_byte_array_append (file, data, SIGNATURE);

  while (good && at + 12 <= length)
    {
      guint64 size = read_32 (data + at);

      if (at + 12 + size > length)
        break;

      if (memcmp (data + at + 4, "IDAT", 4) == 0)
        good = unpack (&stream, data + at + 8, size, most);

      if (is_kept (data + at + 4))
        g_byte_array_append (file, data + at, 12 + size);

      at += 12 + size;
    }

  inflateEnd (&stream);

  return good ? g_steal_pointer (&file) : NULL;
}
