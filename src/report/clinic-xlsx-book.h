/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <xlsxwriter.h>

#include "clinic-sheet.h"
#include "clinic-xlsx-writer.h"

G_BEGIN_DECLS

/* Formats beside those of the kinds of cells. */
enum
{
  CLINIC_XLSX_HEADING = CLINIC_CELL_FLAG + 1,
  CLINIC_XLSX_WRAPPED,
  CLINIC_XLSX_NOTE,
  CLINIC_XLSX_FORMATS,
};

#define CLINIC_XLSX_DECIMALS 9

/* A workbook while it is written: its formats, and the texts that do not fit into a cell. */
typedef struct
{
  lxw_workbook       *workbook;
  ClinicXlsxWritten  *written;
  /* by kind and decimals; the second ones stand at the left, as figures among texts */
  lxw_format         *formats[2][CLINIC_XLSX_FORMATS][CLINIC_XLSX_DECIMALS + 1];
  ClinicSheet        *long_texts;
  char               *long_name;
} ClinicXlsxBook;

/* A worksheet and the row being written. */
typedef struct
{
  lxw_worksheet *worksheet;
  char          *name;
  guint          row;
  gboolean       tall;        /* rows may be of several lines: texts stand on top of them */
} ClinicXlsxPlace;

/* Columns at least this wide hold sentences, which are wrapped. */
#define CLINIC_XLSX_WRAPPED_WIDTH 26

/* @long_name: of the worksheet for long texts; taken. */
void        clinic_xlsx_book_init       (ClinicXlsxBook         *self,
                                         lxw_workbook           *workbook,
                                         ClinicXlsxWritten      *written,
                                         char                   *long_name);
void        clinic_xlsx_book_clear      (ClinicXlsxBook         *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ClinicXlsxBook, clinic_xlsx_book_clear)

/* TRUE when the library says that all is well. */
gboolean    clinic_xlsx_look            (lxw_error               code,
                                         GError                **error);
gboolean    clinic_xlsx_book_write_text (ClinicXlsxBook         *self,
                                         const ClinicXlsxPlace  *place,
                                         guint                   column,
                                         const char             *text,
                                         guint                   format,
                                         GError                **error);
/* @number: the column's. */
gboolean    clinic_xlsx_book_write_cell (ClinicXlsxBook         *self,
                                         const ClinicXlsxPlace  *place,
                                         guint                   number,
                                         const ClinicCell       *cell,
                                         const ClinicColumn     *column,
                                         GError                **error);

/* How many lines a text takes in a column of this width, in characters. */
guint       clinic_xlsx_count_lines     (const char             *text,
                                         double                  width);

G_END_DECLS
