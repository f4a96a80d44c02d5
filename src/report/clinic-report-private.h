/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-choices.h"
#include "clinic-report-source.h"

G_BEGIN_DECLS

/* One column as the description says it, with where its words come from. */
typedef struct
{
  ClinicColumn        column;
  const ClinicChoice *choices;      /* values are shown by their labels; may be NULL */
  char               *help;         /* what it means, for the codebook; may be NULL */
} ClinicReportColumn;

typedef struct
{
  char                      *name;
  char                      *title;
  char                      *query;        /* or source */
  const ClinicReportSource  *source;
  char                     **arguments;    /* parameters that the query is given as $1… */
  GArray                    *columns;      /* ClinicReportColumn */
  GPtrArray                 *plots;        /* ClinicPlot */
  char                     **notes;
} ClinicReportSheet;

struct _ClinicReport
{
  char       *name;
  char       *title;
  char       *summary;
  char       *right;
  GPtrArray  *parameters;
  GPtrArray  *sheets;               /* ClinicReportSheet */
  GPtrArray  *method;               /* char: paragraphs, with {parameter} places */
};

/* An empty sheet with the columns, plots and notes of its description. */
ClinicSheet *clinic_report_make_sheet   (const ClinicReportSheet  *described);
/* What each column of each sheet means, of which type and in which unit it is. */
ClinicSheet *clinic_report_make_codebook (ClinicReport            *self);
/* The rows of the query that @described names: kept in memory. */
gboolean     clinic_report_fill_by_query (ClinicReportRun          *run,
                                          const ClinicReportSheet  *described,
                                          ClinicSheet              *sheet,
                                          GError                  **error);
/* Checks what was given and finds the records named. */
gboolean     clinic_report_take_values  (ClinicReportRun          *run,
                                         GHashTable               *values,
                                         GError                  **error);
/* What was asked for, as a person reads it; "all" where nothing was. Caller frees. */
char        *clinic_report_describe     (ClinicReportRun          *run,
                                         const ClinicParameter    *parameter);

G_END_DECLS
