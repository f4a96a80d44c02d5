/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

/* A patient's photos: a row for each view there is, a column for each day. What is out of sight is
 * not read. Actions asked of what is around: "photos.open" (x), "photos.compare" (s, the view). */
#define CLINIC_TYPE_PHOTO_TIMELINE (clinic_photo_timeline_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPhotoTimeline, clinic_photo_timeline, CLINIC, PHOTO_TIMELINE, GtkWidget)

/* @photos: ClinicPhoto, the oldest first. */
void clinic_photo_timeline_show (ClinicPhotoTimeline *self,
                                 ClinicDesk          *desk,
                                 GPtrArray           *photos);

G_END_DECLS
