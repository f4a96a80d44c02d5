/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-backup.h"
#include "clinic-sheet.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean            bom;           /* a byte order mark first: some spreadsheet programs need
                                      * it to see UTF-8 */
  gboolean            raw;           /* for machines: no apostrophes, names of columns as heading. Not to be opened in a
                                      * spreadsheet program: texts may run there as formulas. */
  ClinicProgressFunc  progress;      /* may be NULL */
  gpointer            progress_data;
} ClinicCsvOptions;

/* The rows of @sheet as RFC 4180: every field quoted, CRLF. Numbers have all their digits,
 * percents are in percent without the sign. Texts that a spreadsheet program would take for a
 * formula get an apostrophe. @options may be NULL. */
gboolean clinic_csv_print (ClinicSheet             *sheet,
                           GOutputStream           *stream,
                           const ClinicCsvOptions  *options,
                           GCancellable            *cancellable,
                           GError                 **error);
/* The same to a file that appears when it is whole, readable by its owner only. */
gboolean clinic_csv_write (ClinicSheet             *sheet,
                           const char              *path,
                           const ClinicCsvOptions  *options,
                           GCancellable            *cancellable,
                           GError                 **error);

G_END_DECLS
