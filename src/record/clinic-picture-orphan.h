/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-db.h"

G_BEGIN_DECLS

/* Pictures in the vault that no photo speaks of any more: what was added was taken back. They stay
 * for a while, so that taking back can be taken back, and are swept away then. All in the caller's
 * transaction. On a server the row of an orphan is what both sides lock: whoever keeps the picture
 * again, and whoever sweeps. */

/* A photo that spoke of it was taken away. */
gboolean clinic_picture_orphan_let_go (ClinicDb    *db,
                                       const char  *content,
                                       GError     **error);
/* A photo is about to speak of it (again): it is no orphan from now on. */
gboolean clinic_picture_orphan_hold   (ClinicDb    *db,
                                       const char  *content,
                                       GError     **error);
/* Whether there is something for clinic_picture_orphan_sweep () to do; reads only. */
gboolean clinic_picture_orphan_is_due (ClinicDb    *db,
                                       const char  *before,
                                       gboolean    *due,
                                       GError     **error);
/* Takes away the pictures that were orphaned before the instant @before; of which that is not known
 * count from @now on. How many; -1 with @error. */
gint64   clinic_picture_orphan_sweep  (ClinicDb    *db,
                                       const char  *before,
                                       const char  *now,
                                       GError     **error);

G_END_DECLS
