/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-report-run.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_REPORT_PROGRESS (clinic_report_progress_get_type ())
G_DECLARE_FINAL_TYPE (ClinicReportProgress, clinic_report_progress, CLINIC, REPORT_PROGRESS, AdwBin)

/* How far a report is, with a button to stop it ("reports.cancel"); slides away while there is
 * nothing to wait for. Property "run". */

G_END_DECLS
