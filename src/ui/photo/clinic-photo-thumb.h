/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clinic-desk.h"
#include "clinic-photo.h"

G_BEGIN_DECLS

/* A small photo that opens the large one when it is pressed (action "photos.open" with its id).
 * It is read only when clinic_photo_thumb_load () asks for it. */
#define CLINIC_TYPE_PHOTO_THUMB (clinic_photo_thumb_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPhotoThumb, clinic_photo_thumb, CLINIC, PHOTO_THUMB, GtkWidget)

GtkWidget *clinic_photo_thumb_new  (ClinicDesk       *desk,
                                    ClinicPhoto      *photo);
/* Once is enough; asking again does nothing. */
void       clinic_photo_thumb_load (ClinicPhotoThumb *self);

G_END_DECLS
