/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-db.h"
#include "clinic-patient.h"

G_BEGIN_DECLS

/* Who is on file already, in memory: an import of any size asks for each of its rows. Private to
 * this room. */
typedef struct
{
  GHashTable *by_number;    /* file number → gint64 *id */
  GHashTable *by_name;      /* folded names and birth date → file number */
} ClinicImportKnown;

ClinicImportKnown *clinic_import_known_load (ClinicDb           *db,
                                             gboolean            names,
                                             GError            **error);
void               clinic_import_known_free (ClinicImportKnown  *self);
/* 0: nobody. */
gint64             clinic_import_known_find (ClinicImportKnown  *self,
                                             const char         *file_number);
/* The file number of somebody with the same names and birth date; NULL: nobody, or too little is
 * known. */
const char        *clinic_import_known_like (ClinicImportKnown  *self,
                                             ClinicPatient      *patient);
void               clinic_import_known_add  (ClinicImportKnown  *self,
                                             gint64              id,
                                             const char         *file_number,
                                             const char         *family_name,
                                             const char         *given_name,
                                             const char         *birth_date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicImportKnown, clinic_import_known_free)

G_END_DECLS
