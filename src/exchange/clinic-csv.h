/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reads a table of separated values, one record at a time, with bounded memory. RFC 4180 and
 * what programs really write: any separator, quotes doubled, line breaks within quotes, lines
 * that end in CR, LF or CRLF. */
typedef struct _ClinicCsv ClinicCsv;

/* The longest record, in bytes, and the most fields of one, unless said otherwise. */
#define CLINIC_CSV_RECORD_BYTES (1024 * 1024)
#define CLINIC_CSV_FIELDS       1000

/* @stream: UTF-8 without a byte order mark; a reference is taken. */
ClinicCsv   *clinic_csv_new        (GInputStream  *stream,
                                    char           separator);
void         clinic_csv_free       (ClinicCsv     *self);
void         clinic_csv_set_bounds (ClinicCsv     *self,
                                    gsize          record_bytes,
                                    guint          fields);

/* TRUE: there is a record. FALSE: no more, or @error is set, and then the rest cannot be read
 * either: a byte that is no text (NUL, not UTF-8), a record beyond the bounds, an end within
 * quotes. Messages name the line. */
gboolean     clinic_csv_next       (ClinicCsv     *self,
                                    GError       **error);

guint        clinic_csv_n_fields   (ClinicCsv     *self);
/* Lives until the next record. */
const char  *clinic_csv_get_field  (ClinicCsv     *self,
                                    guint          field);
/* The physical lines of the file, from 1, that the record begins and ends on. */
guint64      clinic_csv_get_line   (ClinicCsv     *self);
guint64      clinic_csv_last_line  (ClinicCsv     *self);
/* The record is an empty line. */
gboolean     clinic_csv_is_blank   (ClinicCsv     *self);
/* The record was ended by the file, not by a line end. */
gboolean     clinic_csv_is_open    (ClinicCsv     *self);
/* What is wrong with how the record is written, a translated sentence; NULL: nothing. */
const char  *clinic_csv_get_fault  (ClinicCsv     *self);

/* Appends @text as one field, always quoted. */
void         clinic_csv_append     (GString       *line,
                                    const char    *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicCsv, clinic_csv_free)

G_END_DECLS
