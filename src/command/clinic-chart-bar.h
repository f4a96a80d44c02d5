/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-store.h"

G_BEGIN_DECLS

/* Says of each stop among @findings (ClinicFinding) that @actor may not go on with, whatever the
 * reason, who may: its member bar. */
gboolean clinic_chart_bar (ClinicDb   *db,
                           gint64      actor,
                           GPtrArray  *findings,
                           GError    **error);

G_END_DECLS
