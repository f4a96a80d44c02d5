/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures from elsewhere become pixels in a process of its own. */

#include "config.h"

#include <signal.h>
#include <string.h>

#include "clinic-decoder.h"
#include "clinic-error.h"
#include "clinic-jpeg.h"
#include "picture-maker.h"

#define BOMB_MILLISECONDS 100

static gboolean
decode (GBytes         *file,
        guint           max_side,
        ClinicDecoded  *decoded,
        GError        **error)
{
  g_autoptr(ClinicDecoder) decoder = clinic_decoder_new ();

  return clinic_decoder_run (decoder, file, max_side, NULL, decoded, error);
}

/* Which corner is the one that was red: 0 top left, 1 top right, 2 bottom left, 3 bottom right. */
static int
find_red (const ClinicPixels *pixels)
{
  for (int i = 0; i < 4; i++)
    {
      guint x = i & 1 ? pixels->width - 3 : 2;
      guint y = i & 2 ? pixels->height - 3 : 2;
      const guint8 *pixel = pixels->data + ((gsize) y * pixels->width + x) * 3;

      if (pixel[0] > 180 && pixel[1] < 80 && pixel[2] < 80)
        return i;
    }

  return -1;
}

static void
test_every_kind_is_decoded (void)
{
  GBytes *pictures[] = {
    picture_make_jpeg (300, 200), picture_make_png (300, 200), picture_make_webp (300, 200, FALSE),
    picture_make_webp (300, 200, TRUE), picture_make_tiff (300, 200),
  };

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autoptr(GError) error = NULL;
      g_auto(ClinicDecoded) decoded = { 0 };

      decode (pictures[i], 4096, &decoded, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (decoded.pixels.width, ==, 300);
      g_assert_cmpuint (decoded.pixels.height, ==, 200);
      g_assert_cmpint (find_red (&decoded.pixels), ==, 0);
      g_assert_cmpstr (decoded.taken_on, ==, "");
      g_bytes_unref (pictures[i]);
    }
}

static void
test_size_is_bounded (void)
{
  GBytes *pictures[] = { picture_make_jpeg (1500, 900), picture_make_png (900, 1500) };

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autoptr(GError) error = NULL;
      g_auto(ClinicDecoded) decoded = { 0 };

      decode (pictures[i], 500, &decoded, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (decoded.pixels.width, ==, i == 0 ? 500 : 300);
      g_assert_cmpuint (decoded.pixels.height, ==, i == 0 ? 300 : 500);
      g_assert_cmpint (find_red (&decoded.pixels), ==, 0);
      g_bytes_unref (pictures[i]);
    }
}

