/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <lcms2.h>

#include "clinic-decode-formats.h"

static cmsHPROFILE srgb;

void
clinic_decode_prepare (void)
{
  srgb = cmsCreate_sRGBProfile ();
}

void
clinic_decode_colours (ClinicPixels            *pixels,
                       const ClinicDecodeNotes *notes)
{
  cmsHPROFILE from = NULL;
  cmsHTRANSFORM transform = NULL;

  if (notes->profile == NULL ||
      (from = cmsOpenProfileFromMem (notes->profile, notes->profile_length)) == NULL)
    return;

  if (cmsGetColorSpace (from) == cmsSigRgbData && srgb != NULL)
    transform = cmsCreateTransform (from, TYPE_RGB_8, srgb, TYPE_RGB_8, INTENT_PERCEPTUAL,
                                    cmsFLAGS_NOCACHE);

  for (guint y = 0; transform != NULL && y < pixels->height; y++)
    {
      guint8 *row = pixels->data + (gsize) y * pixels->width * 3;

      cmsDoTransform (transform, row, row, pixels->width);
    }

  if (transform != NULL)
    cmsDeleteTransform (transform);

  cmsCloseProfile (from);
}
