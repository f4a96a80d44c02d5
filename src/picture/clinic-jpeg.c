/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include <jpeglib.h>

#include "clinic-jpeg.h"

/* Encoding pixels fails for want of memory alone, which is no matter of the caller's. */
static void
give_up_cb (j_common_ptr compress)
{
  g_error ("No memory for a picture");
}

GBytes *
clinic_jpeg_encode (const ClinicPixels *pixels,
                    int                 quality)
{
  struct jpeg_compress_struct compress;
  struct jpeg_error_mgr errors;
  unsigned char *buffer = NULL;
  unsigned long length = 0;

  g_return_val_if_fail (pixels->data != NULL && pixels->width <= JPEG_MAX_DIMENSION &&
                        pixels->height <= JPEG_MAX_DIMENSION, NULL);

  compress.err = jpeg_std_error (&errors);
  errors.error_exit = give_up_cb;
  jpeg_create_compress (&compress);
  jpeg_mem_dest (&compress, &buffer, &length);
  compress.image_width = pixels->width;
  compress.image_height = pixels->height;
  compress.input_components = 3;
  compress.in_color_space = JCS_RGB;
  jpeg_set_defaults (&compress);
  jpeg_set_quality (&compress, quality, TRUE);
  jpeg_start_compress (&compress, TRUE);

  while (compress.next_scanline < compress.image_height)
    {
      JSAMPROW row = pixels->data + (gsize) compress.next_scanline * pixels->width * 3;

      jpeg_write_scanlines (&compress, &row, 1);
    }

  jpeg_finish_compress (&compress);
  jpeg_destroy_compress (&compress);

  return g_bytes_new_with_free_func (buffer, length, free, buffer);
}
