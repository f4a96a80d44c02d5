/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clinic-desk.h"
#include "clinic-photo-pair.h"
#include "clinic-photo.h"

G_BEGIN_DECLS

/* One or two photos with all that goes with them: which they are, the line between them, what to
 * do while they are aligned. */
#define CLINIC_TYPE_PHOTO_BOARD (clinic_photo_board_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPhotoBoard, clinic_photo_board, CLINIC, PHOTO_BOARD, GtkWidget)

/* @photos: all there are to choose from (ClinicPhoto); @left, @right: places in it. Once. */
void             clinic_photo_board_show      (ClinicPhotoBoard *self,
                                               ClinicDesk       *desk,
                                               GPtrArray        *photos,
                                               guint             left,
                                               guint             right);
/* Lent. */
ClinicPhotoPair *clinic_photo_board_get_pair  (ClinicPhotoBoard *self);
/* The photo on the left. Lent. */
ClinicPhoto     *clinic_photo_board_get_photo (ClinicPhotoBoard *self);
/* The keyboard goes to the photos. */
void             clinic_photo_board_start     (ClinicPhotoBoard *self);
/* Whether both photos are there, loaded. */
gboolean         clinic_photo_board_is_whole  (ClinicPhotoBoard *self);
/* Asks for a file and writes both to it, as they are shown. @suffix: "png" or "pdf". */
void             clinic_photo_board_save      (ClinicPhotoBoard *self,
                                               const char       *suffix);
/* NULL: nothing is wrong any more. */
void             clinic_photo_board_tell      (ClinicPhotoBoard *self,
                                               const GError     *error);

G_END_DECLS
