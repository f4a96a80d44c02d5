/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-page.h"

G_BEGIN_DECLS

/* A session while it is being treated: what was done last time beside what is done today, and
 * what stands against it above. "id" is the session's. */
#define CLINIC_TYPE_CHART_PAGE (clinic_chart_page_get_type ())
G_DECLARE_FINAL_TYPE (ClinicChartPage, clinic_chart_page, CLINIC, CHART_PAGE, ClinicPage)

G_END_DECLS
