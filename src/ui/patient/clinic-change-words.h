/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"

G_BEGIN_DECLS

/* What was done about a patient, the latest first, in words that people read: ClinicChangeEntry,
 * at most @most. For those who may "changes.read". On a worker's thread; NULL with @error. Caller
 * unrefs. */
GPtrArray *clinic_change_list (ClinicAct  *act,
                               gint64      patient,
                               guint       most,
                               GError    **error);

G_END_DECLS
