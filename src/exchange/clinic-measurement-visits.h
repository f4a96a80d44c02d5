/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-measurement-layout.h"

G_BEGIN_DECLS

/* Gives each column that names its visit the number of it; those said by options stand.
 * CLINIC_ERROR_INVALID asks when there is no one baseline. Private to the layout. */
gboolean clinic_measurement_visits_number (ClinicMeasurementLayout  *self,
                                           ClinicCsvFile            *file,
                                           GError                  **error);

G_END_DECLS
