/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands between data and a file format, so that no text breaks the file or runs in it. A
 * library that is given invalid text says "no error" and writes a workbook that cannot be
 * opened. */

/* The longest text of a cell, in UTF-16 units. */
#define CLINIC_CELL_LONGEST 32767

/* Valid UTF-8 without U+FFFE and U+FFFF, which XML cannot hold; NULL becomes "". @mended: set to
 * TRUE when something was replaced by U+FFFD; may be NULL. Caller frees. */
char    *clinic_gate_mend         (const char *text,
                                   gboolean   *mended);
/* UTF-16 units of valid UTF-8. */
gsize    clinic_gate_count_units  (const char *text);
/* As many characters of valid @text as fit into @units, also when it is spelled by
 * clinic_gate_escape_xlsx (); bytes. */
gsize    clinic_gate_fit          (const char *text,
                                   gsize       units);
/* Valid @text, spelled so that a reader of a workbook gets the same: "_x0041_" would be read as
 * "A". Caller frees. */
char    *clinic_gate_escape_xlsx  (const char *text);
/* Valid @text for a spreadsheet that opens a CSV file: an apostrophe before what it would take
 * for a formula. */
char    *clinic_gate_disarm_csv   (const char *text);

/* Days of a date as workbooks count them (2 is 1900-01-01, 61 is 1900-03-01), with a wall time's
 * minutes as a fraction. FALSE for what is no such date or lies before 1900-03-01, where
 * programs do not agree, or after 9999. */
gboolean clinic_gate_serial       (const char *text,
                                   double     *serial);

/* A name that every spreadsheet program takes: at most 31 units, none of [ ] : * ? / \ ' and
 * control characters, nothing that reads as a cell or number, not "History", and none of @taken
 * (set of folded names; it is added). Caller frees. */
char    *clinic_gate_sheet_name   (const char *title,
                                   GHashTable *taken);

G_END_DECLS
