/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-csv-file.h"
#include "clinic-patient.h"

G_BEGIN_DECLS

/* A table of patients as it is going to be taken in: which column becomes which field, and each
 * row a patient or a reason why not. Reads only; knows nothing of the patients there are. */
typedef struct _ClinicPatientImport ClinicPatientImport;

/* Understands the file: CLINIC_ERROR_INVALID when it is none, or when something has to be asked.
 * What was understood goes to @seen (char *, translated sentences), also when it fails half-way. */
ClinicPatientImport *clinic_patient_import_new      (const char                 *path,
                                                     const ClinicImportOptions  *options,
                                                     const char                 *today,
                                                     GPtrArray                  *seen,
                                                     GError                    **error);
void                 clinic_patient_import_free     (ClinicPatientImport  *self);
ClinicCsvFile       *clinic_patient_import_get_file (ClinicPatientImport  *self);
/* The highest number N of the file numbers "P00N" in the file; 0: none. */
guint64              clinic_patient_import_get_highest (ClinicPatientImport *self);

/* Back to the first row. */
gboolean             clinic_patient_import_rewind   (ClinicPatientImport  *self,
                                                     GError              **error);
/* FALSE: no more, or @error. TRUE: *patient is new and not validated, and may lack a file
 * number; or it is NULL, and *reason says why the row cannot be taken. Both are the caller's. */
gboolean             clinic_patient_import_next     (ClinicPatientImport  *self,
                                                     ClinicPatient       **patient,
                                                     char                **reason,
                                                     GError              **error);
/* The row of the last patient. */
ClinicCsv           *clinic_patient_import_get_row  (ClinicPatientImport  *self);
/* After the last row: what a person ought to know of what was read (char *, translated
 * sentences). */
void                 clinic_patient_import_note     (ClinicPatientImport  *self,
                                                     GPtrArray            *notes);

/* The number N of a file number "P00N", 0 when it is none such. */
guint64              clinic_patient_import_read_number (const char *file_number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicPatientImport, clinic_patient_import_free)

G_END_DECLS
