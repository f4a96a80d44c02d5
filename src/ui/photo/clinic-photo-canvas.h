/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clinic-photo-image.h"
#include "clinic-photo-pair.h"

G_BEGIN_DECLS

/* Draws a pair of photos as it says, and lets a person move, zoom and point: drag and wheel, or
 * arrows, + and −, 0; while points are wanted a click, or arrows and Enter (Backspace takes the last one
 * back). Left stays left in every language. What is drawn is made once for each size and
 * place, so that moving the line costs no more than laying one picture over another. */
#define CLINIC_TYPE_PHOTO_CANVAS (clinic_photo_canvas_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPhotoCanvas, clinic_photo_canvas, CLINIC, PHOTO_CANVAS, GtkWidget)

/* Lent. */
ClinicPhotoPair *clinic_photo_canvas_get_pair  (ClinicPhotoCanvas *self);
/* @image may be NULL: nothing there, or not yet. */
void             clinic_photo_canvas_set_image (ClinicPhotoCanvas *self,
                                                guint              side,
                                                ClinicPhotoImage  *image);

G_END_DECLS
