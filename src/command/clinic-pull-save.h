/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"
#include "clinic-pull-version.h"

G_BEGIN_DECLS

/* The newest of the clinic's own versions of each rule of the pull test, also those no longer offered: GPtrArray of
 * ClinicPullVersion. Caller unrefs. */
GPtrArray *clinic_pull_list_versions (ClinicDb           *db,
                                      GError            **error);
/* Another version (protocol.save) of the rule that is shipped under the code of @version, whose id says which of the
 * clinic's own it was made from (0: of the one shipped). CLINIC_ERROR_INVALID when somebody made another meanwhile. The
 * new id; 0 with @error. */
gint64     clinic_pull_save_version  (ClinicAct          *act,
                                      ClinicPullVersion  *version,
                                      GError            **error);

G_END_DECLS
