/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-treatment.h"

G_BEGIN_DECLS

/* What was asked before the treatment, into @self, whose conditions are there already. */
gboolean clinic_treatment_load_asked (ClinicDb         *db,
                                      ClinicTreatment  *self,
                                      GError          **error);

G_END_DECLS
