/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-backup.h"
#include "clinic-sheet.h"

G_BEGIN_DECLS

typedef struct
{
  const char         *title;         /* of the document; may be NULL */
  const char         *author;        /* who had it written; may be NULL */
  const char         *company;       /* the clinic; may be NULL */
  gint64              created;       /* ms since 1970 UTC, as clinic_clock_now () tells; 0: 2000-01-01, so that the same rows
                                      * give the same bytes */
  guint               max_rows;      /* of a worksheet; 0: the 1,048,576 that programs read */
  ClinicProgressFunc  progress;      /* may be NULL */
  gpointer            progress_data;
} ClinicXlsxOptions;

/* What was done to make the rows fit: nothing of it in silence. */
typedef struct
{
  guint64 rows;             /* of the tables, without headings */
  guint   worksheets;
  guint64 mended;           /* texts that were not valid UTF-8, or held what XML cannot */
  guint64 cut;              /* texts longer than a cell: whole on the worksheet "Long texts" */
  guint64 odd_dates;        /* dates that are none, or that workbooks cannot count: kept as text */
} ClinicXlsxWritten;

/* Writes @sheets (GPtrArray of ClinicSheet) as a workbook, worksheet by worksheet and row by
 * row; a table longer than a worksheet goes on on further ones. Texts are texts, whatever they
 * look like: no formula, no link ever comes from data. The file appears when it is whole and was
 * read again, readable by its owner only. @options and @written may be NULL. */
gboolean clinic_xlsx_write (GPtrArray                *sheets,
                            const char               *path,
                            const ClinicXlsxOptions  *options,
                            ClinicXlsxWritten        *written,
                            GCancellable             *cancellable,
                            GError                  **error);

G_END_DECLS
