/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

#include "clinic-decode-formats.h"

/* A progressive picture comes in about ten scans; hundreds are made to burn time. */
#define MOST_SCANS 50

/* libjpeg leaves by longjmp (): all that has to survive is here, not in variables. */
typedef struct
{
  struct jpeg_decompress_struct decompress;
  struct jpeg_error_mgr         errors;
  struct jpeg_progress_mgr      progress;
  jmp_buf                       way_out;
  guint8                       *row;
} Jpeg;

static void
give_up_cb (j_common_ptr common)
{
  Jpeg *self = common->client_data;

  longjmp (self->way_out, 1);
}

static void
say_nothing_cb (j_common_ptr common,
                int          level)
{
}

static void
progress_cb (j_common_ptr common)
{
  if (((j_decompress_ptr) common)->input_scan_number > MOST_SCANS)
    give_up_cb (common);
}

/* Counted before any is decoded: each goes over the whole picture. What lies behind its end is no part of it. */
static gboolean
has_too_many_scans (const guint8 *data,
                    gsize         length)
{
  guint n_scans = 0;
  gsize at = 2;

  while (at + 4 <= length && n_scans <= MOST_SCANS)
    {
      const guint8 *next = memchr (data + at, 0xff, length - at - 3);
      guint8 marker = next != NULL ? next[1] : 0xd9;

      if (marker == 0xd9)
        break;

      /* A byte of the picture, filling, or what has no length. */
      at = next - data + (marker == 0xff ? 1 : 2);

      if (marker > 0x01 && marker < 0xff && (marker < 0xd0 || marker > 0xd8))
        at += data[at] << 8 | data[at + 1];

      n_scans += marker == 0xda;
    }

  return n_scans > MOST_SCANS;
}

static void
begin (Jpeg         *self,
       const guint8 *data,
       gsize         length)
{
  self->decompress.err = jpeg_std_error (&self->errors);
  self->errors.error_exit = give_up_cb;
  self->errors.emit_message = say_nothing_cb;
  self->progress.progress_monitor = progress_cb;
  self->decompress.client_data = self;
  jpeg_create_decompress (&self->decompress);
  self->decompress.client_data = self;
  self->decompress.progress = &self->progress;
  jpeg_save_markers (&self->decompress, JPEG_APP0 + 1, 0xffff);
  jpeg_save_markers (&self->decompress, JPEG_APP0 + 2, 0xffff);
  jpeg_mem_src (&self->decompress, data, length);
  jpeg_read_header (&self->decompress, TRUE);
}

static void
read_notes (Jpeg              *self,
            ClinicDecodeNotes *notes)
{
  JOCTET *profile = NULL;
  unsigned int length = 0;

  for (jpeg_saved_marker_ptr marker = self->decompress.marker_list; marker != NULL; marker = marker->next)
    {
      if (marker->marker == JPEG_APP0 + 1 && marker->data_length > 6 &&
          memcmp (marker->data, "Exif\0\0", 6) == 0)
        clinic_decode_exif (notes, marker->data + 6, marker->data_length - 6);
    }

  if (jpeg_read_icc_profile (&self->decompress, &profile, &length))
    {
      notes->profile = g_memdup2 (profile, length);
      notes->profile_length = length;
      free (profile);
    }
}

/* As little as is enough is decoded: half, a quarter, an eighth of each side. */
static void
choose_scale (Jpeg  *self,
              guint  max_side)
{
  guint longest = MAX (self->decompress.image_width, self->decompress.image_height);

  self->decompress.scale_num = 1;
  self->decompress.scale_denom = 1;

  while (self->decompress.scale_denom < 8 && longest / (self->decompress.scale_denom * 2) >= max_side)
    self->decompress.scale_denom *= 2;
}

/* Printers' colours, inverted as Adobe writes them. */
static void
take_cmyk (guint8       *to,
           const guint8 *from,
           guint         n_pixels,
           gboolean      inverted)
{
  for (guint i = 0; i < n_pixels; i++)
    {
      guint black = inverted ? from[4 * i + 3] : 255 - from[4 * i + 3];

      for (guint c = 0; c < 3; c++)
        to[3 * i + c] = (inverted ? from[4 * i + c] : 255 - from[4 * i + c]) * black / 255;
    }
}

static gboolean
read_rows (Jpeg         *self,
           ClinicPixels *pixels)
{
  j_decompress_ptr decompress = &self->decompress;
  gboolean cmyk = decompress->jpeg_color_space == JCS_CMYK || decompress->jpeg_color_space == JCS_YCCK;

  decompress->out_color_space = cmyk ? JCS_CMYK : JCS_RGB;
  jpeg_start_decompress (decompress);
  pixels->width = decompress->output_width;
  pixels->height = decompress->output_height;
  pixels->data = g_try_malloc0 ((gsize) pixels->width * pixels->height * 3);
  self->row = g_try_malloc ((gsize) pixels->width * 4);

  if (pixels->data == NULL || self->row == NULL)
    return FALSE;

  while (decompress->output_scanline < decompress->output_height)
    {
      guint8 *to = pixels->data + (gsize) decompress->output_scanline * pixels->width * 3;
      JSAMPROW row = cmyk ? self->row : to;

      if (jpeg_read_scanlines (decompress, &row, 1) != 1)
        return FALSE;

      if (cmyk)
        take_cmyk (to, self->row, pixels->width, decompress->saw_Adobe_marker);
    }

  return TRUE;
}

gboolean
clinic_decode_jpeg (ClinicPixels      *pixels,
                    ClinicDecodeNotes *notes,
                    const guint8      *data,
                    gsize              length,
                    guint              max_side)
{
  Jpeg *self = g_new0 (Jpeg, 1);
  volatile gboolean done = FALSE;

  if (!has_too_many_scans (data, length) && setjmp (self->way_out) == 0)
    {
      begin (self, data, length);
      read_notes (self, notes);
      choose_scale (self, max_side);
      done = read_rows (self, pixels);
    }

  jpeg_destroy_decompress (&self->decompress);
  g_free (self->row);
  g_free (self);

  return done;
}
