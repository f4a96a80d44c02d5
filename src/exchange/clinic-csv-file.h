/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-csv.h"
#include "clinic-csv-evidence.h"
#include "clinic-encoding.h"
#include "clinic-import-options.h"

G_BEGIN_DECLS

/* What is to be found out of a column. */
typedef enum
{
  CLINIC_CSV_TEXT,      /* nothing */
  CLINIC_CSV_DATE,      /* the order of its parts */
  CLINIC_CSV_NUMBER,    /* its decimal mark */
  CLINIC_CSV_WORD,      /* the different words in it */
} ClinicCsvKind;

typedef struct
{
  char               *name;         /* as the header has it; "Column 3" when it has none */
  ClinicCsvKind       kind;         /* set by the caller before clinic_csv_file_study () */
  guint64             n_filled;
  ClinicCsvEvidence   evidence;
  ClinicDateOrder     order;        /* found out */
  char                mark;
  char               *how;          /* how one knows, a translated sentence; NULL when there was
                                     * nothing to know */
  GPtrArray          *words;        /* char *, in order of appearance, at most CLINIC_CSV_WORDS */
  gboolean            more_words;
} ClinicCsvColumn;

#define CLINIC_CSV_WORDS 500

/* A table in a file, read in three passes: what its bytes are, what its columns are, its rows. */
typedef struct
{
  char           *path;
  ClinicEncoding  encoding;
  char            separator;
  char           *separator_how;
  GPtrArray      *columns;          /* ClinicCsvColumn */
  guint64         header_line;
  guint64         n_rows;
  guint64         n_blank;          /* empty lines, which are passed over */
} ClinicCsvFile;

/* Finds out encoding and separator and reads the header. CLINIC_ERROR_INVALID when it is no
 * table, or when it has to be asked. */
ClinicCsvFile   *clinic_csv_file_open    (const char                 *path,
                                          const ClinicImportOptions  *options,
                                          GError                    **error);
void             clinic_csv_file_free    (ClinicCsvFile              *self);
/* Reads all rows and settles the order of dates and the decimal mark of the columns that have
 * such a kind. When a column can be read in more than one way, CLINIC_ERROR_INVALID asks; also
 * when the file was cut off. */
gboolean         clinic_csv_file_study   (ClinicCsvFile              *self,
                                          const ClinicImportOptions  *options,
                                          const char                 *today,
                                          GError                    **error);
/* A reader at the first row. */
ClinicCsv       *clinic_csv_file_read    (ClinicCsvFile              *self,
                                          GError                    **error);
/* Why the row the reader has cannot be taken, whatever is in it; NULL: it can. Caller frees. */
char            *clinic_csv_file_dup_fault (ClinicCsvFile            *self,
                                            ClinicCsv                *row);
/* The column that a person calls @name: "Birth date" or "#3". -1: none. */
int              clinic_csv_file_find    (ClinicCsvFile              *self,
                                          const char                 *name);
ClinicCsvColumn *clinic_csv_file_column  (ClinicCsvFile              *self,
                                          guint                       column);
/* What an option "COLUMN=target" says of the column; NULL: nothing. */
const char      *clinic_csv_file_option  (ClinicCsvFile              *self,
                                          const ClinicImportOptions  *options,
                                          guint                       column);
/* All options name a column there is. */
gboolean         clinic_csv_file_check_options (ClinicCsvFile              *self,
                                                const ClinicImportOptions  *options,
                                                GError                    **error);
/* Adds sentences on encoding and separator to @seen. */
void             clinic_csv_file_describe (ClinicCsvFile             *self,
                                           GPtrArray                 *seen);
/* "month/day/year" */
const char      *clinic_csv_order_label  (ClinicDateOrder             order);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicCsvFile, clinic_csv_file_free)

G_END_DECLS
