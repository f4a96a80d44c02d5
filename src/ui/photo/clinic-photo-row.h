/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clinic-photo-intake.h"

G_BEGIN_DECLS

/* A picture that comes in: what it looks like, and what it shows, to be said; or why it is not
 * taken. Activates "photo-add.remove" with its place in the list. */
#define CLINIC_TYPE_PHOTO_ROW (clinic_photo_row_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPhotoRow, clinic_photo_row, CLINIC, PHOTO_ROW, GtkListBoxRow)

GtkWidget *clinic_photo_row_new (ClinicPhotoCandidate *candidate,
                                 const char           *today);

G_END_DECLS
