/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a picture says of itself, before anything is decoded. */

#include "config.h"

#include <string.h>

#include "clinic-image-head.h"
#include "picture-maker.h"

static ClinicImageVerdict
read_head (GBytes          *bytes,
           ClinicImageHead *head)
{
  return clinic_image_head_read (head, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_size_is_read_of_every_kind (void)
{
  GBytes *pictures[] = {
    picture_make_jpeg (60, 40), picture_make_png (60, 40), picture_make_webp (60, 40, FALSE),
    picture_make_webp (60, 40, TRUE), picture_make_tiff (60, 40),
  };
  const ClinicImageKind kinds[] = {
    CLINIC_IMAGE_JPEG, CLINIC_IMAGE_PNG, CLINIC_IMAGE_WEBP, CLINIC_IMAGE_WEBP, CLINIC_IMAGE_TIFF,
  };

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      ClinicImageHead head;

      g_assert_cmpint (read_head (pictures[i], &head), ==, CLINIC_IMAGE_GOOD);
      g_assert_cmpint (head.kind, ==, kinds[i]);
      g_assert_cmpuint (head.width, ==, 60);
      g_assert_cmpuint (head.height, ==, 40);
      g_bytes_unref (pictures[i]);
    }
}

/* Every beginning of a file is answered, and nothing behind its end is looked at: under the
 * address sanitizer that is seen. */
static void
test_cut_file_is_refused (void)
{
  GBytes *pictures[] = {
    picture_make_jpeg (60, 40), picture_make_png (60, 40), picture_make_webp (60, 40, FALSE),
    picture_make_webp (60, 40, TRUE), picture_make_tiff (60, 40),
  };

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      gsize length = g_bytes_get_size (pictures[i]);

      for (gsize n = 1; n < length; n++)
        {
          g_autofree guint8 *part = g_memdup2 (g_bytes_get_data (pictures[i], NULL), n);
          ClinicImageHead head;
          ClinicImageVerdict verdict = clinic_image_head_read (&head, part, n);

          if (n < 12)
            g_assert_cmpint (verdict, !=, CLINIC_IMAGE_GOOD);
        }

      g_bytes_unref (pictures[i]);
    }
}

static void
test_bomb_is_refused (void)
{
  static const guint32 sides[][2] = {
    { 30000, 30000 }, { 0xffffffff, 1 }, { 1, 0xffffffff }, { 0xffffffff, 0xffffffff }, { 0, 5 }, { 20000, 2000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autoptr(GBytes) bomb = picture_make_png_head (sides[i][0], sides[i][1], 20000);
      ClinicImageHead head;

      g_assert_cmpint (read_head (bomb, &head), !=, CLINIC_IMAGE_GOOD);
    }
}

static void
test_other_files_are_told_apart (void)
{
  static const char * const files[] = {
    "%PDF-1.4 and so on and on", "GIF89a and so on and on", "<svg xmlns='…'/> and so on", "x",
    "#!/bin/sh\nrm -rf /\n",
  };
  static const guint8 heic[] = "\0\0\0\x18" "ftypheic\0\0\0\0mif1heic";
  ClinicImageHead head;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_assert_cmpint (clinic_image_head_read (&head, (const guint8 *) files[i], strlen (files[i])),
                     ==, CLINIC_IMAGE_UNKNOWN);

  g_assert_cmpint (clinic_image_head_read (&head, heic, sizeof heic), ==, CLINIC_IMAGE_HEIF);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/picture-head/size-is-read-of-every-kind", test_size_is_read_of_every_kind);
  g_test_add_func ("/picture-head/cut-file-is-refused", test_cut_file_is_refused);
  g_test_add_func ("/picture-head/bomb-is-refused", test_bomb_is_refused);
  g_test_add_func ("/picture-head/other-files-are-told-apart", test_other_files_are_told_apart);

  return g_test_run ();
}
