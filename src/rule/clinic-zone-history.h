/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-treatment.h"

G_BEGIN_DECLS

/* Says of each injection of @self which reaction was the last in its zone in the twelve months
 * before, and which lots it may have come from. Private to this room. */
gboolean clinic_zone_history_load (ClinicDb         *db,
                                   ClinicTreatment  *self,
                                   GError          **error);

G_END_DECLS
