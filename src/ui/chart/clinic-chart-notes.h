/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-chart-part.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CHART_NOTES (clinic_chart_notes_get_type ())
G_DECLARE_FINAL_TYPE (ClinicChartNotes, clinic_chart_notes, CLINIC, CHART_NOTES, ClinicChartPart)

/* What is noted of a treatment, with the clinic's phrases. */

/* Whether it can be kept so; when not, it is marked. @today: yyyy-mm-dd. */
gboolean clinic_chart_notes_validate (ClinicChartNotes *self,
                                      const char       *today);
/* The keyboard goes there. */
void     clinic_chart_notes_start    (ClinicChartNotes *self);

G_END_DECLS
