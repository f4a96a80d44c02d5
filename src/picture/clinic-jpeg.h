/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "clinic-pixels.h"

G_BEGIN_DECLS

/* A JPEG of these pixels and of nothing else: no metadata, no profile (sRGB). @quality: 1 to 100.
 * The same pixels give the same bytes. Caller unrefs. */
GBytes *clinic_jpeg_encode (const ClinicPixels  *pixels,
                            int                  quality);

G_END_DECLS
