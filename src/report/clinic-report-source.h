/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-report.h"

G_BEGIN_DECLS

/* A report while it is made. What the sources of its sheets share. */
typedef struct
{
  ClinicReport       *report;
  ClinicDb           *db;
  GHashTable         *values;         /* parameter → text as given, or its fallback; nothing
                                       * where neither is */
  GHashTable         *ids;            /* parameter → gint64 *, of those that name a record */
  char               *today;          /* the clinic's */
  char               *now;            /* wall time */
  char               *clinic;         /* its name */
  gpointer            kept;           /* what the sources of one report share */
  GDestroyNotify      destroy_kept;
  ClinicProgressFunc  progress;
  gpointer            progress_data;
  GCancellable       *cancellable;
} ClinicReportRun;

const char *clinic_report_run_get        (ClinicReportRun  *self,
                                          const char       *parameter);
/* NaN when there is none. */
double      clinic_report_run_get_number (ClinicReportRun  *self,
                                          const char       *parameter);
gboolean    clinic_report_run_get_flag   (ClinicReportRun  *self,
                                          const char       *parameter);
/* The record's id, CLINIC_NULL when none was asked for. */
gint64      clinic_report_run_get_id     (ClinicReportRun  *self,
                                          const char       *parameter);
/* FALSE when the work is to stop. */
gboolean    clinic_report_run_go_on      (ClinicReportRun  *self,
                                          guint64           done,
                                          GError          **error);

/* What fills a sheet by C: it knows the cells of .fields, and the sheet's description picks from
 * them. */
typedef struct
{
  const char         *name;           /* "patient-measurements" */
  const char * const *fields;
  gboolean         (* fill)           (ClinicReportRun  *run,
                                       ClinicSheet      *sheet,
                                       GError          **error);
} ClinicReportSource;

extern const ClinicReportSource clinic_report_sources[];

const ClinicReportSource *clinic_report_source_find (const char *name);

/* For each of the sheet's columns, where it stands among @fields; caller frees. */
guint      *clinic_report_map_columns    (ClinicSheet         *sheet,
                                          const char * const  *fields);
/* Appends to @sheet those of @cells, one a field, that its columns show. */
void        clinic_report_append         (ClinicSheet         *sheet,
                                          const guint         *map,
                                          const ClinicCell    *cells);

/* A prepared query with the parameters of @arguments bound as $1…, or NULL. */
ClinicStatement *clinic_report_query     (ClinicReportRun     *run,
                                          const char          *query,
                                          const char * const  *arguments,
                                          GError             **error);
/* Told of each row; FALSE with @error stops. */
typedef gboolean (* ClinicReportTake)    (ClinicStatement     *statement,
                                          gpointer             data,
                                          GError             **error);
/* Runs a query and hands its rows to @take as they come: nothing else may use the connection
 * meanwhile. */
gboolean    clinic_report_each           (ClinicReportRun     *run,
                                          const char          *query,
                                          const char * const  *arguments,
                                          ClinicReportTake     take,
                                          gpointer             data,
                                          GError             **error);
/* A column of the row by its name, which must be among the query's. */
const char *clinic_row_text              (ClinicStatement     *statement,
                                          const char          *column);
gint64      clinic_row_number            (ClinicStatement     *statement,
                                          const char          *column);

/* The sources, each in its file. */
gboolean clinic_report_fill_patient_summary      (ClinicReportRun *run, ClinicSheet *sheet,
                                                  GError **error);
gboolean clinic_report_fill_patient_sessions     (ClinicReportRun *run, ClinicSheet *sheet,
                                                  GError **error);
gboolean clinic_report_fill_patient_measurements (ClinicReportRun *run, ClinicSheet *sheet,
                                                  GError **error);
gboolean clinic_report_fill_patient_parts        (ClinicReportRun *run, ClinicSheet *sheet,
                                                  GError **error);
gboolean clinic_report_fill_patient_stages       (ClinicReportRun *run, ClinicSheet *sheet,
                                                  GError **error);
gboolean clinic_report_fill_progress_stages      (ClinicReportRun *run, ClinicSheet *sheet,
                                                  GError **error);
gboolean clinic_report_fill_definitions          (ClinicReportRun *run, ClinicSheet *sheet,
                                                  GError **error);
gboolean clinic_report_fill_patient_reactions    (ClinicReportRun *run, ClinicSheet *sheet,
                                                  GError **error);
gboolean clinic_report_fill_patient_photos       (ClinicReportRun *run, ClinicSheet *sheet,
                                                  GError **error);
gboolean clinic_report_fill_override_rules       (ClinicReportRun *run, ClinicSheet *sheet,
                                                  GError **error);
gboolean clinic_report_fill_progress_groups      (ClinicReportRun *run, ClinicSheet *sheet,
                                                  GError **error);
gboolean clinic_report_fill_progress_photos      (ClinicReportRun *run, ClinicSheet *sheet,
                                                  GError **error);
gboolean clinic_report_fill_progress_pairs       (ClinicReportRun *run, ClinicSheet *sheet,
                                                  GError **error);

extern const char * const clinic_report_patient_summary_fields[];
extern const char * const clinic_report_patient_sessions_fields[];
extern const char * const clinic_report_patient_measurements_fields[];
extern const char * const clinic_report_patient_parts_fields[];
extern const char * const clinic_report_patient_stages_fields[];
extern const char * const clinic_report_progress_stages_fields[];
extern const char * const clinic_report_definitions_fields[];
extern const char * const clinic_report_patient_reactions_fields[];
extern const char * const clinic_report_patient_photos_fields[];
extern const char * const clinic_report_override_rules_fields[];
extern const char * const clinic_report_progress_groups_fields[];
extern const char * const clinic_report_progress_pairs_fields[];
extern const char * const clinic_report_progress_photos_fields[];

G_END_DECLS
