/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-db.h"

G_BEGIN_DECLS

/* What was done about a patient, the latest first, in words that people read: ClinicChangeEntry,
 * at most @most. On a worker's thread; NULL with @error. Caller unrefs. */
GPtrArray *clinic_change_list (ClinicDb  *db,
                               gint64     patient,
                               guint      most,
                               GError   **error);

G_END_DECLS
