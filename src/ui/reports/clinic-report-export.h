/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-report-form.h"
#include "clinic-report-run.h"
#include "clinic-report-view.h"

G_BEGIN_DECLS

/* Asks where the open report of @run goes, as a file of this kind ("xlsx", "csv"), then writes it
 * with what @form holds by then; a CSV file holds the table in @view. */
void clinic_report_export_ask     (ClinicReportRun   *run,
                                   ClinicDesk        *desk,
                                   ClinicReportForm  *form,
                                   ClinicReportView  *view,
                                   const char        *suffix);
/* Says that @file is there, with a button that opens it; NULL: that it was stopped. */
void clinic_report_export_written (GtkWidget         *widget,
                                   GFile             *file);

G_END_DECLS
