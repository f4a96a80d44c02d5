/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-treatment.h"

G_BEGIN_DECLS

/* Of ClinicTreatmentMedicine, none yet. */
GPtrArray *clinic_treatment_medicines_new  (void);

/* The medicines that count on the day, and the conditions that they count as. */
gboolean   clinic_treatment_load_medicines (ClinicDb         *db,
                                            ClinicTreatment  *self,
                                            GError          **error);

G_END_DECLS
