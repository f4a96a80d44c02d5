/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-pixels.h"

G_BEGIN_DECLS

/* A picture in which each corner has a colour of its own (red top left, green top right, blue
 * bottom left, white bottom right), with a gradient between. Caller frees. */
ClinicPixels picture_make_pixels    (guint                width,
                                     guint                height);
GBytes      *picture_make_jpeg      (guint                width,
                                     guint                height);
GBytes      *picture_make_png       (guint                width,
                                     guint                height);
GBytes      *picture_make_webp      (guint                width,
                                     guint                height,
                                     gboolean             lossless);
GBytes      *picture_make_tiff      (guint                width,
                                     guint                height);

/* The JPEG with an EXIF block that says how it was held, when and where it was taken, by whom and
 * with what, an XMP block and a comment; the words of it all are in picture_telltales, NULL-terminated. */
GBytes      *picture_add_metadata   (GBytes              *jpeg,
                                     guint                orientation);
extern const char *const picture_telltales[];

/* A PNG of a few bytes that says it is so large. */
GBytes      *picture_make_png_head  (guint32              width,
                                     guint32              height,
                                     gsize                length);
gboolean     picture_contains       (GBytes              *bytes,
                                     const char          *text);

G_END_DECLS
