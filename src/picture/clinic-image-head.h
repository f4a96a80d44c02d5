/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A picture of more than this is not taken: phones reach 50 megapixels, scanners more. */
#define CLINIC_IMAGE_MAX_PIXELS (G_GUINT64_CONSTANT (50) * 1024 * 1024)
#define CLINIC_IMAGE_MAX_BYTES  (G_GUINT64_CONSTANT (32) * 1024 * 1024)

typedef enum
{
  CLINIC_IMAGE_JPEG,
  CLINIC_IMAGE_PNG,
  CLINIC_IMAGE_WEBP,
  CLINIC_IMAGE_TIFF,
} ClinicImageKind;

/* Why a picture is not taken; the values go over the line to the decoder. */
typedef enum
{
  CLINIC_IMAGE_GOOD,
  CLINIC_IMAGE_UNKNOWN,         /* none of the kinds above */
  CLINIC_IMAGE_HEIF,            /* known, but there is no decoder for it */
  CLINIC_IMAGE_DAMAGED,
  CLINIC_IMAGE_TOO_LARGE,       /* bytes, or pixels, or far more pixels than its bytes can mean */
} ClinicImageVerdict;

typedef struct
{
  ClinicImageKind kind;
  guint32         width;
  guint32         height;
} ClinicImageHead;

/* What a picture says of itself before anything of it is decoded: a few bytes are looked at, none
 * outside @data. Everything but CLINIC_IMAGE_GOOD is a refusal. */
ClinicImageVerdict clinic_image_head_read (ClinicImageHead  *self,
                                           const guint8     *data,
                                           gsize             length);

G_END_DECLS
