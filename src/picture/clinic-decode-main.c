/* SPDX-License-Identifier: GPL-3.0-or-later */

/* anagen-decode: makes pixels of a picture that comes from elsewhere, where nothing can happen to
 * the program or its records when the picture is made to do harm. Speaks clinic-decode-line.h over
 * its standard input and output; of no use to a person. */

#include "config.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "clinic-decode-formats.h"
#include "clinic-decode-line.h"

static gboolean
read_all (gpointer to,
          gsize    length)
{
  guint8 *at = to;

  while (length > 0)
    {
      gssize n = read (STDIN_FILENO, at, length);

      if (n == 0 || (n < 0 && errno != EINTR))
        return FALSE;

      at += MAX (n, 0);
      length -= MAX (n, 0);
    }

  return TRUE;
}

static gboolean
write_all (gconstpointer from,
           gsize         length)
{
  const guint8 *at = from;

  while (length > 0)
    {
      gssize n = write (STDOUT_FILENO, at, length);

      if (n < 0 && errno != EINTR)
        return FALSE;

      at += MAX (n, 0);
      length -= MAX (n, 0);
    }

  return TRUE;
}

static gboolean
decode_kind (ClinicImageKind     kind,
             ClinicPixels       *pixels,
             ClinicDecodeNotes  *notes,
             const guint8       *data,
             gsize               length,
             guint               max_side)
{
  switch (kind)
    {
    case CLINIC_IMAGE_JPEG:
      return clinic_decode_jpeg (pixels, notes, data, length, max_side);

    case CLINIC_IMAGE_PNG:
      return clinic_decode_png (pixels, notes, data, length);

    case CLINIC_IMAGE_WEBP:
      return clinic_decode_webp (pixels, notes, data, length);

    case CLINIC_IMAGE_TIFF:
      return clinic_decode_tiff (pixels, notes, data, length);

    default:
      return FALSE;
    }
}

static ClinicImageVerdict
decode (ClinicPixels      *pixels,
        ClinicDecodeNotes *notes,
        const guint8      *data,
        gsize              length,
        guint              max_side)
{
  ClinicImageHead head;
  ClinicImageVerdict verdict = clinic_image_head_read (&head, data, length);

  if (verdict != CLINIC_IMAGE_GOOD)
    return verdict;

  if (!decode_kind (head.kind, pixels, notes, data, length, max_side) ||
      pixels->width == 0 || pixels->height == 0)
    return CLINIC_IMAGE_DAMAGED;

  clinic_pixels_shrink (pixels, max_side);

  if (MAX (pixels->width, pixels->height) > max_side)
    return CLINIC_IMAGE_TOO_LARGE;

  clinic_decode_colours (pixels, notes);
  clinic_pixels_orient (pixels, notes->orientation);

  return CLINIC_IMAGE_GOOD;
}

static gboolean
answer (const ClinicDecodeRequest *request,
        const guint8              *data)
{
  g_auto(ClinicPixels) pixels = { 0 };
  ClinicDecodeNotes notes = { .orientation = 1 };
  ClinicDecodeAnswer reply = { .magic = CLINIC_DECODE_MAGIC };
  gboolean written;

  reply.verdict = decode (&pixels, &notes, data, request->length, request->max_side);
  memcpy (reply.taken_on, notes.taken_on, sizeof reply.taken_on);
  reply.width = pixels.width;
  reply.height = pixels.height;
  written = write_all (&reply, sizeof reply) &&
            (reply.verdict != CLINIC_IMAGE_GOOD ||
             write_all (pixels.data, (gsize) pixels.width * pixels.height * 3));
  g_free (notes.profile);

  return written;
}

int
main (int   argc,
      char *argv[])
{
  ClinicDecodeRequest request;
  gboolean more = TRUE;

  clinic_decode_prepare ();
  clinic_decode_confine ();

  while (more && read_all (&request, sizeof request))
    {
      guint8 *data = NULL;

      more = request.magic == CLINIC_DECODE_MAGIC && request.max_side > 0 &&
             request.length > 0 && request.length <= CLINIC_IMAGE_MAX_BYTES &&
             (data = g_try_malloc (request.length)) != NULL &&
             read_all (data, request.length) &&
             answer (&request, data);
      g_free (data);
    }

  /* Not exit (): nothing is left to do, and a sanitizer would look around where it may not. */
  _exit (EXIT_SUCCESS);
}
