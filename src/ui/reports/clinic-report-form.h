/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"
#include "clinic-report.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_REPORT_FORM (clinic_report_form_get_type ())
G_DECLARE_FINAL_TYPE (ClinicReportForm, clinic_report_form, CLINIC, REPORT_FORM, AdwBin)

/* What a report may be asked for: a control each of its parameters. Signal "changed": another
 * answer, or another that can be read. */

/* @patient: for parameters that ask for one; 0: none yet. */
void        clinic_report_form_set_report   (ClinicReportForm  *self,
                                             ClinicDesk        *desk,
                                             ClinicReport      *report,
                                             gint64             patient);
/* The report was made so: the next time it begins with these answers. */
void        clinic_report_form_keep         (ClinicReportForm  *self);
/* Every answer but the patient is what the report has by itself. */
void        clinic_report_form_take_back    (ClinicReportForm  *self);
/* Asks for nothing any more: the report may go. */
void        clinic_report_form_clear        (ClinicReportForm  *self);
/* Parameter → text, of those that were answered. Caller unrefs. */
GHashTable *clinic_report_form_dup_values   (ClinicReportForm  *self);
/* What keeps the report from being made, in words: a parameter that is needed, or one that
 * cannot be read. NULL: nothing. Caller frees. */
char       *clinic_report_form_dup_missing  (ClinicReportForm  *self);
/* Puts the keyboard where that is answered. */
void        clinic_report_form_start        (ClinicReportForm  *self);
/* Answers one parameter as typed here; "" takes the answer back. */
void        clinic_report_form_answer       (ClinicReportForm  *self,
                                             const char        *parameter,
                                             const char        *text);

G_END_DECLS
