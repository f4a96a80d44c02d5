/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures made to burn time or memory. Each is refused, or is the small picture that it says it is; neither costs more
 * than a moment of the processor, here and in the decoder together, nor makes this process grow. */

#include "config.h"

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include <jpeglib.h>
#include <zlib.h>

#include "clinic-decoder.h"
#include "clinic-error.h"
#include "clinic-image-head.h"
#include "picture-maker.h"

#ifdef __SANITIZE_ADDRESS__
#define BOMB_MILLISECONDS 1000
#else
#define BOMB_MILLISECONDS 100
#endif
#define BOMB_KILOBYTES (16 * 1024)

static void
put (GByteArray *file,
     guint64     number,
     guint       n_bytes,
     gboolean    little)
{
  for (guint i = 0; i < n_bytes; i++)
    {
      guint8 byte = number >> 8 * (little ? i : n_bytes - 1 - i);

      g_byte_array_append (file, &byte, 1);
    }
}

static void
put_text (GByteArray *file,
          const char *text)
{
  g_byte_array_append (file, (const guint8 *) text, strlen (text));
}

static GByteArray *
begin (GBytes *bytes)
{
  GByteArray *file = g_byte_array_new ();

  g_byte_array_append (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return file;
}

/* As large as so many bytes can pretend to be, in each way there is to say it. */

static GBytes *
make_jpeg_head (void)
{
  g_autoptr(GBytes) good = picture_make_jpeg (64, 48);
  GByteArray *file = begin (good);

  for (guint i = 2; i + 9 < file->len; i++)
    {
      if (file->data[i] == 0xff && file->data[i + 1] == 0xc0)
        {
          memset (file->data + i + 5, 0xff, 4);
          break;
        }
    }

  return g_byte_array_free_to_bytes (file);
}

static GBytes *
make_webp_head (const char *kind)
{
  GByteArray *file = g_byte_array_new ();

  put_text (file, "RIFF");
  put (file, 0x1000, 4, TRUE);
  put_text (file, "WEBP");
  put_text (file, kind);
  put (file, 10, 4, TRUE);
  /* VP8X: a flag and two numbers of 24 bits; VP8L: a mark and two of 14; VP8: a frame's mark and two of 16. */
  put (file, g_str_equal (kind, "VP8L") ? 0xffffff2f : 0, 4, TRUE);
  put (file, g_str_equal (kind, "VP8 ") ? 0x2a019d : 0xffffff, 3, TRUE);
  put (file, 0xffffff, 3, TRUE);
  put (file, 0xffffff, 3, TRUE);
  g_byte_array_set_size (file, 4096);

  return g_byte_array_free_to_bytes (file);
}

static GBytes *
make_webp_extended (void)
{
  return make_webp_head ("VP8X");
}

static GBytes *
make_webp_lossless (void)
{
  return make_webp_head ("VP8L");
}

static GBytes *
make_webp_lossy (void)
{
  return make_webp_head ("VP8 ");
}

static void
put_entry (GByteArray *file,
           guint       tag,
           guint       type,
           guint32     count,
           guint32     value)
{
  put (file, tag, 2, TRUE);
  put (file, type, 2, TRUE);
  put (file, count, 4, TRUE);
  put (file, value, 4, TRUE);
}

static GByteArray *
begin_tiff (guint n_entries)
{
  GByteArray *file = g_byte_array_new ();

  g_byte_array_append (file, (const guint8 *) "II*\0", 4);
  put (file, 8, 4, TRUE);
  put (file, n_entries, 2, TRUE);

  return file;
}

static GBytes *
make_tiff_head (void)
{
  GByteArray *file = begin_tiff (2);

  put_entry (file, 256, 4, 1, 0xffffffff);
  put_entry (file, 257, 4, 1, 0xffffffff);
  put (file, 0, 4, TRUE);

  return g_byte_array_free_to_bytes (file);
}

/* A small picture in four thousand million strips. */
static GBytes *
make_tiff_strips (void)
{
  GByteArray *file = begin_tiff (8);

  put_entry (file, 256, 3, 1, 64);
  put_entry (file, 257, 3, 1, 64);
  put_entry (file, 258, 3, 1, 8);
  put_entry (file, 259, 3, 1, 1);
  put_entry (file, 262, 3, 1, 1);
  put_entry (file, 273, 4, 0xffffffff, 8);
  put_entry (file, 278, 4, 1, 1);
  put_entry (file, 279, 4, 0xffffffff, 8);
  put (file, 8, 4, TRUE);
  g_byte_array_set_size (file, 64 * 1024);

  return g_byte_array_free_to_bytes (file);
}

/* A directory as long as one can be, every entry of which leads back to the directory: as a TIFF, and as what a camera
 * wrote into a JPEG. */
static GByteArray *
make_loop (guint n_entries)
{
  GByteArray *file = begin_tiff (n_entries);

  put_entry (file, 256, 3, 1, 64);
  put_entry (file, 257, 3, 1, 64);

  for (guint i = 2; i < n_entries; i++)
    put_entry (file, 0x8769, 4, 1, 8);

  put (file, 8, 4, TRUE);

  return file;
}

static GBytes *
make_tiff_loop (void)
{
  return g_byte_array_free_to_bytes (make_loop (65535));
}

static GBytes *
make_exif_loop (void)
{
  g_autoptr(GBytes) good = picture_make_jpeg (64, 48);
  g_autoptr(GByteArray) loop = make_loop (5400);
  GByteArray *file = g_byte_array_new ();

  put (file, 0xffd8ffe1, 4, FALSE);
  put (file, 2 + 6 + loop->len, 2, FALSE);
  g_byte_array_append (file, (const guint8 *) "Exif\0\0", 6);
  g_byte_array_append (file, loop->data, loop->len);
  g_byte_array_append (file, (const guint8 *) g_bytes_get_data (good, NULL) + 2, g_bytes_get_size (good) - 2);

  return g_byte_array_free_to_bytes (file);
}

static void
put_chunk (GByteArray   *file,
           const char   *kind,
           const guint8 *data,
           gsize         length)
{
  guint32 sum = crc32 (crc32 (0, (const guint8 *) kind, 4), data, length);

  put (file, length, 4, FALSE);
  put_text (file, kind);
  g_byte_array_append (file, data, length);
  put (file, sum, 4, FALSE);
}

/* A good PNG with something behind its head. */
static GBytes *
make_png_with (const char   *kind,
               const guint8 *data,
               gsize         length,
               guint         times)
{
  g_autoptr(GBytes) good = picture_make_png (16, 16);
  const guint8 *bytes = g_bytes_get_data (good, NULL);
  GByteArray *file = g_byte_array_new ();

  g_byte_array_append (file, bytes, 33);

  for (guint i = 0; i < times; i++)
    put_chunk (file, kind, data, length);

  g_byte_array_append (file, bytes + 33, g_bytes_get_size (good) - 33);

  return g_byte_array_free_to_bytes (file);
}

/* The loop again: this block may be as long as a directory can be. */
static GBytes *
make_png_loop (void)
{
  g_autoptr(GByteArray) loop = make_loop (65535);

  return make_png_with ("eXIf", loop->data, loop->len, 1);
}

/* So many noughts, packed. */
static GByteArray *
pack_noughts (const char *before,
              gsize       before_length,
              gsize       n)
{
  g_autofree guint8 *noughts = g_malloc0 (n);
  uLongf length = compressBound (n);
  GByteArray *packed = g_byte_array_new ();

  g_byte_array_append (packed, (const guint8 *) before, before_length);
  g_byte_array_set_size (packed, before_length + length);
  g_assert_cmpint (compress2 (packed->data + before_length, &length, noughts, n, 9), ==, Z_OK);
  g_byte_array_set_size (packed, before_length + length);

  return packed;
}

/* Words of seven million noughts, five hundred times. */
static GBytes *
make_png_words (void)
{
  static const char head[] = "Comment\0";
  g_autoptr(GByteArray) packed = pack_noughts (head, sizeof head, 7000000);

  return make_png_with ("zTXt", packed->data, packed->len, 500);
}

/* A profile of a hundred million noughts. */
static GBytes *
make_png_profile (void)
{
  static const char head[] = "profile\0";
  g_autoptr(GByteArray) packed = pack_noughts (head, sizeof head, 100000000);

  return make_png_with ("iCCP", packed->data, packed->len, 1);
}

/* A picture of 16 × 16 in which there are two hundred million bytes. */
static GBytes *
make_png_pixels (void)
{
  g_autoptr(GBytes) good = picture_make_png (16, 16);
  g_autoptr(GByteArray) packed = pack_noughts ("", 0, 200000000);
  GByteArray *file = g_byte_array_new ();

  g_byte_array_append (file, g_bytes_get_data (good, NULL), 33);
  put_chunk (file, "IDAT", packed->data, packed->len);
  put_chunk (file, "IEND", NULL, 0);

  return g_byte_array_free_to_bytes (file);
}

/* One grey in as many scans as there are coefficients and bits of them. */
static GBytes *
make_jpeg_scans (void)
{
  g_autoptr(GArray) scans = g_array_new (FALSE, TRUE, sizeof (jpeg_scan_info));
  struct jpeg_compress_struct compress;
  struct jpeg_error_mgr errors;
  g_autofree guint8 *row = g_malloc (2000);
  unsigned char *data = NULL;
  unsigned long length = 0;
  jpeg_scan_info scan = { 1, { 0 }, 0, 0, 0, 0 };
  GBytes *bytes;

  g_array_append_val (scans, scan);

  for (int bit = 9; bit >= 0; bit--)
    {
      for (int k = 1; k < 64; k++)
        {
          jpeg_scan_info fine = { 1, { 0 }, k, k, bit == 9 ? 0 : bit + 1, bit };

          g_array_append_val (scans, fine);
        }
    }

  compress.err = jpeg_std_error (&errors);
  jpeg_create_compress (&compress);
  jpeg_mem_dest (&compress, &data, &length);
  compress.image_width = compress.image_height = 2000;
  compress.input_components = 1;
  compress.in_color_space = JCS_GRAYSCALE;
  jpeg_set_defaults (&compress);
  compress.scan_info = (const jpeg_scan_info *) scans->data;
  compress.num_scans = scans->len;
  jpeg_start_compress (&compress, TRUE);
  memset (row, 128, 2000);

  while (compress.next_scanline < compress.image_height)
    jpeg_write_scanlines (&compress, &row, 1);

  jpeg_finish_compress (&compress);
  jpeg_destroy_compress (&compress);
  bytes = g_bytes_new (data, length);
  free (data);

  return bytes;
}

typedef struct
{
  const char *name;
  GBytes   *(*make)(void);
  guint side;           /* of the small picture that it is; 0: it is refused */
} Bomb;

static const Bomb bombs[] = {
  { "jpeg-head", make_jpeg_head, 0 },
  { "jpeg-scans", make_jpeg_scans, 0 },
  { "exif-loop", make_exif_loop, 64 },
  { "webp-extended", make_webp_extended, 0 },
  { "webp-lossless", make_webp_lossless, 0 },
  { "webp-lossy", make_webp_lossy, 0 },
  { "tiff-head", make_tiff_head, 0 },
  { "tiff-strips", make_tiff_strips, 0 },
  { "tiff-loop", make_tiff_loop, 0 },
  { "png-loop", make_png_loop, 16 },
  { "png-words", make_png_words, 16 },
  { "png-profile", make_png_profile, 16 },
  { "png-pixels", make_png_pixels, 0 },
};

static double
get_milliseconds (const struct rusage *usage)
{
  return (usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) * 1e3 + (usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / 1e3;
}

/* Of this process and of all decoders that have ended; how large this one ever was. */
static double
measure (long *kilobytes)
{
  struct rusage own;
  struct rusage children;

  getrusage (RUSAGE_SELF, &own);
  getrusage (RUSAGE_CHILDREN, &children);
  *kilobytes = own.ru_maxrss;

  return get_milliseconds (&own) + get_milliseconds (&children);
}

static void
test_bomb_does_no_harm (gconstpointer data)
{
  const Bomb *bomb = data;
  g_autoptr(GBytes) file = bomb->make ();
  g_autoptr(GError) error = NULL;
  g_auto(ClinicDecoded) decoded = { 0 };
  ClinicDecoder *decoder;
  long before;
  long after;
  double milliseconds = measure (&before);
  gboolean done;

  decoder = clinic_decoder_new ();
  done = clinic_decoder_run (decoder, file, 4096, NULL, &decoded, &error);
  clinic_decoder_free (decoder);
  milliseconds = measure (&after) - milliseconds;
  g_test_message ("%s: %" G_GSIZE_FORMAT " bytes, %.0f ms, %ld kB more", bomb->name, g_bytes_get_size (file),
                  milliseconds, after - before);

  if (bomb->side == 0)
    {
      g_assert_false (done);
      g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
      g_assert_null (decoded.pixels.data);
    }
  else
    {
      g_assert_no_error (error);
      g_assert_cmpuint (decoded.pixels.width, ==, bomb->side);
    }

  g_assert_cmpfloat (milliseconds, <, BOMB_MILLISECONDS);
  g_assert_cmpint (after - before, <, BOMB_KILOBYTES);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bombs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/bombs/%s", bombs[i].name);

      g_test_add_data_func (path, &bombs[i], test_bomb_does_no_harm);
    }

  return g_test_run ();
}
