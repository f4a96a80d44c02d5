/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-measurement-layout.h"
#include "clinic-measurement.h"

G_BEGIN_DECLS

/* What a row of a table of measurements says. Texts are NULL where it says nothing. */
typedef struct
{
  char      *subject;
  GPtrArray *readings;      /* ClinicMeasurement, without patient, course and session */
  GPtrArray *metrics;       /* ClinicMetric of each, lent */
  char      *session;
  char      *course;
  char      *cocktail;
  char      *diagnosis;
  char      *protocol;
  char      *started_on;
  char      *sex;
  char      *birth_date;
  char      *imported;      /* columns that are no measurement, a line each */
} ClinicMeasurementRow;

void clinic_measurement_row_clear (ClinicMeasurementRow *row);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ClinicMeasurementRow, clinic_measurement_row_clear)

/* A table of measurements as it is going to be taken in. Reads only; knows nothing of the
 * patients there are. */
typedef struct _ClinicMeasurementImport ClinicMeasurementImport;

/* @metrics: ClinicMetric, those of the clinic. As clinic_patient_import_new (). */
ClinicMeasurementImport *clinic_measurement_import_new      (const char                 *path,
                                                             const ClinicImportOptions  *options,
                                                             GPtrArray                  *metrics,
                                                             const char                 *today,
                                                             GPtrArray                  *seen,
                                                             GError                    **error);
void                     clinic_measurement_import_free     (ClinicMeasurementImport    *self);
ClinicCsvFile           *clinic_measurement_import_get_file (ClinicMeasurementImport    *self);
gboolean                 clinic_measurement_import_rewind   (ClinicMeasurementImport    *self,
                                                             GError                    **error);
/* FALSE: no more, or @error. TRUE: @row is filled, or *reason says why the row cannot be taken;
 * both are to be cleared. */
gboolean                 clinic_measurement_import_next     (ClinicMeasurementImport    *self,
                                                             ClinicMeasurementRow       *row,
                                                             char                      **reason,
                                                             GError                    **error);
ClinicCsv               *clinic_measurement_import_get_row  (ClinicMeasurementImport    *self);
/* After the last row: what a person ought to know of what was read. */
void                     clinic_measurement_import_note     (ClinicMeasurementImport    *self,
                                                             GPtrArray                  *notes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicMeasurementImport, clinic_measurement_import_free)

G_END_DECLS
