/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"
#include "clinic-photo.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PHOTO_TAGS (clinic_photo_tags_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPhotoTags, clinic_photo_tags, CLINIC, PHOTO_TAGS, AdwWindow)

/* Says anew what a photo shows: view, day, note. @parent: any widget of the window. */
void clinic_photo_tags_present (GtkWidget   *parent,
                                ClinicDesk  *desk,
                                ClinicPhoto *photo);

G_END_DECLS
