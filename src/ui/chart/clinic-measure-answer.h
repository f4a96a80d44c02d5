/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-measure-kind.h"
#include "clinic-measurement.h"
#include "clinic-metric.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a form for something measured answers while it is filled. */

/* A reading of @patient, taken today at @session (0: none), as @kind begins it. Caller unrefs. */
ClinicMeasurement *clinic_measure_answer_begin  (gint64                   patient,
                                                 gint64                   session,
                                                 const char              *today,
                                                 const ClinicMeasureKind *kind);
/* Works the value of @draft out, where it is worked out, and says it, or what is still missing.
 * Caller frees. */
char         *clinic_measure_answer_say         (ClinicMeasurement       *draft,
                                                 ClinicMetric            *metric,
                                                 const ClinicMeasureKind *kind);
/* Of all @metrics those that @kind is of. Caller unrefs. */
GListModel   *clinic_measure_answer_pick        (GPtrArray               *metrics,
                                                 const ClinicMeasureKind *kind);
/* The metric of @draft; NULL when it is not in the list. Lent. */
ClinicMetric *clinic_measure_answer_find        (GListModel              *metrics,
                                                 ClinicMeasurement       *draft);
/* "Not compared yet", then -3 to +3 in words; and the rules of the pull test. */
void          clinic_measure_answer_offer       (AdwComboRow             *scores,
                                                 AdwComboRow             *rules);
/* The rule chosen into @draft; says below it where it comes from. */
void          clinic_measure_answer_take_rule   (ClinicMeasurement       *draft,
                                                 AdwComboRow             *rules);

G_END_DECLS
