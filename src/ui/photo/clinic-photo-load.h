/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"
#include "clinic-photo.h"
#include "clinic-photo-image.h"

G_BEGIN_DECLS

/* Reading photos on the desk's reading thread: opened, verified and decoded there. */

/* The patient's photos that are not archived, the oldest first: GPtrArray of ClinicPhoto. */
GPtrArray        *clinic_photo_list             (ClinicDb             *db,
                                                 gint64                patient,
                                                 GError              **error);
/* The same on the desk's reading thread. */
void              clinic_photo_list_async       (ClinicDesk           *desk,
                                                 gint64                patient,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
GPtrArray        *clinic_photo_list_finish      (GAsyncResult         *result,
                                                 GError              **error);
/* The whole picture; the thumbnail as a texture. */
void              clinic_photo_image_async      (ClinicDesk           *desk,
                                                 const char           *content,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
ClinicPhotoImage *clinic_photo_image_finish     (GAsyncResult         *result,
                                                 GError              **error);
void              clinic_photo_thumbnail_async  (ClinicDesk           *desk,
                                                 const char           *content,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
GdkTexture       *clinic_photo_thumbnail_finish (GAsyncResult         *result,
                                                 GError              **error);
/* The first and the last of a view, where they stand; FALSE when there is none. */
gboolean          clinic_photo_find_ends        (GPtrArray            *photos,
                                                 const char           *view,
                                                 guint                *first,
                                                 guint                *last);

/* "12 Sep 2026"; caller frees. */
char             *clinic_photo_dup_day          (ClinicPhoto          *photo);
/* "Vertex"; lent. */
const char       *clinic_photo_get_view_label   (ClinicPhoto          *photo);

G_END_DECLS
