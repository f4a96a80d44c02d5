/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-sheet.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_REPORT_ROW (clinic_report_row_get_type ())
G_DECLARE_FINAL_TYPE (ClinicReportRow, clinic_report_row, CLINIC, REPORT_ROW, GObject)

/* The next rows of @sheet, at most @most of them, kept in a sheet of its own with the same
 * columns, notes and plots. @more: whether there are still others. NULL with @error. */
ClinicSheet      *clinic_report_keep_rows    (ClinicSheet      *sheet,
                                              guint             most,
                                              gboolean         *more,
                                              GError          **error);
/* A sheet without rows, with the columns of @sheet. */
ClinicSheet      *clinic_report_copy_columns (ClinicSheet      *sheet);

/* A row each of a sheet whose rows are kept. GListStore of ClinicReportRow; caller unrefs. */
GListModel       *clinic_report_list_rows    (ClinicSheet      *sheet);
ClinicSheet      *clinic_report_row_get_sheet (ClinicReportRow *self);
const ClinicCell *clinic_report_row_get_cell (ClinicReportRow  *self,
                                              guint             column);
/* As it is read here: dates as people of the locale write them. Caller frees. */
char             *clinic_report_row_dup_text (ClinicReportRow  *self,
                                              guint             column);
/* Whether figures stand in a column: they are aligned at their end. */
gboolean          clinic_report_is_figure    (const ClinicColumn *column);

G_END_DECLS
