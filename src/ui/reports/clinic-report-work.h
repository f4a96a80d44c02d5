/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "clinic-db.h"
#include "clinic-sheet.h"

G_BEGIN_DECLS

/* So many rows of a table are read to be looked at. */
#define CLINIC_PREVIEW_ROWS 500

/* One sheet of a report as it is looked at. */
typedef struct
{
  ClinicSheet *sheet;       /* its first rows, kept */
  gboolean     more;        /* there are others */
  guint64      total;       /* how many there are in all; 0: not known */
  GPtrArray   *graphs;      /* ClinicGraph */
} ClinicPreview;

#define CLINIC_TYPE_REPORT_WORK (clinic_report_work_get_type ())
G_DECLARE_FINAL_TYPE (ClinicReportWork, clinic_report_work, CLINIC, REPORT_WORK, GObject)

/* A report that is made on a worker's thread, to be looked at or to a file. Nothing of it changes
 * after it was handed over but how far it is, and what it holds ready for the next step. */

/* @values: parameter → text, copied. */
ClinicReportWork *clinic_report_work_new          (const char        *report,
                                                   GHashTable        *values);
/* For a file; @sheet: the one a CSV file holds, NULL for the first. A path that ends in ".csv" is
 * one sheet, any other a workbook with all of them. */
void              clinic_report_work_set_target   (ClinicReportWork  *self,
                                                   const char        *path,
                                                   const char        *sheet,
                                                   const char        *author,
                                                   const char        *company);
const char       *clinic_report_work_get_path     (ClinicReportWork  *self);
GCancellable     *clinic_report_work_get_cancellable (ClinicReportWork *self);
void              clinic_report_work_cancel       (ClinicReportWork  *self);
/* From 0 to 1; negative while that is not known. From any thread. */
double            clinic_report_work_get_fraction (ClinicReportWork  *self);

/* For clinic_worker_run_async (), with the work as data. GPtrArray of ClinicPreview. */
gpointer          clinic_report_work_preview      (ClinicDb          *db,
                                                   gpointer           work,
                                                   GError           **error);
/* Makes the sheets and holds them ready. GArray of gint64: the photos that would leave the clinic with
 * the file, which stands in the trail before it is written. */
gpointer          clinic_report_work_prepare      (ClinicDb          *db,
                                                   gpointer           work,
                                                   GError           **error);
/* What was prepared. The work again when the file is written; caller unrefs. */
gpointer          clinic_report_work_write        (ClinicDb          *db,
                                                   gpointer           work,
                                                   GError           **error);

G_END_DECLS
