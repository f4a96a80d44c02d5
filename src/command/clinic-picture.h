/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Neither side of a photo that is kept is longer, in pixels; what telephones take is kept whole. */
#define CLINIC_PICTURE_MAX_SIDE       4096
#define CLINIC_PICTURE_THUMBNAIL_SIDE 320

/* A picture ready to be kept: made anew of its pixels, so that nothing else of the file it came
 * from is in it. Goes from thread to thread as it is. */
typedef struct
{
  GBytes *photo;          /* JPEG, sRGB, upright */
  GBytes *thumbnail;      /* the same, small */
  guint   width;          /* of the photo, pixels */
  guint   height;
  char   *taken_on;       /* as the camera says; NULL when it does not */
} ClinicPicture;

/* Reads a file from elsewhere (JPEG, PNG, WebP, TIFF) in a process of its own. Blocks for a second
 * or so; needs no clinic, so any thread will do. CLINIC_ERROR_INVALID says why it is not taken. */
ClinicPicture *clinic_picture_prepare    (GBytes        *file,
                                          GCancellable  *cancellable,
                                          GError       **error);
/* Of pixels made by the program itself: red, green, blue, a byte each, rows without gaps. Takes
 * @pixels over (g_malloc ()). */
ClinicPicture *clinic_picture_new_pixels (guint8        *pixels,
                                          guint          width,
                                          guint          height);
void           clinic_picture_free       (ClinicPicture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicPicture, clinic_picture_free)

G_END_DECLS
