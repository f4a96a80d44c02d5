/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-sheet.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_REPORT_TABLE (clinic_report_table_get_type ())
G_DECLARE_FINAL_TYPE (ClinicReportTable, clinic_report_table, CLINIC, REPORT_TABLE, AdwBin)

/* The rows of a sheet, a column each of its columns; figures aligned at their end. */
GtkWidget  *clinic_report_table_new       (void);
/* @sheet: one whose rows are kept; NULL empties. @without: names of columns that are left out;
 * may be NULL. */
void        clinic_report_table_set_sheet (ClinicReportTable  *self,
                                           ClinicSheet        *sheet,
                                           const char *const  *without);
/* As tall as its rows, for a page that scrolls by itself, up to @rows of them; 0: scrolls. */
void        clinic_report_table_set_rows  (ClinicReportTable  *self,
                                           guint               rows);
/* GListModel of ClinicReportRow, or NULL. Lent. */
GListModel *clinic_report_table_get_model (ClinicReportTable  *self);

G_END_DECLS
