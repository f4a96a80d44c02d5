/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"
#include "clinic-photo-pair.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PHOTO_WINDOW (clinic_photo_window_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPhotoWindow, clinic_photo_window, CLINIC, PHOTO_WINDOW, AdwWindow)

/* Shows one photo of a patient, or two beside or over each other. @photos: all there are to choose
 * from (ClinicPhoto, the oldest first); @left, @right: places in it to begin with. The window is
 * lent; its signal "compared" tells once that two photos are there to be seen together. */
ClinicPhotoWindow *clinic_photo_window_present (GtkWidget       *parent,
                                                ClinicDesk      *desk,
                                                GPtrArray       *photos,
                                                guint            left,
                                                guint            right,
                                                ClinicPhotoMode  mode);

G_END_DECLS
