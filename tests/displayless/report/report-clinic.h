/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-report.h"

G_BEGIN_DECLS

/* Runs statements that put rows into the clinic, as the tables keep them (thousandths). */
void         put         (ClinicDb    *db,
                          const char  *format,
                          ...) G_GNUC_PRINTF (2, 3);
/* Staff 1, room 1, metrics "shed" (lower is better, id 1) and "density" (higher, id 2, error 10
 * %), diagnosis kind 1, protocol 1, cocktails 1 and 2 with version 11 and 21. */
void         put_basics  (ClinicDb    *db);
void         put_patient (ClinicDb    *db,
                          gint64       id);
/* One reading; @course 0: none; @day may be NULL; @visit -1: none. */
void         put_reading (ClinicDb    *db,
                          gint64       id,
                          gint64       patient,
                          gint64       course,
                          gint64       metric,
                          const char  *zone,
                          const char  *day,
                          int          visit,
                          double       value);

/* Runs a report with parameters given as "name=value", ended by NULL. GPtrArray of ClinicSheet;
 * caller unrefs. */
GPtrArray   *run_report  (ClinicDb            *db,
                          const char          *name,
                          const char * const  *values,
                          GError             **error);
/* All rows of a sheet as text, "NAME=TEXT" of each cell that is not blank, TAB between, LF
 * after; full digits. */
char        *print_sheet (GPtrArray   *sheets,
                          const char  *name);
/* The value of a column in the row (from 1) of what print_sheet () gave; "" when blank; caller
 * frees. */
char        *get_value   (const char  *rows,
                          guint        row,
                          const char  *column);
/* As a number; fails when it is none. */
double       get_number  (const char  *rows,
                          guint        row,
                          const char  *column);

G_END_DECLS
