/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_PHOTO_IMAGE (clinic_photo_image_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPhotoImage, clinic_photo_image, CLINIC, PHOTO_IMAGE, GObject)

/* A photo ready to be drawn at any size: its pixels, and halves of them down to a small one, so
 * that what is drawn is never made of many more pixels than it has. Never changes once made: made
 * on a worker's thread, drawn on the other. */

/* Of a JPEG out of the clinic's vault (a picture from elsewhere never comes here). NULL with
 * @error. */
ClinicPhotoImage *clinic_photo_image_new        (GBytes                *jpeg,
                                                 GError               **error);
int               clinic_photo_image_get_width  (ClinicPhotoImage      *self);
int               clinic_photo_image_get_height (ClinicPhotoImage      *self);
/* Draws @area of @target as it is where @place takes the pixels, on a quiet ground. */
void              clinic_photo_image_draw       (ClinicPhotoImage      *self,
                                                 cairo_surface_t       *target,
                                                 const cairo_matrix_t  *place,
                                                 const cairo_rectangle_int_t *area);

G_END_DECLS
