/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-chart-sheet.h"
#include "clinic-desk.h"
#include "clinic-notice.h"

G_BEGIN_DECLS

/* Whether the person acting may change the chart now. */
gboolean  clinic_chart_state_is_editable   (ClinicDesk        *desk,
                                            ClinicChartSheet  *sheet);
/* Says in @notice why not, or what should be known of it. */
void      clinic_chart_state_show          (ClinicDesk        *desk,
                                            ClinicChartSheet  *sheet,
                                            ClinicNotice      *notice);
/* "Ayşe Yıldız · 42 years" and "Session 4 of 8 · Mon 23 Nov, 09:30". Caller frees. */
char     *clinic_chart_state_dup_patient   (ClinicDesk        *desk,
                                            ClinicChartSheet  *sheet);
char     *clinic_chart_state_dup_session   (ClinicDesk        *desk,
                                            ClinicChartSheet  *sheet);
/* What was added to a signed session, a paragraph each; "" when nothing was. Caller frees. */
char     *clinic_chart_state_dup_added     (ClinicDesk        *desk,
                                            ClinicChartSheet  *sheet);

G_END_DECLS
