/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-photo-image.h"

G_BEGIN_DECLS

/* What was drawn of one photo for one size and place: only the columns that were looked at. What is
 * only moved is not drawn again: it moves, by whole pixels, and what comes into sight is drawn. */
typedef struct
{
  ClinicPhotoImage *image;
  cairo_surface_t  *surface;
  cairo_matrix_t    place;        /* as drawn; less than a pixel from as wanted */
  int               from;
  int               to;
} ClinicPhotoPane;

void             clinic_photo_pane_clear (ClinicPhotoPane       *self);
/* The photo in a pane of so many pixels, drawn between the columns @from and @to at least. Lent. */
cairo_surface_t *clinic_photo_pane_draw  (ClinicPhotoPane       *self,
                                          const cairo_matrix_t  *place,
                                          int                    width,
                                          int                    height,
                                          int                    from,
                                          int                    to);

G_END_DECLS
