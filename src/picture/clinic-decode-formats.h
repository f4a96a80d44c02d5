/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-image-head.h"
#include "clinic-pixels.h"

G_BEGIN_DECLS

/* The part of anagen-decode that reads; it runs where nothing else can be done. What a file says
 * besides its pixels. */
typedef struct
{
  guint   orientation;          /* EXIF: 1 to 8 */
  char    taken_on[16];         /* "2024-05-31", or "" */
  guint8 *profile;              /* ICC; g_malloc () */
  gsize   profile_length;
} ClinicDecodeNotes;

/* Each: FALSE when it cannot be read. @max_side: what is wanted at least, where the format can
 * give less than all. */
gboolean clinic_decode_jpeg    (ClinicPixels        *pixels,
                                ClinicDecodeNotes   *notes,
                                const guint8        *data,
                                gsize                length,
                                guint                max_side);
gboolean clinic_decode_png     (ClinicPixels        *pixels,
                                ClinicDecodeNotes   *notes,
                                const guint8        *data,
                                gsize                length);
gboolean clinic_decode_webp    (ClinicPixels        *pixels,
                                ClinicDecodeNotes   *notes,
                                const guint8        *data,
                                gsize                length);
gboolean clinic_decode_tiff    (ClinicPixels        *pixels,
                                ClinicDecodeNotes   *notes,
                                const guint8        *data,
                                gsize                length);

/* The PNG with nothing in it but what its pixels need; NULL when more is packed into them than its head says. */
GByteArray *clinic_decode_png_chunks (const guint8    *data,
                                      gsize            length);

/* Orientation and date out of an EXIF block (beginning with its TIFF header); what is not
 * there or damaged stays as it was. */
void     clinic_decode_exif    (ClinicDecodeNotes   *notes,
                                const guint8        *data,
                                gsize                length);
/* From the colours of the profile to sRGB; without a usable profile they are taken for sRGB. */
void     clinic_decode_colours (ClinicPixels            *pixels,
                                const ClinicDecodeNotes *notes);

/* What the libraries need of the system (the time zone), while it is to be had. */
void     clinic_decode_prepare (void);
/* From here on this process can read, write and compute: no files, no network, no other processes,
 * so much memory and time. Ends the process when that cannot be had. */
void     clinic_decode_confine (void);

G_END_DECLS
