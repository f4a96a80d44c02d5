/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"
#include "clinic-photo.h"
#include "clinic-picture.h"

G_BEGIN_DECLS

/* A photo to be kept: what it shows, and the picture (lent). */
typedef struct
{
  ClinicPhoto   *photo;
  ClinicPicture *picture;
} ClinicPhotoAddition;

/* Keeps photos of one patient as one change (photo.add); @additions: ClinicPhotoAddition *. Taken on
 * the day the camera says, else today, unless said; of the session the patient had on that day,
 * unless said, and of its course. A picture that is there already is not kept twice; one that is
 * another patient's is refused. How many were kept; 0 with @error, also when all were there. Each
 * photo kept gets its id. */
guint    clinic_photo_add         (ClinicAct    *act,
                                   GPtrArray    *additions,
                                   GError      **error);
/* Another view, day, session or note (photo.edit); neither patient nor picture ever change. */
gboolean clinic_photo_retag       (ClinicAct    *act,
                                   ClinicPhoto  *photo,
                                   GError      **error);
/* Puts a photo away, or back (photo.archive). */
gboolean clinic_photo_archive     (ClinicAct    *act,
                                   gint64        photo,
                                   gboolean      archived,
                                   GError      **error);

/* Whether photos of @patient may go into anything that leaves the program: reports, pictures,
 * the hand-over. FALSE with @error when that could not be read; then none may. */
gboolean clinic_photo_may_export  (ClinicDb     *db,
                                   gint64        patient,
                                   gboolean     *may,
                                   GError      **error);

G_END_DECLS
