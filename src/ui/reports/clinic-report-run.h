/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"
#include "clinic-report.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_REPORT_RUN (clinic_report_run_get_type ())
G_DECLARE_FINAL_TYPE (ClinicReportRun, clinic_report_run, CLINIC, REPORT_RUN, GObject)

/* One report after another: open, made to be looked at, written to a file, stopped. Needs no
 * window; what shows it binds to its properties: "open" (there is a report), "summary" (what it is
 * for), "stage" ("loading", "missing", "stopped", "preview"), "missing" (what keeps it from being
 * made, in words), "busy" (it is made or written), "exportable", "late" (that takes so long that it
 * should be said), "words" ("Making the report…") and "fraction" (0 to 1; negative while that is
 * not known).
 *
 * Signals: "due" (it should be made again now), "made" (GPtrArray of ClinicPreview), "failed"
 * (GError *error, gboolean again: making it once more may help), "written" (GFile; NULL: that was
 * stopped). */

ClinicReportRun *clinic_report_run_new        (void);
/* Takes @report; NULL: none is open. The report before is freed, what was made of it is given
 * up; a file being written is finished. */
void             clinic_report_run_take       (ClinicReportRun  *self,
                                               ClinicReport     *report);
/* May be NULL. Lent. */
ClinicReport    *clinic_report_run_get_report (ClinicReportRun  *self);
/* "due" in a moment: an answer is being typed. */
void             clinic_report_run_queue      (ClinicReportRun  *self);
/* Makes the open report of @values, or says what is @missing (NULL: nothing). */
void             clinic_report_run_make       (ClinicReportRun  *self,
                                               ClinicDesk       *desk,
                                               GHashTable       *values,
                                               const char       *missing);
/* @sheet: the one a CSV file holds. */
void             clinic_report_run_write      (ClinicReportRun  *self,
                                               ClinicDesk       *desk,
                                               GHashTable       *values,
                                               const char       *path,
                                               const char       *sheet);
gboolean         clinic_report_run_is_writing (ClinicReportRun  *self);
/* Stops what is under way, a file before a preview. */
void             clinic_report_run_cancel     (ClinicReportRun  *self);

G_END_DECLS
