/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Pixels of red, green, blue, a byte each, without gaps between rows. */
typedef struct
{
  guint   width;
  guint   height;
  guint8 *data;         /* g_malloc () */
} ClinicPixels;

void     clinic_pixels_clear  (ClinicPixels        *self);
/* Neither side longer than @max_side, proportions kept; each new pixel is the mean of those it
 * covers. Makes nothing larger: FALSE when there was nothing to do, or no memory. */
gboolean clinic_pixels_shrink (ClinicPixels        *self,
                               guint                max_side);
/* Turns and mirrors by an EXIF orientation, 1 to 8; any other leaves it as it is. */
void     clinic_pixels_orient (ClinicPixels        *self,
                               guint                orientation);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ClinicPixels, clinic_pixels_clear)

G_END_DECLS
