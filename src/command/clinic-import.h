/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"
#include "clinic-import-options.h"

G_BEGIN_DECLS

/* So many refused rows are named in a result; all of them are in the file. */
#define CLINIC_IMPORT_NAMED 20

/* What an import did, or (dry run) would do. */
typedef struct
{
  guint64    rows;            /* below the header */
  guint64    accepted;
  guint64    refused;
  guint64    skipped;         /* rows of patients that are known already, when that was asked for */
  guint64    patients;        /* made */
  guint64    courses;
  guint64    cocktails;
  guint64    measurements;
  GPtrArray *seen;            /* char *: how the file was understood, a sentence each; also when
                               * the import failed */
  GPtrArray *refusals;        /* char *: "Line 17: …", the first CLINIC_IMPORT_NAMED */
  GPtrArray *notes;           /* char *: what a person ought to know of what was taken */
  char      *refused_path;    /* where the refused rows are; NULL: none were, or a dry run */
  gint64     operation;       /* 0: a dry run */
  gint64     import_run;      /* the record of it, for clinic_import_undo () */
  gboolean   dry_run;
} ClinicImportResult;

/* Takes in a table (import.run): all rows that can be taken, in one transaction; the others go
 * to a file of their own with line and reason. CLINIC_ERROR_INVALID when the file is damaged or
 * cut off, when something has to be asked first, or when the very same file was taken in before
 * (options->again). @result is to be cleared in any case. */
gboolean clinic_import_patients     (ClinicAct                  *act,
                                     const char                 *path,
                                     const ClinicImportOptions  *options,
                                     ClinicImportResult         *result,
                                     GError                    **error);
/* Subjects nobody knows are refused, or (options->create_patients) become patients named after
 * their file number, with a course each, so that reports by course have them. */
gboolean clinic_import_measurements (ClinicAct                  *act,
                                     const char                 *path,
                                     const ClinicImportOptions  *options,
                                     ClinicImportResult         *result,
                                     GError                    **error);
/* Takes a whole import back (undo.import), unless something that came with it was changed since. */
gboolean clinic_import_undo         (ClinicAct                  *act,
                                     gint64                      import_run,
                                     GError                    **error);

void     clinic_import_result_clear (ClinicImportResult         *result);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ClinicImportResult, clinic_import_result_clear)

G_END_DECLS
