/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"
#include "clinic-measurement.h"
#include "clinic-metric.h"

G_BEGIN_DECLS

/* A new reading, or a correction of one (measurement.add): within what the metric can be, of the
 * course and session of the same patient; taken today when neither a day nor a visit is said.
 * The id; 0 with @error. */
gint64   clinic_measurement_add    (ClinicAct           *act,
                                    ClinicMeasurement   *measurement,
                                    GError             **error);
/* Whether the metric of @measurement can have such a value; CLINIC_ERROR_INVALID names its
 * bounds. For imports too. */
gboolean clinic_measurement_check  (ClinicMeasurement   *measurement,
                                    ClinicRecord        *metric,
                                    GError             **error);
/* The same of any number; @what is the field it is said of ("Goal"). */
gboolean clinic_metric_check_value (ClinicMetric        *metric,
                                    const char          *what,
                                    gint64               number,
                                    GError             **error);

G_END_DECLS
