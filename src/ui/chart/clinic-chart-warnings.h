/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-chart-sheet.h"

G_BEGIN_DECLS

/* Reads what stands against a treatment into @self: allergies, conditions, reactions still open;
 * and what was reported since the last treatment. */
gboolean clinic_chart_warnings_read (ClinicChartSheet  *self,
                                     ClinicDb          *db,
                                     const char        *today,
                                     GError           **error);

G_END_DECLS
