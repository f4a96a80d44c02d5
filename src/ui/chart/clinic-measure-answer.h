/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-measure-kind.h"
#include "clinic-measure-start.h"
#include "clinic-score-row.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a form for something measured answers while it is filled. */

/* A reading of @patient, taken today at @session (0: none), as @kind begins it. Caller unrefs. */
ClinicMeasurement *clinic_measure_answer_begin  (gint64                   patient,
                                                 gint64                   session,
                                                 const char              *today,
                                                 const ClinicMeasureKind *kind);
/* Works the value of @draft out, where it is worked out, and says it, or what is still missing. @rules: what was offered to
 * judge it by. Caller frees. */
char         *clinic_measure_answer_say         (ClinicMeasurement       *draft,
                                                 ClinicMetric            *metric,
                                                 const ClinicMeasureKind *kind,
                                                 AdwComboRow             *rules);
/* Of all @metrics those that @kind is of. Caller unrefs. */
GListModel   *clinic_measure_answer_pick        (GPtrArray               *metrics,
                                                 const ClinicMeasureKind *kind);
/* The metric of @draft; NULL when it is not in the list. Lent. */
ClinicMetric *clinic_measure_answer_find        (GListModel              *metrics,
                                                 ClinicMeasurement       *draft);
/* The rules of the pull test, to be chosen from: those that are shipped, then the clinic's @own (ClinicPullVersion; NULL:
 * not read yet). */
void          clinic_measure_answer_offer       (AdwComboRow             *rules,
                                                 GPtrArray               *own);
/* What is chosen of these into @draft, where @kind asks it. */
void          clinic_measure_answer_take        (ClinicMeasurement       *draft,
                                                 const ClinicMeasureKind *kind,
                                                 ClinicScoreRow          *score,
                                                 AdwComboRow             *rules);
/* Where @draft belongs; and metric, zone, method, area, cut-off and rule as the patient's last reading of this kind had
 * them, so that the next can be compared with it. Of the rules also the clinic's own are offered now. */
void          clinic_measure_answer_follow      (ClinicMeasurement       *draft,
                                                 ClinicMeasureStart      *start,
                                                 const ClinicMeasureKind *kind,
                                                 AdwComboRow             *rules);

G_END_DECLS
