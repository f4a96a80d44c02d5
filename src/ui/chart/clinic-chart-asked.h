/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-chart-sheet.h"

G_BEGIN_DECLS

/* What is asked before a treatment, or due to be decided, in words. What nobody asked is said to be so: it is not "no".
 * @kind: "stop", "warn" or "note". */

gboolean  clinic_chart_asked_read           (ClinicChartSheet  *sheet,
                                             ClinicDb          *db,
                                             GError           **error);
/* "Pregnancy: no, asked 3 months ago". NULL where the question does not arise: of men, of children
 * and after 60. Caller frees. */
char     *clinic_chart_asked_dup_pregnancy  (ClinicChartSheet  *sheet,
                                             const char       **kind);
/* "Allergies: none known, asked today". Caller frees. */
char     *clinic_chart_asked_dup_allergies  (ClinicChartSheet  *sheet,
                                             const char       **kind);
/* "Check-in: a new medicine, hair coloured". NULL for a signed session that nobody asked in.
 * Caller frees. */
char     *clinic_chart_asked_dup_check_in   (ClinicChartSheet  *sheet,
                                             const char       **kind);
/* "Decision due: after session 3"; NULL: none is. Caller frees. */
char     *clinic_chart_asked_dup_decision   (ClinicChartSheet  *sheet);

G_END_DECLS
