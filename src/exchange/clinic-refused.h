/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-csv-file.h"

G_BEGIN_DECLS

/* The rows that were refused: line, reason and the row as it was, in a table of its own that can
 * be mended and taken in again (it has the separator of the first, and is UTF-8 with a byte
 * order mark). Nothing is made before a row is added. */
typedef struct _ClinicRefused ClinicRefused;

/* @path: NULL for "NAME.refused.csv" beside the file, or the first such name that is free. */
ClinicRefused *clinic_refused_new    (ClinicCsvFile  *file,
                                      const char     *path);
/* Takes away what was written unless clinic_refused_finish () was called. */
void           clinic_refused_free   (ClinicRefused  *self);
gboolean       clinic_refused_add    (ClinicRefused  *self,
                                      ClinicCsv      *row,
                                      const char     *reason,
                                      GError        **error);
/* Everything is on the disk, under another name. To be called before the transaction ends. */
gboolean       clinic_refused_flush  (ClinicRefused  *self,
                                      GError        **error);
/* Gives it its name; to be called after. NULL without @error when no row was refused; caller
 * frees. */
char          *clinic_refused_finish (ClinicRefused  *self,
                                      GError        **error);

/* Whether @column of a file of refused rows, given in again, is one that was added to it. */
gboolean       clinic_refused_is_own (ClinicCsvFile  *file,
                                      guint           column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicRefused, clinic_refused_free)

G_END_DECLS
