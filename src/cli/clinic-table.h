/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows for standard output: aligned for a person, or as CSV or JSON for a program. */
typedef struct _ClinicTable ClinicTable;

/* @format: "table", "csv" or "json"; NULL: table. @columns: NULL-terminated keys; the JSON uses
 * them as they are. */
ClinicTable *clinic_table_new  (const char         *format,
                                const char * const *columns);
/* As many texts as columns; NULL for what is unknown. CSV and JSON are written at once. */
void         clinic_table_add  (ClinicTable        *self,
                                const char * const *values);
/* Writes what is left and frees. FALSE when standard output could not be written. */
gboolean     clinic_table_end  (ClinicTable        *self);

/* A row of RFC 4180, all quoted, with its line end: texts as they are. Caller frees. */
char        *clinic_table_format_csv_row (const char * const *values,
                                          guint               n);

G_END_DECLS
