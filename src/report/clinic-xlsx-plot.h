/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <xlsxwriter.h>

#include "clinic-sheet.h"

G_BEGIN_DECLS

/* Enough to look at, and few enough to open. */
#define CLINIC_XLSX_MOST_CHARTS 100

/* The rows of a worksheet that one chart is drawn from. */
typedef struct
{
  const ClinicPlot *plot;
  char             *worksheet;    /* its name */
  char             *label;        /* what these rows are of; NULL for all */
  guint             first;        /* worksheet rows */
  guint             last;
  gboolean          dated;        /* every category is a date: drawn at its distance */
} ClinicXlsxSpan;

/* Draws the charts of the first @spans (GPtrArray of ClinicXlsxSpan) of @sheet on a worksheet of
 * their own, below its first row. */
gboolean clinic_xlsx_draw (lxw_workbook   *workbook,
                           lxw_worksheet  *onto,
                           ClinicSheet    *sheet,
                           GPtrArray      *spans,
                           GError        **error);

void     clinic_xlsx_span_free (ClinicXlsxSpan *self);

G_END_DECLS
