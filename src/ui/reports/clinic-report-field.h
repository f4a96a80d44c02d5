/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"
#include "clinic-report.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_REPORT_FIELD (clinic_report_field_get_type ())
G_DECLARE_FINAL_TYPE (ClinicReportField, clinic_report_field, CLINIC, REPORT_FIELD, GtkBox)

/* One parameter of a report and the control that asks for it. Signal "changed". */
GtkWidget             *clinic_report_field_new           (const ClinicParameter *parameter,
                                                          ClinicDesk            *desk);
const ClinicParameter *clinic_report_field_get_parameter (ClinicReportField     *self);
/* The type of the records that are chosen from, or G_TYPE_INVALID. */
GType                  clinic_report_field_get_links     (ClinicReportField     *self);
/* Those to choose from, by their "name". */
void                   clinic_report_field_set_options   (ClinicReportField     *self,
                                                          GPtrArray             *records);
/* For a parameter that asks for a patient. */
void                   clinic_report_field_set_patient   (ClinicReportField     *self,
                                                          gpointer               patient);
/* As the report wants it; NULL: not answered. Caller frees. */
char                  *clinic_report_field_dup_value     (ClinicReportField     *self);
/* Answers it so; NULL or "": not. A patient is given by set_patient (). */
void                   clinic_report_field_set_value     (ClinicReportField     *self,
                                                          const char            *value);
/* The answer is what the report has by itself; a patient stays. */
void                   clinic_report_field_take_back     (ClinicReportField     *self);
/* Whether the answer is another. */
gboolean               clinic_report_field_is_answered   (ClinicReportField     *self);
/* What is wrong with the answer, in words; NULL: nothing. Caller frees. */
char                  *clinic_report_field_dup_problem   (ClinicReportField     *self);
/* As it is typed or, for a choice, reads. */
void                   clinic_report_field_answer        (ClinicReportField     *self,
                                                          const char            *text);
/* Puts the keyboard into it. */
void                   clinic_report_field_start         (ClinicReportField     *self);

G_END_DECLS