/* EXIF 2.32, Orientation: where the first row and column of what is stored are to be seen. */
static void
test_orientation_is_applied (void)
{
  static const int corners[] = { 0, 0, 1, 3, 2, 0, 1, 3, 2 };
  g_autoptr(GBytes) jpeg = picture_make_jpeg (320, 160);

  for (guint orientation = 0; orientation <= 9; orientation++)
    {
      g_autoptr(GBytes) file = picture_add_metadata (jpeg, orientation);
      g_autoptr(GError) error = NULL;
      g_auto(ClinicDecoded) decoded = { 0 };
      gboolean turned = orientation >= 5 && orientation <= 8;

      decode (file, 4096, &decoded, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (decoded.pixels.width, ==, turned ? 160 : 320);
      g_assert_cmpint (find_red (&decoded.pixels), ==,
                       orientation <= 8 ? corners[orientation] : 0);
    }
}

static void
test_nothing_but_pixels_is_left (void)
{
  g_autoptr(GBytes) jpeg = picture_make_jpeg (320, 160);
  g_autoptr(GBytes) file = picture_add_metadata (jpeg, 6);
  g_autoptr(GBytes) kept = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(ClinicDecoded) decoded = { 0 };

  decode (file, 4096, &decoded, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (decoded.taken_on, ==, "2026-05-31");
  kept = clinic_jpeg_encode (&decoded.pixels, 92);

  for (guint i = 0; picture_telltales[i] != NULL; i++)
    {
      g_assert_true (picture_contains (file, picture_telltales[i]));
      g_assert_false (picture_contains (kept, picture_telltales[i]));
    }

  /* No marker that could hold any: neither APP1 nor a comment. */
  g_assert_false (picture_contains (kept, "\xff\xe1"));
  g_assert_false (picture_contains (kept, "\xff\xfe"));
}

static void
test_bomb_is_refused_at_once (void)
{
  g_autoptr(ClinicDecoder) decoder = clinic_decoder_new ();
  static const guint32 sides[][2] = { { 30000, 30000 }, { 20000, 2500 }, { 65000, 65000 } };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autoptr(GBytes) bomb = picture_make_png_head (sides[i][0], sides[i][1], 48 * 1024);
      g_auto(ClinicDecoded) decoded = { 0 };
      g_autoptr(GError) error = NULL;
      gint64 start = g_get_monotonic_time ();

      g_assert_false (clinic_decoder_run (decoder, bomb, 4096, NULL, &decoded, &error));
      g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
      g_assert_cmpint (g_get_monotonic_time () - start, <, BOMB_MILLISECONDS * 1000);
      g_assert_null (decoded.pixels.data);
    }

  g_assert_cmpuint (clinic_decoder_n_deaths (decoder), ==, 0);
}

/* A head that is small and a picture that says it is large: what the program did not see the
 * decoder's own bounds end. */
static void
test_picture_that_lies_is_refused (void)
{
  g_autoptr(ClinicDecoder) decoder = clinic_decoder_new ();
  g_autoptr(GBytes) good = picture_make_tiff (64, 64);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) cut = g_bytes_new_from_bytes (good, 0, g_bytes_get_size (good) / 2);
  g_auto(ClinicDecoded) decoded = { 0 };

  g_assert_false (clinic_decoder_run (decoder, cut, 4096, NULL, &decoded, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
}

static void
test_one_decoder_takes_many (void)
{
  g_autoptr(ClinicDecoder) decoder = clinic_decoder_new ();
  g_autoptr(GBytes) good = picture_make_jpeg (64, 48);
  g_autoptr(GBytes) bad = g_bytes_new_static ("\xff\xd8\xff\xc0 nothing", 12);

  for (guint i = 0; i < 250; i++)
    {
      g_auto(ClinicDecoded) decoded = { 0 };
      gboolean done = clinic_decoder_run (decoder, i % 3 == 1 ? bad : good, 4096, NULL, &decoded, NULL);

      g_assert_cmpint (done, ==, i % 3 != 1);
    }
}

static void
test_stop_is_heard (void)
{
  g_autoptr(ClinicDecoder) decoder = clinic_decoder_new ();
  g_autoptr(GBytes) picture = picture_make_jpeg (640, 480);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_auto(ClinicDecoded) decoded = { 0 };

  g_cancellable_cancel (cancellable);
  g_assert_false (clinic_decoder_run (decoder, picture, 4096, cancellable, &decoded, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (clinic_decoder_n_deaths (decoder), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/decoder/every-kind-is-decoded", test_every_kind_is_decoded);
  g_test_add_func ("/decoder/size-is-bounded", test_size_is_bounded);
  g_test_add_func ("/decoder/orientation-is-applied", test_orientation_is_applied);
  g_test_add_func ("/decoder/nothing-but-pixels-is-left", test_nothing_but_pixels_is_left);
  g_test_add_func ("/decoder/bomb-is-refused-at-once", test_bomb_is_refused_at_once);
  g_test_add_func ("/decoder/picture-that-lies-is-refused", test_picture_that_lies_is_refused);
  g_test_add_func ("/decoder/one-decoder-takes-many", test_one_decoder_takes_many);
  g_test_add_func ("/decoder/stop-is-heard", test_stop_is_heard);

  return g_test_run ();
}
