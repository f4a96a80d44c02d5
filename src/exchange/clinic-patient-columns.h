/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-csv-file.h"
#include "clinic-record.h"

G_BEGIN_DECLS

typedef enum
{
  CLINIC_COLUMN_KEEP,           /* as a line of text with the patient */
  CLINIC_COLUMN_DROP,
  CLINIC_COLUMN_FIELD,
  CLINIC_COLUMN_FULL_NAME,      /* "Moreau, Jeanne"; without a comma it is the family name */
  CLINIC_COLUMN_GIVEN_FAMILY,   /* "Jeanne Moreau": the last word is the family name */
} ClinicColumnUse;

typedef struct
{
  ClinicColumnUse    use;
  const ClinicField *field;
} ClinicPatientColumn;

/* Which column of a table of patients becomes which field, by what their headers say or the
 * options; also sets the kinds of the file's columns. GArray of ClinicPatientColumn, one a
 * column; caller unrefs. NULL with CLINIC_ERROR_INVALID when there is no family name, or an
 * option asks for what cannot be. */
GArray *clinic_patient_columns_find     (ClinicCsvFile              *file,
                                         const ClinicImportOptions  *options,
                                         GError                    **error);
/* Adds sentences on what becomes of each column to @seen. */
void    clinic_patient_columns_describe (ClinicCsvFile              *file,
                                         GArray                     *columns,
                                         GPtrArray                  *seen);

G_END_DECLS
