/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-photo-image.h"
#include "clinic-photo-pair.h"

G_BEGIN_DECLS

/* Two photos beside each other on white, with words under each: a comparison that leaves the
 * program. No name of anybody is on it. Made and written on any one thread. */
typedef struct
{
  ClinicPhotoImage *images[CLINIC_PHOTO_SIDES];
  cairo_matrix_t    places[CLINIC_PHOTO_SIDES];     /* in a pane of that size */
  int               width;                          /* of a pane */
  int               height;
  char             *views[CLINIC_PHOTO_SIDES];
  char             *days[CLINIC_PHOTO_SIDES];
  char             *sessions[CLINIC_PHOTO_SIDES];
  char             *foot;                           /* the clinic's name */
} ClinicPhotoSheet;

/* Places as @pair shows the photos, in panes of so many pixels across. */
ClinicPhotoSheet *clinic_photo_sheet_new   (ClinicPhotoPair   *pair,
                                            int                width);
void              clinic_photo_sheet_free  (ClinicPhotoSheet  *self);
/* As PDF where @path ends so, else as PNG; the file appears when it is whole. */
gboolean          clinic_photo_sheet_write (ClinicPhotoSheet  *self,
                                            const char        *path,
                                            GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicPhotoSheet, clinic_photo_sheet_free)

G_END_DECLS
