/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-backup.h"
#include "clinic-csv-writer.h"
#include "clinic-sheet.h"
#include "clinic-xlsx-writer.h"

G_BEGIN_DECLS

/* A report as data/reports/NAME.ini describes it: what may be asked for, and the sheets it
 * yields. */
typedef struct _ClinicReport ClinicReport;

typedef enum
{
  CLINIC_PARAMETER_TEXT,
  CLINIC_PARAMETER_DATE,        /* "2026-11-21" */
  CLINIC_PARAMETER_NUMBER,      /* "20", "97.5" */
  CLINIC_PARAMETER_FLAG,        /* "yes", "no" */
  CLINIC_PARAMETER_CHOICE,      /* one of .choices */
  CLINIC_PARAMETER_PATIENT,     /* a file number, or an id; the others by code or name, or id */
  CLINIC_PARAMETER_METRIC,
  CLINIC_PARAMETER_COCKTAIL,
  CLINIC_PARAMETER_DIAGNOSIS,
  CLINIC_PARAMETER_PROTOCOL,
} ClinicParameterType;

typedef struct
{
  char                 *name;         /* "from": the key of the values given to clinic_report_run
                                       * () */
  char                 *label;
  char                 *help;         /* may be NULL */
  ClinicParameterType   type;
  gboolean              required;
  char                 *fallback;     /* taken when nothing is given; may be NULL */
  char                **choices;      /* may be NULL */
  char                **labels;       /* how they read, in the language of the reader */
  double                low;          /* numbers: the bounds */
  double                high;
} ClinicParameter;

/* Names of all reports, sorted; caller frees with g_strfreev (). */
char          **clinic_report_list           (void);
/* CLINIC_ERROR_INVALID when there is none of this name, or its description does not fit. */
ClinicReport   *clinic_report_load           (const char                *name,
                                              GError                   **error);
/* From the text of a description; @name is what it will be called. */
ClinicReport   *clinic_report_parse          (const char                *name,
                                              const char                *text,
                                              GError                   **error);
void            clinic_report_free           (ClinicReport              *self);
const char     *clinic_report_get_name       (ClinicReport              *self);
const char     *clinic_report_get_title      (ClinicReport              *self);
/* A sentence about what it is for. */
const char     *clinic_report_get_summary    (ClinicReport              *self);
/* The right that whoever makes it needs besides "report.run" (right= of its description); that one when
 * it asks for no other. */
const char     *clinic_report_get_right      (ClinicReport              *self);
/* GPtrArray of ClinicParameter, in the order they are asked for. */
GPtrArray      *clinic_report_get_parameters (ClinicReport              *self);

/* Makes the report: GPtrArray of ClinicSheet, the last but one what each column means, the last
 * one about its method and the filters used. @values: name of a parameter → what was given, both text; NULL for none. All is read in
 * one unchanging view of the clinic, on @db alone, which may be a reading connection.
 * CLINIC_ERROR_INVALID names a parameter that cannot be. Caller unrefs. */
GPtrArray      *clinic_report_run            (ClinicReport              *self,
                                              ClinicDb                  *db,
                                              GHashTable                *values,
                                              ClinicProgressFunc         progress,
                                              gpointer                   progress_data,
                                              GCancellable              *cancellable,
                                              GError                   **error);
/* The sheet of this name ("sessions"), else of this title as it stands on the tab ("Sessions"),
 * or NULL. */
ClinicSheet    *clinic_report_find_sheet     (GPtrArray                 *sheets,
                                              const char                *name);
/* The sheets as a workbook, titled as the report. @options and @written may be NULL. */
gboolean        clinic_report_write_xlsx     (ClinicReport              *self,
                                              GPtrArray                 *sheets,
                                              const char                *path,
                                              const ClinicXlsxOptions   *options,
                                              ClinicXlsxWritten         *written,
                                              GCancellable              *cancellable,
                                              GError                   **error);
/* One sheet as CSV; @sheet is its name, NULL for the first. */
gboolean        clinic_report_write_csv      (ClinicReport              *self,
                                              GPtrArray                 *sheets,
                                              const char                *sheet,
                                              const char                *path,
                                              const ClinicCsvOptions    *options,
                                              GCancellable              *cancellable,
                                              GError                   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicReport, clinic_report_free)

G_END_DECLS
