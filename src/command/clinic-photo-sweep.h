/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"

G_BEGIN_DECLS

/* So long what was taken back can be brought back, in days. */
#define CLINIC_PHOTO_SWEEP_DAYS 30

/* Takes the pictures out of the clinic that no photo has spoken of for @days (1 at least), since
 * adding them was taken back (photo.sweep); writes nothing when there are none. @n_swept: how many;
 * may be NULL. */
gboolean clinic_photo_sweep (ClinicAct  *act,
                             guint       days,
                             guint      *n_swept,
                             GError    **error);

G_END_DECLS
