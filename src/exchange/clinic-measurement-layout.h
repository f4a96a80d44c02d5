/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-csv-file.h"
#include "clinic-metric-words.h"

G_BEGIN_DECLS

/* What a column of a table of measurements is. */
typedef enum
{
  CLINIC_ROLE_KEEP,         /* nothing that is known: as text with patients that are made */
  CLINIC_ROLE_DROP,
  CLINIC_ROLE_SUBJECT,
  CLINIC_ROLE_DATE,         /* of the row's readings */
  CLINIC_ROLE_VISIT,
  CLINIC_ROLE_METRIC,
  CLINIC_ROLE_ZONE,
  CLINIC_ROLE_METHOD,
  CLINIC_ROLE_AREA,
  CLINIC_ROLE_UNIT,
  CLINIC_ROLE_NOTE,
  CLINIC_ROLE_SESSION,
  CLINIC_ROLE_COURSE,
  CLINIC_ROLE_COCKTAIL,
  CLINIC_ROLE_DIAGNOSIS,
  CLINIC_ROLE_PROTOCOL,
  CLINIC_ROLE_STARTED_ON,
  CLINIC_ROLE_SEX,
  CLINIC_ROLE_BIRTH_DATE,
  CLINIC_ROLE_READING,
  CLINIC_ROLE_VISIT_DATE,   /* of the readings of one visit */
  CLINIC_ROLE_DERIVED,      /* computed from readings by whoever made the table */
} ClinicRole;

typedef struct
{
  ClinicRole    role;
  ClinicMetric *metric;         /* READING, DERIVED; NULL: the row says it */
  const char   *zone;
  gboolean      timed;          /* the column says the visit, not the row */
  gint64        visit;
  char         *visit_name;
  gboolean      percent;        /* DERIVED */
  ClinicVisit   words;          /* what the visit was found by */
  gboolean      said;           /* by an option */
  gboolean      numbered;       /* the visit's number too */
} ClinicMeasurementColumn;

/* A table of measurements: one row a reading, a visit, or a subject. */
typedef struct
{
  GArray            *columns;       /* ClinicMeasurementColumn, one a column of the file */
  ClinicMetricWords *metrics;
  ClinicMetric      *metric;        /* of all readings without another one */
  gint64             first_visit;   /* VISIT: the number that is the baseline */
  GHashTable        *visits;        /* VISIT: its words → gint64 *number; NULL: they are numbers */
} ClinicMeasurementLayout;

/* Also sets the kinds of the file's columns. CLINIC_ERROR_INVALID asks for what the headers do
 * not tell. */
ClinicMeasurementLayout *clinic_measurement_layout_new    (ClinicCsvFile              *file,
                                                           const ClinicImportOptions  *options,
                                                           GPtrArray                  *metrics,
                                                           GError                    **error);
void                     clinic_measurement_layout_free   (ClinicMeasurementLayout    *self);
ClinicMeasurementColumn *clinic_measurement_layout_column (ClinicMeasurementLayout    *self,
                                                           guint                       column);
/* The first column of that role; -1: none. */
int                      clinic_measurement_layout_find   (ClinicMeasurementLayout    *self,
                                                           ClinicRole                  role);
/* After the file was studied: puts the words of a column of visits in order. */
gboolean                 clinic_measurement_layout_settle (ClinicMeasurementLayout    *self,
                                                           ClinicCsvFile              *file,
                                                           GError                    **error);
void                     clinic_measurement_layout_describe (ClinicMeasurementLayout  *self,
                                                             ClinicCsvFile            *file,
                                                             GPtrArray                *seen);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicMeasurementLayout, clinic_measurement_layout_free)

G_END_DECLS
