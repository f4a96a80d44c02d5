/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-graph.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_REPORT_VIEW (clinic_report_view_get_type ())
G_DECLARE_FINAL_TYPE (ClinicReportView, clinic_report_view, CLINIC, REPORT_VIEW, GtkWidget)

/* A report as it is looked at before it is saved: its tables, their charts, and how its figures
 * are made. Where there are no rows it offers "reports.take-back". */

/* @previews: GPtrArray of ClinicPreview; NULL empties. */
void         clinic_report_view_set_previews (ClinicReportView *self,
                                              GPtrArray        *previews);
/* The name of the table in view ("sessions"), or NULL. Lent. */
const char  *clinic_report_view_get_sheet    (ClinicReportView *self);
void         clinic_report_view_show_sheet   (ClinicReportView *self,
                                              const char       *name);
/* GListModel of ClinicReportRow of the table in view, or NULL. Lent. */
GListModel  *clinic_report_view_get_rows     (ClinicReportView *self);
/* Of the clinic, whose files are not written over. */
void         clinic_report_view_set_location (ClinicReportView *self,
                                              const char       *location);

G_END_DECLS
