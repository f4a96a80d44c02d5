/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-photo.h"

G_BEGIN_DECLS

/* What a course is judged by: of the view photographed last that was photographed on an earlier day too, the first photo
 * and the latest; of this course where it has both, else of all. @photos: ClinicPhoto, the oldest first. FALSE when no
 * view was photographed twice. */
gboolean  clinic_photo_course_find_pair (GPtrArray    *photos,
                                         gint64        course,
                                         guint        *first,
                                         guint        *last);
/* "Vertex: 3 Mar 2026 and 12 Nov 2026". Caller frees. */
char     *clinic_photo_course_say_pair  (ClinicPhoto  *first,
                                         ClinicPhoto  *last);

G_END_DECLS
