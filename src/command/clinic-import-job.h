/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-import.h"
#include "clinic-refused.h"

G_BEGIN_DECLS

/* What the imports of all kinds of tables share: counting, refusing, the record of the run.
 * Private to this room. */
typedef struct _ClinicImportJob ClinicImportJob;

/* Reads all rows; may run more than once. @change has operation 0 in a dry run, when nothing is
 * to be written. */
typedef gboolean (* ClinicImportFunc) (ClinicImportJob  *job,
                                       ClinicChange     *change,
                                       GError          **error);

struct _ClinicImportJob
{
  const char                *kind;       /* "patients" */
  const ClinicImportOptions *options;
  ClinicImportResult        *result;
  ClinicCsvFile             *file;
  ClinicImportFunc           func;
  gpointer                   data;

  ClinicRefused             *refused;
};

/* The clinic's date; the actor's right is checked first. NULL with @error. */
char     *clinic_import_job_begin  (ClinicAct           *act,
                                    ClinicImportResult  *result,
                                    GError             **error);
gboolean  clinic_import_job_run    (ClinicImportJob     *job,
                                    ClinicAct           *act,
                                    GError             **error);
/* To be called once for each row, before anything is done with it: progress. */
gboolean  clinic_import_job_count  (ClinicImportJob     *job,
                                    GError             **error);
gboolean  clinic_import_job_refuse (ClinicImportJob     *job,
                                    ClinicCsv           *row,
                                    const char          *reason,
                                    GError             **error);
/* Saves @record unless this is a dry run. */
gboolean  clinic_import_job_save   (ClinicImportJob     *job,
                                    ClinicChange        *change,
                                    ClinicRecord        *record,
                                    GError             **error);
void      clinic_import_job_note   (ClinicImportJob     *job,
                                    const char          *format,
                                    ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
