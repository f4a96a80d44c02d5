/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-picture.h"

G_BEGIN_DECLS

/* A drawn head in place of a photo, marked as a demonstration: seen as @view (of
 * clinic_photo_views) says, with so much of the hair that could be there (0 to 1). The same for the
 * same arguments. */
ClinicPicture *clinic_demo_draw_head (const char *view,
                                      double      density,
                                      guint64     seed);

G_END_DECLS
