/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"

G_BEGIN_DECLS

/* Has it noted that whoever acts looks at a photo of @patient, or, with @photo 0, at the thumbnails. */
void     clinic_photo_seen_async  (ClinicDesk           *desk,
                                   gint64                patient,
                                   gint64                photo,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
/* FALSE: it could not be noted, and is not to be shown. */
gboolean clinic_photo_seen_finish (GObject              *source,
                                   GAsyncResult         *result,
                                   GError              **error);

G_END_DECLS
